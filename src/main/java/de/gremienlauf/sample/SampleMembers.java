package de.gremienlauf.sample;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Membership;
import de.gremienlauf.council.Organization;
import de.gremienlauf.council.Person;
import de.gremienlauf.council.Seat;
import de.gremienlauf.meeting.SeatMethod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Who sits in the bodies of the sample. All persons and groups are invented; the same come out whenever they are made.
 * A group's seats in a committee follow its seats in the council.
 */
final class SampleMembers {

  private static final Map<String, Integer> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("Stadtliste", 27);
    GROUPS.put("Grünes Bündnis", 23);
    GROUPS.put("Bürgerforum", 17);
    GROUPS.put("Soziale Liste", 11);
    GROUPS.put("Freie Mitte", 7);
    GROUPS.put("Gruppe Zukunft", 5);
  }

  private static final List<String> FIRST_NAMES = List.of("Ada", "Cem", "Dorothea", "Emil", "Fatma", "Gereon",
      "Hedwig", "Ibrahim", "Johanna", "Karim", "Leonie", "Matteo", "Nadja", "Olaf", "Paulina", "Quirin", "Rosa",
      "Selim", "Thekla", "Ulrich", "Veronika", "Wilhelm", "Xenia", "Yasemin", "Zacharias", "Amira", "Bruno", "Clara",
      "Dimitri", "Elif", "Ferdinand", "Greta", "Hassan", "Irmgard", "Jonas", "Katharina", "Levent", "Maria", "Noah",
      "Ottilie");
  private static final List<String> LAST_NAMES = List.of("Weidenpesch", "Raderberg", "Klettenberg", "Zollstock",
      "Bickendorf", "Vogelsang", "Longerich", "Merheim", "Dellbrück", "Stammheim", "Müngersdorf", "Flittard", "Poll",
      "Rondorf", "Sürth", "Godorf", "Immendorf", "Meschenich", "Hahnwald", "Marienburg", "Bayenthal", "Raderthal",
      "Sülz", "Braunsfeld", "Lövenich", "Widdersdorf", "Bocklemünd", "Ossendorf", "Mauenheim", "Riehl", "Bilderstöck",
      "Heimersdorf", "Seeberg", "Volkhoven", "Esch", "Pesch", "Auweiler", "Roggendorf", "Worringen", "Fühlingen",
      "Merkenich", "Eil", "Zündorf");

  private static final String CHAIR = "Vorsitz";
  private static final String VICE_CHAIR = "stellv. Vorsitz";
  private static final String MEMBER = "Mitglied";
  private static final int RESIDENTS = 2;
  private static final int PEOPLE = 480;

  private final Council council;
  private final String municipality;
  private final List<Person> people;
  private final Map<String, List<Person>> factions = new LinkedHashMap<>();
  private final Map<String, Integer> nextOfGroup = new LinkedHashMap<>();
  private final List<Membership> memberships = new ArrayList<>();
  private int taken;
  private int seatedByPost;

  SampleMembers(Council council, String municipality) {
    this.council = council;
    this.municipality = municipality;
    this.people = council.addPersons(IntStream.range(0, PEOPLE).mapToObj(this::invented).toList());
  }

  /** All names are different, because the numbers of first and last names have no common divisor. */
  private Person invented(int number) {
    String first = FIRST_NAMES.get(number % FIRST_NAMES.size());
    String last = LAST_NAMES.get(number % LAST_NAMES.size());
    String address = (first + "." + last).toLowerCase(Locale.GERMAN).replace("ä", "ae").replace("ö", "oe")
        .replace("ü", "ue").replace("ß", "ss") + "@example.org";
    return new Person(null, municipality, first + " " + last, null, address);
  }

  /** Seats the council: the mayor in the chair and the groups. */
  void seatCouncil(Organization body) {
    add(Membership.of(next(), body, CHAIR, true, null, null));
    GROUPS.forEach((group, seats) -> factions.put(group, next(seats)));
    String second = GROUPS.keySet().iterator().next();
    factions.forEach((group, persons) -> persons.forEach(person -> add(Membership.of(person, body,
        group.equals(second) && person == persons.get(0) ? VICE_CHAIR : MEMBER, true, null, null).inGroup(group))));
  }

  /** Seats a committee by group, with deputies; if it takes experts, a third are citizens, and residents advise. */
  void seatCommittee(Organization body, int seats, boolean takesExperts, LocalDate start) {
    int experts = takesExperts ? seats / 3 : 0;
    Map<String, Integer> ofGroup = shares(seats);
    Map<String, Integer> expertsOfGroup = shares(experts);
    int seated = 0;
    for (String group : GROUPS.keySet()) {
      for (int i = 0; i < ofGroup.get(group); i++) {
        boolean expert = i >= ofGroup.get(group) - expertsOfGroup.get(group);
        String role = seated == 0 ? CHAIR : seated == ofGroup.get("Stadtliste") ? VICE_CHAIR : MEMBER;
        add(seat(expert ? next() : ofCouncil(group), body, role, start).inGroup(group)
            .on(expert ? Seat.EXPERT_CITIZEN : Seat.COUNCIL_MEMBER));
        seated++;
      }
      for (int i = 0; i < (ofGroup.get(group) + 1) / 2; i++) {
        add(seat(ofCouncil(group), body, "stellv. Mitglied", start).inGroup(group).asDeputyOf(null));
      }
    }
    for (int i = 0; takesExperts && i < RESIDENTS; i++) {
      add(Membership.of(next(), body, "sachkundige/r Einwohner*in", false, start, null));
    }
  }

  /** Seats a body whose members are elected into it, with so many council members besides. */
  void seatElected(Organization body, int seats, int councilMembers, LocalDate end) {
    for (int i = 0; i < seats - councilMembers; i++) {
      add(Membership.of(next(), body, i == 0 ? CHAIR : i == 1 ? VICE_CHAIR : MEMBER, true, null, end)
          .inGroup(List.copyOf(GROUPS.keySet()).get(i % GROUPS.size())).on(Seat.ELECTED));
    }
    shares(councilMembers).forEach((group, number) -> IntStream.range(0, number)
        .forEach(i -> add(Membership.of(ofCouncil(group), body, MEMBER, true, null, end).inGroup(group))));
  }

  /** Seats a small body whose members get their letters by post, and its minute taker. */
  void seatByPost(Organization body, int seats) {
    List<Person> added = council.addPersons(IntStream.range(seatedByPost, seatedByPost + seats)
        .mapToObj(number -> new Person(null, municipality, invented(PEOPLE + number).name(), null, null)).toList());
    seatedByPost += seats;
    List<String> groups = List.copyOf(GROUPS.keySet());
    for (int i = 0; i < seats; i++) {
      add(seat(added.get(i), body, i == 0 ? CHAIR : i == 1 ? VICE_CHAIR : MEMBER, null).inGroup(groups.get(i)));
    }
    add(Membership.of(council.person(municipality, SampleUser.MINUTE_TAKER.fullName(), SampleUser.MINUTE_TAKER.id()), body,
        "Schriftführung", false, null, null).on(Seat.ADMINISTRATION));
  }

  /** Stores what was seated. */
  void save() {
    council.addMemberships(memberships);
  }

  private static Map<String, Integer> shares(int seats) {
    SeatMethod.Distribution distribution = SeatMethod.HARE_NIEMEYER.distribute(GROUPS, seats);
    Map<String, Integer> shares = new LinkedHashMap<>(distribution.seats());
    distribution.tied().stream().limit(distribution.open()).forEach(group -> shares.merge(group, 1, Integer::sum));
    return shares;
  }

  private static Membership seat(Person person, Organization body, String role, LocalDate start) {
    return Membership.of(person, body, role, true, start, null);
  }

  private void add(Membership membership) {
    memberships.add(membership);
  }

  private Person ofCouncil(String group) {
    List<Person> persons = factions.get(group);
    return persons.get(nextOfGroup.merge(group, 1, Integer::sum) % persons.size());
  }

  private Person next() {
    return people.get(taken++);
  }

  private List<Person> next(int number) {
    return IntStream.range(0, number).mapToObj(i -> next()).toList();
  }
}
