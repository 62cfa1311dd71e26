package de.gremienlauf.paper.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.gremienlauf.council.Council;
import de.gremienlauf.document.BadFiles;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.NewPaper;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.paper.Papers;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Answer;
import de.gremienlauf.support.People.Person;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The files of a paper from the first draft until everybody has them. */
@IntegrationTest
class AttachmentApiTest {

  @Autowired People people;
  @Autowired PaperWorld world;
  @Autowired Papers papers;
  @Autowired Council council;
  @Autowired Clerk clerk;

  private Person clerkOfOffice;
  private PaperRun paper;
  private String path;

  @BeforeEach
  void start() {
    clerk.onDay(LocalDate.of(2026, 1, 5));
    String group = "amt-" + UUID.randomUUID().toString().substring(0, 8);
    council.addOffice(council.ownMunicipality(), "Amt " + group, group);
    paper = world.ownCity().run(papers.begin(new NewPaper(council.ownMunicipality(), "Beschlussvorlage",
        "Neue Bänke", "Amt " + group, null, null)));
    path = "/api/papers/" + paper.id;
    clerkOfOffice = people.browser("sachbearbeitung", group);
  }

  @AfterEach
  void stop() {
    EngineClock.reset();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private JsonNode add(String fileName, byte[] content, Map<String, String> fields) {
    Answer answer = clerkOfOffice.upload(path + "/attachments", fileName, content, fields);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    JsonNode all = answer.json().path("attachments");
    return all.get(all.size() - 1);
  }

  private List<String> names() {
    return StreamSupport.stream(clerkOfOffice.get(path).json().path("attachments").spliterator(), false)
        .map(one -> one.path("number").asText() + " " + one.path("name").asText()).toList();
  }

  private void release() {
    String office = clerkOfOffice.get(path).json().path("leadOffice").asText();
    paper.draft(Map.of("subject", "Neue Bänke", "leadOffice", office))
        .stations(new Wish("Rat " + paper.id, ConsultationRole.DECISION, 1, LocalDate.of(2026, 2, 5))).confirm().sign();
  }

  @Test
  void aNewVersionKeepsTheNumberAndTheFormerFile() throws Exception {
    add("lageplan.txt", text("Plan 1"), Map.of("name", "Lageplan"));
    clerk.onDay(LocalDate.of(2026, 1, 7));
    String file = path + "/attachments/" + paper.details().attachments().get(0).id();
    Answer replaced = clerkOfOffice.upload(file + "/versions", "lageplan-neu.txt", text("Plan 2"), Map.of());
    assertThat(replaced.status()).as(replaced.toString()).isEqualTo(200);

    JsonNode plan = replaced.json().path("attachments").get(0);
    assertThat(plan.path("number").asInt()).isEqualTo(1);
    assertThat(plan.path("version").asInt()).isEqualTo(2);
    assertThat(plan.path("fileName").asText()).isEqualTo("lageplan-neu.txt");
    assertThat(plan.path("addedAt").asText()).startsWith("2026-01-07");
    assertThat(plan.path("addedBy").asText()).isEqualTo("Erika " + clerkOfOffice.id);
    assertThat(plan.path("hash").asText()).isEqualTo(HexFormat.of().formatHex(
        MessageDigest.getInstance("SHA-256").digest(text("Plan 2"))));
    JsonNode former = plan.path("formerVersions").get(0);
    assertThat(former.path("addedAt").asText()).startsWith("2026-01-05");
    assertThat(former.path("fileName").asText()).isEqualTo("lageplan.txt");
    assertThat(clerkOfOffice.get(file + "?version=1").body()).isEqualTo("Plan 1");
    assertThat(clerkOfOffice.get(file).body()).isEqualTo("Plan 2");
    assertThat(clerkOfOffice.get(file + "?version=3").status()).isEqualTo(404);

    release();
    assertThat(people.browser("sachbearbeitung").get(file).body()).isEqualTo("Plan 2");
    Answer draftForOthers = people.browser("sachbearbeitung").get(file + "?version=1");
    assertThat(draftForOthers.status()).as("what was a draft stays with who wrote it").isEqualTo(404);
    assertThat(people.browser("sachbearbeitung").get(path).json().path("attachments").get(0).path("formerVersions"))
        .isEmpty();
  }

  @Test
  void theSameFileTwiceIsRefused() {
    add("plan.txt", text("Plan"), Map.of("name", "Lageplan"));
    Answer again = clerkOfOffice.upload(path + "/attachments", "kopie.txt", text("Plan"), Map.of());
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.message()).isEqualTo(
        "Die Datei „kopie.txt“ ist schon da: Anlage 1 („Lageplan“) hat denselben Inhalt.");
    String file = path + "/attachments/" + paper.details().attachments().get(0).id();
    assertThat(clerkOfOffice.upload(file + "/versions", "kopie.txt", text("Plan"), Map.of()).status()).isEqualTo(400);
  }

