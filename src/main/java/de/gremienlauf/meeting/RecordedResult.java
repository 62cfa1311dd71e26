package de.gremienlauf.meeting;

import java.time.LocalDate;
import java.util.List;

/**
 * What a body did, as the minute taker enters it.
 *
 * @param result the literal phrase; null if there is none
 * @param noResult the meeting took place, no result is known in words; a kind that is known all the same counts
 * @param kind chosen by a person; null to let the table read it from the phrase
 * @param handling what the meeting did though an earlier rank has no result; null if all have
 * @param vote the literal voting phrase; null if none is printed
 * @param counts corrections by hand of yes, no, abstentions; each null to keep what the phrase says
 * @param against names against, by hand; empty to keep what the phrase says
 * @param abstaining names abstaining, by hand; empty to keep what the phrase says
 * @param pointVotes one line per point that was voted apart, "1: einstimmig beschlossen"; null if none was
 * @param votedWording the number of the wording that was voted on; null for the current one
 * @param amendedWording the text as the body changed it; null if it did not or the text is not known
 * @param postponedTo the date until which it is postponed; null for the next meeting
 * @param postponedAfter the body that has to meet first; null for none
 * @param referredTo the bodies it is referred to; empty if none is named
 */
public record RecordedResult(String result, boolean noResult, ResultKind kind, Handling handling, String vote,
    Counts counts, List<String> against, List<String> abstaining, String pointVotes, String condition,
    Integer votedWording, String amendedWording, LocalDate postponedTo, Long postponedAfter, List<Long> referredTo,
    String remark) {

  /** Corrections of the counts by hand; each null to keep what the phrase says. */
  public record Counts(Integer yes, Integer no, Integer abstentions) {

    public static final Counts NONE = new Counts(null, null, null);
  }

  /** A result of which only the phrases are known. */
  public static RecordedResult of(String result, String vote) {
    return new RecordedResult(result, result == null, null, null, vote, Counts.NONE, List.of(), List.of(), null, null,
        null, null, null, null, List.of(), null);
  }
}
