package de.gremienlauf.replay;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.gremienlauf.council.Participation;
import de.gremienlauf.funding.AuditResult;
import de.gremienlauf.funding.DutyKind;
import de.gremienlauf.funding.FinancingKind;
import de.gremienlauf.funding.FinancingSource;
import de.gremienlauf.funding.FindingCode;
import de.gremienlauf.funding.NoticeKind;
import de.gremienlauf.funding.NoticeMethod;
import de.gremienlauf.funding.ObjectiveState;
import de.gremienlauf.funding.OutcomeKind;
import de.gremienlauf.funding.PaperPurpose;
import de.gremienlauf.funding.PartnerKind;
import de.gremienlauf.funding.PaymentKind;
import de.gremienlauf.funding.ReportBasis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happens in a story, in the words of the domain. What is not told is null. */
sealed interface Deed {

  /** The kinds of events with what each of them tells. */
  Map<String, Class<? extends Deed>> KINDS = kinds();

  private static Map<String, Class<? extends Deed>> kinds() {
    Map<String, Class<? extends Deed>> kinds = new LinkedHashMap<>();
    kinds.put("application", Application.class);
    kinds.put("paper", Paper.class);
    kinds.put("noPaper", NoPaper.class);
    kinds.put("earlyStartApproval", EarlyStartApproval.class);
    kinds.put("notice", Notice.class);
    kinds.put("noNotice", NoNotice.class);
    kinds.put("posting", Posting.class);
    kinds.put("appealWaiver", AppealWaiver.class);
    kinds.put("extensionOption", ExtensionOption.class);
    kinds.put("repaymentHearing", RepaymentHearing.class);
    kinds.put("fundsCall", FundsCall.class);
    kinds.put("notification", Notification.class);
    kinds.put("progressReport", ProgressReport.class);
    kinds.put("topic", Topic.class);
    kinds.put("outcome", Outcome.class);
    kinds.put("recommendation", Recommendation.class);
    kinds.put("objective", Objective.class);
    kinds.put("concept", Concept.class);
    kinds.put("openPoint", OpenPoint.class);
    kinds.put("meeting", Meeting.class);
    kinds.put("partner", Partner.class);
    kinds.put("agreement", Agreement.class);
    kinds.put("otherProject", OtherProject.class);
    kinds.put("followUp", FollowUp.class);
    kinds.put("roughDate", RoughDate.class);
    kinds.put("answer", Answer.class);
    kinds.put("finalReport", FinalReport.class);
    kinds.put("partnerProof", PartnerProof.class);
    kinds.put("proofOfUse", ProofOfUse.class);
    kinds.put("audit", Audit.class);
    kinds.put("archive", Archive.class);
    kinds.put("abort", Abort.class);
    return kinds;
  }

  /**
   * An application for the grant, or for the change of it that is under way.
   *
   * @param dayUnknown whether the day of the event only places it in the story
   * @param expenditure the plan of the whole project with the change; empty to leave the plan as it is
   */
  record Application(boolean dayUnknown, String documents, String remark, List<Line> expenditure,
      List<Line> financing) implements Deed {

    public Application {
      expenditure = expenditure == null ? List.of() : List.copyOf(expenditure);
      financing = financing == null ? List.of() : List.copyOf(financing);
    }
  }

  /**
   * A line of the plan.
   *
   * @param source who pays; null for expenditure
   * @param notEligible whether the grantor does not count the expenditure
   */
  record Line(@JsonProperty(required = true) String label, @JsonProperty(required = true) BigDecimal amount,
      FinancingSource source, boolean notEligible) {
  }

  /**
   * A paper that the project needs, from its draft to its last body.
   *
   * @param purpose what it is for
   * @param reference its number; null to give it one
   * @param also the keys of other projects that it concerns; those that wait for such a paper take it as theirs
   */
  record Paper(@JsonProperty(required = true) PaperPurpose purpose, String reference,
      @JsonProperty(required = true) String type, @JsonProperty(required = true) String name, String leadOffice,
      String resolution, String reasons, String budget, List<String> topics, List<String> references,
      Signature signature, List<String> also, @JsonProperty(required = true) List<Station> stations)
      implements Deed {

    public Paper {
      topics = topics == null ? List.of() : List.copyOf(topics);
      references = references == null ? List.of() : List.copyOf(references);
      also = also == null ? List.of() : List.copyOf(also);
      stations = stations == null ? List.of() : List.copyOf(stations);
    }
  }

