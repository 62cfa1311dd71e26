package de.gremienlauf.council;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.DecisionTables;
import de.gremienlauf.engine.Phrases;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bodies, offices and persons of the municipalities. */
@Service
@Transactional
public class Council {

  private static final String APART = " · ";

  private final Organizations organizations;
  private final PersonRepository persons;
  private final MembershipRepository memberships;
  private final DecisionTables tables;
  private final ApplicationEventPublisher events;
  private final String ownMunicipality;

  Council(Organizations organizations, PersonRepository persons, MembershipRepository memberships,
      DecisionTables tables, ApplicationEventPublisher events,
      @Value("${gremienlauf.municipality}") String ownMunicipality) {
    this.organizations = organizations;
    this.persons = persons;
    this.memberships = memberships;
    this.tables = tables;
    this.events = events;
    this.ownMunicipality = ownMunicipality;
  }

  /** The municipality that works with this installation. */
  public String ownMunicipality() {
    return ownMunicipality;
  }

  /** Whether any body or office of the municipality is known. */
  @Transactional(readOnly = true)
  public boolean knows(String municipality) {
    return organizations.anyOf(municipality);
  }

  /** A name under which a municipality is kept apart from itself, for a replayed case or a trial. */
  public static String apart(String municipality, String purpose) {
    return municipality + APART + purpose;
  }

  /** Whether a municipality is kept apart from the one of that name. */
  public static boolean isApart(String municipality) {
    return municipality.contains(APART);
  }

  /** The name of the municipality as people read it. */
  public static String displayName(String municipality) {
    return municipality.split(APART, 2)[0];
  }

  /** Reads several at once, so that {@link #get} has them for the rest of the transaction. */
  public void read(Collection<Long> ids) {
    organizations.read(ids);
  }

  public Organization get(Long id) {
    return organizations.find(id).orElseThrow(Council::unknown);
  }

  /** The same as it is now, even if another node has just changed it. */
  public Organization now(Long id) {
    return organizations.now(id).orElseThrow(Council::unknown);
  }

  private static BusinessException unknown() {
    return BusinessException.unknown("Dieses Gremium gibt es nicht (mehr).");
  }

  /** The bodies of the council that exist on a day, by name. */
  public List<Organization> bodies(String municipality, LocalDate day) {
    return ofType(municipality, Organization.BODY, day);
  }

  /** The bodies of projects that exist on a day, by name. */
  public List<Organization> projectBodies(String municipality, LocalDate day) {
    return ofType(municipality, Organization.PROJECT_BODY, day);
  }

  /** The offices that exist on a day, by name. */
  public List<Organization> offices(String municipality, LocalDate day) {
    return ofType(municipality, Organization.OFFICE, day);
  }

  private List<Organization> ofType(String municipality, String type, LocalDate day) {
    return organizations.of(municipality).stream()
        .filter(organization -> organization.organizationType().equals(type) && organization.validOn(day))
        .toList();
  }

  /** The groups that work for the own municipality's offices, by id, with the name of the office. */
  public Map<String, String> officeGroups() {
    Map<String, String> groups = new TreeMap<>();
    organizations.of(ownMunicipality()).stream()
        .filter(organization -> organization.candidateGroup() != null)
        .forEach(organization -> groups.putIfAbsent(organization.candidateGroup(), organization.name()));
    return groups;
  }

  /** The office of the own municipality that people of these engine groups work for; empty if none or several. */
  public Optional<Organization> officeOf(List<String> groups, LocalDate day) {
    List<Organization> own = groups.isEmpty() ? List.of() : offices(ownMunicipality, day).stream()
        .filter(office -> office.candidateGroup() != null && groups.contains(office.candidateGroup())).toList();
    return own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty();
  }

  /** The body or office of that name, whenever it exists. */
  public Optional<Organization> find(String municipality, String name) {
    return organizations.find(municipality, name);
  }

  /** The body of that name as of a day: after its end, the one that succeeded it. */
  public Optional<Organization> find(String municipality, String name, LocalDate day) {
    Optional<Organization> found = organizations.now(municipality, name);
    while (found.isPresent() && !found.get().validOn(day) && found.get().successorId() != null) {
      found = organizations.now(found.get().successorId());
    }
    return found.filter(organization -> organization.validOn(day));
  }

