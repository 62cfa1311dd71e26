package de.gremienlauf.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nodes of the version before go on working while the schema is changed. A change that holds one of their tables and
 * waits for another never gets it: each time one of them holds the other and waits for the first.
 */
class ChangeRulesTest {

  private static final Path CHANGES = Path.of("src/main/resources/db/changelog");
  /** Older than the rule, and than the first version that anybody could upgrade. None is added. */
  private static final Set<String> BEFORE_THE_RULE = Set.of("paper-1", "meeting-3", "meeting-4", "meeting-life-1",
      "session-1", "session-2", "session-3", "minutes-1", "urgent-1", "funding-3", "funding-4", "funding-5",
      "rich-text-1", "signing-1", "label-1", "planning-1", "planning-2", "tracking-2", "overview-1", "overview-2", "aggregate-1");
  private static final Pattern INCLUDED = Pattern.compile("file: db/changelog/(\\S+\\.sql)");
  private static final Pattern CHANGE = Pattern.compile("(?m)^--changeset \\w+:(\\S+).*$");
  private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");
  private static final Pattern CREATED = Pattern.compile("(?i)\\bcreate\\s+table\\s+(\\w+)");
  private static final Pattern TOUCHED = Pattern.compile("(?i)\\b(?:(?:alter|drop)\\s+table(?:\\s+if\\s+exists)?|update"
      + "|insert\\s+into|delete\\s+from|references|create\\s+(?:unique\\s+)?index\\s+\\w+\\s+on)\\s+(\\w+)");

  private record Change(String name, String sql) {

    /** The tables that are there before it and that it changes, or that a new table of it refers to. */
    Set<String> tables() {
      Set<String> tables = named(TOUCHED);
      tables.removeAll(named(CREATED));
      return tables;
    }

    private Set<String> named(Pattern pattern) {
      return pattern.matcher(sql).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static List<String> files() throws IOException {
    return INCLUDED.matcher(Files.readString(CHANGES.resolve("db.changelog-master.yaml"))).results()
        .map(found -> found.group(1)).toList();
  }

  private static Stream<Change> changes(String file) {
    try {
      String sql = Files.readString(CHANGES.resolve(file));
      String[] texts = CHANGE.split(sql);
      List<String> names = CHANGE.matcher(sql).results().map(found -> found.group(1)).toList();
      assertThat(texts).as(file).hasSize(names.size() + 1);
      return Stream.iterate(0, i -> i < names.size(), i -> i + 1)
          .map(i -> new Change(names.get(i), COMMENT.matcher(texts[i + 1]).replaceAll("")));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aChangeHoldsOneTableOfTheVersionBefore() throws IOException {
    assertThat(files().stream().flatMap(ChangeRulesTest::changes).filter(change -> change.tables().size() > 1))
        .as("one change for each table").extracting(Change::name).containsExactlyInAnyOrderElementsOf(BEFORE_THE_RULE);
  }

  @Test
  void theTablesOfAChangeAreFound() {
    assertThat(changes("aggregate.sql").map(Change::tables)).containsExactly(Set.of("agenda_item", "item_referral",
        "paper", "co_signing_office", "meeting", "joint_body"));
    assertThat(changes("operation.sql").map(Change::tables)).containsExactly(Set.of("outbox_mail"));
  }
}
