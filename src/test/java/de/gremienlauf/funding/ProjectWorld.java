package de.gremienlauf.funding;

import de.gremienlauf.council.Council;
import de.gremienlauf.paper.PaperWorld;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** A municipality of its own for each test, with the projects that it runs. */
@Component
public class ProjectWorld {

  static final LocalDate FROM = LocalDate.of(2017, 4, 1);
  static final LocalDate UNTIL = LocalDate.of(2019, 3, 31);

  private final Projects projects;
  private final Council council;
  private final PaperWorld papers;
  private final RuntimeService runtime;
  private final FindingRepository findings;

  public ProjectWorld(Projects projects, Council council, PaperWorld papers, RuntimeService runtime,
      FindingRepository findings) {
    this.projects = projects;
    this.council = council;
    this.papers = papers;
    this.runtime = runtime;
    this.findings = findings;
  }

  /** A municipality with the office that runs its projects. */
  public String city() {
    return paperCity().name;
  }

  /** The same, for going on with papers in it. */
  public PaperWorld.City paperCity() {
    PaperWorld.City city = papers.city();
    council.addOffice(city.name, "Amt für Integration", "amt-integration");
    return city;
  }

  /** Starts a model by its key. Returns the id of its process instance. */
  public String start(String process, Map<String, Object> variables) {
    return runtime.startProcessInstanceByKey(process, variables).getId();
  }

  /** What a project is asked about, by the code of the question. */
  public Map<FindingCode, String> asked(Long projectId) {
    return findings.findByProjectIdOrderById(projectId).stream()
        .collect(Collectors.toMap(Finding::code, Finding::detail));
  }

  /** The questions that nobody has answered yet. */
  public List<FindingCode> open(Long projectId) {
    return findings.findByProjectIdOrderById(projectId).stream().filter(finding -> finding.answer() == null)
        .map(Finding::code).toList();
  }

  /** A project of the municipality that is only stored; no process runs it. */
  public Long stored(String city) {
    return projects.create(project(city, null));
  }

  /** The same under another programme. */
  Long storedIn(String programme, String city) {
    return projects.create(new NewProject(city, null, "Ankommen", programme, null, null, "Amt für Integration",
        "Bezirksregierung Arnsberg", FROM, UNTIL));
  }

  static NewProject project(String city, String number) {
    return new NewProject(city, number, "Einwanderung gestalten", "Einwanderung gestalten NRW",
        "Ämter arbeiten Hand in Hand.", "geflüchtete Menschen", "Amt für Integration", "Bezirksregierung Arnsberg",
        FROM, UNTIL);
  }

  /** The grant by a notice of a day; when it was posted is not known. */
  static NewNotice grant(LocalDate day) {
    return new NewNotice(NoticeKind.GRANT,
        new NoticeLetter("Bezirksregierung Arnsberg", null, day, null, null, null, true),
        new FundingPeriod(FROM, UNTIL, null, null),
        new GrantTerms(null, null, null, null, null, new TreeMap<>(), null, List.of()));
  }
}
