package de.gremienlauf.document;

import java.util.List;
import java.util.Map;

/**
 * The text of a paper as a Word file has it.
 *
 * @param fileName the file's name without a path
 * @param sections the parts that the file has, also those that are empty in it
 * @param subject the Betreff, if the file has one; else null
 * @param findings what could not be taken over as it was
 */
public record UploadedText(String fileName, Map<PaperSection, RichText> sections, String subject, List<WordFinding> findings) {

  public UploadedText {
    sections = Map.copyOf(sections);
    findings = List.copyOf(findings);
  }
}
