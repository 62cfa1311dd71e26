package de.gremienlauf.sample;

import static de.gremienlauf.sample.SampleCity.ADMINISTRATION_AND_LAW;
import static de.gremienlauf.sample.SampleCity.CULTURE;
import static de.gremienlauf.sample.SampleCity.TRAFFIC;

import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.Attachments;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.OutsideDeadlines;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.Papers;
import de.gremienlauf.paper.Sequences;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Papers under way, so that everybody finds something to do. All subjects and texts are invented. */
@Component
@Profile("sample")
class SamplePapers {

  static final String SIGNATORY = "Beig. Maarweg";
  static final String REPRESENTED = "OB Beispielsweg";

  private final PaperStory.Tools tools;
  private final WorkingGroup workingGroup;
  private final SampleCity city;

  SamplePapers(TaskDriver driver, Papers papers, PaperQueries queries, Sequences sequences,
      OutsideDeadlines deadlines, Attachments attachments, Meetings meetings, SampleCity city,
      WorkingGroup workingGroup) {
    this.workingGroup = workingGroup;
    this.tools = new PaperStory.Tools(driver, papers, queries, sequences, deadlines, attachments, meetings,
        city);
    this.city = city;
  }

  /**
   * Tells the story of every paper, each on its own days; the clock is left wherever the last one ends. Returns the
   * number of the paper by which a project goes to the committees.
   */
  String tell(String municipality, LocalDate today) {
    FinalReport.tell(story(municipality), workingGroup.redactedMinutes(municipality));
    String decided = inConsultation(municipality, today);
    amendment(municipality, today, decided);
    resultToRecord(municipality, today);
    phraseToClassify(municipality, today);
    motionWithoutMeeting(municipality, today);
    String inquiry = inquiryToAnswer(municipality, today);
    answerToSign(municipality, today, inquiry);
    toCoSign(municipality, today);
    sequenceToConfirm(municipality, today);
    draft(municipality, today);
    decided(municipality, "Ankauf einer Skulptur für den Musterpark", "Kultur", CULTURE, ago(today, 96),
        ago(today, 47), ago(today, 40));
    decided(municipality, "Zebrastreifen an der Grundschule Beispielweg", "Verkehr", TRAFFIC, ago(today, 75),
        ago(today, 33), ago(today, 26));
    SampleDeadlines.tell(() -> story(municipality), ago(today, 8), ago(today, 4), ago(today, 1));
    return decided;
  }

  private PaperStory story(String municipality) {
    return new PaperStory(tools, municipality);
  }

  private LocalDate ago(LocalDate today, int days) {
    return city.workingDay(today.minusDays(days));
  }

  /** With the sequence that the tables propose, and meetings from the calendars. */
  private String inConsultation(String municipality, LocalDate today) {
    PaperStory paper = story(municipality).onDay(ago(today, 12))
        .begin("Beschlussvorlage", "Teilnahme am Förderprogramm „Ankommen im Veedel“", null, null)
        .draft(Map.of("topics", List.of("Integration", "Soziales", "Finanzen"),
            "resolution", "1. Der Rat beschließt die Teilnahme der Stadt am Förderprogramm „Ankommen im Veedel“ für"
                + " zwei Jahre.\n\n2. Der Rat stellt den Eigenanteil von 42.000 Euro je Jahr bereit.",
            "reasons", "Das Land fördert Anlaufstellen in den Stadtteilen mit 90 Prozent der zuwendungsfähigen"
                + " Ausgaben.",
            "budget", "Eigenanteil 84.000 Euro, verteilt auf zwei Haushaltsjahre.",
            "alternative", "Die Stadt verzichtet auf die Förderung."))
        .confirm(null)
        .onDay(ago(today, 10))
        .sign(SIGNATORY, REPRESENTED);
    return paper.reference();
  }

  private void amendment(String municipality, LocalDate today, String superordinated) {
    story(municipality).onDay(ago(today, 5))
        .begin("Änderungsantrag", "Änderungsantrag zu „Ankommen im Veedel“", superordinated, null)
        .draft(Map.of("originator", "Fraktion Beispielliste",
            "resolution", "In Punkt 1 wird „zwei Jahre“ durch „drei Jahre“ ersetzt."))
        .confirm(null);
  }

  /** From its first day through its committee to the council, in a run that is over. */
  private void decided(String municipality, String subject, String topic, String committee, LocalDate begun,
      LocalDate consulted, LocalDate decided) {
    story(municipality).onDay(begun)
        .begin("Beschlussvorlage", subject, null, null)
        .draft(Map.of("topics", List.of(topic), "resolution", "Der Rat beschließt: " + subject + ".",
            "reasons", "Die Anregung kam aus der Bürgerschaft."))
        .meetOn(committee, consulted)
        .meetOn(SampleCity.COUNCIL, decided)
        .confirm(null)
        .sign(SIGNATORY, REPRESENTED)
        .onDay(consulted).result("einstimmig zugestimmt", Map.of())
        .onDay(decided).result("mehrheitlich zugestimmt", Map.of());
  }

