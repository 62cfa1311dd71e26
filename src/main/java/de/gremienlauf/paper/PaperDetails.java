package de.gremienlauf.paper;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.gremienlauf.meeting.ResultKind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Everything that people may know about one paper, as pages and reports read it. Absent values are null. */
public record PaperDetails(Long id, String reference, int revision, String type, String name, PaperState state,
    String stateLabel, String leadOffice, String originator, boolean publicPaper, String nonPublicGround,
    LocalDate outsideDeadline, String outsideDeadlineNote, LocalDate released, boolean document, String textHash,
    List<Point> resolutionPoints, List<Block> blocks, List<Reference> references, List<String> topics,
    List<String> districts, List<WordingLine> wordings, List<Station> consultations, List<AttachmentLine> attachments,
    List<CoSignatureLine> coSignatures, List<SignatureLine> signatures, List<Event> events, String returnedBecause,
    List<UrgentLine> urgentDecisions, Permissions may) {

  /** The same with other texts, stations and attachments, e.g. without what a reader may not know of them. */
  PaperDetails showing(List<Point> points, List<WordingLine> texts, List<Station> shown, List<AttachmentLine> files) {
    return new PaperDetails(id, reference, revision, type, name, state, stateLabel, leadOffice, originator,
        publicPaper, nonPublicGround, outsideDeadline, outsideDeadlineNote, released, document, textHash,
        points, blocks, references, topics, districts, texts, shown, files, coSignatures,
        signatures, events, returnedBecause, urgentDecisions, may);
  }

  /**
   * A numbered point of the resolution.
   *
   * @param rich the point with its look, as XHTML; null if the words say it all
   */
  public record Point(int number, String text, String rich) {
  }

  /**
   * A further text under its heading.
   *
   * @param rich the text with its look, as XHTML; null if the words say it all
   */
  public record Block(String kind, String heading, String text, String rich) {
  }

  /** Another paper. */
  public record Reference(String reference, String kind) {
  }

  /**
   * A wording; without points if a body changed the text and it is not recorded.
   *
   * @param consultationId the station of the body that gave it; null if it is the paper's own
   */
  public record WordingLine(int id, String label, LocalDate createdOn, Long consultationId, List<Point> points) {
  }

  /**
   * A station of the sequence with its result.
   *
   * @param provisional whether the minutes that hold the result are not released yet
   * @param behindClosedDoors whether the body dealt with it in the non-public part
   */
  public record Station(Long id, int number, int rank, Long organizationId, String organization, ConsultationRole role,
      String roleLabel, ConsultationOrigin origin, Long meetingId, LocalDate date, String waitsFor,
      ConsultationState state, String stateLabel, String result, ResultKind kind, String kindLabel,
      ResultEffect effect, String effectLabel, Boolean runEnds, String condition, String handlingLabel,
      String wordingLabel, VoteLine vote, List<PointLine> pointVotes, String contradiction, String remark,
      LocalDate concludedOn, boolean provisional, boolean behindClosedDoors, String dropReason,
      List<Correction> corrections, List<ExcerptLine> excerpts, String processInstanceId, String taskId,
      Enforceable enforceable) {

    /** That and when a body dealt with the paper, without what it said. */
    Station withoutResult() {
      return new Station(id, number, rank, organizationId, organization, role, roleLabel, origin, meetingId, date,
          waitsFor, state, stateLabel, null, null, null, null, null, null, null, null, null, null, List.of(), null,
          null, concludedOn, provisional, behindClosedDoors, dropReason, List.of(), List.of(), processInstanceId,
          taskId, null);
    }

    /** The same without the remark, which is not printed, and the excerpts that others may not read. */
    Station forEverybody() {
      return new Station(id, number, rank, organizationId, organization, role, roleLabel, origin, meetingId, date,
          waitsFor, state, stateLabel, result, kind, kindLabel, effect, effectLabel, runEnds, condition, handlingLabel,
          wordingLabel, vote, pointVotes, contradiction, null, concludedOn, provisional, behindClosedDoors, dropReason,
          corrections, excerpts.stream().filter(ExcerptLine::publicItem).toList(), processInstanceId, taskId,
          enforceable);
    }

    /** Whether the body has still to deal with the paper. */
    @JsonProperty
    public boolean open() {
      return state.open() && state != ConsultationState.RECORDED;
    }
  }

  /** From when a decision may be carried out, in sentences that explain the day, and the legal ground. */
  public record Enforceable(LocalDate date, List<String> steps, String ground) {
  }

  /**
   * A decision in place of a body that could not meet in time.
   *
   * @param organization the body that would have been competent
   * @param decidedOn null as long as nobody has decided
   * @param by the signatures as printed, or the body that decided
   * @param outcome why it was not reached, or what had to be undone; null if neither
   */
  public record UrgentLine(Long id, String organization, String urgency, LocalDate neededBy,
      UrgentDecisionState state, String stateLabel, String ground, LocalDate decidedOn, String by, String textHash,
      String rightsOfOthers, String outcome) {
  }

  /** A vote; counts as printed. */
  public record VoteLine(String outcome, Boolean unanimous, Integer yes, Integer no, Integer abstentions,
      List<String> against, List<String> abstaining, String text) {
  }

  /** A vote on one point. */
  public record PointLine(String point, String outcome, String text) {
  }

  /**
   * An excerpt from the minutes; the label says if a later one replaces it.
   *
   * @param publicItem whether everybody may read it who may read the paper
   */
  public record ExcerptLine(Long id, boolean certified, boolean publicItem, LocalDate day, String label) {
  }

  /** A result as it stood before a correction. */
  public record Correction(LocalDateTime at, String by, String reason, String oldResult) {
  }

  /**
   * A file of the paper.
   *
   * @param fileName null if the reader may not have the file
   * @param hash SHA-256 of the file
   * @param formerVersions what was there before, the newest first
   */
  public record AttachmentLine(Long id, int number, String name, String fileName, boolean printed,
      boolean publicAttachment, long size, String mediaType, boolean mainText, LocalDate supplementOn, int version,
      String hash, String addedBy, LocalDateTime addedAt, List<VersionLine> formerVersions) {

    /** That there is such an attachment, as the printed paper says it too. */
    AttachmentLine withoutFile() {
      return new AttachmentLine(id, number, name, null, printed, publicAttachment, 0, null, mainText, supplementOn,
          version, null, null, null, List.of());
    }

    AttachmentLine withoutFormerVersions() {
      return new AttachmentLine(id, number, name, fileName, printed, publicAttachment, size, mediaType, mainText,
          supplementOn, version, hash, addedBy, addedAt, List.of());
    }
  }

  /** A file that an attachment had before. */
  public record VersionLine(int version, String fileName, long size, String hash, String addedBy,
      LocalDateTime addedAt) {
  }

  /** What an office said. */
  public record CoSignatureLine(String office, CoSignatureState state, String stateLabel, String reason,
      LocalDate dueDate, LocalDateTime decidedAt) {
  }

  /** A signature as printed. */
  public record SignatureLine(String text, LocalDate signedOn) {
  }

  /** An entry of the history. */
  public record Event(LocalDateTime at, String user, String text) {
  }

  /** What the state of the paper allows; who may do it is checked by roles. */
  public record Permissions(boolean edit, boolean changeSequence, boolean correct, boolean withdraw, boolean revise,
      boolean supplement) {
  }
}
