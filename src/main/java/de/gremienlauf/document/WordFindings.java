package de.gremienlauf.document;

import de.gremienlauf.document.WordFinding.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what a text cannot hold, by its kind and by the part of the text where it stood. */
final class WordFindings {

  private static final String OUTSIDE = "außerhalb der Textteile";

  private final Map<Kind, Map<String, List<String>>> found = new EnumMap<>(Kind.class);
  private PaperSection section;

  /** From here on it stands in this part; null: outside of all. */
  void in(PaperSection part) {
    section = part;
  }

  void add(Kind kind, String text) {
    found.computeIfAbsent(kind, key -> new LinkedHashMap<>())
        .computeIfAbsent(section == null ? OUTSIDE : section.place(), key -> new ArrayList<>()).add(text.strip());
  }

  /** One sentence for each kind and place, with the words that were found. */
  List<WordFinding> told() {
    List<WordFinding> findings = new ArrayList<>();
    found.forEach((kind, places) -> places.forEach((place, texts) -> findings.add(new WordFinding(
        kind.sentence(texts.size(), place), texts.stream().filter(text -> !text.isBlank()).toList()))));
    return findings;
  }
}
