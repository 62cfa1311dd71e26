package de.gremienlauf.tracking;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.ProcessMessages;
import de.gremienlauf.engine.RecordRows;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.engine.UserNames;
import de.gremienlauf.paper.Consultations;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperLine;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.ResolutionPassed;
import de.gremienlauf.paper.ResolutionTakenBack;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows up what bodies have decided. Every resolution on a paper of the own municipality becomes a duty; papers that
 * are recorded elsewhere and only driven through the models again oblige nobody.
 */
@Service
@Transactional
public class ResolutionDuties {

  public static final String PROCESS = "resolution-tracking";
  private static final String TAKEN_BACK = "ResolutionTakenBack";
  private static final int MOST_MONTHS = 60;

  private final ResolutionDutyRepository duties;
  private final ResolutionReportRepository reports;
  private final PaperQueries papers;
  private final Consultations consultations;
  private final Council council;
  private final ProcessMessages messages;
  private final JdbcClient jdbc;
  private final UserNames userNames;
  private final CurrentUser user;
  private final Clock clock;

  ResolutionDuties(ResolutionDutyRepository duties, ResolutionReportRepository reports, PaperQueries papers,
      Consultations consultations, Council council, ProcessMessages messages, JdbcClient jdbc,
      UserNames userNames, CurrentUser user, Clock clock) {
    this.duties = duties;
    this.reports = reports;
    this.papers = papers;
    this.consultations = consultations;
    this.council = council;
    this.messages = messages;
    this.jdbc = jdbc;
    this.userNames = userNames;
    this.user = user;
    this.clock = clock;
  }

  @EventListener
  void onPassed(ResolutionPassed passed) {
    if (papers.recorded(passed.paperId())
        || !council.ownMunicipality().equals(papers.municipality(passed.paperId()))) {
      return;
    }
    PaperDetails.Station station = papers.station(passed.consultationId());
    PaperLine paper = papers.line(passed.paperId());
    List<PaperDetails.Point> points = papers.currentWording(passed.paperId()).points();
    ResolutionDuty duty = new ResolutionDuty();
    duty.paperId = passed.paperId();
    duty.consultationId = station.id();
    duty.organizationId = station.organizationId();
    duty.decidedOn = station.concludedOn();
    duty.pointNumbers = points.isEmpty() ? null
        : points.stream().map(point -> String.valueOf(point.number())).collect(Collectors.joining(", "));
    duty.resolution = points.isEmpty() ? paper.name()
        : points.stream().map(PaperDetails.Point::text).collect(Collectors.joining("\n\n"));
    duty.resultCondition = station.condition();
    duty.enforceableFrom = station.enforceable().date();
    duty.office = paper.leadOffice();
    duty.publicDuty = paper.publicPaper() && !station.behindClosedDoors();
    duty = duties.save(duty);
    duty.processInstanceId = messages.startProcess(PROCESS, consultations.businessKey(station.id()),
        Map.of("resolutionDutyId", duty.id, "paperId", duty.paperId));
    duties.save(duty);
  }

  @EventListener
  void onTakenBack(ResolutionTakenBack taken) {
    for (ResolutionDuty duty : duties.findByConsultationId(taken.consultationId())) {
      if (!duty.state.over()) {
        duty.state = DutyState.OBSOLETE;
        duty.reason = "Das Ergebnis der Beratung wurde berichtigt.";
        duties.save(duty);
        messages.send(TAKEN_BACK, duty.processInstanceId, Map.of());
      }
    }
  }

