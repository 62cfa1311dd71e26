package de.gremienlauf.sample;

import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;

import de.gremienlauf.council.Participation;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.funding.AmendmentStep;
import de.gremienlauf.funding.Amendments;
import de.gremienlauf.funding.Concepts;
import de.gremienlauf.funding.FollowUps;
import de.gremienlauf.funding.FundsCalls;
import de.gremienlauf.funding.NewAmendment;
import de.gremienlauf.funding.NewFollowUp;
import de.gremienlauf.funding.NewObjective;
import de.gremienlauf.funding.NewPartner;
import de.gremienlauf.funding.NewProject;
import de.gremienlauf.funding.NewReport;
import de.gremienlauf.funding.NoticeKind;
import de.gremienlauf.funding.ObjectiveState;
import de.gremienlauf.funding.Objectives;
import de.gremienlauf.funding.OutcomeKind;
import de.gremienlauf.funding.PartnerKind;
import de.gremienlauf.funding.Partners;
import de.gremienlauf.funding.ProgressReports;
import de.gremienlauf.funding.ProjectBodies;
import de.gremienlauf.funding.ProjectDates;
import de.gremienlauf.funding.ProjectQueries;
import de.gremienlauf.funding.Projects;
import de.gremienlauf.funding.Recommendations;
import de.gremienlauf.funding.ReportBasis;
import de.gremienlauf.funding.Topics;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.Attachments;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.OutsideDeadlines;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.Papers;
import de.gremienlauf.paper.Sequences;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Funded projects: the one that the product grew from, which has ended, one in the middle of its life, one that follows
 * it, and one that waits for its resolution. But for the first all are invented, and of the first all amounts.
 */
@Component
@Profile("sample")
class SampleProjects {

  private static final String SIGNATORY = "Beig. Maarweg";
  private static final String REPRESENTED = "OB Beispielsweg";
  private static final String AUTHORITY = "Bezirksregierung Musterland";
  private static final String KEEP = "KEEP";

  private final ProjectStory.Tools tools;
  private final Topics topics;
  private final Objectives objectives;
  private final Recommendations recommendations;
  private final Concepts concepts;
  private final Partners partners;
  private final ProjectBodies bodies;
  private final ProjectDates dates;
  private final FollowUps followUps;
  private final SampleCity city;

  SampleProjects(TaskDriver driver, Projects projects, ProjectQueries queries, ProgressReports reports,
      FundsCalls calls, Amendments amendments, Papers papers, PaperQueries paperQueries, Sequences sequences,
      OutsideDeadlines deadlines, Attachments attachments, Meetings meetings, Topics topics, Objectives objectives,
      Recommendations recommendations, Concepts concepts, Partners partners, ProjectBodies bodies, ProjectDates dates,
      FollowUps followUps, SampleCity city) {
    this.tools = new ProjectStory.Tools(driver, projects, queries, reports, calls, amendments,
        new PaperStory.Tools(driver, papers, paperQueries, sequences, deadlines, attachments, meetings, city));
    this.topics = topics;
    this.objectives = objectives;
    this.recommendations = recommendations;
    this.concepts = concepts;
    this.partners = partners;
    this.bodies = bodies;
    this.dates = dates;
    this.followUps = followUps;
    this.city = city;
  }

  /** Tells the story of every project; the clock is left wherever the last one ends. */
  void tell(String municipality, LocalDate today, String participation) {
    ended(municipality, today);
    Long live = live(municipality, today);
    followUp(municipality, today, live);
    prepared(municipality, today, participation);
  }

  private ProjectStory story(String municipality) {
    return new ProjectStory(tools, municipality);
  }

  private LocalDate workingDay(LocalDate day) {
    return city.workingDay(day);
  }

  private static String day(LocalDate day) {
    return GermanDate.print(day);
  }

  private static Map<String, Object> notice(LocalDate day, LocalDate from, LocalDate until, Map<String, Object> more) {
    Map<String, Object> entered = new HashMap<>(Map.of("noticeOutcome", "GRANTED", "authority", AUTHORITY,
        "noticeDate", day(day), "method", "UNKNOWN", "instruction", true, "approvalUntil", day(until)));
    if (from != null) {
      entered.put("approvalFrom", day(from));
    }
    entered.putAll(more);
    return entered;
  }

