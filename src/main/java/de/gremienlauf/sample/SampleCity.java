package de.gremienlauf.sample;

import de.gremienlauf.calendar.CouncilRecess;
import de.gremienlauf.calendar.WorkingDays;
import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.sample.process.SampleUsers;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The bodies, offices, people and meetings of the sample. Bodies and their sizes are those of Köln as far as they are
 * known; members and users are invented.
 */
@Component
@Profile("sample")
class SampleCity {

  static final String INTEGRATION_COUNCIL = "Integrationsrat";
  static final String EQUAL_CHANCES = "Ausschuss für Chancengerechtigkeit und Integration";
  static final String SOCIAL_AFFAIRS = "Ausschuss Soziales und Senioren";
  static final String ADMINISTRATION_AND_LAW =
      "Ausschuss Allgemeine Verwaltung und Rechtsfragen / Vergabe / Internationales";
  static final String YOUTH_WELFARE = "Jugendhilfeausschuss";
  static final String FINANCE = "Finanzausschuss";
  static final String TRAFFIC = "Verkehrsausschuss";
  static final String CULTURE = "Ausschuss Kunst und Kultur";
  static final String COUNCIL = "Rat";
  static final String INTEGRATION_OFFICE = "Amt für Integration und Vielfalt";
  static final String TREASURY = "Kämmerei";
  static final String LAW_OFFICE = "Rechtsamt";

  private static final String START_TIME = "15:30";
  private static final int HALF_A_YEAR = 200;
  private static final LocalDate SUCCESSION = LocalDate.of(2025, 11, 1);

  /** How many days before the council each body meets; the first in a sequence meet first. */
  private static final Map<String, Integer> DAYS_BEFORE_COUNCIL = new LinkedHashMap<>();

  static {
    DAYS_BEFORE_COUNCIL.put(COUNCIL, 0);
    DAYS_BEFORE_COUNCIL.put("Hauptausschuss", 7);
    DAYS_BEFORE_COUNCIL.put(INTEGRATION_COUNCIL, 16);
    DAYS_BEFORE_COUNCIL.put(EQUAL_CHANCES, 16);
    DAYS_BEFORE_COUNCIL.put(SOCIAL_AFFAIRS, 14);
    DAYS_BEFORE_COUNCIL.put(ADMINISTRATION_AND_LAW, 10);
    DAYS_BEFORE_COUNCIL.put(YOUTH_WELFARE, 9);
    DAYS_BEFORE_COUNCIL.put(FINANCE, 3);
    DAYS_BEFORE_COUNCIL.put("Stadtentwicklungsausschuss", 7);
    DAYS_BEFORE_COUNCIL.put("Gesundheitsausschuss", 9);
    DAYS_BEFORE_COUNCIL.put(TRAFFIC, 9);
    DAYS_BEFORE_COUNCIL.put("Wirtschaftsausschuss", 7);
    DAYS_BEFORE_COUNCIL.put("Ausschuss Schule und Weiterbildung", 10);
    DAYS_BEFORE_COUNCIL.put(CULTURE, 9);
    DAYS_BEFORE_COUNCIL.put("Bezirksvertretung 1 (Innenstadt)", 14);
    DAYS_BEFORE_COUNCIL.put("Bezirksvertretung 2 (Rodenkirchen)", 17);
    DAYS_BEFORE_COUNCIL.put("Bezirksvertretung 3 (Lindenthal)", 17);
    DAYS_BEFORE_COUNCIL.put("Bezirksvertretung 4 (Ehrenfeld)", 17);
    DAYS_BEFORE_COUNCIL.put("Bezirksvertretung 5 (Nippes)", 14);
    DAYS_BEFORE_COUNCIL.put("Bezirksvertretung 6 (Chorweiler)", 14);
    DAYS_BEFORE_COUNCIL.put("Bezirksvertretung 7 (Porz)", 16);
    DAYS_BEFORE_COUNCIL.put("Bezirksvertretung 8 (Kalk)", 14);
    DAYS_BEFORE_COUNCIL.put("Bezirksvertretung 9 (Mülheim)", 17);
  }

  /** Bodies that are invited by post. Their meetings are the stories of {@link SampleMeetings}. */
  static final List<String> SMALL_BODIES = List.of("Rechnungsprüfungsausschuss", "Wahlprüfungsausschuss",
      "Betriebsausschuss Bühnen", "Unterausschuss Stadtarchiv", "Unterausschuss Kleingärten",
      "Unterausschuss Städtepartnerschaften");
  private static final int SEATS_OF_A_SMALL_BODY = 5;

  private static final Map<String, Integer> SEATS = Map.of(COUNCIL, 91, INTEGRATION_COUNCIL, 33,
      ADMINISTRATION_AND_LAW, 13, "Hauptausschuss", 19, FINANCE, 17, YOUTH_WELFARE, 15);
  private static final int SEATS_OF_A_DISTRICT = 19;
  private static final int SEATS_OF_A_COMMITTEE = 17;
  /** The committees of § 59 GO NRW, in which no expert citizen sits. */
  private static final List<String> ONLY_COUNCIL_MEMBERS = List.of("Hauptausschuss", FINANCE);
  private static final int COUNCIL_MEMBERS_IN_INTEGRATION_COUNCIL = 11;

