package de.gremienlauf.document;

import de.gremienlauf.document.PaperDocument.Attachment;
import java.util.List;
import java.util.stream.Stream;

/** A paper in the words and the order in which the template prints it; every text in here is printable as it stands. */
final class PaperView extends DocumentView {

  private final PaperDocument paper;

  PaperView(PaperDocument paper, PrintableText printable) {
    super(printable);
    this.paper = paper;
  }

  /** A row of the Beratungsfolge. */
  public record Row(String organization, String date, String role) {
  }

  /** A point of the Beschlussvorschlag, as XHTML. */
  public record Point(int number, String text) {
  }

  /** A text as XHTML with its heading, which may be null. */
  public record Section(String heading, String text) {
  }

  /** What was added later, the Anlagen that belong to it, and what is said about them, which may be null. */
  public record Addition(String heading, List<TextBlock> text, List<String> attachments, String note) {
  }

  @Override
  public String getTitle() {
    return getPaperType() + " " + getNumber() + ": " + getSubject();
  }

  @Override
  public String getCity() {
    return line(paper.city());
  }

  @Override
  public String getOrigin() {
    return lineOrNull(paper.sender());
  }

  @Override
  public List<Fact> getFacts() {
    return Stream.of(
            new Fact("Dezernat, Dienststelle", lineOrNull(paper.leadOffice())),
            new Fact("Vorlagen-Nummer", getNumber()),
            new Fact("Freigabedatum", paper.releasedOn() == null ? null : date(paper.releasedOn())))
        .filter(fact -> fact.value() != null)
        .toList();
  }

  public String getNumber() {
    boolean revised = paper.revision() != null && paper.revision() > 0;
    return line(paper.reference() + (revised ? "/" + paper.revision() : ""));
  }

  public String getPaperType() {
    return line(paper.paperType());
  }

  public String getPart() {
    return paper.publicPaper() ? "öffentlicher Teil" : "nichtöffentlicher Teil";
  }

  public String getNonPublicGround() {
    return paper.publicPaper() ? null : lineOrNull(paper.nonPublicGround());
  }

  @Override
  public String getRunningHead() {
    return shorten(getCity() + " · " + getPaperType() + " · " + getSubject());
  }

  @Override
  public String getFooter() {
    return "Vorlagen-Nummer " + getNumber() + (paper.publicPaper() ? "" : " · nichtöffentlich");
  }

  public boolean isRolesShown() {
    return paper.stations().stream().anyMatch(station -> isGiven(station.role()));
  }

  public List<Row> getRows() {
    return paper.stations().stream()
        .map(station -> new Row(
            line(station.organization()),
            station.date() == null ? "–" : date(station.date()),
            isGiven(station.role()) ? line(station.role()) : "–"))
        .toList();
  }

  @Override
  public String getSubject() {
    return line(paper.subject());
  }

  public String getWordingNote() {
    return lineOrNull(paper.wordingNote());
  }

  public List<Point> getPoints() {
    return paper.resolutionPoints().stream().map(point -> new Point(point.number(), html(point.text()))).toList();
  }

  public List<Section> getSections() {
    return paper.blocks().stream()
        .map(block -> new Section(lineOrNull(block.heading()), html(block.text())))
        .toList();
  }

  public String getTextFileName() {
    return paper.textFile() == null ? null : line(paper.textFile().fileName());
  }

  public String getTextFileHash() {
    return paper.textFile() == null ? null : line(paper.textFile().sha256());
  }

  public String getAttachmentsHeading() {
    return paper.attachments().size() == 1 ? "Anlage" : "Anlagen";
  }

  public List<String> getAttachments() {
    return attachmentLines(paper.attachments());
  }

  public List<Addition> getSupplements() {
    return paper.supplements().stream()
        .map(supplement -> new Addition(
            "Ergänzung vom " + date(supplement.addedOn()),
            text(supplement.text()),
            attachmentLines(supplement.attachments()),
            notPrintedNote(supplement.attachments())))
        .toList();
  }

  public String getNotPrintedNote() {
    return notPrintedNote(paper.attachments());
  }

  @Override
  public List<String> getSignatures() {
    return paper.filers().isEmpty() ? lines(paper.signatures()) : List.of();
  }

  public List<String> getFilers() {
    return lines(paper.filers());
  }

  /** Says which Anlagen are not printed; null if all are. */
  private String notPrintedNote(List<Attachment> attachments) {
    List<String> numbers = attachments.stream()
        .filter(attachment -> !attachment.printed())
        .map(attachment -> Integer.toString(attachment.number()))
        .toList();
    if (numbers.isEmpty()) {
      return null;
    }
    String note = numbers.size() == 1
        ? "Hinweis: Die Anlage " + numbers.get(0) + " " + ofThisPaper()
            + " wird nicht mit umgedruckt, um Papier zu sparen. Sie ist digital vollständig einsehbar."
        : "Hinweis: Die Anlagen " + enumeration(numbers) + " " + ofThisPaper()
            + " werden nicht mit umgedruckt, um Papier zu sparen. Sie sind digital vollständig einsehbar.";
    return line(note);
  }

  /** "dieser Mitteilung", "dieses Antrags"; a name whose gender its ending does not tell becomes "dieser Vorlage". */
  private String ofThisPaper() {
    String type = paper.paperType().strip();
    if (type.matches("\\p{L}*[Aa]ntrag")) {
      return "dieses " + type + "s";
    }
    return type.matches("\\p{L}*(ung|lage|frage|gabe)") ? "dieser " + type : "dieser Vorlage";
  }

  private static String enumeration(List<String> words) {
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " und " + words.get(last);
  }

  private List<String> attachmentLines(List<Attachment> attachments) {
    return attachments.stream()
        .map(attachment -> line("Anlage " + attachment.number() + ": " + attachment.name()))
        .toList();
  }
}