  /** Who signed a paper, when, and for whom. */
  record Signature(@JsonProperty(required = true) String name, String actingFor, LocalDate date) {
  }

  /** A body that dealt with a paper; role and result as printed. */
  record Station(@JsonProperty(required = true) String organization,
      @JsonProperty(required = true) LocalDate date, String role, String result, String vote, String remark,
      Assumed assumed) {
  }

  /** The decision that no paper is needed. */
  record NoPaper(@JsonProperty(required = true) PaperPurpose purpose, @JsonProperty(required = true) String ground)
      implements Deed {
  }

  /** The grantor lets the measure begin before the notice. */
  record EarlyStartApproval() implements Deed {
  }

  /**
   * A notice of the grantor; the day of the event is its date.
   *
   * @param decides what it does
   * @param posted when it was posted, if that is known
   * @param method way of posting, if that is known
   * @param received the day it was proven to arrive; null if that is not told
   * @param entered when it was recorded; null for the day on which it is deemed to have arrived
   * @param rate the grant's share of the eligible expenditure in percent
   * @param years amounts by budget year
   * @param clauses what it rules otherwise, by the keys of the table {@code funding-rules}
   */
  record Notice(@JsonProperty(required = true) NoticeKind decides, String authority, String fileReference,
      LocalDate posted, NoticeMethod method, LocalDate received, LocalDate entered, LocalDate approvalFrom,
      LocalDate approvalUntil, LocalDate executionFrom, LocalDate executionUntil, FinancingKind financing, PaymentKind payment, BigDecimal rate,
      BigDecimal eligible, BigDecimal limit, Map<Integer, BigDecimal> years, List<Clause> clauses, String conditions)
      implements Deed {

    public Notice {
      years = years == null ? Map.of() : years;
      clauses = clauses == null ? List.of() : List.copyOf(clauses);
    }
  }

  /** A rule that a notice replaces. */
  record Clause(@JsonProperty(required = true) String rule, @JsonProperty(required = true) String value, String text) {
  }

  /** The change that is under way gets no notice. */
  record NoNotice(@JsonProperty(required = true) String reason) implements Deed {
  }

  /** The day of posting of the last notice becomes known. */
  record Posting(@JsonProperty(required = true) LocalDate posted) implements Deed {
  }

  /** The city waives its right to appeal against the last notice. */
  record AppealWaiver() implements Deed {
  }

  /**
   * The grantor lets a project be prolonged.
   *
   * @param until the day up to which that is possible
   * @param committees whether committees have to take part; null while nobody has decided that
   */
  record ExtensionOption(LocalDate until, String remark, Boolean committees, String ground) implements Deed {
  }

  /** The grantor announces that it wants money back. */
  record RepaymentHearing(LocalDate until, String statement) implements Deed {
  }

  /** Money is called, paid and used. */
  record FundsCall(@JsonProperty(required = true) BigDecimal amount, LocalDate paymentsUntil, String purpose,
      LocalDate paidOn, BigDecimal paid, LocalDate usedOn, BigDecimal used) implements Deed {
  }

  /** Something that the grantor has to be told at once. */
  record Notification(@JsonProperty(required = true) DutyKind kind, @JsonProperty(required = true) String matter,
      LocalDate toldOn, String how) implements Deed {
  }

  /**
   * A report on the state of the project; the day of the event is that of its submission.
   *
   * @param announces what it announces, e.g. the option of an extension
   */
  record ProgressReport(String title, ReportBasis basis, LocalDate due, @JsonProperty(required = true) String text,
      String announces, boolean committees) implements Deed {
  }

  /** A focus topic. */
  record Topic(@JsonProperty(required = true) String name, String description) implements Deed {
  }

