package de.gremienlauf.paper;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is said of a paper in a word: its topics, the districts it concerns, the papers it refers to. Not a part of
 * {@link Paper}, which is read and written at each step of its way, these words by its draft alone.
 */
@Component
class PaperLabels {

  private final JdbcClient jdbc;

  PaperLabels(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the paper says, each kind in alphabetical order. */
  Labels of(Long paperId) {
    List<Label> said = jdbc.sql("select kind, label from paper_label where paper = ?").param(paperId)
        .query((row, number) -> new Label(Kind.valueOf(row.getString(1)), row.getString(2))).list();
    return new Labels(words(said, Kind.TOPIC), words(said, Kind.DISTRICT), words(said, Kind.REFERENCE));
  }

  private static List<String> words(List<Label> said, Kind kind) {
    return said.stream().filter(label -> label.kind == kind).map(Label::word).sorted().toList();
  }

  /** Says this of the paper, and no longer what it said before. */
  void replace(Long paperId, Labels labels) {
    jdbc.sql("delete from paper_label where paper = ?").param(paperId).update();
    labels.byKind().forEach((kind, words) -> words.forEach(word ->
        jdbc.sql("insert into paper_label (paper, kind, label) values (?, ?, ?)").params(paperId, kind.name(), word)
            .update()));
  }

  /** The words by their kind. */
  record Labels(List<String> topics, List<String> districts, List<String> references) {

    private Map<Kind, Set<String>> byKind() {
      return Map.of(Kind.TOPIC, once(topics), Kind.DISTRICT, once(districts), Kind.REFERENCE, once(references));
    }

    private static Set<String> once(Collection<String> words) {
      return new LinkedHashSet<>(words);
    }
  }

  private enum Kind {
    TOPIC, DISTRICT, REFERENCE
  }

  private record Label(Kind kind, String word) {
  }
}
