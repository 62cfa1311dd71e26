package de.gremienlauf.funding;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.council.Participation;
import de.gremienlauf.engine.Phrases;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.ResultEffect;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Collects what a final report tells from everything that is known about a project. */
@Component
class ReportFactsReader {

  private static final Set<ResultEffect> DECISIVE = EnumSet.of(ResultEffect.DECIDED, ResultEffect.DECIDED_AMENDED);
  private static final Set<PaperPurpose> CARRIES = EnumSet.of(PaperPurpose.PARTICIPATION, PaperPurpose.FOLLOW_UP);

  private final FundedProjectRepository projects;
  private final ProjectPaperRepository papers;
  private final PaperQueries paperQueries;
  private final Applications applications;
  private final Notices notices;
  private final AmendmentRepository amendments;
  private final ProgressReports reports;
  private final Topics topics;
  private final Recommendations recommendations;
  private final Concepts concepts;
  private final Objectives objectives;
  private final FollowUps followUps;
  private final Partners partners;
  private final ProjectDates dates;
  private final ProjectBodies bodies;
  private final Council council;
  private final Meetings meetings;
  private final Clock clock;

  ReportFactsReader(FundedProjectRepository projects, ProjectPaperRepository papers, PaperQueries paperQueries,
      Applications applications, Notices notices, AmendmentRepository amendments, ProgressReports reports,
      Topics topics, Recommendations recommendations, Concepts concepts, Objectives objectives, FollowUps followUps,
      Partners partners, ProjectDates dates, ProjectBodies bodies, Council council, Meetings meetings, Clock clock) {
    this.projects = projects;
    this.papers = papers;
    this.paperQueries = paperQueries;
    this.applications = applications;
    this.notices = notices;
    this.amendments = amendments;
    this.reports = reports;
    this.topics = topics;
    this.recommendations = recommendations;
    this.concepts = concepts;
    this.objectives = objectives;
    this.followUps = followUps;
    this.partners = partners;
    this.dates = dates;
    this.bodies = bodies;
    this.council = council;
    this.meetings = meetings;
    this.clock = clock;
  }

  /**
   * Everything that the report tells.
   *
   * @param minutesMeetingId the meeting whose minutes are annexed; null for none
   */
  ReportFacts read(Long projectId, Long minutesMeetingId) {
    FundedProject project = projects.required(projectId);
    Optional<NoticeDetails> grant = notices.grant(projectId);
    LocalDate from = grant.map(notice -> notice.period().executionFrom()).orElse(project.plannedFrom);
    LocalDate until = grant.map(notice -> notice.period().executionUntil()).orElse(project.plannedUntil);
    List<FundingApplication> filed = applications(projectId);
    FundingPeriod period = notices.period(projectId);
    LocalDate end = project.endedOn != null ? project.endedOn
        : period.executionUntil() != null ? period.executionUntil() : period.approvalUntil();
    return new ReportFacts(city(project), project.name, programme(project),
        from, until, resolution(projectId), !filed.isEmpty(),
        filed.stream().map(FundingApplication::filedOn).filter(Objects::nonNull).findFirst().orElse(null),
        grant.map(notice -> new ReportFacts.Grant(notice.letter().authority(), notice.title())).orElse(null),
        extensions(projectId), topics(projectId), followUps(projectId), end,
        end != null && end.isBefore(LocalDate.now(clock)), earlierReports(projectId),
        !objectives.of(projectId).isEmpty(), minutes(minutesMeetingId), partners(projectId, Participation.PERMANENT),
        partners(projectId, Participation.OCCASIONAL));
  }

  static String city(FundedProject project) {
    return "Stadt " + Council.displayName(project.municipality).replaceFirst("^Stadt ", "");
  }

  /** The programme unless it is called like the project. */
  private static String programme(FundedProject project) {
    return Phrases.normalize(project.programme).equals(Phrases.normalize(project.name)) ? null : project.programme;
  }

  private List<FundingApplication> applications(Long projectId) {
    return applications.of(projectId).stream().filter(filed -> filed.amendmentId() == null).toList();
  }

  /** The papers that carry what is reported: by which the project was decided and its follow-ups. */
  List<String> references(Long projectId) {
    return Stream.of(Stream.ofNullable(resolution(projectId)),
            followUps(projectId).stream().map(ReportFacts.FollowUp::resolution).filter(Objects::nonNull))
        .flatMap(stream -> stream).map(ReportFacts.Resolution::reference).filter(Objects::nonNull).distinct().toList();
  }

  private ReportFacts.Resolution resolution(Long projectId) {
    return papers.findByProjectIdOrderById(projectId).stream()
        .filter(paper -> CARRIES.contains(paper.purpose()) && paper.outcome() == PaperOutcome.ACCEPTED)
        .filter(paper -> paper.purpose() == PaperPurpose.PARTICIPATION || followUps.before(projectId).size() > 0)
        .map(this::resolution).findFirst().orElse(null);
  }