  /** Its dates are those of the report; it went through before the house had this application. */
  private void ended(String municipality, LocalDate today) {
    LocalDate from = LocalDate.of(2017, 4, 1);
    LocalDate end = LocalDate.of(2019, 3, 31);
    ProjectStory story = story(municipality).onDay(LocalDate.of(2017, 4, 5))
        .begin(new NewProject(municipality, "FP-2017-001", "Einwanderung gestalten NRW", "Einwanderung gestalten NRW",
            "Ämter, Jobcenter, Agentur für Arbeit und Träger arbeiten über Rechtskreise hinweg zusammen.",
            "geflüchtete Menschen", SampleCity.INTEGRATION_OFFICE, "Bezirksregierung Arnsberg", from, end))
        .noPaper("Der Rat hat am 04.04.2017 über die Teilnahme beschlossen (Vorlage 0554/2017); die Vorlage liegt nicht"
            + " in dieser Anwendung.")
        .complete(SampleUser.CLERK, "Task_FileApplication", Map.of("filedOnAssumed", true, "documents",
            "Antrag und Projektbeschreibung"))
        .onDay(LocalDate.of(2017, 4, 18))
        .complete(SampleUser.FUNDING_CONTROLLER, "Task_RecordNotice", notice(LocalDate.of(2017, 4, 10), from, end,
            Map.of("authority", "Bezirksregierung Arnsberg")))
        .complete(SampleUser.FUNDING_CONTROLLER, "Task_CheckNotice", Map.of("stance", KEEP))
        .by(SampleUser.CLERK, id -> bodies.add(id, city.organization(municipality, WorkingGroup.BODY).id()))
        .onDay(LocalDate.of(2019, 1, 15))
        .amendment(new NewAmendment(NoticeKind.EXTENSION, AmendmentStep.OPTION, null, null,
            "Das Land ermöglicht die Verlängerung bis Ende 2019."))
        .complete(SampleUser.FUNDING_CONTROLLER, "Task_DecideExtension", Map.of("extension", "EXTEND", "committees",
            "NO", "ground", "Der Sachstandsbericht hat die Verlängerung angekündigt."))
        .complete(SampleUser.CLERK, "Task_ApplyForAmendment", Map.of("filedOnAssumed", true))
        .onDay(LocalDate.of(2019, 3, 7))
        .complete(SampleUser.FUNDING_CONTROLLER, "Task_RecordAmendment", notice(LocalDate.of(2019, 3, 1), null,
            LocalDate.of(2019, 12, 31), Map.of("authority", "Bezirksregierung Arnsberg")))
        .complete(SampleUser.FUNDING_CONTROLLER, "Task_CheckNotice", Map.of("stance", KEEP))
        .by(SampleUser.CLERK, this::whatBecameOfIt)
        .onDay(LocalDate.of(2019, 12, 6))
        .complete(SampleUser.CLERK, "Task_DraftFinalReport", Map.of(
            "subject", "Abschlussbericht zum Projekt „Einwanderung gestalten NRW“",
            "text", "Der Bericht ist die Mitteilung " + FinalReport.DEMO_NUMBER + "."))
        .existingPaper(FinalReport.DEMO_NUMBER)
        .onDay(LocalDate.of(2020, 6, 15))
        .complete(SampleUser.CLERK, "Task_WriteProof", Map.of("narrative", "Sachbericht: siehe Abschlussbericht.",
            "submittedOn", "15.06.2020"))
        .onDay(LocalDate.of(2020, 11, 2))
        .complete(SampleUser.FUNDING_CONTROLLER, "Task_RecordAudit", Map.of("result", "ACCEPTED", "auditedOn",
            "30.10.2020", "note", "Ergebnis angenommen, im Bericht nicht genannt."))
        .answer("Vor der Einführung dieser Anwendung geklärt.");
    story.onDay(today);
  }

