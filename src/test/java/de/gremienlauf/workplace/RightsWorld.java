package de.gremienlauf.workplace;

import com.fasterxml.jackson.databind.JsonNode;
import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.council.Participation;
import de.gremienlauf.funding.Concepts;
import de.gremienlauf.funding.FundingPeriod;
import de.gremienlauf.funding.GrantTerms;
import de.gremienlauf.funding.NewNotice;
import de.gremienlauf.funding.NewObjective;
import de.gremienlauf.funding.NewPartner;
import de.gremienlauf.funding.NewProject;
import de.gremienlauf.funding.NoticeKind;
import de.gremienlauf.funding.NoticeLetter;
import de.gremienlauf.funding.Notices;
import de.gremienlauf.funding.Objectives;
import de.gremienlauf.funding.PartnerKind;
import de.gremienlauf.funding.Partners;
import de.gremienlauf.funding.ProjectDates;
import de.gremienlauf.funding.ProjectDocumentKind;
import de.gremienlauf.funding.ProjectDocuments;
import de.gremienlauf.funding.Projects;
import de.gremienlauf.funding.Recommendations;
import de.gremienlauf.funding.Topics;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.ItemDetails;
import de.gremienlauf.meeting.MeetingDocument;
import de.gremienlauf.meeting.MeetingDocuments;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.NewPaper;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.paper.Papers;
import de.gremienlauf.substitution.AbsenceEntry;
import de.gremienlauf.substitution.Absences;
import de.gremienlauf.substitution.Chain;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Person;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** One person for each role, and one object of each kind that rights are about. */
@Lazy
@Component
public class RightsWorld {

  /** The columns of the matrix in docs/rechte.md. */
  static final List<String> ROLES = List.of("SB", "SB2", "MZ", "MZ2", "KÄ", "ZE", "GB", "SF", "FC", "AL", "OR", "RE",
      "AD");

  private static final LocalDate DAY = LocalDate.of(2026, 2, 5);
  private static final byte[] TEXT = "Ein Text.".getBytes(StandardCharsets.UTF_8);

  private final People people;
  private final PaperWorld world;
  private final Papers papers;
  private final Council council;
  private final Meetings meetings;
  private final Agenda agenda;
  private final Projects projects;
  private final Topics topics;
  private final Objectives objectives;
  private final Recommendations recommendations;
  private final Concepts concepts;
  private final Partners partners;
  private final ProjectDates dates;
  private final ProjectDocuments documents;
  private final TaskService tasks;
  private final Notices notices;
  private final MeetingDocuments meetingDocuments;
  private final Absences absences;
  private final Clerk clerk;
  private final Map<String, Person> persons = new LinkedHashMap<>();
  private final Map<String, String> objects = new HashMap<>();
  private Login login;

  RightsWorld(People people, PaperWorld world, Papers papers, Council council, Meetings meetings, Agenda agenda,
      Projects projects, Topics topics, Objectives objectives, Recommendations recommendations, Concepts concepts,
      Partners partners, ProjectDates dates, ProjectDocuments documents, TaskService tasks, Notices notices,
      MeetingDocuments meetingDocuments, Absences absences, Clerk clerk) {
    this.people = people;
    this.world = world;
    this.papers = papers;
    this.council = council;
    this.meetings = meetings;
    this.agenda = agenda;
    this.projects = projects;
    this.topics = topics;
    this.objectives = objectives;
    this.recommendations = recommendations;
    this.concepts = concepts;
    this.partners = partners;
    this.dates = dates;
    this.documents = documents;
    this.tasks = tasks;
    this.notices = notices;
    this.meetingDocuments = meetingDocuments;
    this.absences = absences;
    this.clerk = clerk;
  }

  /** Everybody, logged in, by the column of the role. */
  public Map<String, Person> persons() {
    return persons;
  }

  /** The ids of all objects by their names in docs/rechte.md. */
  public Map<String, String> objects() {
    return objects;
  }

  /** How somebody in these groups comes in to work with one of the web applications. */
  interface Login {

    Person as(String application, String... groups);
  }

  /** Builds everything anew: what runs ends with each class of tests. */
  public void build() {
    build((application, groups) -> people.login(people.user(groups), application));
  }