  private ReportFacts.Resolution resolution(ProjectPaper paper) {
    PaperDetails details = paperQueries.details(paper.paperId());
    PaperDetails.Station decisive = details.consultations().stream()
        .filter(station -> station.effect() != null && DECISIVE.contains(station.effect()))
        .reduce((earlier, later) -> later).orElse(null);
    return new ReportFacts.Resolution(decisive == null ? null : decisive.organization(),
        decisive == null ? paper.endedOn() : decisive.date(), details.reference());
  }

  private List<ReportFacts.Extension> extensions(Long projectId) {
    return notices.of(projectId).stream()
        .filter(notice -> notice.kind() == NoticeKind.EXTENSION && notice.state() != NoticeState.ANNULLED)
        .map(notice -> new ReportFacts.Extension(option(notice), announcedBy(notice), notice.id(),
            notice.letter().authority(), notice.title(), notice.period().executionUntil() == null
                ? notice.period().approvalUntil() : notice.period().executionUntil()))
        .toList();
  }

  private boolean option(NoticeDetails notice) {
    return notice.amendmentId() != null && amendments.required(notice.amendmentId()).optionOpenedOn != null;
  }

  private String announcedBy(NoticeDetails notice) {
    return reports.of(notice.projectId()).stream()
        .filter(report -> report.announces() != null && report.submittedOn() != null
            && !report.submittedOn().isAfter(notice.letter().noticeDate()))
        .map(ReportDetails::title).reduce((earlier, later) -> later).orElse(null);
  }

  private List<ReportFacts.Topic> topics(Long projectId) {
    List<Concept> all = concepts.of(projectId);
    List<Recommendation> recommended = recommendations.of(projectId);
    return topics.of(projectId).stream().map(topic -> {
      List<Recommendation> own = recommended.stream().filter(one -> topic.id().equals(one.topicId())).toList();
      return new ReportFacts.Topic(topic.name(), topic.description(), topic.noticeId(),
          all.stream().filter(concept -> topic.id().equals(concept.topicId())).map(this::concept).toList(),
          topics.outcomes(topic.id()), own.size(),
          (int) own.stream().filter(one -> one.state() == RecommendationState.TAKEN_UP).count());
    }).toList();
  }

  private ReportFacts.ConceptFacts concept(Concept concept) {
    return new ReportFacts.ConceptFacts(concept.name(), concept.longName(), concepts.versions(concept.id()).stream()
        .map(version -> new ReportFacts.VersionFacts(version.versionNumber(), version.description(),
            concepts.decisions(version.id()).stream()
                .map(decision -> decision(concept.projectId(), decision)).toList()))
        .toList(), concepts.openPoints(concept.id()));
  }

  private ReportFacts.Decision decision(Long projectId, ConceptDecision decision) {
    Organization body = council.get(decision.organizationId());
    List<Long> served = bodies.projectsOf(body.id());
    return new ReportFacts.Decision(body.name(), served.isEmpty() || served.contains(projectId) ? null
        : projects.required(served.get(0)).name, decision.knownDay());
  }

  private List<ReportFacts.FollowUp> followUps(Long projectId) {
    return followUps.after(projectId).stream().filter(link -> link.laterProjectId() != null).map(link -> {
      FundedProject later = projects.required(link.laterProjectId());
      List<PartnerLine> cooperating = partners.of(later.id).stream()
          .filter(partner -> partner.kind() == PartnerKind.COOPERATION).toList();
      return new ReportFacts.FollowUp(later.name, programme(later), !applications(later.id).isEmpty(),
          resolution(later.id), cooperating.size(),
          (int) cooperating.stream().filter(partner -> partner.signedOn() != null).count(),
          dates.of(later.id).stream().map(date -> date.label() + ": " + date.asSaid()).toList());
    }).toList();
  }

  private List<ReportFacts.Report> earlierReports(Long projectId) {
    List<ProjectPaper> told = papers.findByProjectIdAndPurposeOrderById(projectId, PaperPurpose.PROGRESS_REPORT);
    return reports.of(projectId).stream().filter(report -> report.state() == ReportState.SUBMITTED)
        .map(report -> new ReportFacts.Report(report.title(), told.stream()
            .filter(paper -> report.id().equals(paper.reportId()) && paper.paperId() != null)
            .map(paper -> paperQueries.details(paper.paperId()).reference()).filter(Objects::nonNull)
            .findFirst().orElse(null)))
        .toList();
  }

  private ReportFacts.Minutes minutes(Long meetingId) {
    if (meetingId == null) {
      return null;
    }
    Meeting meeting = meetings.get(meetingId);
    return new ReportFacts.Minutes(council.get(meeting.organizationId()).name(), meeting.day());
  }

  private List<String> partners(Long projectId, Participation participation) {
    return partners.of(projectId).stream().filter(partner -> partner.participation() == participation)
        .map(PartnerLine::name).toList();
  }
}
