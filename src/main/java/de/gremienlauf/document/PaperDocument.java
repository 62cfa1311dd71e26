package de.gremienlauf.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A council paper as it is printed: all its words, nothing of its life. Everything but the points and the blocks is
 * plain text, in which a supplement may have paragraphs between blank lines, lists whose lines begin with "- ", and
 * numbered lists that begin with "1. ".
 * Components that may be null say so; lists are never null but may be empty.
 *
 * @param city name of the city in the letterhead, e.g. "Stadt Musterstadt"
 * @param sender who sends the paper, e.g. "Die Oberbürgermeisterin"; null prints none (papers from politics)
 * @param leadOffice Dezernat and Dienststelle, e.g. "V/50"; null prints none
 * @param reference Vorlagen-Nummer, e.g. "0554/2017"
 * @param revision number of the Neufassung, printed behind the reference as "/1"; null or 0 for the first text
 * @param releasedOn day of release, printed in the letterhead; null as long as the paper is a draft
 * @param paperType German name of the type, e.g. "Beschlussvorlage"
 * @param publicPaper whether the paper belongs to the public part
 * @param nonPublicGround ground for the non-public part, e.g. "§ 48 Abs. 2 GO NRW: Personalangelegenheit"; may be null
 * @param stations Beratungsfolge in its order
 * @param subject Betreff
 * @param wordingNote which wording this is, e.g. "Fassung nach Beratung im Integrationsrat am 14.01.2020"; may be null
 * @param resolutionPoints points of the Beschlussvorschlag; a single point prints without its number
 * @param blocks further texts in their order
 * @param textFile the uploaded file that holds the text itself; null if the text stands in this document
 * @param attachments Anlagen the paper was released with
 * @param supplements what was added later, in the order of its days
 * @param signatures lines under the text as they stand there, e.g. "gez. StD Dr. Keller i. V. von OB Reker"
 * @param filers who filed a paper from politics, printed instead of signatures
 * @param createdOn day this text was made, kept in the properties of the file
 */
public record PaperDocument(
    String city,
    String sender,
    String leadOffice,
    String reference,
    Integer revision,
    LocalDate releasedOn,
    String paperType,
    boolean publicPaper,
    String nonPublicGround,
    List<Station> stations,
    String subject,
    String wordingNote,
    List<ResolutionPoint> resolutionPoints,
    List<Block> blocks,
    TextFile textFile,
    List<Attachment> attachments,
    List<Supplement> supplements,
    List<String> signatures,
    List<String> filers,
    LocalDate createdOn) {

  public PaperDocument {
    Objects.requireNonNull(city, "city");
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(paperType, "paperType");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(createdOn, "createdOn");
    stations = List.copyOf(stations);
    resolutionPoints = List.copyOf(resolutionPoints);
    blocks = List.copyOf(blocks);
    attachments = List.copyOf(attachments);
    supplements = List.copyOf(supplements);
    signatures = List.copyOf(signatures);
    filers = List.copyOf(filers);
  }

  /**
   * A station of the Beratungsfolge.
   *
   * @param organization name of the committee
   * @param date day of its meeting; null if there is none yet
   * @param role what the committee does, e.g. "Entscheidung"; null for what is usual for the type of paper. The column
   *     is printed if any station names its role, so then all of them should
   */
  public record Station(String organization, LocalDate date, String role) {

    public Station {
      Objects.requireNonNull(organization, "organization");
    }
  }

  /** A point of the Beschlussvorschlag. */
  public record ResolutionPoint(int number, RichText text) {

    public ResolutionPoint {
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * A text under its own heading.
   *
   * @param heading e.g. "Begründung"; null prints none (the text of a Mitteilung)
   */
  public record Block(String heading, RichText text) {

    public Block {
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * A file that holds the text of the paper.
   *
   * @param sha256 hash of the file, hexadecimal
   */
  public record TextFile(String fileName, String sha256) {

    public TextFile {
      Objects.requireNonNull(fileName, "fileName");
      Objects.requireNonNull(sha256, "sha256");
    }
  }

  /**
   * An Anlage.
   *
   * @param number its number within the paper, supplements included
   * @param printed whether it is printed with the paper; those that are not get a note
   */
  public record Attachment(int number, String name, boolean printed) {

    public Attachment {
      Objects.requireNonNull(name, "name");
    }
  }

  /**
   * What was added to the paper after its release.
   *
   * @param addedOn day of the supplement
   * @param text what it says; may be null
   * @param attachments Anlagen that came with it
   */
  public record Supplement(LocalDate addedOn, String text, List<Attachment> attachments) {

    public Supplement {
      Objects.requireNonNull(addedOn, "addedOn");
      attachments = List.copyOf(attachments);
    }
  }
}