  private void whatBecameOfIt(Long id) {
    Long work = topics.add(id, null, "Bildung und Arbeit", "Handlungsempfehlungen zu Hürden und Bedarfslücken.");
    topics.addOutcome(work, OutcomeKind.CONTINUING_TASK, "Fachkoordination Arbeit", null);
    Long cases = topics.add(id, null, "Casemanagement", "Hilfe, die über Rechtskreise hinweg abgestimmt ist.");
    topics.addOutcome(cases, OutcomeKind.FOLLOW_UP_PROJECT, SampleCity.INTEGRATION_OFFICE, "KOKIP");
    Long monitoring = topics.add(id, null, "Integrationsmonitoring", null);
    topics.addOutcome(monitoring, OutcomeKind.CONSOLIDATED, SampleCity.INTEGRATION_OFFICE,
        "Monitoring Integration und Vielfalt");
    recommendations.add(id, work, "Hürden bei Bildung und Arbeit fortlaufend abbauen.", "Fachkoordination Arbeit");
    Long concept = concepts.add(id, cases, "KOKIP",
        "Kooperation zur Klärung rechtskreisübergreifender Integrationsprozesse");
    concepts.addVersion(concept, "Konzept für geflüchtete Menschen", null);
    dates.add(id, "Betriebsbeginn von KOKIP", "voraussichtlich im Januar 2020", false);
  }

  /** In the middle of its life, with something to do for everybody. */
  private Long live(String municipality, LocalDate today) {
    LocalDate from = today.minusMonths(13).withDayOfMonth(1);
    LocalDate until = today.plusMonths(3).with(lastDayOfMonth());
    LocalDate council = workingDay(from.minusDays(25));
    LocalDate granted = workingDay(from.minusDays(12));
    ProjectStory story = story(municipality).onDay(workingDay(from.minusDays(60)))
        .begin(new NewProject(municipality, null, "Zusammenleben im Quartier", "Zusammenleben gestalten",
            "Eine Lotsenstelle im Quartier hilft über die Grenzen der Ämter hinweg.", "neu Zugewanderte",
            SampleCity.INTEGRATION_OFFICE, AUTHORITY, from, until))
        .newPaper("Beschlussvorlage", "Teilnahme am Förderprogramm „Zusammenleben gestalten“", paper -> paper
            .draft(Map.of("resolution", "1. Der Rat beschließt die Teilnahme.\n\n2. Der Eigenanteil von 18.000 Euro"
                + " steht bereit.", "reasons", "Das Land fördert Lotsenstellen mit 90 Prozent."))
            .meetOn(SampleCity.COUNCIL, council)
            .confirm(null)
            .sign(SIGNATORY, REPRESENTED)
            .onDay(council)
            .result("einstimmig zugestimmt", Map.of()))
        .onDay(workingDay(council.plusDays(3)))
        .complete(SampleUser.CLERK, "Task_FileApplication", Map.of("filedOn", day(workingDay(council.plusDays(3))),
            "documents", "Antrag, Projektbeschreibung, Finanzierungsplan, Ratsbeschluss",
            "expenditure", "Personal; 150.000,00\nSprachmittlung; 20.000,00\nSachkosten; 10.000,00",
            "financing", "Eigenmittel; 18.000,00\nLandesmittel; Zuwendung; 162.000,00"))
        .onDay(workingDay(granted.plusDays(5)))
        .complete(SampleUser.FUNDING_CONTROLLER, "Task_RecordNotice", notice(granted, from, until, Map.of(
            "fileReference", "48.02-17", "financingKind", "SHARE", "paymentKind", "ADVANCE", "rate", "90",
            "eligibleTotal", "180.000,00", "grantLimit", "162.000,00",
            "years", from.getYear() + ": 30.000,00\n" + (from.getYear() + 1) + ": 132.000,00",
            "conditions", "Die ANBest-G sind Bestandteil des Bescheids. Ein Sachstandsbericht nach zwölf Monaten.")))
        .complete(SampleUser.FUNDING_CONTROLLER, "Task_CheckNotice", Map.of("stance", KEEP));
    whatItWorksOn(story, municipality, granted);
    reports(story, today, from, until);
    money(story, today, from);
    return story.onDay(workingDay(today.minusDays(2)))
        .amendment(new NewAmendment(NoticeKind.EXTENSION, AmendmentStep.OPTION, workingDay(today.minusDays(3)),
            workingDay(until.minusMonths(1)), "Schreiben der " + AUTHORITY + ": Projekte können bis zu neun Monate"
                + " länger gefördert werden; der Antrag ist einen Monat vor dem Ende zu stellen."))
        .onDay(today).id();
  }

