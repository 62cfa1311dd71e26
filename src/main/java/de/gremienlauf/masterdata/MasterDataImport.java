package de.gremienlauf.masterdata;

import de.gremienlauf.calendar.CouncilRecess;
import de.gremienlauf.council.Council;
import de.gremienlauf.council.Membership;
import de.gremienlauf.council.Organization;
import de.gremienlauf.council.Participation;
import de.gremienlauf.council.Person;
import de.gremienlauf.council.Seat;
import de.gremienlauf.council.Superiors;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.Capacity;
import de.gremienlauf.paper.SigningAuthority;
import de.gremienlauf.paper.SigningRights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads master data of the own municipality from CSV files, described in docs/beispiele. What is there already stays as
 * it is, so that a file may be read again after it was continued.
 */
@Service
class MasterDataImport {

  private static final String BODIES = "bodies.csv";
  private static final String PERSONS = "persons.csv";
  private static final String MEMBERSHIPS = "memberships.csv";
  private static final String MEETINGS = "meetings.csv";
  private static final String RECESSES = "recesses.csv";
  private static final String SUPERIORS = "superiors.csv";
  private static final String AUTHORITIES = "signing-authorities.csv";
  private static final String PROJECT_BODY = "Projektgremium";
  private static final int NAME_LENGTH = 1000;
  private static final int PERSON_NAME_LENGTH = 500;
  private static final int ID_LENGTH = 64;
  private static final int ROLE_LENGTH = 200;

  private final Council council;
  private final Meetings meetings;
  private final CouncilRecess recess;
  private final Superiors superiors;
  private final SigningRights rights;

  MasterDataImport(Council council, Meetings meetings, CouncilRecess recess, Superiors superiors,
      SigningRights rights) {
    this.council = council;
    this.meetings = meetings;
    this.recess = recess;
    this.superiors = superiors;
    this.rights = rights;
  }

  /** What a file brought: rows that were added, and rows that were there already. */
  record Counted(String fileName, int added, int known) {
  }

