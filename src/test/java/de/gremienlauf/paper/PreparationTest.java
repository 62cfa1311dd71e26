package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import de.gremienlauf.council.Council;
import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.People;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the start form to the release: numbers, draft, co-signing, signature, frozen text. */
class PreparationTest extends PaperStory {

  private static final Wish COUNCIL = new Wish("Rat", ConsultationRole.DECISION, 1, day(2, 5));
  private static final Wish INFORMED = new Wish("Sozialausschuss", ConsultationRole.NOTICE, 1, day(2, 3));

  @Autowired DocumentStore documents;
  @Autowired Council council;
  @Autowired People people;
  @Autowired TaskDriver driver;

  @Test
  void aPaperIsBegunWithTheStartForm() {
    ProcessInstance process = clerk.start(Papers.PROCESS,
        Map.of("type", "Beschlussvorlage", "subject", "Neuer Radweg", "leadOffice", "Amt für Verkehr"));
    assertThat(process).isWaitingAt("Task_Draft")
        .hasPassed("StartEvent_PaperBegun", "Task_CreatePaper", "Task_DeterminePath", "Task_AssignNumber")
        .hasNotPassed("Task_Draft", "Task_ReleasePaper");
    assertThat(engine.getRuntimeService().getVariables(process.getId()))
        .containsOnlyKeys("paperId", "paperPath", "numberCircle");
    Long id = queries.idOf(world.ownCity().name, process.getBusinessKey());
    assertThat(queries.details(id)).returns("Neuer Radweg", PaperDetails::name)
        .returns("Beschlussvorlage", PaperDetails::type).returns("Amt für Verkehr", PaperDetails::leadOffice)
        .returns(PaperState.DRAFT, PaperDetails::state);
    assertThat(process.getBusinessKey()).matches("\\d{4}/2026");
  }

  @Test
  void theStartFormRefusesWhatIsMissingAndWhatItDoesNotKnow() {
    assertThatThrownBy(() -> clerk.start(Papers.PROCESS, Map.of("type", "Antrag", "leadOffice", "Fraktion")))
        .isInstanceOf(BusinessException.class).hasMessage("Bitte füllen Sie „Betreff“ aus.");
    assertThatThrownBy(() -> clerk.start(Papers.PROCESS,
        Map.of("type", "Antrag", "subject", "Bänke", "leadOffice", "Fraktion", "state", "DECIDED")))
        .isInstanceOf(BusinessException.class).hasMessage("Das Startformular kennt die Angabe „state“ nicht.");
  }

  @Test
  void aPaperOfTheAdministrationIsCoSignedAndSigned() {
    PaperRun paper = world.city().paper("Beschlussvorlage");
    ProcessInstance process = paper.instance();
    paper.release(COUNCIL);
    assertThat(process).hasPassedInOrder("Task_Draft", "Task_ProposeSequence", "Task_ConfirmSequence",
            "Task_RequestCoSignatures", "Task_Sign", "Task_ReleasePaper")
        .isWaitingAt("CallActivity_CommitteeRun").hasNotPassed("Task_BeginRevision", "Task_ClosePaper");
    assertThat(paper.details().signatures()).extracting(PaperDetails.SignatureLine::text)
        .containsExactly("gez. StD Dr. Muster i. V. von OB Beispiel");
    assertThat(paper.details().state()).isEqualTo(PaperState.IN_CONSULTATION);
  }

  @Test
  void aPaperFromPoliticsIsNeitherCoSignedNorSigned() {
    PaperRun paper = world.city().paper("Antrag");
    ProcessInstance process = paper.instance();
    paper.draft(Map.of("originator", "Fraktion Beispiel")).stations(COUNCIL).confirm();
    assertThat(process).hasPassed("Task_ReleasePaper")
        .hasNotPassed("Task_RequestCoSignatures", "Task_CoSign", "Task_Sign", "Gateway_Signed");
    assertThat(paper.details().signatures()).isEmpty();
    assertThat(paper.details().originator()).isEqualTo("Fraktion Beispiel");
    paper.result("Rat", "ungeändert beschlossen");
    assertThat(process).isEnded().hasPassed("Task_ClosePaper").hasNotPassed("Task_AssignAnswer");
  }

