package de.gremienlauf.funding;

import static de.gremienlauf.engine.GermanDate.print;
import static de.gremienlauf.funding.GermanNames.enumeration;
import static de.gremienlauf.funding.GermanNames.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Words the draft of the narrative part of a proof of use (Sachbericht): purpose, course, results, what goes on. */
final class NarrativeText {

  private NarrativeText() {
  }

  /**
   * The text: paragraphs and bullets apart by empty lines.
   *
   * @param purpose idea and target group as they were noted; null parts are left out
   */
  static String of(ReportFacts facts, String purpose, String targetGroup, List<Objective> objectives) {
    List<String> parts = new ArrayList<>();
    parts.add(joined(purpose == null ? null : "Zweck des Projekts „" + facts.project() + "“: " + sentence(purpose),
        targetGroup == null ? null : "Zielgruppe: " + sentence(targetGroup)));
    parts.add(course(facts));
    parts.addAll(results(facts));
    parts.add(objectives(objectives));
    parts.add(participants(facts));
    return String.join("\n\n", parts.stream().filter(part -> !part.isEmpty()).toList());
  }

  private static String course(ReportFacts facts) {
    return joined(facts.from() == null || facts.end() == null ? null : "Durchführungszeitraum: "
            + print(facts.from()) + " bis " + print(facts.end()) + ".",
        facts.grant() == null ? null : "Grundlage: " + facts.grant().title()
            + facts.extensions().stream().map(extension -> ", " + extension.title() + " (bis "
                + print(extension.until()) + ")").reduce("", String::concat) + ".");
  }

  private static List<String> results(ReportFacts facts) {
    if (facts.topics().isEmpty()) {
      return List.of();
    }
    List<String> parts = new ArrayList<>(List.of("Ergebnisse nach Schwerpunkten:"));
    for (ReportFacts.Topic topic : facts.topics()) {
      String outcomes = String.join("; ", topic.outcomes().stream().map(outcome -> outcome.kind().label()
          + (outcome.takenOverBy() == null ? "" : " (" + outcome.takenOverBy() + ")")).toList());
      parts.add("- " + joined(sentence(topic.name()),
          topic.description() == null ? null : sentence(topic.description()).replaceAll("\\s*\\n\\s*", " "),
          outcomes.isEmpty() ? null : "Verbleib: " + outcomes + "."));
    }
    return parts;
  }

  private static String objectives(List<Objective> objectives) {
    if (objectives.isEmpty()) {
      return "";
    }
    long reached = objectives.stream().filter(one -> one.state() == ObjectiveState.ACHIEVED).count();
    long partly = objectives.stream().filter(one -> one.state() == ObjectiveState.PARTLY).count();
    return "Von " + objectives.size() + (objectives.size() == 1 ? " Ziel" : " Zielen") + " erreicht: " + reached
        + ", teilweise erreicht: " + partly + ". Einzelheiten enthält die Zieldatei.";
  }

  private static String participants(ReportFacts facts) {
    List<String> all = Stream.concat(facts.permanent().stream(), facts.occasional().stream()).toList();
    return all.isEmpty() ? "" : "Beteiligt waren: " + enumeration(all) + ".";
  }

  private static String joined(String... sentences) {
    return String.join(" ", Stream.of(sentences).filter(Objects::nonNull).toList());
  }
}