  @Test
  void severalFilesAtOnceGetDifferentNumbers() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Answer>> uploads = IntStream.range(0, 8).mapToObj(number -> (Callable<Answer>) () ->
          clerkOfOffice.upload(path + "/attachments", "plan" + number + ".txt", text("Plan " + number), Map.of()))
          .toList();
      for (var answer : pool.invokeAll(uploads)) {
        assertThat(answer.get().status()).as(answer.get().toString()).isEqualTo(200);
      }
    } finally {
      pool.shutdown();
    }
    assertThat(paper.details().attachments()).extracting(one -> one.number())
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void aDraftsAttachmentsAreRenamedOrderedAndRemoved() {
    String first = add("a.txt", text("A"), Map.of("name", "Erste")).path("id").asText();
    String second = add("b.txt", text("B"), Map.of("name", "Zweite")).path("id").asText();
    String third = add("c.txt", text("C"), Map.of("name", "Dritte")).path("id").asText();
    assertThat(clerkOfOffice.put(path + "/attachments", Map.of("attachments", List.of(third, first, second))).status())
        .isEqualTo(200);
    assertThat(names()).containsExactly("1 Dritte", "2 Erste", "3 Zweite");
    assertThat(clerkOfOffice.put(path + "/attachments", Map.of("attachments", List.of(third, first))).status())
        .isEqualTo(409);
    assertThat(clerkOfOffice.delete(path + "/attachments/" + first).status()).isEqualTo(200);
    assertThat(names()).containsExactly("1 Dritte", "2 Zweite");
    Answer renamed = clerkOfOffice.put(path + "/attachments/" + second,
        Map.of("name", "Übersicht der Kosten", "printed", false, "publicAttachment", true));
    assertThat(renamed.json().path("attachments").get(1).path("printed").asBoolean()).isFalse();
    assertThat(names()).containsExactly("1 Dritte", "2 Übersicht der Kosten");
    assertThat(clerkOfOffice.put(path + "/attachments/" + second, Map.of("name", "x".repeat(501), "printed", true,
        "publicAttachment", true)).message()).contains("höchstens 500 Zeichen");
  }

  @Test
  void whatIsSignedStaysAsItIs() {
    String file = path + "/attachments/" + add("a.txt", text("A"), Map.of("name", "Erste")).path("id").asText();
    release();
    String frozen = "Die Vorlage ist gezeichnet; was jetzt noch kommt, wird als Ergänzung nachgereicht.";
    assertThat(clerkOfOffice.upload(file + "/versions", "b.txt", text("B"), Map.of()).message()).isEqualTo(frozen);
    assertThat(clerkOfOffice.put(file, Map.of("name", "B", "printed", true, "publicAttachment", false)).message())
        .isEqualTo(frozen);
    assertThat(clerkOfOffice.put(path + "/attachments", Map.of("attachments", List.of())).message()).isEqualTo(frozen);
    assertThat(clerkOfOffice.delete(file).status()).isEqualTo(400);
    assertThat(clerkOfOffice.get(file).body()).isEqualTo("A");
    Answer supplement = clerkOfOffice.upload(path + "/supplement", "n.txt", text("N"),
        Map.of("reason", "neu", "publicAttachment", "false"));
    assertThat(supplement.json().path("attachments").get(1).path("publicAttachment").asBoolean()).isFalse();
  }

  @Test
  void aNonPublicAttachmentOfAPublicPaperIsForWhoTakesPart() {
    String file = path + "/attachments/" + add("preise.pdf", BadFiles.pdf(document -> { }),
        Map.of("name", "Angebote der Firmen", "publicAttachment", "false")).path("id").asText();
    release();
    Person other = people.browser("sachbearbeitung");
    JsonNode seen = other.get(path).json().path("attachments").get(0);
    assertThat(seen.path("name").asText()).isEqualTo("Angebote der Firmen");
    assertThat(seen.path("fileName").isNull()).isTrue();
    assertThat(seen.path("hash").isNull()).isTrue();
    for (String address : List.of(file, file + "/preview", file + "/preview/1")) {
      assertThat(other.get(address).status()).as(address).isEqualTo(404);
      assertThat(people.stranger().get(address).status()).as(address).isEqualTo(401);
      assertThat(clerkOfOffice.get(address).status()).as(address).isEqualTo(200);
      assertThat(people.browser("revision", "mitzeichnung").get(address).status()).as(address).isEqualTo(200);
    }
  }

  @Test
  void pagesAreShownAsPictures() throws IOException {
    byte[] pdf = BadFiles.pdf(document -> document.addPage(new PDPage(new PDRectangle(20_000, 100))));
    String file = path + "/attachments/" + add("Plan.pdf", pdf, Map.of()).path("id").asText();
    assertThat(clerkOfOffice.get(file + "/preview").json().path("pages").asInt()).isEqualTo(2);
    for (int page = 1; page <= 2; page++) {
      Answer shown = clerkOfOffice.get(file + "/preview/" + page);
      assertThat(shown.header("Content-Type")).isEqualTo("image/png");
      assertThat(ImageIO.read(new ByteArrayInputStream(shown.bytes())).getWidth()).isBetween(999, 1001);
    }
    assertThat(clerkOfOffice.get(file + "/preview/3").message()).isEqualTo("Diese Seite hat die Datei nicht.");
    assertThat(clerkOfOffice.get(file + "/preview/0").status()).isEqualTo(404);
  }
}