  private static final Map<String, LocalDate> JANUARY_2020 = Map.of(
      INTEGRATION_COUNCIL, LocalDate.of(2020, 1, 14),
      SOCIAL_AFFAIRS, LocalDate.of(2020, 1, 16),
      ADMINISTRATION_AND_LAW, LocalDate.of(2020, 1, 27),
      YOUTH_WELFARE, LocalDate.of(2020, 1, 28));

  private static final Map<String, String> OFFICES = Map.of(
      INTEGRATION_OFFICE, "amt-integration",
      TREASURY, "amt-kaemmerei",
      LAW_OFFICE, "amt-recht",
      "Amt für Kinder, Jugend und Familie", "amt-jugend",
      "Amt für Soziales, Arbeit und Senioren", "amt-soziales",
      "Gesundheitsamt", "amt-gesundheit",
      "Amt für Verkehrsmanagement", "amt-verkehr",
      "Kulturamt", "amt-kultur");

  private final Council council;
  private final Meetings meetings;
  private final SampleUsers users;
  private final WorkingDays workingDays;
  private final CouncilRecess recess;
  private final List<String> recesses;
  private final String password;

  /**
   * A city that is still to be built.
   *
   * @param recesses first and last day of each recess as 2026-07-20/2026-09-01
   */
  SampleCity(Council council, Meetings meetings, SampleUsers users, WorkingDays workingDays, CouncilRecess recess,
      @Value("${gremienlauf.sample.password}") String password,
      @Value("${gremienlauf.sample.recesses}") List<String> recesses) {
    this.council = council;
    this.meetings = meetings;
    this.users = users;
    this.workingDays = workingDays;
    this.recess = recess;
    this.recesses = recesses;
    this.password = password;
  }

  String password() {
    return password;
  }

  /** The day itself if it is a working day, else the last one before it. */
  LocalDate workingDay(LocalDate day) {
    return workingDays.onOrBefore(day);
  }

  Organization organization(String municipality, String name) {
    return council.find(municipality, name)
        .orElseThrow(() -> new IllegalStateException("The sample has no organization " + name));
  }

  /** Whether there is a city of that name already. */
  boolean exists(String municipality) {
    return council.find(municipality, COUNCIL).isPresent();
  }

  /** Adds everything, with meetings half a year back and ahead of today. */
  void build(String municipality, LocalDate today) {
    OFFICES.forEach((name, group) -> {
      council.mailTo(council.addOffice(municipality, name, group), group + "@example.org");
      users.ensureGroup(group, name);
    });
    for (SampleUser user : SampleUser.values()) {
      users.ensureUser(user.id(), user.firstName(), user.lastName(), password, user.groups());
      council.person(municipality, user.fullName(), user.id());
    }
    DAYS_BEFORE_COUNCIL.keySet().forEach(name -> council.addBody(municipality, name, seats(name),
        name.equals(EQUAL_CHANCES) ? SUCCESSION : null, null));
    SMALL_BODIES.forEach(name -> council.addBody(municipality, name, SEATS_OF_A_SMALL_BODY, null, null));
    council.succeed(organization(municipality, INTEGRATION_COUNCIL), organization(municipality, EQUAL_CHANCES),
        SUCCESSION);
    MeetingDays days = meetingDays(municipality);
    DAYS_BEFORE_COUNCIL.forEach((name, daysBefore) -> {
      Organization body = organization(municipality, name);
      days.between(today.minusDays(HALF_A_YEAR), today.plusDays(HALF_A_YEAR), daysBefore).stream()
          .filter(body::validOn)
          .forEach(day -> meetings.ensure(body, day, START_TIME));
    });
    JANUARY_2020.forEach((name, day) -> meetings.ensure(organization(municipality, name), day, START_TIME));
    addMembers(municipality);
  }

  private static int seats(String body) {
    return SEATS.getOrDefault(body, body.startsWith("Bezirksvertretung") ? SEATS_OF_A_DISTRICT : SEATS_OF_A_COMMITTEE);
  }

  private MeetingDays meetingDays(String municipality) {
    for (String period : recesses) {
      String[] days = period.strip().split("/");
      recess.add(municipality, LocalDate.parse(days[0]), LocalDate.parse(days[1]));
    }
    return new MeetingDays(workingDays, recess.of(municipality));
  }

  private void addMembers(String municipality) {
    SampleMembers members = new SampleMembers(council, municipality);
    members.seatCouncil(organization(municipality, COUNCIL));
    DAYS_BEFORE_COUNCIL.keySet().forEach(name -> {
      Organization body = organization(municipality, name);
      if (name.startsWith("Bezirksvertretung")) {
        members.seatElected(body, body.statutoryMembers(), 0, null);
      } else if (name.equals(INTEGRATION_COUNCIL)) {
        members.seatElected(body, body.statutoryMembers(), COUNCIL_MEMBERS_IN_INTEGRATION_COUNCIL, body.endDate());
      } else if (!name.equals(COUNCIL)) {
        members.seatCommittee(body, body.statutoryMembers(), !ONLY_COUNCIL_MEMBERS.contains(name),
            body.startDate());
      }
    });
    SMALL_BODIES.forEach(name -> members.seatByPost(organization(municipality, name), SEATS_OF_A_SMALL_BODY));
    members.save();
  }
}
