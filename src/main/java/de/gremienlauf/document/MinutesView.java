package de.gremienlauf.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Minutes in the words and the order in which the template prints them. */
final class MinutesView extends MeetingView {

  private static final Pattern REDACTED = Pattern.compile(Pattern.quote(MinutesDocument.REDACTED));

  private final MinutesDocument minutes;

  MinutesView(MinutesDocument minutes, PrintableText printable) {
    super(minutes.head(), printable);
    this.minutes = minutes;
  }

  /** Those who attended in the same function. */
  public record Group(String heading, List<String> lines) {
  }

  /** An item; reference, recusals and remark may be null. */
  public record Item(String id, String title, String reference, boolean heading, Decision decision, String recusals,
      String remark) {
  }

  @Override
  String name() {
    return "Niederschrift (" + getPart() + ")";
  }

  @Override
  public List<Fact> getFacts() {
    return facts(isGiven(minutes.startedAt()) ? minutes.startedAt() : minutes.head().startTime(), minutes.endedAt());
  }

  @Override
  public String getFooter() {
    return name() + (minutes.draft() ? " · Entwurf" : "") + (minutes.redacted() ? " · geschwärzte Fassung" : "");
  }

  @Override
  public List<Bookmark> getBookmarks() {
    List<Bookmark> bookmarks = new ArrayList<>();
    bookmarks.add(new Bookmark("Anwesenheit", "attendance"));
    if (!minutes.opening().isEmpty()) {
      bookmarks.add(new Bookmark("Feststellungen", "opening"));
    }
    getItems().forEach(item -> bookmarks.add(new Bookmark(shorten(item.title()), item.id())));
    return bookmarks;
  }

  @Override
  public List<String> getSignatures() {
    return lines(minutes.signatures());
  }

  /** The words between the bars, and the bars; each bar stands on the word "geschwärzt", for those who hear it. */
  @Override
  public List<Run> runs(String line) {
    if (!minutes.redacted()) {
      return super.runs(line);
    }
    List<Run> runs = new ArrayList<>();
    Matcher matcher = REDACTED.matcher(line);
    int end = 0;
    for (; matcher.find(); end = matcher.end()) {
      runs.add(new Run(line.substring(end, matcher.start()), false));
      runs.add(new Run("geschwärzt", true));
    }
    runs.add(new Run(line.substring(end), false));
    return runs;
  }

  public String getPart() {
    return part(minutes.publicPart());
  }

  public List<String> getStatuses() {
    List<String> statuses = new ArrayList<>();
    if (minutes.draft()) {
      statuses.add("Entwurf");
    }
    if (minutes.redacted()) {
      statuses.add("Geschwärzte Fassung zur Veröffentlichung, Freigabe vom " + date(minutes.createdOn()));
    }
    return statuses;
  }

  public List<Group> getAttendance() {
    return minutes.attendance().stream()
        .map(group -> new Group(line(group.heading()), group.lines().stream().map(this::person).toList()))
        .toList();
  }

  private String person(AttendanceLine person) {
    String group = isGiven(person.group()) ? " (" + line(person.group()) + ")" : "";
    return join(", ", person.name() + group, person.remark());
  }

  public List<TextBlock> getOpening() {
    return text(minutes.opening());
  }

  public List<Item> getItems() {
    List<Item> items = new ArrayList<>();
    for (MinutesItem item : minutes.items()) {
      items.add(new Item("item-" + items.size(), join(" ", item.number(), item.title()), lineOrNull(item.reference()),
          item.heading(),
          new Decision(text(item.text()), text(item.resolution()), lineOrNull(item.result()), lineOrNull(item.vote()),
              lines(item.votes())),
          lineOrNull(item.recusals()), lineOrNull(item.remark())));
    }
    return items;
  }

  public List<TextBlock> getClosing() {
    return text(minutes.closing());
  }
}
