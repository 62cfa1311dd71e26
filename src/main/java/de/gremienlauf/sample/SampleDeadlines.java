package de.gremienlauf.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Ten papers that have to be decided by a day that others have set, with more and less time left. All invented. */
final class SampleDeadlines {

  private static final List<Case> CASES = List.of(
      new Case("Modellvorhaben Sprachpatenschaften", "Integration", "Antragsfrist des Landes", -3, true),
      new Case("Lotsendienst für neu Zugewanderte", "Integration", "Ende der Zweckbindung", 0, true),
      new Case("Zuschuss für die Frauenberatung Am Rheinufer", "Soziales", "Auszahlung zum Quartalsende", 5, true),
      new Case("Fahrradabstellanlagen an drei Haltestellen", "Verkehr", "Frist des Förderaufrufs", 12, true),
      new Case("Sanierung der Werkstattbühne", "Kultur", "Baubeginn laut Zuwendungsbescheid", 30, true),
      new Case("Kooperation „Ausbildung im Quartier“", "Wirtschaft", "Angebot des Trägers gilt bis dahin", -1, false),
      new Case("Beitritt zum Verbund Gesundheitsdaten", "Gesundheit", "Beitrittsfrist", 0, false),
      new Case("Ganztag an der Musterschule", "Schule", "Anmeldung beim Land", 10, false),
      new Case("Konzept für Jugendtreffs im Norden", "Jugendhilfe", "Fortschreibung zum Jahresende", 45, false),
      new Case("Umgestaltung des Ebertplatzes, erster Abschnitt", "Stadtentwicklung", "Städtebauförderung", 90, false));

  private SampleDeadlines() {
  }

  /**
   * One of them.
   *
   * @param days from the planned decision to the deadline
   * @param signed whether it is on its way through the bodies
   */
  private record Case(String subject, String topic, String note, int days, boolean signed) {
  }

  /**
   * Tells them.
   *
   * @param begun when those begin that are signed
   * @param late when the others do
   */
  static void tell(Supplier<PaperStory> story, LocalDate begun, LocalDate signed, LocalDate late) {
    for (Case one : CASES) {
      PaperStory paper = story.get().onDay(one.signed() ? begun : late)
          .begin("Beschlussvorlage", one.subject(), null, null)
          .draft(Map.of("topics", List.of(one.topic()), "outsideDeadlineNote", one.note(),
              "resolution", "Der Rat beschließt: " + one.subject() + ".",
              "reasons", "Die Mittel verfallen, wenn nicht rechtzeitig entschieden wird."))
          .decideWithin(one.days())
          .confirm(null);
      if (one.signed()) {
        paper.onDay(signed).sign(SamplePapers.SIGNATORY, SamplePapers.REPRESENTED);
      }
    }
  }
}