  private void resultToRecord(String municipality, LocalDate today) {
    story(municipality).onDay(ago(today, 15))
        .begin("Beschlussvorlage", "Barrierefreier Umbau der Haltestelle Musterplatz", null, null)
        .draft(Map.of("topics", List.of("Verkehr"),
            "resolution", "1. Der Rat beschließt den Umbau der Haltestelle Musterplatz.\n\n2. Der Rat beauftragt die"
                + " Verwaltung, Fördermittel zu beantragen.",
            "reasons", "Die Haltestelle ist für Menschen mit Rollstuhl nicht erreichbar."))
        .meetOn(TRAFFIC, ago(today, 0))
        .confirm(null)
        .sign(SIGNATORY, REPRESENTED)
        .onDay(today);
  }

  private void phraseToClassify(String municipality, LocalDate today) {
    story(municipality).onDay(ago(today, 19))
        .begin("Beschlussvorlage", "Vergabe der Sprachmittlung in den Bürgerämtern", null, null)
        .draft(Map.of("visibility", "nonPublic", "nonPublicGround", "Vergabeangelegenheit", "topics",
            List.of("Verwaltung und Recht"),
            "resolution", "Der Rat erteilt den Zuschlag auf das wirtschaftlichste Angebot.",
            "reasons", "Drei Angebote liegen vor."))
        .meetOn(ADMINISTRATION_AND_LAW, ago(today, 4))
        .confirm(null)
        .sign(SIGNATORY, REPRESENTED)
        .onDay(ago(today, 4))
        .result("mit der Bitte um Klarstellung der Verwaltung anheimgegeben", Map.of());
  }

  private void motionWithoutMeeting(String municipality, LocalDate today) {
    story(municipality).onDay(ago(today, 16))
        .begin("Antrag", "Mehrsprachige Formulare in allen Bürgerämtern", null, null)
        .draft(Map.of("originator", "Fraktion Musterbündnis", "topics", List.of("Verwaltung und Recht"),
            "resolution", "Der Rat beauftragt die Verwaltung, ihre häufigsten Formulare in sechs Sprachen"
                + " anzubieten."))
        .confirm(null)
        .onDay(ago(today, 1))
        .addWithoutMeeting(CULTURE, ConsultationRole.PRELIMINARY, 2, "Der Ausschuss hat um Beteiligung gebeten.");
  }

  private String inquiryToAnswer(String municipality, LocalDate today) {
    PaperStory paper = story(municipality).onDay(ago(today, 28))
        .begin("Anfrage", "Wartezeiten in der Ausländerbehörde", null, null)
        .draft(Map.of("originator", "Ratsmitglied Ada Weidenpesch", "topics", List.of("Verwaltung und Recht"),
            "reasons", "1. Wie lange warten Antragstellende im Durchschnitt?\n\n2. Was unternimmt die Verwaltung?"))
        .meetOn(ADMINISTRATION_AND_LAW, ago(today, 8))
        .confirm(null)
        .onDay(ago(today, 8))
        .result("Kenntnis genommen", Map.of());
    return paper.reference();
  }

  private void answerToSign(String municipality, LocalDate today, String inquiry) {
    story(municipality).onDay(ago(today, 6))
        .begin("Beantwortung einer Anfrage", "Beantwortung: Wartezeiten in der Ausländerbehörde", null, null)
        .draft(Map.of("references", inquiry, "topics", List.of("Verwaltung und Recht"),
            "reasons", "Zu 1: Sieben Wochen.\n\nZu 2: Die Verwaltung bietet seit dem Herbst Termine am Abend an."))
        .confirm(null);
  }

  private void toCoSign(String municipality, LocalDate today) {
    story(municipality).onDay(ago(today, 3))
        .begin("Beschlussvorlage", "Leitlinien für Integration und Vielfalt", null, null)
        .draft(Map.of("topics", List.of("Integration"), "coSigningOffices", List.of(office(municipality,
                SampleCity.TREASURY), office(municipality, SampleCity.LAW_OFFICE)),
            "resolution", "1. Der Rat beschließt die Leitlinien.\n\n2. Der Rat beauftragt die Verwaltung, jährlich zu"
                + " berichten.",
            "reasons", "Die Leitlinien sind mit den Migrantenselbstorganisationen erarbeitet."))
        .confirm(null);
  }

  private String office(String municipality, String name) {
    return String.valueOf(city.organization(municipality, name).id());
  }

  private void sequenceToConfirm(String municipality, LocalDate today) {
    story(municipality).onDay(ago(today, 2))
        .begin("Mitteilung", "Sachstand Teilhabemanagement", null, null)
        .draft(Map.of("topics", List.of("Integration", "Soziales", "Jugendhilfe"),
            "reasons", "Die Beratungsstellen haben ihre Arbeit aufgenommen."));
  }

  private void draft(String municipality, LocalDate today) {
    story(municipality).onDay(ago(today, 1))
        .begin("Beschlussvorlage", "Fortsetzung der Fachkoordination Arbeit", null, null);
  }
}
