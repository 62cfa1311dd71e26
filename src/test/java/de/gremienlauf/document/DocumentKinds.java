package de.gremienlauf.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** One of each kind of document that is printed, for what measures how long that takes. */
public final class DocumentKinds {

  private DocumentKinds() {
  }

  /** What prints it, by its kind. */
  public static Map<String, Supplier<byte[]>> printed() {
    PdfRenderer pdf = new PdfRenderer();
    PaperRenderer papers = new PaperRenderer(pdf);
    MeetingRenderer meetings = new MeetingRenderer(pdf);
    Map<String, Supplier<byte[]>> kinds = new LinkedHashMap<>();
    kinds.put("paper", () -> papers.render(PaperSamples.full()));
    kinds.put("paper of 20 pages", () -> papers.render(PaperSamples.long20Pages()));
    kinds.put("agenda", () -> meetings.agenda(MeetingSamples.agenda()));
    kinds.put("invitation", () -> meetings.invitation(MeetingSamples.invitation()));
    kinds.put("attendance", () -> meetings.attendance(
        MeetingSamples.attendance(MeetingSamples.head(), MeetingSamples.people(), true)));
    kinds.put("minutes", () -> meetings.minutes(MeetingSamples.minutes()));
    kinds.put("excerpt", () -> meetings.excerpt(MeetingSamples.excerpt()));
    return kinds;
  }
}