  @Test
  void anInquiryEndsWithItsAnswer() {
    City city = world.city();
    PaperRun inquiry = city.paper("Anfrage").draft(Map.of()).stations(INFORMED).confirm();
    ProcessInstance process = inquiry.instance();
    inquiry.result("Sozialausschuss", "zur Kenntnis genommen");
    assertThat(process).isWaitingAt("Task_AssignAnswer").hasNotPassed("Task_ClosePaper", "Task_Sign");
    assertThat(inquiry.details().state()).isEqualTo(PaperState.ANSWER_PENDING);

    Task task = clerk.task(inquiry.process(), "Task_AssignAnswer");
    assertThatThrownBy(() -> clerk.complete(task, Map.of("answerReference", "9999/1999")))
        .hasMessage("Eine Vorlage mit der Nummer „9999/1999“ gibt es nicht.");
    assertThatThrownBy(() -> clerk.complete(task, Map.of("answerReference", inquiry.details().reference())))
        .hasMessage("Eine Anfrage kann nicht ihre eigene Beantwortung sein.");
    String answer = city.paper("Beantwortung einer Anfrage").details().reference();
    clerk.complete(task, Map.of("answerReference", answer));
    assertThat(process).isEnded().hasPassed("Task_AssignAnswer", "Task_ClosePaper");
    assertThat(inquiry.details().state()).isEqualTo(PaperState.ANSWERED);
    assertThat(inquiry.details().references()).extracting(PaperDetails.Reference::reference).contains(answer);
  }

  @Test
  void anAmendmentBelongsToItsPaperAndGoesWhereItGoes() {
    City city = world.ownCity();
    Wish council = new Wish("Rat der Änderung", ConsultationRole.DECISION, 2, day(3, 5));
    PaperRun paper = city.paper("Beschlussvorlage").release(
        new Wish("Bauausschuss der Änderung", ConsultationRole.PRELIMINARY, 1, day(2, 3)), council);
    paper.result("Bauausschuss der Änderung", "zugestimmt");

    PaperRun amendment = city.paper(Map.of("type", "Änderungsantrag", "subject", "Änderung", "leadOffice", "Fraktion",
        "superordinatedPaper", paper.details().reference()));
    amendment.draft(Map.of("originator", "Fraktion", "references", paper.details().reference()));
    assertThat(amendment.details().references())
        .containsExactly(new PaperDetails.Reference(paper.details().reference(), "SUPERORDINATED"));
    assertThat(amendment.details().consultations()).singleElement()
        .returns("Rat der Änderung", PaperDetails.Station::organization)
        .returns(day(3, 5), PaperDetails.Station::date);
    amendment.confirm().result("Rat der Änderung", "abgelehnt");
    assertThat(amendment.details().state()).isEqualTo(PaperState.REJECTED);
    assertThat(paper.details().state()).isEqualTo(PaperState.IN_CONSULTATION);
  }

  @Test
  void anAmendmentNeedsItsPaper() {
    Map<String, Object> entered =
        new HashMap<>(Map.of("type", "Änderungsantrag", "subject", "Änderung", "leadOffice", "Fraktion"));
    assertThatThrownBy(() -> clerk.start(Papers.PROCESS, entered))
        .hasMessage("Bitte geben Sie die Nummer der Vorlage an, die der Antrag ändern soll.");
    entered.put("superordinatedPaper", "9999/1999");
    assertThatThrownBy(() -> clerk.start(Papers.PROCESS, entered))
        .hasMessage("Eine Vorlage mit der Nummer „9999/1999“ gibt es nicht.");
  }

  @Test
  void aPaperThatDoesNotExistForSomebodyCannotBeAmended() {
    City city = world.ownCity();
    String office = "amt-" + UUID.randomUUID().toString().substring(0, 8);
    council.addOffice(city.name, "Amt " + office, office);
    String reference = papers.reference(papers.begin(
        new NewPaper(city.name, "Beschlussvorlage", "Noch im Entwurf", "Amt " + office, null, null)));
    Map<String, Object> entered = Map.of("type", "Änderungsantrag", "subject", "Änderung", "leadOffice", "Fraktion",
        "superordinatedPaper", reference);
    driver.as(people.user("sachbearbeitung"), () -> assertThatThrownBy(() -> clerk.start(Papers.PROCESS, entered))
        .hasMessage("Eine Vorlage mit der Nummer „" + reference + "“ gibt es nicht."));
    driver.as(people.user("sachbearbeitung", office),
        () -> assertThat(clerk.start(Papers.PROCESS, entered).getBusinessKey()).isNotNull());
  }