  /**
   * Reads all files of a directory that are there, in one transaction.
   *
   * @throws BusinessException with one line for each error; nothing is stored then
   */
  @Transactional
  public List<Counted> read(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new BusinessException("Das Verzeichnis „" + directory + "“ gibt es nicht.");
    }
    List<String> errors = new ArrayList<>();
    List<Counted> counted = new ArrayList<>();
    read(directory, BODIES, List.of("Name"), List.of("Art", "Sitze", "Gruppe", "Beginn", "Ende", "Nachfolge",
        "E-Mail"), errors, this::addOrganization).ifPresent(file -> {
          counted.add(file.counted());
          file.rows().forEach(this::succeed);
        });
    Map<String, Long> lines = new HashMap<>();
    read(directory, PERSONS, List.of("Name"), List.of("Kennung", "E-Mail"), errors, row -> addPerson(row, lines))
        .ifPresent(file -> counted.add(file.counted()));
    read(directory, MEMBERSHIPS, List.of("Person", "Gremium", "Funktion", "Stimmrecht"), List.of("Beginn", "Ende",
        "Fraktion", "Art", "Stellvertretung", "Beteiligung"), errors, this::addMembership)
        .ifPresent(file -> counted.add(file.counted()));
    read(directory, MEETINGS, List.of("Gremium", "Datum"), List.of("Uhrzeit"), errors, this::addMeeting)
        .ifPresent(file -> counted.add(file.counted()));
    read(directory, RECESSES, List.of("Beginn", "Ende"), List.of(), errors, this::addRecess)
        .ifPresent(file -> counted.add(file.counted()));
    read(directory, SUPERIORS, List.of("Dienststelle", "Kennung"), List.of("Beginn", "Ende"), errors,
        this::addSuperior).ifPresent(file -> counted.add(file.counted()));
    read(directory, AUTHORITIES, List.of("Kennung", "Name", "Zeichnet"), List.of("Für", "Dienststelle",
        "Allgemeine Vertretung", "Beginn", "Ende"), errors, this::addAuthority)
        .ifPresent(file -> counted.add(file.counted()));
    if (!errors.isEmpty()) {
      throw new BusinessException(String.join("\n", errors) + "\nEs wurde nichts übernommen.");
    }
    if (counted.isEmpty()) {
      throw new BusinessException("Im Verzeichnis „" + directory + "“ liegt keine der Dateien "
          + String.join(", ", BODIES, PERSONS, MEMBERSHIPS, MEETINGS, RECESSES, SUPERIORS, AUTHORITIES) + ".");
    }
    return counted;
  }

  private record ReadFile(List<Row> rows, Counted counted) {
  }

  private static Optional<ReadFile> read(Path directory, String name, List<String> required, List<String> optional,
      List<String> errors, Predicate<Row> addsSomething) {
    Path file = directory.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<Row> rows = CsvFile.read(file, required, optional, errors);
    int added = (int) rows.stream().filter(addsSomething).count();
    return Optional.of(new ReadFile(rows, new Counted(name, added, rows.size() - added)));
  }

  private boolean addOrganization(Row row) {
    String name = row.required("Name", NAME_LENGTH);
    String type = row.text("Art", NAME_LENGTH);
    if (type != null && !List.of(Organization.BODY, Organization.OFFICE, PROJECT_BODY).contains(type)) {
      row.refuse("„Art“ ist „" + type + "“; erwartet wird " + Organization.BODY + ", " + Organization.OFFICE + " oder "
          + PROJECT_BODY + ".");
    }
    Integer seats = row.count("Sitze");
    String group = row.text("Gruppe", ID_LENGTH);
    if (group != null && !group.matches("[a-zA-Z0-9_-]+")) {
      row.refuse("„Gruppe“ darf nur aus Buchstaben, Ziffern, - und _ bestehen.");
    }
    LocalDate start = row.day("Beginn");
    LocalDate end = row.day("Ende");
    row.checkPeriod(start, end);
    String mail = row.mailAddress("E-Mail");
    if (!row.valid() || council.find(municipality(), name).isPresent()) {
      return false;
    }
    Organization added = Organization.OFFICE.equals(type) ? council.addOffice(municipality(), name, group, start, end)
        : PROJECT_BODY.equals(type) ? council.addProjectBody(municipality(), name, PROJECT_BODY, start, end)
            : council.addBody(municipality(), name, seats, start, end);
    if (mail != null) {
      council.mailTo(added, mail);
    }
    return true;
  }

  /** Successors are looked for when all bodies are there. */
  private void succeed(Row row) {
    String successorName = row.text("Nachfolge", NAME_LENGTH);
    LocalDate end = row.valid() ? row.day("Ende") : null;
    if (successorName == null || !row.valid()) {
      return;
    }
    Optional<Organization> successor = council.find(municipality(), successorName);
    if (successor.isEmpty()) {
      row.refuse("Das nachfolgende Gremium „" + successorName + "“ gibt es nicht.");
    } else if (successorName.equals(row.text("Name", NAME_LENGTH))) {
      row.refuse("Ein Gremium kann nicht seine eigene Nachfolge sein.");
    } else if (end == null) {
      row.refuse("Wer ein Gremium als Nachfolge hat, braucht ein Ende.");
    } else {
      Organization former = council.find(municipality(), row.required("Name", NAME_LENGTH)).orElseThrow();
      if (former.successorId() == null) {
        council.succeed(former, successor.get(), end.plusDays(1));
      }
    }
  }

  /** Memberships name nothing but the name: under one name there can be one person only. */
  private boolean addPerson(Row row, Map<String, Long> lines) {
    String name = row.required("Name", PERSON_NAME_LENGTH);
    String userId = row.text("Kennung", ID_LENGTH);
    String mail = row.mailAddress("E-Mail");
    Long before = name == null ? null : lines.putIfAbsent(name, row.line());
    if (before != null) {
      row.refuse("„" + name + "“ steht schon in Zeile " + before + ". Ist es dieselbe Person, löschen Sie eine der"
          + " Zeilen. Sind es zwei, " + apart(name));
    }
    Optional<Person> known = row.valid() ? council.findPerson(municipality(), name) : Optional.empty();
    known.filter(person -> userId != null && person.userId() != null && !userId.equals(person.userId()))
        .ifPresent(person -> row.refuse("„" + name + "“ gibt es schon mit der Kennung „" + person.userId()
            + "“. Ist es dieselbe Person, lassen Sie die Kennung hier weg. Sind es zwei, " + apart(name)));
    if (!row.valid() || known.isPresent()) {
      return false;
    }
    council.addPersons(List.of(new Person(null, municipality(), name, userId, mail)));
    return true;
  }

  private static String apart(String name) {
    return "unterscheiden Sie ihre Namen durch einen Zusatz, zum Beispiel „" + name + " (Bürgerliste)“, hier und in "
        + MEMBERSHIPS + ".";
  }

  private boolean addMembership(Row row) {
    String personName = row.required("Person", PERSON_NAME_LENGTH);
    String role = row.required("Funktion", ROLE_LENGTH);
    boolean voting = row.yesOrNo("Stimmrecht");
    LocalDate start = row.day("Beginn");
    LocalDate end = row.day("Ende");
    row.checkPeriod(start, end);
    String group = row.text("Fraktion", PERSON_NAME_LENGTH);
    boolean deputy = row.text("Stellvertretung", ROLE_LENGTH) != null && row.yesOrNo("Stellvertretung");
    Seat seat = labelled(row, "Art", Seat::labelled, Seat.values(), Seat::label);
    Participation participation = labelled(row, "Beteiligung", Participation::labelled, Participation.values(),
        Participation::label);
    Optional<Organization> body = body(row);
    Optional<Person> person = personName == null ? Optional.empty() : council.findPerson(municipality(), personName);
    if (personName != null && person.isEmpty()) {
      row.refuse("Die Person „" + personName + "“ gibt es nicht.");
    }
    if (!row.valid() || council.isMember(person.orElseThrow(), body.orElseThrow(), role, start)) {
      return false;
    }
    Membership membership = Membership.of(person.get(), body.get(), role, voting, start, end).inGroup(group);
    membership = seat == null ? membership : membership.on(seat);
    membership = participation == null ? membership : membership.taking(participation);
    council.addMemberships(List.of(deputy ? membership.asDeputyOf(null) : membership));
    return true;
  }

  /** The value whose label stands in a column; null if the column is empty. */
  private static <T> T labelled(Row row, String column, Function<String, Optional<T>> find, T[] all,
      Function<T, String> label) {
    String text = row.text(column, ROLE_LENGTH);
    Optional<T> found = text == null ? Optional.empty() : find.apply(text);
    if (text != null && found.isEmpty()) {
      row.refuse("„" + column + "“ ist „" + text + "“; erwartet wird "
          + Stream.of(all).map(label).collect(Collectors.joining(", ")) + ".");
    }
    return found.orElse(null);
  }

  private boolean addMeeting(Row row) {
    row.required("Datum", NAME_LENGTH);
    LocalDate day = row.day("Datum");
    String time = row.time("Uhrzeit");
    Optional<Organization> body = body(row);
    if (day != null && body.isPresent() && !body.get().validOn(day)) {
      row.refuse("„" + body.get().name() + "“ besteht am " + GermanDate.print(day) + " nicht.");
    }
    if (!row.valid() || meetings.on(body.orElseThrow().id(), day).isPresent()) {
      return false;
    }
    meetings.ensure(body.get(), day, time);
    return true;
  }

  private boolean addRecess(Row row) {
    row.required("Beginn", NAME_LENGTH);
    row.required("Ende", NAME_LENGTH);
    LocalDate first = row.day("Beginn");
    LocalDate last = row.day("Ende");
    if (!row.valid()) {
      return false;
    }
    try {
      return recess.add(municipality(), first, last);
    } catch (BusinessException e) {
      row.refuse(e.getMessage());
      return false;
    }
  }

  private boolean addSuperior(Row row) {
    String name = row.required("Dienststelle", NAME_LENGTH);
    String userId = row.required("Kennung", ID_LENGTH);
    LocalDate start = row.day("Beginn");
    LocalDate end = row.day("Ende");
    row.checkPeriod(start, end);
    Optional<Organization> office = name == null ? Optional.empty() : council.find(municipality(), name)
        .filter(organization -> organization.organizationType().equals(Organization.OFFICE));
    if (name != null && office.isEmpty()) {
      row.refuse("Die Dienststelle „" + name + "“ gibt es nicht.");
    }
    return row.valid() && superiors.add(office.orElseThrow(), userId, start, end);
  }

  private boolean addAuthority(Row row) {
    String userId = row.required("Kennung", ID_LENGTH);
    String signatory = row.required("Name", PERSON_NAME_LENGTH);
    String label = row.required("Zeichnet", ROLE_LENGTH);
    Capacity capacity = label == null ? null
        : labelled(row, "Zeichnet", Capacity::labelled, Capacity.values(), Capacity::label);
    String represented = row.text("Für", PERSON_NAME_LENGTH);
    String office = row.text("Dienststelle", NAME_LENGTH);
    boolean general = row.text("Allgemeine Vertretung", ROLE_LENGTH) != null && row.yesOrNo("Allgemeine Vertretung");
    LocalDate start = row.day("Beginn");
    LocalDate end = row.day("Ende");
    row.checkPeriod(start, end);
    if (!row.valid()) {
      return false;
    }
    try {
      return rights.add(new SigningAuthority(null, municipality(), userId, signatory, capacity, represented, office,
          general, start, end));
    } catch (BusinessException e) {
      row.refuse(e.getMessage());
      return false;
    }
  }

  private Optional<Organization> body(Row row) {
    String name = row.required("Gremium", NAME_LENGTH);
    if (name == null) {
      return Optional.empty();
    }
    Optional<Organization> found = council.find(municipality(), name)
        .filter(organization -> !organization.organizationType().equals(Organization.OFFICE));
    if (found.isEmpty()) {
      row.refuse("Das Gremium „" + name + "“ gibt es nicht.");
    }
    return found;
  }

  private String municipality() {
    return council.ownMunicipality();
  }
}