  /**
   * Lays down who implements a resolution by when.
   *
   * @param intervalMonths how often somebody has to report; null for never
   */
  public void plan(Long dutyId, String office, LocalDate dueOn, Integer intervalMonths, boolean publicDuty) {
    ResolutionDuty duty = row(dutyId);
    if (office == null) {
      throw new BusinessException("Bitte geben Sie an, welche Dienststelle den Beschluss umsetzt.");
    }
    requireComing(dueOn, "Umzusetzen bis");
    if (dueOn.isBefore(duty.enforceableFrom)) {
      throw new BusinessException("Der Beschluss darf erst ab dem " + GermanDate.print(duty.enforceableFrom)
          + " umgesetzt werden; der Termin kann nicht davor liegen.");
    }
    if (intervalMonths != null && (intervalMonths < 1 || intervalMonths > MOST_MONTHS)) {
      throw new BusinessException("Zwischenberichte sind alle 1 bis " + MOST_MONTHS + " Monate möglich.");
    }
    if (publicDuty && !papers.line(duty.paperId).publicPaper()) {
      throw new BusinessException("Die Vorlage ist nichtöffentlich; die Umsetzung kann nicht öffentlich sein.");
    }
    duty.office = office;
    duty.dueOn = dueOn;
    duty.intervalMonths = intervalMonths;
    duty.publicDuty = publicDuty;
    duty.state = DutyState.OPEN;
    duties.save(duty);
  }

  /** Keeps that nothing has to be done, or nothing more, and why. */
  public void settleWithout(Long dutyId, String reason) {
    ResolutionDuty duty = row(dutyId);
    duty.reason = required(reason, "Bitte begründen Sie, warum nichts (mehr) umzusetzen ist.");
    duty.state = DutyState.OBSOLETE;
    duties.save(duty);
  }

  /** Keeps a report on the way. */
  public void report(Long dutyId, String text) {
    ResolutionDuty duty = row(dutyId);
    reports.save(new ResolutionReport(null, dutyId, LocalDate.now(clock), user.id(),
        required(text, "Bitte schreiben Sie, wie weit die Umsetzung ist.")));
    duty.state = DutyState.REPORTED;
    duties.save(duty);
  }

  /** Moves the date. */
  public void postpone(Long dutyId, LocalDate dueOn, String reason) {
    ResolutionDuty duty = row(dutyId);
    requireComing(dueOn, "Neuer Termin");
    duty.reason = required(reason, "Bitte begründen Sie den neuen Termin.");
    duty.dueOn = dueOn;
    duties.save(duty);
  }

  /** Keeps that the resolution is implemented, since when and what proves it. */
  public void done(Long dutyId, LocalDate doneOn, String evidence) {
    ResolutionDuty duty = row(dutyId);
    if (doneOn == null) {
      throw new BusinessException("Bitte geben Sie an, seit wann der Beschluss umgesetzt ist.");
    }
    if (doneOn.isBefore(duty.decidedOn) || doneOn.isAfter(LocalDate.now(clock))) {
      throw new BusinessException("„Umgesetzt am“ muss zwischen dem Beschluss vom " + GermanDate.print(duty.decidedOn)
          + " und heute liegen.");
    }
    duty.evidence = required(evidence, "Bitte geben Sie an, womit die Umsetzung belegt ist.");
    duty.doneOn = doneOn;
    duty.state = DutyState.DONE;
    duties.save(duty);
  }

  private void requireComing(LocalDate day, String label) {
    if (day == null) {
      throw new BusinessException("Bitte füllen Sie „" + label + "“ aus.");
    }
    if (day.isBefore(LocalDate.now(clock))) {
      throw new BusinessException("„" + label + "“ liegt in der Vergangenheit.");
    }
  }

  private static String required(String text, String message) {
    if (text == null) {
      throw new BusinessException(message);
    }
    return text;
  }

  /** Whether somebody has still to implement the resolution. */
  @Transactional(readOnly = true)
  public boolean open(Long dutyId) {
    return row(dutyId).state.open();
  }

  /** When the next report on the way is wanted; empty for none. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> nextReport(Long dutyId) {
    ResolutionDuty duty = row(dutyId);
    return duty.intervalMonths == null ? Optional.empty()
        : Optional.of(LocalDate.now(clock).plusMonths(duty.intervalMonths));
  }

  /** By when the resolution has to be implemented; null as long as nobody has laid it down. */
  @Transactional(readOnly = true)
  public LocalDate dueOn(Long dutyId) {
    return row(dutyId).dueOn;
  }