  @Test
  void whoSignsReadsWhatIsToBeDecided() {
    PaperRun paper = world.city().paper("Beschlussvorlage").draft(Map.of()).stations(COUNCIL).confirm();
    assertThat(clerk.fields(clerk.task(paper.process(), "Task_Sign")).get("draftText")).asString()
        .startsWith("**Beschlussvorschlag**\n\n").contains("Der Rat beschließt.");
  }

  @Test
  void whoSignsAReportReadsItsTextAndNoEmptyHeading() {
    PaperRun paper = world.city().paper("Mitteilung")
        .draft(Map.of("resolution", "", "reasons", "Alles im Plan.")).stations(INFORMED).confirm();
    assertThat(clerk.fields(clerk.task(paper.process(), "Task_Sign")).get("draftText"))
        .isEqualTo("**Text**\n\nAlles im Plan.");
  }

  @Test
  void twoOfficesCoSignSideBySide() {
    City city = world.city();
    Long finance = city.office("Kämmerei").id();
    Long law = city.office("Rechtsamt").id();
    PaperRun paper = city.paper("Beschlussvorlage")
        .draft(Map.of("coSigningOffices", List.of(finance.toString(), law.toString()))).stations(COUNCIL).confirm();
    ProcessInstance process = paper.instance();
    List<Task> open = clerk.tasks(paper.process(), "Task_CoSign");
    assertThat(open).extracting(task -> clerk.fields(task).get("office"))
        .containsExactlyInAnyOrder("Kämmerei", "Rechtsamt");
    clerk.complete(open.get(1), Map.of("decision", "AGREED"));
    assertThat(process).isWaitingAt("Task_CoSign").isNotWaitingAt("Task_Sign");
    clerk.complete(open.get(0), Map.of("decision", "AGREED"));
    assertThat(process).isWaitingAt("Task_Sign").isNotWaitingAt("Task_CoSign");
    assertThat(paper.details().coSignatures()).extracting(PaperDetails.CoSignatureLine::state)
        .containsOnly(CoSignatureState.AGREED);
  }

  @Test
  void anObjectionLeadsBackToTheDraftWithItsReason() {
    City city = world.city();
    Long finance = city.office("Kämmerei").id();
    Long law = city.office("Rechtsamt").id();
    PaperRun paper = city.paper("Beschlussvorlage")
        .draft(Map.of("coSigningOffices", List.of(finance.toString(), law.toString()))).stations(COUNCIL).confirm();
    Task first = coSigning(paper, "Kämmerei");
    assertThatThrownBy(() -> clerk.complete(first, Map.of("decision", "OBJECTION")))
        .hasMessage("Bitte begründen Sie den Einwand.");
    clerk.complete(first, Map.of("decision", "OBJECTION", "reason", "Deckung fehlt."));
    assertThat(clerk.tasks(paper.process(), "Task_Draft")).isEmpty();
    clerk.complete(coSigning(paper, "Rechtsamt"), Map.of("decision", "AGREED"));

    Task draft = clerk.task(paper.process(), "Task_Draft");
    assertThat(clerk.fields(draft)).containsEntry("returned", "Kämmerei: Deckung fehlt.");
    assertThat(paper.instance()).hasNotPassed("Task_Sign", "Task_ReleasePaper");

    paper.draft(Map.of("coSigningOffices", List.of(finance.toString()), "budget", "Deckung aus Rücklagen")).confirm();
    clerk.complete(coSigning(paper, "Kämmerei"), Map.of("decision", "AGREED"));
    assertThat(paper.instance()).isWaitingAt("Task_Sign").isNotWaitingAt("Task_Draft");
    assertThat(paper.details().returnedBecause()).isNull();
  }

  @Test
  void aPaperThatNoLongerNeedsTheObjectingOfficeGoesOn() {
    City city = world.city();
    Long finance = city.office("Kämmerei").id();
    PaperRun paper = city.paper("Beschlussvorlage")
        .draft(Map.of("coSigningOffices", List.of(finance.toString()))).stations(COUNCIL).confirm();
    clerk.complete(coSigning(paper, "Kämmerei"), Map.of("decision", "OBJECTION", "reason", "Nicht zuständig."));
    paper.draft(Map.of("coSigningOffices", List.of())).confirm();
    assertThat(paper.instance()).isWaitingAt("Task_Sign").isNotWaitingAt("Task_Draft");
  }