  /** What becomes of a focus topic. */
  record Outcome(@JsonProperty(required = true) String topic, @JsonProperty(required = true) OutcomeKind outcome,
      String takenOverBy, String description) implements Deed {
  }

  /** A recommendation of the project. */
  record Recommendation(@JsonProperty(required = true) String wording, String topic, String addressee,
      String takenUpBy, LocalDate takenUpOn) implements Deed {
  }

  /** An objective of the project with what became of it. */
  record Objective(@JsonProperty(required = true) String wording, String topic, String measure, String target,
      String achieved, ObjectiveState state) implements Deed {
  }

  /** A concept that the project works on. */
  record Concept(@JsonProperty(required = true) String name, String longName, String topic) implements Deed {
  }

  /** What a concept leaves open, and how that was settled. */
  record OpenPoint(@JsonProperty(required = true) String concept, @JsonProperty(required = true) String point,
      LocalDate settledOn, String settledBy) implements Deed {
  }

  /**
   * A meeting of a body of the project.
   *
   * @param minutes how its minutes were released; null if that is not told
   */
  record Meeting(@JsonProperty(required = true) String body, String startTime, String endTime, String location,
      String opening, @JsonProperty(required = true) List<Item> items, Minutes minutes) implements Deed {

    public Meeting {
      items = items == null ? List.of() : List.copyOf(items);
    }
  }

  /**
   * An item of a project body.
   *
   * @param concept the concept that the body decided about; null for another matter
   * @param version which version of the concept, from 1
   * @param revision what is new in that version
   */
  record Item(@JsonProperty(required = true) String title, String result, String text, String concept,
      Integer version, String revision) {
  }

  /** The release of minutes, with the names that a copy for the public leaves out and who decided so. */
  record Minutes(@JsonProperty(required = true) LocalDate released, List<String> redacted, String decision) {

    public Minutes {
      redacted = redacted == null ? List.of() : List.copyOf(redacted);
    }
  }

  /** Somebody who takes part in the project. */
  record Partner(@JsonProperty(required = true) String name, @JsonProperty(required = true) PartnerKind partner,
      @JsonProperty(required = true) Participation participation, BigDecimal passedOn, LocalDate consentOn)
      implements Deed {
  }

  /** A partner signs the cooperation agreement. */
  record Agreement(@JsonProperty(required = true) String partner) implements Deed {
  }

  /** Another project begins that has to do with this one, e.g. because one paper concerns both. */
  record OtherProject(@JsonProperty(required = true) ProjectStory.Project other) implements Deed {
  }

  /** A project that goes on where this one ends. */
  record FollowUp(@JsonProperty(required = true) ProjectStory.Project later, String reason, int signatures)
      implements Deed {
  }

  /** A day that is known only roughly, as it was said. */
  record RoughDate(@JsonProperty(required = true) String label, @JsonProperty(required = true) String said)
      implements Deed {
  }

  /** Somebody answers a question of the application. */
  record Answer(@JsonProperty(required = true) FindingCode finding, @JsonProperty(required = true) String text)
      implements Deed {
  }

  /**
   * The final report is written.
   *
   * @param minutesOf the body whose minutes are attached; null for none
   * @param minutesDay the day of its meeting
   * @param text the report; null for the draft that the application makes
   */
  record FinalReport(String minutesOf, LocalDate minutesDay, String text) implements Deed {
  }

  /** A partner proves how it used the money passed on. */
  record PartnerProof(@JsonProperty(required = true) String partner, BigDecimal accepted) implements Deed {
  }

  /** The proof of use is submitted; actual amounts by the labels of the plan. */
  record ProofOfUse(@JsonProperty(required = true) String narrative, Map<String, BigDecimal> actual)
      implements Deed {

    public ProofOfUse {
      actual = actual == null ? Map.of() : actual;
    }
  }

  /** The grantor has audited the proof of use. */
  record Audit(@JsonProperty(required = true) AuditResult result, String remark, BigDecimal repayment) implements Deed {
  }

  /** The file goes to the archive. */
  record Archive() implements Deed {
  }

  /** The project is given up. */
  record Abort(@JsonProperty(required = true) String reason) implements Deed {
  }
}