  /** The group that works for the office that implements the resolution. */
  @Transactional(readOnly = true)
  public String group(Long dutyId) {
    return groupOf(row(dutyId).office);
  }

  @Transactional(readOnly = true)
  public Duty get(Long dutyId) {
    return read(List.of(row(dutyId))).get(0);
  }

  /** The group that works for an office of the own municipality; all clerks if it has none. */
  @Transactional(readOnly = true)
  public String groupOf(String office) {
    return council.find(council.ownMunicipality(), Objects.requireNonNullElse(office, ""))
        .map(Organization::candidateGroup).orElse(UserGroups.CLERKS);
  }

  /**
   * What is still to be implemented, what is due first comes first, and then what ended since a day, the last first.
   *
   * @param wanted of which offices
   */
  @Transactional(readOnly = true)
  public List<Duty> since(LocalDate day, Predicate<String> wanted) {
    List<String> offices = duties.offices().stream().filter(wanted).toList();
    return offices.isEmpty() ? List.of() : read(Stream.concat(duties.findOpen(offices).stream(),
        duties.findEnded(offices, day).stream()).toList());
  }

  /** What a body decided in a year, and what was still to be implemented then of what it had decided before. */
  @Transactional(readOnly = true)
  public List<Duty> ofYear(Long organizationId, int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate last = LocalDate.of(year, 12, 31);
    return read(duties.findByOrganizationIdAndDecidedOnLessThanEqualOrderByDecidedOnAscIdAsc(organizationId, last)
        .stream().filter(duty -> !duty.decidedOn.isBefore(first) || !duty.state.over()
            || duty.doneOn != null && !duty.doneOn.isBefore(first)).toList());
  }

  /** The bodies whose resolutions are tracked, by name, with the first year of each. */
  @Transactional(readOnly = true)
  public List<TrackedBody> bodies() {
    return jdbc.sql("select o.id, o.name, min(extract(year from d.decided_on)) as first_year from resolution_duty d"
            + " join organization o on o.id = d.organization_id group by o.id, o.name order by o.name")
        .query(RecordRows.of(TrackedBody.class)).list();
  }

  /** A body whose resolutions are tracked. */
  public record TrackedBody(Long id, String name, int firstYear) {
  }

  /** What was decided on a paper. */
  @Transactional(readOnly = true)
  public List<Duty> of(Long paperId) {
    return read(duties.findByPaperIdOrderById(paperId));
  }

  private List<Duty> read(List<ResolutionDuty> rows) {
    Map<Long, List<Duty.Report>> given = reports.findByDutyIdInOrderById(rows.stream().map(duty -> duty.id).toList())
        .stream().collect(Collectors.groupingBy(ResolutionReport::dutyId, Collectors.mapping(report -> new Duty.Report(
            report.reportedOn(), userNames.of(report.reportedBy()), report.report()), Collectors.toList())));
    LocalDate today = LocalDate.now(clock);
    return rows.stream().map(duty -> {
      PaperLine paper = papers.line(duty.paperId);
      return new Duty(duty.id, duty.paperId, paper.reference(), paper.name(), duty.organizationId,
          council.get(duty.organizationId).name(),
          duty.decidedOn, duty.pointNumbers, duty.resolution, duty.resultCondition, duty.enforceableFrom, duty.office,
          duty.dueOn, duty.intervalMonths, duty.publicDuty, duty.state, duty.state.label(), duty.reason, duty.doneOn,
          duty.evidence, given.getOrDefault(duty.id, List.of()),
          duty.state.open() && duty.dueOn.isBefore(today));
    }).toList();
  }

  private ResolutionDuty row(Long dutyId) {
    return duties.findById(dutyId).orElseThrow(() -> BusinessException.unknown("Diesen Beschluss gibt es nicht."));
  }
}