  private Task coSigning(PaperRun paper, String office) {
    return clerk.tasks(paper.process(), "Task_CoSign").stream()
        .filter(task -> office.equals(clerk.fields(task).get("office"))).findFirst().orElseThrow();
  }

  @Test
  void aPaperIsReturnedInsteadOfSigned() {
    PaperRun paper = world.city().paper("Beschlussvorlage").draft(Map.of()).stations(COUNCIL).confirm();
    Task task = clerk.task(paper.process(), "Task_Sign");
    assertThatThrownBy(() -> clerk.complete(task, Map.of("decision", "RETURN")))
        .hasMessage("Bitte begründen Sie, warum die Vorlage zurückgeht.");
    assertThatThrownBy(() -> clerk.complete(task, Map.of("decision", "SIGN", "signatory", "Dr. Muster",
        "capacity", "IV"))).hasMessage("Bitte geben Sie an, wen Sie vertreten.");
    clerk.complete(task, Map.of("decision", "RETURN", "reason", "Zahlen veraltet"));
    assertThat(paper.instance()).isWaitingAt("Task_Draft").isNotWaitingAt("Task_Sign")
        .hasNotPassed("Task_ReleasePaper");
    assertThat(clerk.fields(clerk.task(paper.process(), "Task_Draft"))).containsEntry("returned", "Zahlen veraltet");
    paper.draft(Map.of()).confirm().sign();
    assertThat(paper.details().state()).isEqualTo(PaperState.IN_CONSULTATION);
    assertThat(paper.details().consultations()).hasSize(1);
  }

  @Test
  void aNonPublicPaperNeedsItsGround() {
    PaperRun paper = world.city().paper("Beschlussvorlage");
    assertThatThrownBy(() -> paper.draft(Map.of("visibility", "nonPublic")))
        .hasMessage("Bitte geben Sie an, aus welchem Grund die Vorlage nichtöffentlich ist.");
    assertThat(paper.instance()).isWaitingAt("Task_Draft");
    paper.draft(Map.of("visibility", "nonPublic", "nonPublicGround", "Personalangelegenheit"));
    assertThat(paper.details()).returns(false, PaperDetails::publicPaper)
        .returns("Personalangelegenheit", PaperDetails::nonPublicGround);
  }

  @Test
  void aSequenceNeedsStationsAndTheirMeetings() {
    City city = world.city();
    PaperRun paper = city.paper("Beschlussvorlage").draft(Map.of());
    assertThatThrownBy(paper::confirm).hasMessageStartingWith("Die Beratungsfolge ist leer.");
    paper.stations(new Wish("Rat", ConsultationRole.DECISION, 1, null));
    assertThatThrownBy(paper::confirm).hasMessageStartingWith("Noch keine Sitzung haben: Rat.");
    assertThatThrownBy(() -> clerk.complete(paper.process(), "Task_ConfirmSequence",
        Map.of("sequenceConfirmed", false)))
        .hasMessage("Bitte bestätigen Sie, dass die Beratungsfolge stimmt.");
    paper.stations(COUNCIL).confirm();
    assertThat(paper.instance()).isWaitingAt("Task_Sign");
  }

  @Test
  void everyTypeHasItsCircleAndARecordedNumberDoesNotMoveIt() {
    City city = world.city();
    List<String> given = new ArrayList<>();
    given.add(city.paper("Beschlussvorlage").details().reference());
    given.add(city.paper("Antrag").details().reference());
    given.add(city.paper("Mitteilung").details().reference());
    given.add(city.paper("Beschlussvorlage", "0003/2026").details().reference());
    given.add(city.paper("Beschlussvorlage", "4069/2022").details().reference());
    given.add(city.paper("Beschlussvorlage").details().reference());
    given.add(city.paper("Anfrage").details().reference());
    assertThat(given).containsExactly("0001/2026", "AN/0001/2026", "0002/2026", "0003/2026", "4069/2022",
        "0004/2026", "AN/0002/2026");
    assertThatThrownBy(() -> city.paper("Beschlussvorlage", "4069/2022"))
        .hasMessage("Die Nummer 4069/2022 ist schon vergeben.");
  }