  /** Adds a body; what kind it is and over whom it decides says the decision table {@code organization-level}. */
  public Organization addBody(String municipality, String name, Integer statutoryMembers, LocalDate start,
      LocalDate end) {
    Map<String, Object> level = tables.first("organization-level", Map.of("name", Phrases.normalize(name)));
    return organizations.save(new Organization(null, municipality, name, Organization.BODY,
        (String) level.get("classification"), ((Number) level.get("level")).intValue(), statutoryMembers, null, start,
        end, null, null));
  }

  /** Adds a body of a project, which decides over none of the others. */
  public Organization addProjectBody(String municipality, String name, String classification, LocalDate start,
      LocalDate end) {
    return organizations.save(new Organization(null, municipality, name, Organization.PROJECT_BODY, classification, 0,
        null, null, start, end, null, null));
  }

  /** Adds an office of the administration with the engine group that works for it. */
  public Organization addOffice(String municipality, String name, String candidateGroup) {
    return addOffice(municipality, name, candidateGroup, null, null);
  }

  /** Adds an office of the administration that exists for some time only; null for no limit. */
  public Organization addOffice(String municipality, String name, String candidateGroup, LocalDate start,
      LocalDate end) {
    return organizations.save(new Organization(null, municipality, name, Organization.OFFICE, null, 0, null,
        candidateGroup, start, end, null, null));
  }

  /** Lets one body succeed another from a day on; its meetings and open stations from then on are the successor's. */
  public void succeed(Organization former, Organization successor, LocalDate from) {
    organizations.save(new Organization(former.id(), former.municipality(), former.name(), former.organizationType(),
        former.classification(), former.authorityLevel(), former.statutoryMembers(), former.candidateGroup(),
        former.startDate(), from.minusDays(1), successor.id(), former.mailAddress()));
    events.publishEvent(new BodySucceeded(former.id(), successor.id(), from));
  }

  /** Keeps where a body or office receives mail; null for nowhere. */
  public Organization mailTo(Organization organization, String mailAddress) {
    return organizations.save(new Organization(organization.id(), organization.municipality(), organization.name(),
        organization.organizationType(), organization.classification(), organization.authorityLevel(),
        organization.statutoryMembers(), organization.candidateGroup(), organization.startDate(),
        organization.endDate(), organization.successorId(), mailAddress));
  }

  /** The person of that name, added if unknown. */
  public Person person(String municipality, String name, String userId) {
    return persons.findByMunicipalityAndName(municipality, name)
        .orElseGet(() -> persons.save(new Person(null, municipality, name, userId, null)));
  }

  public Person person(Long id) {
    return persons.findById(id).orElseThrow(() -> BusinessException.unknown("Diese Person gibt es nicht (mehr)."));
  }

  /** The person of that id, if there is one. */
  public Optional<Person> knownPerson(Long id) {
    return persons.findById(id);
  }

  /** Adds many persons at once; the caller sees to it that none is known. */
  public List<Person> addPersons(List<Person> added) {
    return persons.saveAll(added);
  }

  /** The person of that name, if known. */
  public Optional<Person> findPerson(String municipality, String name) {
    return persons.findByMunicipalityAndName(municipality, name);
  }

  /** Whether the person has or had a seat in the body in that capacity from that day on. */
  public boolean isMember(Person person, Organization organization, String role, LocalDate start) {
    return memberships.findByPersonIdAndOrganizationId(person.id(), organization.id()).stream()
        .anyMatch(membership -> membership.membershipRole().equals(role)
            && Objects.equals(membership.startDate(), start));
  }

  public Membership addMembership(Person person, Organization organization, String role, boolean votingRight,
      LocalDate start, LocalDate end) {
    return memberships.save(Membership.of(person, organization, role, votingRight, start, end));
  }

  /** Adds many memberships at once. */
  public List<Membership> addMemberships(List<Membership> added) {
    return memberships.saveAll(added);
  }

  /** Who sits in a body on a day, deputies too: the chair first, then by group and last name. */
  @Transactional(readOnly = true)
  public List<Member> members(Long organizationId, LocalDate day) {
    List<Membership> seats = memberships.findOfOrganization(organizationId).stream()
        .filter(membership -> membership.validOn(day)).toList();
    Map<Long, Person> people = persons.findAllById(seats.stream().map(Membership::personId).distinct().toList())
        .stream().collect(Collectors.toMap(Person::id, Function.identity()));
    Set<Long> listed = new HashSet<>();
    return seats.stream().map(seat -> new Member(people.get(seat.personId()), seat)).sorted(Member.asPrinted())
        .filter(member -> listed.add(member.person().id())).toList();
  }
}
