package de.gremienlauf.funding;

import static de.gremienlauf.engine.GermanDate.print;
import static de.gremienlauf.funding.GermanNames.capitalized;
import static de.gremienlauf.funding.GermanNames.enumeration;
import static de.gremienlauf.funding.GermanNames.number;
import static de.gremienlauf.funding.GermanNames.sentence;
import static de.gremienlauf.funding.GermanNames.withArticle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Words the draft of a final report: how it came about, extension, focus topics, end and annexes, those who took part,
 * what goes on. What is not known is left out; conclusions are standard wording that a person is to check.
 */
final class FinalReportText {

  private final ReportFacts facts;

  private FinalReportText(ReportFacts facts) {
    this.facts = facts;
  }

  /** The text: paragraphs and bullets apart by empty lines. */
  static String of(ReportFacts facts) {
    return new FinalReportText(facts).text();
  }

  private String text() {
    List<String> parts = new ArrayList<>();
    parts.add(beginning());
    parts.add(extensionAndTopics());
    facts.topics().forEach(topic -> parts.add("- " + topic(topic)));
    if (facts.topics().stream().noneMatch(ReportFacts.Topic::goesOnInAnotherProject)) {
      parts.add(followUps());
    }
    parts.add(end());
    parts.add(participation());
    parts.add(goesOn());
    return String.join("\n\n", parts.stream().filter(part -> !part.isEmpty()).toList());
  }

  private String beginning() {
    String period = facts.from() == null || facts.until() == null ? ""
        : " vom " + print(facts.from()) + " bis zum " + print(facts.until());
    String project = "Förderprojekt „" + facts.project() + "“"
        + (facts.programme() == null ? "" : " (Programm „" + facts.programme() + "“)");
    return joined(participation(period, project), grant());
  }

  private String participation(String period, String project) {
    ReportFacts.Resolution resolution = facts.resolution();
    if (resolution == null || resolution.body() == null) {
      return "Die " + facts.city() + " hat sich" + period + " am " + project + " beteiligt"
          + (resolution == null ? "." : " (Vorlage " + resolution.reference() + ").");
    }
    return (resolution.day() == null ? capitalized(withArticle(resolution.body())) + " hat"
        : "Am " + print(resolution.day()) + " hat " + withArticle(resolution.body()))
        + " beschlossen, dass sich die " + facts.city() + period + " am " + project + " beteiligt (Vorlage "
        + resolution.reference() + ").";
  }

  private String grant() {
    String application = "Förderantrag der Verwaltung"
        + (facts.appliedOn() == null ? "" : " vom " + print(facts.appliedOn()));
    if (facts.grant() == null) {
      return facts.applied() ? "Der " + application + " ist gestellt." : "";
    }
    String granted = withArticle(facts.grant().authority());
    return facts.applied()
        ? "Grundlage war der " + application + "; " + granted + " hat ihn mit " + facts.grant().title() + " bewilligt."
        : capitalized(granted) + " hat es mit " + facts.grant().title() + " bewilligt.";
  }

  private String extensionAndTopics() {
    return joined(Stream.concat(facts.extensions().stream().map(FinalReportText::extension), Stream.of(topics()))
        .toArray(String[]::new));
  }

  private static String extension(ReportFacts.Extension extension) {
    String announced = extension.announcedBy() == null ? ""
        : ", wie es der Bericht „" + extension.announcedBy() + "“ angekündigt hatte";
    String option = extension.option()
        ? "Der Fördergeber hat danach die Möglichkeit einer Verlängerung eröffnet" + announced + "." : "";
    return joined(option, capitalized(withArticle(extension.authority())) + " hat "
        + (extension.option() ? "sie" : "das Projekt") + " mit " + extension.title() + " bis zum "
        + print(extension.until()) + (extension.option() ? " gewährt." : " verlängert."));
  }

  private String topics() {
    int count = facts.topics().size();
    if (count == 0) {
      return "";
    }
    boolean sinceExtension = facts.extensions().stream().map(ReportFacts.Extension::noticeId)
        .anyMatch(notice -> facts.topics().stream().allMatch(topic -> Objects.equals(topic.noticeId(), notice)));
    return (count == 1 ? "Ein Schwerpunkt stand" : capitalized(number(count)) + " Schwerpunkte standen")
        + (sinceExtension ? " seitdem" : "") + " im Vordergrund:";
  }

