package de.gremienlauf.funding;

import static de.gremienlauf.engine.GermanDate.print;

import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.MeetingDocument;
import de.gremienlauf.meeting.MeetingDocumentKind;
import de.gremienlauf.meeting.MeetingDocuments;
import de.gremienlauf.meeting.Meetings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reports with which projects end. Their text is drafted from what is known and edited by a person; annexed are the
 * file of objectives and the minutes of a meeting of one of the project's bodies, of which only the copy without the
 * names of outsiders becomes public.
 */
@Service
@Transactional
public class FinalReports {

  private final FinalReportRepository finals;
  private final FundedProjectRepository projects;
  private final ReportFactsReader facts;
  private final Objectives objectives;
  private final ObjectivesSheet sheet;
  private final ProjectBodies bodies;
  private final Meetings meetings;
  private final MeetingDocuments meetingDocuments;
  private final ProjectDocuments documents;
  private final DocumentStore store;
  private final ProjectHistory history;
  private final Clock clock;

  FinalReports(FinalReportRepository finals, FundedProjectRepository projects, ReportFactsReader facts,
      Objectives objectives, ObjectivesSheet sheet, ProjectBodies bodies, Meetings meetings,
      MeetingDocuments meetingDocuments, ProjectDocuments documents, DocumentStore store, ProjectHistory history,
      Clock clock) {
    this.finals = finals;
    this.projects = projects;
    this.facts = facts;
    this.objectives = objectives;
    this.sheet = sheet;
    this.bodies = bodies;
    this.meetings = meetings;
    this.meetingDocuments = meetingDocuments;
    this.documents = documents;
    this.store = store;
    this.history = history;
    this.clock = clock;
  }

  /** A meeting whose minutes can be annexed. */
  public record MinutesChoice(Long meetingId, String label) {
  }

  /**
   * A final report as it was kept.
   *
   * @param minutesMeetingId the meeting whose minutes are annexed; null for none
   */
  public record Kept(String subject, String text, Long minutesMeetingId, LocalDate finishedOn) {
  }

  /** The subject that is proposed. */
  @Transactional(readOnly = true)
  public String subject(Long projectId) {
    return "Abschlussbericht zum Projekt „" + projects.required(projectId).name + "“";
  }

  /** The draft with the minutes that are proposed. */
  @Transactional(readOnly = true)
  public String draft(Long projectId) {
    return draft(projectId, minutes(projectId).stream().map(MinutesChoice::meetingId).findFirst().orElse(null));
  }

  /**
   * The draft, generated from what is known now.
   *
   * @param minutesMeetingId the meeting whose minutes are annexed; null for none
   */
  @Transactional(readOnly = true)
  public String draft(Long projectId, Long minutesMeetingId) {
    return FinalReportText.of(facts.read(projectId, minutesMeetingId));
  }

  /** The meetings of the project's bodies whose minutes are public without the names of outsiders, the latest first. */
  @Transactional(readOnly = true)
  public List<MinutesChoice> minutes(Long projectId) {
    return bodies.of(projectId).stream()
        .flatMap(body -> meetings.of(body.id()).stream()
            .filter(meeting -> redacted(meeting.id()).isPresent())
            .sorted(Comparator.comparing(Meeting::day))
            .map(meeting -> new Choice(meeting, body.name() + ", Sitzung vom " + print(meeting.day()))))
        .sorted(Comparator.comparing((Choice choice) -> choice.meeting.day()).reversed())
        .map(choice -> new MinutesChoice(choice.meeting.id(), choice.label)).toList();
  }

  private record Choice(Meeting meeting, String label) {
  }

  private Optional<MeetingDocument> redacted(Long meetingId) {
    return meetingDocuments.of(meetingId, true).stream()
        .filter(document -> document.kind() == MeetingDocumentKind.MINUTES_REDACTED)
        .reduce((earlier, later) -> later);
  }

  /**
   * Keeps the report as a person edited it. A text that is still the draft is drafted anew, so that it names the
   * annexes that were chosen.
   *
   * @param minutesMeetingId the meeting whose minutes are annexed; null for none
   */
  public void finish(Long projectId, String subject, String text, Long minutesMeetingId) {
    if (subject == null || text == null) {
      throw new BusinessException("Bitte geben Sie Betreff und Text des Abschlussberichts an.");
    }
    if (minutesMeetingId != null
        && minutes(projectId).stream().noneMatch(choice -> choice.meetingId().equals(minutesMeetingId))) {
      throw new BusinessException("Die Niederschrift dieser Sitzung ist nicht in einer geschwärzten Fassung"
          + " freigegeben.");
    }
    FinalReport report = finals.findByProjectId(projectId).orElseGet(FinalReport::new);
    report.projectId = projectId;
    report.subject = subject;
    report.bodyText = text.equals(draft(projectId)) ? draft(projectId, minutesMeetingId) : text;
    report.minutesMeetingId = minutesMeetingId;
    report.objectivesHash = objectives.of(projectId).isEmpty() ? null
        : documents.keep(projectId, ProjectDocumentKind.OBJECTIVES, "Zieldatei", sheet.print(projectId))
            .documentHash();
    report.minutesHash = minutesMeetingId == null ? null : redacted(minutesMeetingId).orElseThrow().documentHash();
    report.finishedOn = LocalDate.now(clock);
    finals.save(report);
    history.add(projectId, "Abschlussbericht entworfen" + (minutesMeetingId == null ? "."
        : ", Anlage: Niederschrift vom " + print(meetings.get(minutesMeetingId).day()) + "."));
  }

  /** The report as it was kept; empty as long as there is none. */
  @Transactional(readOnly = true)
  public Optional<Kept> kept(Long projectId) {
    return finals.findByProjectId(projectId).map(report -> new Kept(report.subject, report.bodyText,
        report.minutesMeetingId, report.finishedOn));
  }

  /** What the paper with the report begins with. */
  PaperText.Proposal proposal(Long projectId) {
    FinalReport report = finals.findByProjectId(projectId).orElseThrow(
        () -> new BusinessException("Für dieses Projekt ist noch kein Abschlussbericht entworfen."));
    List<PaperText.Annex> annexes = Stream.of(
        report.objectivesHash == null ? null
            : new PaperText.Annex("Zieldatei", "Zieldatei.pdf", store.content(report.objectivesHash), true),
        report.minutesHash == null ? null : minutes(report)).filter(Objects::nonNull).toList();
    return new PaperText.Proposal(report.subject, null, report.bodyText, null, facts.references(projectId), annexes);
  }

  private PaperText.Annex minutes(FinalReport report) {
    String day = print(meetings.get(report.minutesMeetingId).day());
    return new PaperText.Annex("Niederschrift der Sitzung vom " + day + " ("
        + facts.read(report.projectId, report.minutesMeetingId).minutes().body() + ")",
        "Niederschrift-" + day + ".pdf", store.content(report.minutesHash), false);
  }
}
