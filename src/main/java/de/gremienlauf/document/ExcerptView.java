package de.gremienlauf.document;

import java.util.ArrayList;
import java.util.List;

/** An excerpt in the words and the order in which the template prints it. */
final class ExcerptView extends MeetingView {

  private final ExcerptDocument excerpt;

  ExcerptView(ExcerptDocument excerpt, PrintableText printable) {
    super(excerpt.head(), printable);
    this.excerpt = excerpt;
  }

  @Override
  String name() {
    return getHeading() + " (" + getPart() + ")";
  }

  @Override
  public String getSubject() {
    return getItemTitle();
  }

  @Override
  public List<String> getSignatures() {
    return lines(excerpt.signatures());
  }

  public String getHeading() {
    return excerpt.certified() ? "Beglaubigter Beschlussauszug" : "Vorläufiger Beschlussauszug";
  }

  public String getPart() {
    return part(excerpt.publicPart());
  }

  public List<String> getStatuses() {
    List<String> statuses = new ArrayList<>();
    if (!excerpt.certified()) {
      statuses.add("Vorläufiger Beschlussauszug; die Niederschrift ist noch nicht freigegeben");
    }
    if (isGiven(excerpt.correctionNote())) {
      statuses.add(line(excerpt.correctionNote()));
    }
    return statuses;
  }

  public String getItemTitle() {
    return line("TOP " + excerpt.itemNumber() + " " + excerpt.title());
  }

  public String getReference() {
    String reference = join(" ", excerpt.paperType(), excerpt.reference());
    return reference.isEmpty() ? null : reference;
  }

  public Decision getDecision() {
    return new Decision(text(excerpt.text()), text(excerpt.resolution()), lineOrNull(excerpt.result()),
        lineOrNull(excerpt.vote()), lines(excerpt.votes()));
  }

  public String getEnforceableFrom() {
    return lineOrNull(excerpt.enforceableFrom());
  }
}