  private String topic(ReportFacts.Topic topic) {
    List<String> sentences = new ArrayList<>();
    sentences.add(sentence(topic.name()));
    if (topic.description() != null) {
      sentences.add(sentence(topic.description()));
    }
    topic.concepts().forEach(concept -> sentences.add(concept(concept)));
    if (topic == facts.topics().stream().filter(ReportFacts.Topic::goesOnInAnotherProject).findFirst().orElse(null)) {
      sentences.add(followUps());
    }
    topic.outcomes().forEach(outcome -> sentences.add(outcome(outcome)));
    if (topic.recommendations() > 0) {
      sentences.add(takenUp(topic.recommendations(), topic.takenUp()));
    }
    return String.join(" ", sentences.stream().map(FinalReportText::oneParagraph)
        .filter(text -> !text.isEmpty()).toList());
  }

  private static String takenUp(int all, int taken) {
    if (all == 1) {
      return "Die Handlungsempfehlung dazu ist " + (taken == 1 ? "aufgegriffen." : "noch nicht aufgegriffen.");
    }
    return "Von " + all + " Handlungsempfehlungen aufgegriffen: " + taken + ".";
  }

  /** An empty line would end the bullet. */
  private static String oneParagraph(String text) {
    return text.replaceAll("\\s*\\n\\s*", " ").strip();
  }

  private static String concept(ReportFacts.ConceptFacts concept) {
    String name = "Konzept " + concept.name() + (concept.longName() == null ? "" : " (" + concept.longName() + ")");
    List<String> sentences = new ArrayList<>();
    for (ReportFacts.VersionFacts version : concept.versions()) {
      sentences.add(version.number() == 1 ? firstVersion(name, version) : laterVersion(concept.name(), version));
      if (version.number() == 1) {
        openPoints(concept.points()).forEach(sentences::add);
      }
    }
    if (concept.versions().isEmpty()) {
      sentences.add("Erarbeitet wurde das " + name + ".");
      openPoints(concept.points()).forEach(sentences::add);
    }
    return String.join(" ", sentences);
  }

  private static String firstVersion(String name, ReportFacts.VersionFacts version) {
    String what = "das " + name + (version.description() == null ? "" : ", " + version.description());
    return version.decisions().isEmpty() ? "Erarbeitet wurde " + what + "."
        : decided(version) + " " + what + " beschlossen.";
  }

  private static String laterVersion(String name, ReportFacts.VersionFacts version) {
    String what = "Das Konzept " + name + " wurde"
        + (version.description() == null ? " überarbeitet" : " " + version.description());
    return version.decisions().isEmpty() ? what + "."
        : what + "; " + (version.decisions().size() == 1 ? "das hat " : "das haben ") + bodies(version)
            + " beschlossen.";
  }

  private static String decided(ReportFacts.VersionFacts version) {
    ReportFacts.Decision first = version.decisions().get(0);
    if (version.decisions().size() > 1 || first.day() == null) {
      return capitalized(bodies(version)) + (version.decisions().size() == 1 ? " hat" : " haben");
    }
    return "Am " + print(first.day()) + " hat " + body(first);
  }

  private static String bodies(ReportFacts.VersionFacts version) {
    return enumeration(version.decisions().stream().map(decision -> body(decision)
        + (decision.day() == null ? "" : " (" + print(decision.day()) + ")")).toList());
  }

  private static String body(ReportFacts.Decision decision) {
    return withArticle(decision.body())
        + (decision.otherProject() == null ? "" : " des Projekts „" + decision.otherProject() + "“");
  }

  private static List<String> openPoints(List<OpenPoint> points) {
    List<String> sentences = new ArrayList<>();
    for (OpenPoint point : points) {
      sentences.add("Offen war " + (point.raisedOn() == null ? "noch" : "am " + print(point.raisedOn())) + ": "
          + sentence(point.point()));
      sentences.add(point.open() ? "Das ist noch nicht geklärt." : "Inzwischen ist das geklärt: "
          + sentence(point.settledBy()));
    }
    return sentences;
  }

  private static String outcome(TopicOutcome outcome) {
    String unit = outcome.takenOverBy() == null ? "" : " (zuständig: " + outcome.takenOverBy() + ")";
    return joined(outcome.description() == null ? "" : sentence(outcome.description()), switch (outcome.kind()) {
      case CONSOLIDATED -> "Das Handlungsfeld ist damit verstetigt" + unit + ".";
      case FOLLOW_UP_PROJECT -> "Fortgeführt wird es in einem Folgeprojekt" + unit + ".";
      case CONTINUING_TASK -> "Das ist jetzt eine laufende Aufgabe" + unit + ".";
      case ENDED -> "Das Handlungsfeld ist abgeschlossen" + unit + ".";
    });
  }

