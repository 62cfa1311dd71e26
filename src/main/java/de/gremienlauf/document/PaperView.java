package de.gremienlauf.document;

import de.gremienlauf.document.PaperDocument.Attachment;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A paper in the words and the order in which the template prints it; every text in here is printable as it stands. */
final class PaperView {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.GERMAN);
  private static final int HEAD_LENGTH = 80;

  private final PaperDocument paper;
  private final PrintableText printable;

  PaperView(PaperDocument paper, PrintableText printable) {
    this.paper = paper;
    this.printable = printable;
  }

  /** A row of the Beratungsfolge. */
  public record Row(String organization, String date, String role) {
  }

  /** A point of the Beschlussvorschlag. */
  public record Point(int number, List<TextBlock> text) {
  }

  /** A text with its heading, which may be null, and the Anlagen that belong to it. */
  public record Section(String heading, List<TextBlock> text, List<String> attachments) {
  }

  public String getTitle() {
    return getPaperType() + " " + getNumber() + ": " + getSubject();
  }

  public String getCity() {
    return printable.line(paper.city());
  }

  public String getSender() {
    return lineOrNull(paper.sender());
  }

  public String getLeadOffice() {
    return lineOrNull(paper.leadOffice());
  }

  public String getNumber() {
    boolean revised = paper.revision() != null && paper.revision() > 0;
    return printable.line(paper.reference() + (revised ? "/" + paper.revision() : ""));
  }

  public String getReleasedOn() {
    return paper.releasedOn() == null ? null : date(paper.releasedOn());
  }

  public String getPaperType() {
    return printable.line(paper.paperType());
  }

  public String getPart() {
    return paper.publicPaper() ? "öffentlicher Teil" : "nichtöffentlicher Teil";
  }

  public String getNonPublicGround() {
    return paper.publicPaper() ? null : lineOrNull(paper.nonPublicGround());
  }

  public String getRunningHead() {
    String head = getCity() + " · " + getPaperType() + " · " + getSubject();
    return head.length() <= HEAD_LENGTH ? head : head.substring(0, head.lastIndexOf(' ', HEAD_LENGTH)) + " …";
  }

  public String getFooter() {
    return "Vorlagen-Nummer " + getNumber() + (paper.publicPaper() ? "" : " · nichtöffentlich");
  }

  public boolean isRolesShown() {
    return paper.stations().stream().anyMatch(station -> isGiven(station.role()));
  }

  public List<Row> getRows() {
    return paper.stations().stream()
        .map(station -> new Row(
            printable.line(station.organization()),
            station.date() == null ? "–" : date(station.date()),
            isGiven(station.role()) ? printable.line(station.role()) : "–"))
        .toList();
  }

  public String getSubject() {
    return printable.line(paper.subject());
  }

  public String getWordingNote() {
    return lineOrNull(paper.wordingNote());
  }

  public List<Point> getPoints() {
    return paper.resolutionPoints().stream().map(point -> new Point(point.number(), text(point.text()))).toList();
  }

  public List<Section> getSections() {
    return paper.blocks().stream()
        .map(block -> new Section(lineOrNull(block.heading()), text(block.text()), List.of()))
        .toList();
  }

  public String getTextFileName() {
    return paper.textFile() == null ? null : printable.line(paper.textFile().fileName());
  }

  public String getTextFileHash() {
    return paper.textFile() == null ? null : printable.line(paper.textFile().sha256());
  }

  public String getAttachmentsHeading() {
    return paper.attachments().size() == 1 ? "Anlage" : "Anlagen";
  }

  public List<String> getAttachments() {
    return attachmentLines(paper.attachments());
  }

  public List<Section> getSupplements() {
    return paper.supplements().stream()
        .map(supplement -> new Section(
            "Ergänzung vom " + date(supplement.addedOn()),
            isGiven(supplement.text()) ? text(supplement.text()) : List.of(),
            attachmentLines(supplement.attachments())))
        .toList();
  }

  /** Says which Anlagen are not printed, or null if all are. */
  public String getNotPrintedNote() {
    List<String> numbers = Stream.concat(
            paper.attachments().stream(),
            paper.supplements().stream().flatMap(supplement -> supplement.attachments().stream()))
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
    return printable.line(note);
  }

  public List<String> getSignatures() {
    return paper.filers().isEmpty() ? paper.signatures().stream().map(printable::line).toList() : List.of();
  }

  public List<String> getFilers() {
    return paper.filers().stream().map(printable::line).toList();
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
        .map(attachment -> printable.line("Anlage " + attachment.number() + ": " + attachment.name()))
        .toList();
  }

  private List<TextBlock> text(String text) {
    return TextBlock.of(printable.lines(text));
  }

  private String lineOrNull(String text) {
    return isGiven(text) ? printable.line(text) : null;
  }

  private static boolean isGiven(String text) {
    return text != null && !text.isBlank();
  }

  private static String date(LocalDate date) {
    return DATE.format(date);
  }
}