  private void whatItWorksOn(ProjectStory story, String municipality, LocalDate granted) {
    story.by(SampleUser.CLERK, id -> {
      Long guide = topics.add(id, null, "Lotsenstelle", "Eine Anlaufstelle, die alle Ämter kennt.");
      Long work = topics.add(id, null, "Wege in Arbeit", "Hürden benennen, die Ämter gemeinsam abbauen können.");
      Long advice = objectives.add(id, new NewObjective(null, guide, "Die Lotsenstelle berät Zugewanderte.",
          "Sprechstunde an drei Tagen", "300 Beratungen"));
      objectives.reach(advice, ObjectiveState.PARTLY, "186 Beratungen bis zum letzten Bericht");
      objectives.add(id, new NewObjective(null, work, "Jobcenter und Ausländerbehörde stimmen sich ab.",
          "gemeinsame Fallrunde", "monatlich"));
      recommendations.add(id, work, "Unterlagen nur einmal vorlegen lassen.", "Jobcenter");
      Long concept = concepts.add(id, guide, "Lotsenkonzept", null);
      concepts.addVersion(concept, "Aufgaben und Abläufe der Lotsenstelle", null);
      concepts.raise(concept, "Finanzierung nach dem Projekt unklar", granted);
      bodies.add(id, "Lenkungsgruppe Zusammenleben im Quartier", granted);
      Long partner = partners.add(id, new NewPartner("Begegnungsverein Musterviertel e. V.", PartnerKind.COOPERATION,
          Participation.PERMANENT, null));
      partners.sign(partner, granted, false);
      partners.passOn(partner, new BigDecimal("20000.00"), granted);
      partners.add(id, new NewPartner("Agentur für Arbeit", PartnerKind.PARTICIPATING, Participation.OCCASIONAL,
          null));
      dates.add(id, "Umzug der Lotsenstelle", "voraussichtlich im Frühjahr", false);
    });
  }

  /** One with the committees, one to sign, and the last one still to come. */
  private void reports(ProjectStory story, LocalDate today, LocalDate from, LocalDate until) {
    LocalDate first = workingDay(today.minusDays(40));
    LocalDate second = workingDay(today.minusDays(6));
    story.onDay(first)
        .report(new NewReport("Sachstandsbericht zum ersten Jahr", ReportBasis.NOTICE, "Nebenbestimmungen", first))
        .complete(SampleUser.CLERK, "Task_WriteReport", Map.of("text", "Die Lotsenstelle hat ihre Arbeit"
            + " aufgenommen und 120 Menschen beraten.", "committees", true, "submittedOn", day(first)))
        .newPaper("Mitteilung", "Sachstand „Zusammenleben im Quartier“ nach einem Jahr", paper -> paper
            .draft(Map.of("topics", List.of("Integration"),
                "reasons", "Die Lotsenstelle hat ihre Arbeit aufgenommen und 120 Menschen beraten."))
            .confirm(null)
            .sign(SIGNATORY, REPRESENTED)
            .addWithoutMeeting(SampleCity.CULTURE, ConsultationRole.PRELIMINARY, 2,
                "Der Ausschuss hat um Unterrichtung gebeten."))
        .onDay(second)
        .report(new NewReport("Bericht zur Lotsenstelle", ReportBasis.RESOLUTION, "Beschluss über die Teilnahme",
            second))
        .complete(SampleUser.CLERK, "Task_WriteReport", Map.of("text", "186 Menschen wurden beraten.", "committees",
            true, "announces", "Das Land stellt eine Verlängerung in Aussicht.", "submittedOn", day(second)))
        .newPaper("Mitteilung", "Bericht zur Lotsenstelle im Quartier", paper -> paper
            .draft(Map.of("topics", List.of("Integration", "Soziales"), "reasons", "186 Menschen wurden beraten."))
            .confirm(null))
        .report(new NewReport("Sachstandsbericht zum Ende", ReportBasis.NOTICE, "Nebenbestimmungen", null))
        .report(new NewReport("Zwischenbericht zum Jahresende", ReportBasis.NOTICE, "Nebenbestimmungen",
            workingDay(today.plusDays(10))));
  }