  private String followUps() {
    return joined(facts.followUps().stream().map(FinalReportText::followUp).toArray(String[]::new));
  }

  private static String followUp(ReportFacts.FollowUp followUp) {
    String programme = followUp.programme() == null ? "" : " im Programm „" + followUp.programme() + "“";
    ReportFacts.Resolution resolution = followUp.resolution();
    return joined("Folgeprojekt ist „" + followUp.name() + "“" + programme + ".",
        followUp.applied() ? "Der Förderantrag dafür ist gestellt." : "",
        resolution == null ? "" : resolution.body() == null
            ? "Den Beschluss dazu enthält die Vorlage " + resolution.reference() + "."
            : (resolution.day() == null ? capitalized(withArticle(resolution.body())) + " hat der"
                : "Am " + print(resolution.day()) + " hat " + withArticle(resolution.body()) + " der")
                + " Teilnahme zugestimmt (Vorlage " + resolution.reference() + ").",
        agreement(followUp),
        followUp.dates().isEmpty() ? "" : capitalized(String.join("; ", followUp.dates())) + ".");
  }

  private static String agreement(ReportFacts.FollowUp followUp) {
    if (followUp.partners() == 0) {
      return "";
    }
    if (followUp.signed() < followUp.partners()) {
      return "Die Kooperationsvereinbarung haben " + followUp.signed() + " von " + followUp.partners()
          + " Kooperationspartnern unterzeichnet.";
    }
    return followUp.partners() == 1 ? "Die Kooperationsvereinbarung mit dem Kooperationspartner ist geschlossen."
        : "Mit den " + number(followUp.partners())
            + " Kooperationspartnern ist die Kooperationsvereinbarung geschlossen.";
  }

  private String end() {
    String end = facts.end() == null ? ""
        : "Das Projekt " + (facts.over() ? "lief" : "läuft") + " bis zum " + print(facts.end()) + ".";
    List<String> sources = new ArrayList<>();
    if (!facts.reports().isEmpty()) {
      List<String> numbers = facts.reports().stream().map(ReportFacts.Report::reference).filter(Objects::nonNull)
          .toList();
      sources.add("in den früheren Berichten" + (numbers.isEmpty() ? "" : " (" + enumeration(numbers) + ")"));
    }
    if (facts.objectives()) {
      sources.add("in der Zieldatei (Anlage 1)");
    }
    return joined(end, sources.isEmpty() ? "" : "Seine weiteren Ergebnisse stehen " + enumeration(sources) + ".",
        facts.minutes() == null ? "" : "Als Anlage " + (facts.objectives() ? 2 : 1) + " liegt die Niederschrift der"
            + " Sitzung vom " + print(facts.minutes().day()) + " bei (" + facts.minutes().body() + ").");
  }

  private String participation() {
    if (facts.permanent().isEmpty() && facts.occasional().isEmpty()) {
      return "";
    }
    String permanent = facts.permanent().isEmpty() ? "" : "In allen Projektgremien haben mitgewirkt: "
        + enumeration(facts.permanent()) + ".";
    String occasional = facts.occasional().isEmpty() ? "" : (facts.permanent().isEmpty() ? "Zu einzelnen Fragen waren"
        : "Zu einzelnen Fragen kamen") + (facts.permanent().isEmpty() ? " beteiligt: " : " hinzu: ")
        + enumeration(facts.occasional()) + ".";
    return joined("Zusammenfassend lässt sich sagen: Ohne die Netzwerke des Projekts wäre der Blick über die Grenzen"
        + " der Zuständigkeiten nicht möglich gewesen.", permanent, occasional, "Die Beteiligten von außen haben viel"
        + " Fachwissen eingebracht und die Fragen von mehreren Seiten beleuchtet; die gemeinsamen Ergebnisse finden"
        + " breite Zustimmung.");
  }

  private String goesOn() {
    List<String> units = facts.topics().stream().flatMap(topic -> topic.outcomes().stream())
        .filter(outcome -> outcome.kind() != OutcomeKind.ENDED).map(TopicOutcome::takenOverBy)
        .filter(Objects::nonNull).distinct().toList();
    return units.isEmpty() ? "" : "Mit dem Ende des Projekts ist die Arbeit an diesen Themen nicht getan; sie bleibt"
        + " Aufgabe der Verwaltung und aller Beteiligten. Erfahrungen, Erkenntnisse und Arbeitsweise gehen über an: "
        + String.join("; ", units) + ".";
  }

  private static String joined(String... sentences) {
    return String.join(" ", Stream.of(sentences).filter(sentence -> !sentence.isEmpty()).toList());
  }
}