  /** The same with people who come in another way. */
  void build(Login login) {
    this.login = login;
    clerk.onDay(LocalDate.of(2026, 1, 5));
    String city = council.ownMunicipality();
    Organization lead = office(city, "Federführend", null);
    Organization other = office(city, "Anderes Amt", null);
    Organization law = office(city, "Mitzeichnend", null);
    Organization treasury = office(city, "Kämmerei", "kaemmerei");
    login("SB", "tasklist", "sachbearbeitung", lead.candidateGroup());
    login("SB2", "tasklist", "sachbearbeitung", other.candidateGroup());
    login("MZ", "tasklist", "mitzeichnung", law.candidateGroup());
    login("MZ2", "tasklist", "mitzeichnung", other.candidateGroup());
    login("KÄ", "tasklist", "kaemmerei");
    login("ZE", "tasklist", "zeichnung");
    login("GB", "tasklist", "gremienbuero");
    login("SF", "tasklist", "schriftfuehrung");
    login("FC", "tasklist", "foerdercontrolling");
    login("AL", "cockpit", "amtsleitung");
    login("OR", "cockpit", "organisation");
    login("RE", "cockpit", "revision");
    login("AD", "admin", "camunda-admin");
    JsonNode calendar = person("GB").post("/api/settings/calendars", Map.of()).json();
    objects.put("Kalender", calendar.path("path").asText().replaceFirst(".*/", ""));
    objects.put("Kalenderlink", calendar.path("link").path("id").asText());
    objects.put("Abwesenheit", absences.enter(new AbsenceEntry(Chain.ADMINISTRATION, people.user(), null, null,
        LocalDate.of(2026, 1, 2), LocalDate.of(2026, 12, 2))).toString());
    objects.put("Vorsitzabwesenheit", absences.enter(new AbsenceEntry(Chain.CHAIR,
        council.person(city, "Rechte im Vorsitz " + UUID.randomUUID(), null).id().toString(), null, null,
        LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 2))).toString());
    paper(city, lead, List.of(law, treasury));
    meeting(lead);
    project(city, lead);
  }

  private Organization office(String city, String name, String group) {
    String id = UUID.randomUUID().toString().substring(0, 8);
    return council.addOffice(city, name + " " + id, group == null ? "amt-" + id : group);
  }

  private void login(String role, String application, String... groups) {
    persons.put(role, login.as(application, groups));
  }

  /** A paper that is not public and is being co-signed. */
  private void paper(String city, Organization lead, List<Organization> coSigners) {
    String subject = "Grundstück " + UUID.randomUUID();
    Long id = papers.begin(new NewPaper(city, "Beschlussvorlage", subject, lead.name(), null, null));
    PaperRun paper = world.ownCity().run(id).draft(Map.of("subject", subject, "leadOffice", lead.name(),
        "visibility", "nonPublic", "nonPublicGround", "Grundstück",
        "coSigningOffices", coSigners.stream().map(office -> office.id().toString()).toList()));
    put("Entwurf", id);
    objects.put("Betreff", subject);
    objects.put("Lauf", paper.process());
    put("Anlage", person("GB").upload("/api/papers/" + id + "/attachments", "plan.txt", TEXT, Map.of("name", "Plan"))
        .json().path("attachments").get(0).path("id").asLong());
    paper.stations(new Wish("Rat der Matrix " + UUID.randomUUID(), ConsultationRole.DECISION, 1, DAY)).confirm();
    objects.put("Aufgabe", clerk.tasks(paper.process(), "Task_CoSign").stream()
        .filter(task -> candidates(task.getId()).contains(coSigners.get(0).candidateGroup()))
        .findFirst().orElseThrow().getId());
    objects.put("Modell", clerk.instance(paper.process()).getProcessDefinitionId());
  }

  /** A meeting with a public and a non-public item. */
  private void meeting(Organization lead) {
    City city = world.city();
    Wish rat = new Wish("Rat", ConsultationRole.DECISION, 1, DAY);
    PaperRun open = city.paper("Beschlussvorlage").release(rat);
    PaperRun closed = city.paper("Beschlussvorlage")
        .draft(Map.of("visibility", "nonPublic", "nonPublicGround", "Grundstück", "leadOffice",
            council.addOffice(city.name, lead.name(), lead.candidateGroup()).name()))
        .stations(rat).confirm().sign();
    Long meeting = meetings.on(city.body("Rat").id(), DAY).orElseThrow().id();
    put("Vorlage", open.id);
    put("Station", open.station("Rat").id());
    put("NöStation", closed.station("Rat").id());
    put("Gremium", city.body("Rat").id());
    put("Sitzung", meeting);
    put("Punkt", item(meeting, open));
    put("NöPunkt", item(meeting, closed));
    Long prepared = meetings.on(city.body("Ausschuss", DAY).id(), DAY).orElseThrow().id();
    clerk.onDay(meetings.get(meeting).submissionUntil().toLocalDate().plusDays(1));
    objects.put("Sitzungsaufgabe",
        clerk.task(meetings.get(prepared).processInstanceId(), "Task_ReleaseAgenda").getId());
    Task release = clerk.task(meetings.get(meeting).processInstanceId(), "Task_ReleaseAgenda");
    clerk.complete(release, Map.of("agendaChecked", true, "startTime", "9:05", "location", "Rathaus"));
    put("Sitzungsdokument", documentsOf(meeting, true));
    put("NöSitzungsdokument", documentsOf(meeting, false));
  }

  private Long documentsOf(Long meeting, boolean open) {
    return meetingDocuments.of(meeting, false).stream().filter(document -> document.publicPart() == open)
        .findFirst().map(MeetingDocument::id).orElseThrow();
  }

  private Long item(Long meeting, PaperRun paper) {
    return agenda.of(meeting).stream().filter(item -> paper.station("Rat").id().equals(item.consultationId()))
        .findFirst().map(ItemDetails::id).orElseThrow();
  }

  private void project(String city, Organization lead) {
    Long project = projects.create(new NewProject(city, null, "Ankommen " + UUID.randomUUID(),
        "Einwanderung gestalten NRW", null, "geflüchtete Menschen", lead.name(), "Bezirksregierung Arnsberg",
        LocalDate.of(2017, 4, 1), LocalDate.of(2019, 3, 31)));
    put("Projekt", project);
    put("Bescheid", notices.record(project, null, new NewNotice(NoticeKind.GRANT,
        new NoticeLetter("Bezirksregierung Arnsberg", null, LocalDate.of(2017, 4, 10), null, null, null, true),
        new FundingPeriod(LocalDate.of(2017, 4, 1), LocalDate.of(2019, 3, 31), null, null),
        new GrantTerms(null, null, null, null, null, new TreeMap<>(), null, List.of()))));
    Task question = tasks.createTaskQuery().processVariableValueEquals("projectId", project).list().get(0);
    objects.put("Projektaufgabe", question.getId());
    objects.put("Projektlauf", question.getProcessInstanceId());
    put("Thema", topics.add(project, null, "Casemanagement", null));
    put("Ziel", objectives.add(project, new NewObjective(null, null, "120 Beratungen", null, null)));
    put("Empfehlung", recommendations.add(project, null, "Wege verkürzen", null));
    Long concept = concepts.add(project, null, "KOKIP", null);
    put("Konzept", concept);
    concepts.addVersion(concept, "Erste Fassung", null);
    put("Frage", concepts.raise(concept, "Finanzierung unklar", null));
    put("Partner", partners.add(project, new NewPartner("Caritas", PartnerKind.COOPERATION, Participation.PERMANENT,
        null)));
    put("Termin", dates.add(project, "Betriebsbeginn", "voraussichtlich im Januar 2020", false));
    put("Projektdokument", documents.upload(project, ProjectDocumentKind.OTHER, "Vermerk", "vermerk.txt", TEXT));
  }

  private List<String> candidates(String taskId) {
    return tasks.getIdentityLinksForTask(taskId).stream().map(IdentityLink::getGroupId).toList();
  }

  private Person person(String role) {
    return persons.get(role);
  }

  private void put(String name, Long id) {
    objects.put(name, id.toString());
  }
}