  /** One call that is settled, and one to make. */
  private void money(ProjectStory story, LocalDate today, LocalDate from) {
    LocalDate called = workingDay(today.minusDays(90));
    LocalDate paid = workingDay(today.minusDays(80));
    story.onDay(called).callForFunds()
        .complete(SampleUser.FUNDING_CONTROLLER, "Task_CallFunds", Map.of("calledOn", day(called), "amount",
            "40.000,00", "paymentsUntil", day(workingDay(called.plusDays(50))), "callPurpose", "Personal und Sprachmittlung"))
        .onDay(paid)
        .complete(SampleUser.FUNDING_CONTROLLER, "Task_RecordPayout", Map.of("payoutOutcome", "PAID", "paidOn",
            day(paid), "paid", "40.000,00"))
        .onDay(workingDay(today.minusDays(4)))
        .complete(SampleUser.FUNDING_CONTROLLER, "Task_ConfirmUse", Map.of("used", "40.000,00"))
        .callForFunds();
  }

  /** It waits for signatures, and its paper is to be co-signed. */
  private void followUp(String municipality, LocalDate today, Long live) {
    story(municipality).onDay(workingDay(today.minusDays(1)));
    tools.driver().as(SampleUser.CLERK.id(), () -> followUps.plan(
        new NewFollowUp(live, "Die Lotsenstelle soll nach dem Projekt bestehen bleiben.", 2),
        new NewProject(municipality, null, "Lotsenstelle dauerhaft", "Teilhabe vor Ort", null, "neu Zugewanderte",
            SampleCity.INTEGRATION_OFFICE, AUTHORITY, null, null),
        List.of(new NewPartner("Begegnungsverein Musterviertel e. V.", PartnerKind.COOPERATION,
            Participation.PERMANENT, null), new NewPartner("Wohlfahrtsverband Musterland", PartnerKind.COOPERATION,
                Participation.PERMANENT, null))));
    new ProjectStory(tools, municipality, laterOf(live))
        .newPaper("Beschlussvorlage", "Teilnahme am Förderprogramm „Teilhabe vor Ort“", paper -> paper
            .draft(Map.of("resolution", "Der Rat beschließt die Teilnahme.", "reasons", "Die Lotsenstelle hat sich"
                + " bewährt.", "coSigningOffices", List.of(String.valueOf(
                    city.organization(municipality, SampleCity.LAW_OFFICE).id()))))
            .confirm(null))
        .onDay(today);
  }

  private Long laterOf(Long live) {
    List<Long> found = new ArrayList<>();
    tools.driver().as(SampleUser.CLERK.id(), () -> tools.queries().details(live).followUps()
        .forEach(one -> found.add(one.projectId())));
    return found.get(0);
  }

  /** Its paper is with the committees; the application is to be filed. */
  private void prepared(String municipality, LocalDate today, String participation) {
    story(municipality).onDay(workingDay(today.minusDays(5)))
        .begin(new NewProject(municipality, null, "Ankommen im Veedel", "Ankommen im Veedel",
            "Anlaufstellen in den Stadtteilen.", "neu Zugewanderte", SampleCity.INTEGRATION_OFFICE, AUTHORITY,
            today.plusMonths(3).withDayOfMonth(1), null))
        .existingPaper(participation)
        .onDay(today);
  }
}
