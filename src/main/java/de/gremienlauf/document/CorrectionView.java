package de.gremienlauf.document;

import java.util.List;

/** A correction note in the words and the order in which the template prints it. */
final class CorrectionView extends MeetingView {

  private final CorrectionDocument correction;

  CorrectionView(CorrectionDocument correction, PrintableText printable) {
    super(correction.head(), printable);
    this.correction = correction;
  }

  @Override
  String name() {
    return "Berichtigungsvermerk (" + getPart() + ")";
  }

  public String getPart() {
    return part(correction.publicPart());
  }

  public String getOccasion() {
    return line("Zur Niederschrift, freigegeben am " + date(correction.releasedOn()) + ". In der Sitzung am "
        + date(correction.raisedOn()) + " hat " + correction.raisedBy() + " die folgende Einwendung erhoben; ihr wurde"
        + " gefolgt.");
  }

  public String getItem() {
    return lineOrNull(correction.item());
  }

  public List<TextBlock> getText() {
    return text(correction.text());
  }
}