  @Test
  void aDiscardedDraftStaysVisibleAndKeepsItsNumber() {
    City city = world.city();
    PaperRun discarded = city.paper("Beschlussvorlage");
    ProcessInstance process = discarded.instance();
    discarded.withdraw("Doch nicht nötig");
    assertThat(process).isEnded().hasPassed("Task_WithdrawPaper")
        .hasNotPassed("Task_ConfirmSequence", "Task_ClosePaper");
    assertThat(discarded.details().state()).isEqualTo(PaperState.DISCARDED);
    assertThat(discarded.details().events()).extracting(PaperDetails.Event::text)
        .contains("Entwurf verworfen: Doch nicht nötig");
    assertThat(city.paper("Beschlussvorlage").details().reference()).isEqualTo("0002/2026");
    assertThatThrownBy(() -> discarded.withdraw("Noch einmal")).isInstanceOf(BusinessException.class)
        .hasMessageContaining("ist abgeschlossen");
  }

  @Test
  void theFrozenTextStaysAsItWasReleased() {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(
        new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, day(2, 3)),
        new Wish("Rat", ConsultationRole.DECISION, 2, day(2, 5)));
    String text = paper.details().textHash();
    String document = queries.documentHash(paper.id);
    byte[] released = documents.content(document);
    paper.result("Bauausschuss", "geändert beschlossen", Map.of("amendedWording", "1. Etwas anderes."));
    attachments.supplement(paper.id, "nachtrag.txt", "Nachtrag".getBytes(StandardCharsets.UTF_8), "Nachtrag", "neu");
    paper.correct("Bauausschuss", "mit Änderungen empfohlen", "Schreibfehler").result("Rat", "geändert beschlossen");
    assertThat(paper.details().textHash()).isEqualTo(text);
    assertThat(queries.documentHash(paper.id)).isEqualTo(document);
    assertThat(documents.content(document)).isEqualTo(released);
  }

  @Test
  void anUploadedTextStaysByteForByteAndTheDocumentIsItsCover() throws Exception {
    byte[] text = "Text der Vorlage, wie er unterschrieben wurde.\r\n".getBytes(StandardCharsets.UTF_8);
    PaperRun paper = world.city().paper("Beschlussvorlage");
    attachments.add(paper.id, "vorlage.txt", text, "Vorlage", true, true);
    Map<String, Object> withoutText = new HashMap<>();
    withoutText.put("resolution", "");
    withoutText.put("reasons", "");
    paper.draft(withoutText).stations(COUNCIL).confirm().sign();

    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    PaperDetails.AttachmentLine stored = paper.details().attachments().get(0);
    assertThat(attachments.content(paper.id, stored.id()).bytes()).isEqualTo(text);
    assertThat(paper.details().textHash()).isEqualTo(hash);
    try (PDDocument cover = Loader.loadPDF(documents.content(queries.documentHash(paper.id)))) {
      assertThat(new PDFTextStripper().getText(cover).replaceAll("\\s+", "")).contains("vorlage.txt", hash);
    }
  }

  @Test
  void aDraftNeedsSomeText() {
    PaperRun paper = world.city().paper("Beschlussvorlage");
    assertThatThrownBy(() -> paper.draft(Map.of("resolution", "", "reasons", "")))
        .isInstanceOf(BusinessException.class).hasMessageStartingWith("Bitte erfassen Sie einen Beschlussvorschlag");
  }

  @Test
  void filesAreAddedAndTakenOffOnlyBeforeTheSignature() {
    PaperRun paper = world.city().paper("Beschlussvorlage");
    attachments.add(paper.id, "plan.txt", "Plan".getBytes(StandardCharsets.UTF_8), "Lageplan", true, false);
    attachments.add(paper.id, "karte.txt", "Karte".getBytes(StandardCharsets.UTF_8), "Karte", false, false);
    attachments.remove(paper.id, paper.details().attachments().get(1).id());
    paper.release(COUNCIL);
    assertThat(paper.details().attachments()).extracting(PaperDetails.AttachmentLine::name)
        .containsExactly("Lageplan");
    Long plan = paper.details().attachments().get(0).id();
    assertThatThrownBy(() -> attachments.remove(paper.id, plan)).isInstanceOf(BusinessException.class)
        .hasMessageStartingWith("Anlagen lassen sich nur entfernen");
    assertThatThrownBy(() -> attachments.add(paper.id, "x.txt", new byte[] {65}, "x", true, false))
        .isInstanceOf(BusinessException.class).hasMessageContaining("als Ergänzung");
  }
}
