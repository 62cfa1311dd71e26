package de.gremienlauf.meeting;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.DecisionTables;
import de.gremienlauf.engine.Phrases;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Under which headings the agenda of a body stands, by the decision table {@code standing-items}. */
@Component
class AgendaTemplate {

  private static final String TABLE = "standing-items";
  private static final String NEUTRAL_TITLE = "neutral-title";
  private static final String EVERYTHING = "*";
  private static final String EARLIER_DAY = "$day";
  private static final String ELECTION = "wahl";

  private final DecisionTables tables;
  private final Council council;

  AgendaTemplate(DecisionTables tables, Council council) {
    this.tables = tables;
    this.council = council;
  }

  /**
   * A heading of the template.
   *
   * @param publicPart whether it stands in the public part
   * @param takes parts of the types of papers that stand under it, normalized; "*" for whatever no other takes
   * @param always whether it is printed even with nothing under it
   */
  record Heading(int position, boolean publicPart, String title, List<String> takes, boolean always) {

    /** Whether there is one of it for each earlier meeting whose minutes can be objected to. */
    boolean forEarlierMeeting() {
      return title.contains(EARLIER_DAY);
    }

    String titleFor(String earlierDay) {
      return title.replace(EARLIER_DAY, earlierDay);
    }
  }

  /** The headings for a meeting, in order. */
  List<Heading> headings(Meeting meeting) {
    Organization body = council.get(meeting.organizationId);
    return tables.all(TABLE, Map.of(
            "classification", body.classification() == null ? "" : body.classification(),
            "name", Phrases.normalize(body.name()),
            "kind", meeting.kind.name(),
            "day", meeting.day.toString())).stream()
        .map(row -> new Heading(((Number) row.get("position")).intValue(), "PUBLIC".equals(row.get("part")),
            (String) row.get("title"), List.of(((String) row.get("takes")).split(",")),
            Boolean.TRUE.equals(row.get("always"))))
        .sorted(Comparator.comparingInt(Heading::position))
        .toList();
  }

  /** The title of the heading under which an item belongs; null if the template has none for it. */
  static String headingOf(List<Heading> headings, AgendaItem item) {
    String type = item.itemKind == AgendaItemKind.ELECTION ? ELECTION
        : item.paperType == null ? "" : Phrases.normalize(item.paperType);
    List<Heading> ofPart = headings.stream()
        .filter(heading -> heading.publicPart == item.publicItem && !heading.forEarlierMeeting()).toList();
    return ofPart.stream()
        .filter(heading -> heading.takes.stream().anyMatch(word -> !word.isEmpty() && type.contains(word)))
        .findFirst()
        .or(() -> ofPart.stream().filter(heading -> heading.takes.contains(EVERYTHING)).findFirst())
        .map(Heading::title).orElse(null);
  }

  /** What the public may read of an item that is dealt with behind closed doors for that ground. */
  String neutralTitle(String ground) {
    return (String) tables.first(NEUTRAL_TITLE, Map.of("ground", ground == null ? "" : Phrases.normalize(ground)))
        .get("title");
  }
}
