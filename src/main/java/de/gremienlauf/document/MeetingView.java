package de.gremienlauf.document;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the templates print of every document of a meeting. */
abstract class MeetingView extends DocumentView {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, dd.MM.yyyy", Locale.GERMAN);

  private final MeetingHead head;

  MeetingView(MeetingHead head, PrintableText printable) {
    super(printable);
    this.head = head;
  }

  /** How an item was dealt with; every word of it may be missing. */
  public record Decision(
      List<TextBlock> text, List<TextBlock> resolution, String result, String vote, List<String> votes) {
  }

  /** What the document is, e.g. "Niederschrift (öffentlicher Teil)". */
  abstract String name();

  @Override
  public String getTitle() {
    return name() + ", " + line(head.body()) + ", " + date(head.day());
  }

  @Override
  public String getCity() {
    return line(head.city());
  }

  @Override
  public String getSubject() {
    return line(head.body()) + ", " + getMeetingName();
  }

  @Override
  public String getOrigin() {
    return line(head.body());
  }

  @Override
  public List<Fact> getFacts() {
    return facts(head.startTime(), null);
  }

  final List<Fact> facts(String beginning, String end) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Sitzung am", DAY.format(head.day())));
    add(facts, "Beginn", time(beginning));
    add(facts, "Ende", time(end));
    add(facts, "Ort", lineOrNull(head.location()));
    add(facts, "Wahlperiode", lineOrNull(head.term()));
    return facts;
  }

  private static void add(List<Fact> facts, String label, String value) {
    if (value != null) {
      facts.add(new Fact(label, value));
    }
  }

  private String time(String time) {
    return isGiven(time) ? line(time + " Uhr") : null;
  }

  @Override
  public String getFooter() {
    return name();
  }

  @Override
  public String getRunningHead() {
    return shorten(getCity() + " · " + line(head.body()) + " · Sitzung am " + date(head.day()));
  }

  @Override
  public List<String> getSignatures() {
    return List.of();
  }

  public String getMeetingName() {
    return line(head.meetingName());
  }

  public String getKind() {
    return lineOrNull(head.kind());
  }

  static String part(boolean publicPart) {
    return publicPart ? "öffentlicher Teil" : "nichtöffentlicher Teil";
  }
}
