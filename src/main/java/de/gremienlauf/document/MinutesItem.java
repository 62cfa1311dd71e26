package de.gremienlauf.document;

import java.util.List;
import java.util.Objects;

/**
 * What the minutes say about an item of the agenda. Texts have paragraphs and lists as in a paper.
 *
 * @param number e.g. "Ö 1.1"
 * @param reference Vorlagen-Nummer; may be null
 * @param heading whether it only stands above the items that follow it
 * @param text what was said; may be null
 * @param resolution the wording that was voted on; may be null
 * @param result e.g. "ungeändert beschlossen"; may be null
 * @param vote e.g. "einstimmig bei 2 Enthaltungen"; may be null
 * @param votes the vote by groups or by names, one line each; never null
 * @param recusals names of those who did not take part because of Befangenheit; may be null
 * @param remark may be null
 */
public record MinutesItem(
    String number,
    String title,
    String reference,
    boolean heading,
    String text,
    String resolution,
    String result,
    String vote,
    List<String> votes,
    String recusals,
    String remark) {

  public MinutesItem {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(title, "title");
    votes = List.copyOf(votes);
  }
}
