package de.gremienlauf.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinalReportTextTest {

  private static final LocalDate DAY = LocalDate.of(2019, 6, 26);

  private static ReportFacts facts(ReportFacts.Resolution resolution, LocalDate appliedOn, ReportFacts.Grant grant,
      List<ReportFacts.Extension> extensions, List<ReportFacts.Topic> topics, List<ReportFacts.FollowUp> followUps,
      List<ReportFacts.Report> reports, List<String> permanent, List<String> occasional) {
    return new ReportFacts("Stadt Köln", "KOKIP", null, null, null, resolution, appliedOn != null, appliedOn, grant,
        extensions, topics, followUps, LocalDate.of(2019, 12, 31), true, reports, false,
        new ReportFacts.Minutes("Lenkungsgruppe", DAY), permanent, occasional);
  }

  private static String topic(ReportFacts.Topic topic) {
    return FinalReportText.of(facts(null, null, null, List.of(), List.of(topic), List.of(), List.of(), List.of(),
        List.of()));
  }

  private static ReportFacts.Topic topic(List<ReportFacts.ConceptFacts> concepts, TopicOutcome... outcomes) {
    return new ReportFacts.Topic("Beratung", null, null, concepts, List.of(outcomes), 0, 0);
  }

  private static ReportFacts.Decision decision(String body, LocalDate day) {
    return new ReportFacts.Decision(body, null, day);
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    assertThat(FinalReportText.of(facts(new ReportFacts.Resolution(null, DAY, "0554/2017"), DAY, null, List.of(),
        List.of(), List.of(), List.of(), List.of(), List.of()))).isEqualTo("""
            Die Stadt Köln hat sich am Förderprojekt „KOKIP“ beteiligt (Vorlage 0554/2017). Der Förderantrag der \
            Verwaltung vom 26.06.2019 ist gestellt.

            Das Projekt lief bis zum 31.12.2019. Als Anlage 1 liegt die Niederschrift der Sitzung vom 26.06.2019 bei \
            (Lenkungsgruppe).""");
  }

  @Test
  void noticeAndExtensionStandWithoutApplicationAndOption() {
    assertThat(FinalReportText.of(facts(new ReportFacts.Resolution("Rat", null, "0554/2017"), null,
        new ReportFacts.Grant("Ministerium für Arbeit", "Zuwendungsbescheid vom 10.04.2017"),
        List.of(new ReportFacts.Extension(false, null, 7L, "Ministerium für Arbeit",
            "Verlängerungsbescheid vom 01.03.2019", DAY)), List.of(), List.of(), List.of(), List.of(), List.of())))
        .startsWith("Der Rat hat beschlossen, dass sich die Stadt Köln am Förderprojekt „KOKIP“ beteiligt (Vorlage"
            + " 0554/2017). Das Ministerium für Arbeit hat es mit Zuwendungsbescheid vom 10.04.2017 bewilligt.\n\n"
            + "Das Ministerium für Arbeit hat das Projekt mit Verlängerungsbescheid vom 01.03.2019 bis zum 26.06.2019"
            + " verlängert.");
  }

  @Test
  void conceptIsToldFromItsVersionsAndOpenPoints() {
    OpenPoint open = new OpenPoint(1L, 1L, "Träger", null, null, null);
    assertThat(topic(topic(List.of(new ReportFacts.ConceptFacts("KOKIP", null, List.of(), List.of(open))))))
        .contains("Erarbeitet wurde das Konzept KOKIP. Offen war noch: Träger. Das ist noch nicht geklärt.");
    assertThat(topic(topic(List.of(new ReportFacts.ConceptFacts("KOKIP", null,
        List.of(new ReportFacts.VersionFacts(1, null, List.of()),
            new ReportFacts.VersionFacts(2, null, List.of(decision("Lenkungsgruppe", DAY))),
            new ReportFacts.VersionFacts(3, "gekürzt", List.of())), List.of())))))
        .contains("Erarbeitet wurde das Konzept KOKIP. Das Konzept KOKIP wurde überarbeitet; das hat die Lenkungsgruppe"
            + " (26.06.2019) beschlossen. Das Konzept KOKIP wurde gekürzt.");
    assertThat(topic(topic(List.of(new ReportFacts.ConceptFacts("KOKIP", null,
        List.of(new ReportFacts.VersionFacts(1, null, List.of(decision("UAG Arbeit", DAY), decision("Rat", null)))),
        List.of())))))
        .contains("Die UAG Arbeit (26.06.2019) und der Rat haben das Konzept KOKIP beschlossen.");
    assertThat(topic(topic(List.of(new ReportFacts.ConceptFacts("KOKIP", null,
        List.of(new ReportFacts.VersionFacts(1, null, List.of(decision("Rat", null)))), List.of())))))
        .contains("Der Rat hat das Konzept KOKIP beschlossen.");
  }

  @Test
  void followUpIsToldOnceWhereItBelongs() {
    ReportFacts.FollowUp followUp = new ReportFacts.FollowUp("Nachfolge", null, false,
        new ReportFacts.Resolution(null, null, "3141/2019"), 4, 3, List.of());
    TopicOutcome outcome = new TopicOutcome(1L, 1L, OutcomeKind.FOLLOW_UP_PROJECT, "Amt", null);
    String told = "Folgeprojekt ist „Nachfolge“. Den Beschluss dazu enthält die Vorlage 3141/2019. Die"
        + " Kooperationsvereinbarung haben 3 von 4 Kooperationspartnern unterzeichnet.";

    assertThat(FinalReportText.of(facts(null, null, null, List.of(),
        List.of(topic(List.of(), outcome), topic(List.of(), outcome)), List.of(followUp), List.of(), List.of(),
        List.of()))).containsOnlyOnce(told).contains("- Beratung. " + told);
    assertThat(FinalReportText.of(facts(null, null, null, List.of(), List.of(topic(List.of(),
        new TopicOutcome(1L, 1L, OutcomeKind.ENDED, null, null))), List.of(followUp), List.of(), List.of(), List.of())))
        .contains("Ein Schwerpunkt stand im Vordergrund:",
            "- Beratung. Das Handlungsfeld ist abgeschlossen.\n\n" + told)
        .doesNotContain("ist die Arbeit an diesen Themen nicht getan");
  }

  @Test
  void reportsAndOccasionalPartnersAreNamed() {
    assertThat(FinalReportText.of(facts(null, null, null, List.of(), List.of(), List.of(),
        List.of(new ReportFacts.Report("Bericht 2018", "0100/2019"), new ReportFacts.Report("Bericht 2017", null)),
        List.of(), List.of("Caritas", "BAMF"))))
        .contains("in den früheren Berichten (0100/2019).", "Zu einzelnen Fragen waren beteiligt: Caritas und BAMF.");
  }
}
