package de.gremienlauf.funding;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.RecordRows;
import de.gremienlauf.funding.ProjectDetails.BodyLine;
import de.gremienlauf.funding.ProjectDetails.DateLine;
import de.gremienlauf.funding.ProjectDetails.FollowUpLine;
import de.gremienlauf.funding.ProjectDetails.MeetingLink;
import de.gremienlauf.funding.ProjectDetails.PaperLine;
import de.gremienlauf.funding.ProjectDetails.PartnerDetails;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.PaperAccess;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperQueries;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who takes part in a project: committees with their papers, partners, bodies, other projects. */
@Component
class ParticipationReader {

  private final ProjectPaperRepository projectPapers;
  private final ProjectPartnerRepository partners;
  private final ProjectBodies bodies;
  private final FundedProjectRepository projects;
  private final ProjectAccess access;
  private final PaperQueries papers;
  private final PaperAccess paperAccess;
  private final Council council;
  private final Meetings meetings;
  private final JdbcClient jdbc;
  private final Clock clock;

  ParticipationReader(ProjectPaperRepository projectPapers, ProjectPartnerRepository partners, ProjectBodies bodies,
      FundedProjectRepository projects, ProjectAccess access, PaperQueries papers, PaperAccess paperAccess,
      Council council, Meetings meetings, JdbcClient jdbc, Clock clock) {
    this.projectPapers = projectPapers;
    this.partners = partners;
    this.bodies = bodies;
    this.projects = projects;
    this.access = access;
    this.papers = papers;
    this.paperAccess = paperAccess;
    this.council = council;
    this.meetings = meetings;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<PaperLine> papers(Long projectId) {
    return projectPapers.findByProjectIdOrderById(projectId).stream().map(this::line).toList();
  }

  /** The subject of a paper that the reader may not see stays with the paper. */
  private PaperLine line(ProjectPaper one) {
    PaperDetails paper = one.paperId() == null || !paperAccess.mayRead(one.paperId()) ? null
        : papers.details(one.paperId());
    return new PaperLine(one.id(), paper == null ? null : paper.id(),
        paper == null ? one.reference() : paper.reference(), paper == null ? null : paper.name(),
        paper == null ? null : paper.stateLabel(), one.purpose().label(), one.need().label(), one.ground(),
        one.outcome() == null ? null : one.outcome().label(), one.endedOn());
  }

  List<PartnerDetails> partners(Long projectId) {
    return partners.findByProjectIdOrderById(projectId).stream().map(one -> new PartnerDetails(one.id, one.name,
        one.partnerKind, one.partnerKind.label(), one.participation.label(), one.agreementSignedOn,
        one.agreementAssumed, one.passedOn, one.consentOn, one.proofDue, one.proofReceivedOn, one.proofAccepted))
        .toList();
  }

  List<BodyLine> bodies(Long projectId) {
    return bodies.of(projectId).stream().map(body -> new BodyLine(body.id(), body.name(), body.startDate(),
        body.endDate(), meetings.of(body.id()).stream()
            .map(meeting -> new MeetingLink(meeting.id(), meeting.day())).toList(),
        bodies.projectsOf(body.id()).stream().filter(other -> !other.equals(projectId)).map(projects::required)
            .map(other -> other.projectNumber).toList())).toList();
  }

  /** The bodies of projects of the same city that do not serve this project yet. */
  List<Organization> otherBodies(FundedProject project) {
    List<Long> own = bodies.of(project.id).stream().map(Organization::id).toList();
    return council.projectBodies(project.municipality, LocalDate.now(clock)).stream()
        .filter(body -> !own.contains(body.id())).toList();
  }

  List<DateLine> dates(Long projectId) {
    return jdbc.sql("select id, label, as_said, earliest, latest, assumed from project_date where project_id = ?"
        + " order by coalesce(earliest, latest) nulls last, id").param(projectId)
        .query(RecordRows.of(DateLine.class)).list();
  }

  private record FollowUpRow(Long id, Long earlierProjectId, Long laterProjectId, String reason, int signaturesNeeded,
      int signed, LocalDate gateOpenedOn) {
  }

  List<FollowUpLine> followUps(Long projectId) {
    return jdbc.sql("select f.id, f.earlier_project_id, f.later_project_id, f.reason, f.signatures_needed,"
            + " (select count(*) from project_partner p where p.project_id = f.later_project_id"
            + " and p.agreement_signed_on is not null) as signed, f.gate_opened_on"
            + " from follow_up f where f.earlier_project_id = ? or f.later_project_id = ? order by f.id")
        .params(projectId, projectId).query(RecordRows.of(FollowUpRow.class)).list().stream()
        .map(row -> line(row, row.earlierProjectId.equals(projectId))).toList();
  }

  private FollowUpLine line(FollowUpRow row, boolean later) {
    Long otherId = later ? row.laterProjectId : row.earlierProjectId;
    FundedProject other = otherId == null ? null : projects.required(otherId);
    boolean readable = other != null && access.mayRead(other.id);
    return new FollowUpLine(row.id, later, readable ? other.id : null, other == null ? null : other.projectNumber,
        readable ? other.name : null, row.reason, row.signed, row.signaturesNeeded, row.gateOpenedOn);
  }
}
