package de.gremienlauf.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Everything that people may know about one funded project, as its page reads it. Absent values are null; amounts are
 * euro with two decimal places.
 */
public record ProjectDetails(Head head, FundingPeriod period, List<ProjectDeadline> deadlines, List<NoticeLine> notices,
    List<AmendmentLine> amendments, List<PaperLine> papers, List<ApplicationLine> applications,
    List<MoneyLine> financing, List<FindingLine> findings, List<DutyLine> duties, List<TopicLine> topics,
    List<RecommendationLine> recommendations, List<ObjectiveLine> objectives, List<ConceptLine> concepts,
    List<PartnerDetails> partners, List<BodyLine> bodies, List<ReportLine> reports, FinalReportLine finalReport,
    ProofLine proof, List<CallLine> calls, List<DocumentLine> documents, List<DateLine> dates,
    List<FollowUpLine> followUps, List<Event> events,
    ProjectChoices choices, boolean mayWrite, boolean mayAudit) {

  /** The project itself. */
  public record Head(Long id, String number, String name, String programme, String idea, String targetGroup,
      String leadOffice, String grantor, ProjectState state, String stateLabel, LocalDate plannedFrom,
      LocalDate plannedUntil, LocalDate earlyStartApprovedOn, LocalDate endedOn, String endReason,
      LocalDate retentionUntil, LocalDate archivedOn) {
  }

  /**
   * A notice of the grantor with what it says.
   *
   * @param sheetId the document that shows how its days come about; null before that is printed
   */
  public record NoticeLine(Long id, Long amendmentId, String title, String stateLabel, String authority,
      String fileReference, LocalDate noticeDate, LocalDate postedOn, boolean postedAssumed, String methodLabel,
      boolean methodAssumed, LocalDate receivedOn, boolean instruction, FundingPeriod period, String financingLabel,
      String paymentLabel, BigDecimal rate, BigDecimal eligibleTotal, BigDecimal grantLimit, String conditions,
      LocalDate appealUntil, LocalDate checkedOn, LocalDate waivedOn, LocalDate challengedOn, String challengeOutcome,
      LocalDate finalOn, Long sheetId, List<YearLine> years, List<ClauseLine> clauses) {
  }

  /** The amount of a budget year. */
  public record YearLine(int year, BigDecimal amount) {
  }

  /** What a notice says otherwise than the rules of the programme. */
  public record ClauseLine(String rule, String value, String printed) {
  }

  /**
   * A change of the grant.
   *
   * @param until until when the city can use the option or comment
   */
  public record AmendmentLine(Long id, String kindLabel, String stateLabel, boolean hearing, LocalDate begunOn,
      LocalDate until, String note, Boolean committeesNeeded, String committeesGround, String hearingStatement,
      String refusal) {
  }

  /**
   * A paper for the committees.
   *
   * @param paperId the paper if the reader may see it, else null
   */
  public record PaperLine(Long id, Long paperId, String reference, String name, String stateLabel,
      String purposeLabel, String needLabel, String ground, String outcomeLabel, LocalDate endedOn) {
  }

  /** An application to the grantor. */
  public record ApplicationLine(Long id, Long amendmentId, LocalDate filedOn, boolean assumed, String documents,
      String note) {
  }

  /** A line of the plan of expenditure or of its financing. */
  public record MoneyLine(Long id, int number, LineSide side, String sourceLabel, String label, BigDecimal planned,
      boolean eligible, BigDecimal actual) {
  }

  /** A question and its answer. */
  public record FindingLine(Long id, String question, String detail, LocalDate raisedOn, String answer,
      LocalDate answeredOn, String answeredBy) {
  }

  /** Something that the grantor had to be told. */
  public record DutyLine(Long id, String kindLabel, LocalDate noticedOn, String matter, LocalDate toldOn,
      String toldHow) {
  }

  /** A focus topic with what became of it. */
  public record TopicLine(Long id, Long noticeId, int number, String name, String description,
      List<OutcomeLine> outcomes) {
  }

  /** What became of a topic and who takes it over. */
  public record OutcomeLine(Long id, String kindLabel, String takenOverBy, String description) {
  }

  /** A recommendation for action and who takes it up. */
  public record RecommendationLine(Long id, int number, String topic, String wording, String addressee,
      String takenUpBy, LocalDate takenUpOn, RecommendationState state, String stateLabel) {
  }

  /** A line of the table of objectives. */
  public record ObjectiveLine(Long id, int number, String topic, String wording, String measure,
      String target, String achieved, ObjectiveState state, String stateLabel) {
  }

  /** A concept with its versions and what is still open. */
  public record ConceptLine(Long id, String name, String longName, String topic, List<VersionLine> versions,
      List<OpenPointLine> openPoints) {
  }

  /** A version of a concept. */
  public record VersionLine(int number, String description, LocalDate decidedOn, boolean assumed,
      List<DecisionLine> decisions) {
  }

  /** A body that decided on a version; the meeting is null if it is not known. */
  public record DecisionLine(String organization, LocalDate decidedOn, Long meetingId) {
  }

  /** What a concept leaves open. */
  public record OpenPointLine(Long id, String point, LocalDate raisedOn, LocalDate settledOn, String settledBy) {
  }

  /** A partner outside the administration. */
  public record PartnerDetails(Long id, String name, PartnerKind kind, String kindLabel,
      String participationLabel, LocalDate agreementSignedOn, boolean agreementAssumed, BigDecimal passedOn,
      LocalDate consentOn, LocalDate proofDue, LocalDate proofReceivedOn, BigDecimal proofAccepted) {
  }

  /** A body of the project with the days of its meetings. */
  public record BodyLine(Long organizationId, String name, LocalDate from, LocalDate until, List<MeetingLink> meetings,
      List<String> otherProjects) {
  }

  /** A meeting of a body. */
  public record MeetingLink(Long id, LocalDate day) {
  }

  /** A report on how far the project is. */
  public record ReportLine(Long id, int number, String title, String basisLabel, String basisNote, LocalDate dueOn,
      LocalDate beginOn, String announces, Boolean committees, LocalDate submittedOn, boolean submittedAssumed,
      String stateLabel) {
  }

  /** The final report. */
  public record FinalReportLine(String subject, LocalDate finishedOn) {
  }

  /** The proof of use. */
  public record ProofLine(String stateLabel, LocalDate dueOn, BigDecimal computedGrant, String computation,
      LocalDate submittedOn, String auditLabel, String auditNote, LocalDate auditedOn, BigDecimal repayment) {
  }

  /** A call for funds. */
  public record CallLine(Long id, String stateLabel, LocalDate calledOn, BigDecimal amount, LocalDate paymentsUntil,
      String purpose, LocalDate paidOn, BigDecimal paid, LocalDate useUntil, BigDecimal used,
      LocalDate usedConfirmedOn, String refusal) {
  }

  /**
   * A document to download.
   *
   * @param word whether it can be had as a Word file as well
   */
  public record DocumentLine(Long id, String kindLabel, String name, String fileName, LocalDate createdOn,
      boolean word) {
  }

  /** A day that is known only roughly. */
  public record DateLine(Long id, String label, String asSaid, LocalDate earliest, LocalDate latest,
      boolean assumed) {
  }

  /**
   * Another project that comes before or after this one.
   *
   * @param later whether the other one comes after this one
   * @param projectId the other project; null if it is not there yet or the reader may not see it
   */
  public record FollowUpLine(Long id, boolean later, Long projectId, String number, String name, String reason,
      int signed, int signaturesNeeded, LocalDate gateOpenedOn) {
  }

  /** What happened. */
  public record Event(LocalDateTime at, String by, String description) {
  }
}
