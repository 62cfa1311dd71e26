package de.gremienlauf.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An agenda in the words and the order in which the template prints it. */
class AgendaView extends MeetingView {

  private final AgendaDocument agenda;

  AgendaView(AgendaDocument agenda, PrintableText printable) {
    super(agenda.head(), printable);
    this.agenda = agenda;
  }

  /** A part of the agenda. */
  public record Section(String id, String heading, List<Row> rows) {
  }

  /** An item of the agenda; reference, type and remark may be null. */
  public record Row(
      String id, String number, String title, String reference, String paperType, String remark, boolean heading) {
  }

  @Override
  String name() {
    return getHeading() + (isNonPublic() ? " · nichtöffentlich" : "");
  }

  @Override
  public String getTitle() {
    return getHeading() + " (" + getPart() + "), " + getOrigin() + ", " + date(agenda.head().day());
  }

  @Override
  public List<Bookmark> getBookmarks() {
    List<Bookmark> bookmarks = new ArrayList<>();
    for (Section section : getSections()) {
      bookmarks.add(new Bookmark(section.heading(), section.id()));
      section.rows().forEach(row -> bookmarks.add(new Bookmark(shorten(row.number() + " " + row.title()), row.id())));
    }
    return bookmarks;
  }

  public AgendaView getAgenda() {
    return this;
  }

  public String getHeading() {
    Integer number = agenda.supplementNumber();
    return number == null ? "Tagesordnung" : number + ". Nachtrag zur Tagesordnung";
  }

  public String getPart() {
    if (agenda.publicPartOnly()) {
      return agenda.nonPublicItems().isEmpty() ? part(true) : "Fassung für die Öffentlichkeit";
    }
    if (!isNonPublic()) {
      return part(true);
    }
    return agenda.publicItems().isEmpty() ? part(false) : "öffentlicher und nichtöffentlicher Teil";
  }

  public List<TextBlock> getNote() {
    return text(agenda.note());
  }

  public boolean isPapersShown() {
    return Stream.concat(agenda.publicItems().stream(), agenda.nonPublicItems().stream())
        .anyMatch(item -> isGiven(item.reference()) || isGiven(item.paperType()));
  }

  public List<Section> getSections() {
    return Stream.of(
            section("public", "Öffentlicher Teil", agenda.publicItems()),
            section("non-public", "Nichtöffentlicher Teil", agenda.nonPublicItems()))
        .filter(section -> !section.rows().isEmpty())
        .toList();
  }

  private Section section(String id, String heading, List<AgendaLine> items) {
    List<Row> rows = new ArrayList<>();
    for (AgendaLine item : items) {
      rows.add(new Row(id + "-" + rows.size(), line(item.number()), line(item.title()), lineOrNull(item.reference()),
          lineOrNull(item.paperType()), lineOrNull(item.remark()), item.heading()));
    }
    return new Section(id, heading, rows);
  }

  private boolean isNonPublic() {
    return !agenda.publicPartOnly() && !agenda.nonPublicItems().isEmpty();
  }
}
