package de.gremienlauf.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.gremienlauf.council.Council;
import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.ConsoleCommand;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.funding.NewProject;
import de.gremienlauf.funding.ProjectDocumentKind;
import de.gremienlauf.funding.ProjectDocuments;
import de.gremienlauf.funding.Projects;
import de.gremienlauf.paper.Attachments;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Answer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the auditors get, and that nobody changes it unnoticed. */
@IntegrationTest
class AuditApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Autowired People people;
  @Autowired PaperWorld world;
  @Autowired Attachments attachments;
  @Autowired PaperQueries papers;
  @Autowired Projects projects;
  @Autowired ProjectDocuments projectDocuments;
  @Autowired DocumentStore documents;
  @Autowired Council council;
  @Autowired Clerk clerk;
  @Autowired JdbcClient jdbc;
  @TempDir Path directory;

  @BeforeEach
  void start() {
    clerk.onDay(LocalDate.of(2026, 1, 5));
  }

  @AfterEach
  void stop() {
    EngineClock.reset();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A paper with an objection-free co-signature, two versions of an attachment, an amended result and a correction. */
  private PaperRun story() {
    City city = world.city();
    String office = city.office("Rechtsamt").id().toString();
    PaperRun paper = city.paper("Beschlussvorlage");
    attachments.add(paper.id, "plan.txt", text("Plan 1 " + paper.id), "Lageplan", true, false);
    attachments.replace(paper.id, paper.details().attachments().get(0).id(), "plan-neu.txt",
        text("Plan 2 " + paper.id));
    paper.draft(Map.of("coSigningOffices", List.of(office)))
        .stations(new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, LocalDate.of(2026, 2, 3)),
            new Wish("Rat", ConsultationRole.DECISION, 2, LocalDate.of(2026, 2, 5))).confirm();
    clerk.complete(paper.process(), "Task_CoSign", Map.of("decision", "AGREED"));
    paper.sign();
    attachments.supplement(paper.id, "kosten.txt", text("Kosten " + paper.id), "Kosten", "neue Preise");
    return paper.result("Bauausschuss", "geändert beschlossen", Map.of("amendedWording", "1. Etwas anderes."))
        .correct("Bauausschuss", "mit Änderungen empfohlen", "Schreibfehler").result("Rat", "einstimmig beschlossen");
  }

  private byte[] export(Long paper) {
    Answer answer = people.browser("revision", "mitzeichnung").get("/api/papers/" + paper + "/audit");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.bytes();
  }

  private record Verdict(int code, String out) {
  }

  private Verdict verify(byte[] export, String... more) {
    try {
      Path file = directory.resolve("export.zip");
      Files.write(file, export);
      List<String> arguments = new ArrayList<>(List.of(file.toString()));
      arguments.addAll(List.of(more));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try {
        int code = new VerifyAuditCommand().run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Verdict(code, out.toString(StandardCharsets.UTF_8));
      } catch (BusinessException refused) {
        return new Verdict(ConsoleCommand.REFUSED, refused.getMessage());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, byte[]> files(byte[] export) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(export))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static byte[] packed(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (AuditArchive archive = new AuditArchive(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        archive.add(file.getKey(), file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static JsonNode entry(JsonNode record, String kind) {
    return StreamSupport.stream(record.path("entries").spliterator(), false)
        .filter(one -> one.path("kind").asText().equals(kind)).findFirst()
        .orElseThrow(() -> new AssertionError("No entry " + kind));
  }

  @Test
  void tellsWhoDidWhatInWhichCapacityOnWhichText() throws IOException {
    PaperRun paper = story();
    Map<String, byte[]> files = files(export(paper.id));
    JsonNode record = JSON.readTree(files.get("audit.json"));
    String textHash = paper.details().textHash();

    JsonNode signature = entry(record, "Zeichnung").path("details");
    assertThat(signature.path("Eigenschaft").asText()).isEqualTo("i. V.");
    assertThat(signature.path("Vertretene Person").asText()).isEqualTo("OB Beispiel");
    assertThat(signature.path("Prüfsumme des Textes").asText()).isEqualTo(textHash);
    assertThat(entry(record, "Mitzeichnung").path("what").asText()).startsWith("Rechtsamt");
    JsonNode release = entry(record, "Freigabe");
    assertThat(release.path("details").path("Anlage 1").asText()).contains("Lageplan", "wird mitgedruckt");
    assertThat(release.path("documents").toString()).contains(textHash, papers.documentHash(paper.id));
    assertThat(new String(files.get("dokumente/" + textHash + ".txt"), StandardCharsets.UTF_8))
        .contains("Der Rat beauftragt.");
    JsonNode result = entry(record, "Ergebnis").path("details");
    assertThat(result.path("Gremium").asText()).isEqualTo("Bauausschuss");
    assertThat(result.path("Ergebnis").asText()).isEqualTo("mit Änderungen empfohlen");
    JsonNode correction = entry(record, "Berichtigung").path("details");
    assertThat(correction.path("Vorher").asText()).isEqualTo("geändert beschlossen");
    assertThat(correction.path("Begründung").asText()).isEqualTo("Schreibfehler");
    assertThat(entry(record, "Ergänzung").path("details").path("Begründung").asText()).isEqualTo("neue Preise");
    assertThat(entry(record, "Aufgabe").path("what").asText()).isNotBlank();
    assertThat(files.values()).anySatisfy(file -> assertThat(file).isEqualTo(text("Plan 1 " + paper.id)));
    assertThat(files.values()).anySatisfy(file -> assertThat(file).isEqualTo(text("Plan 2 " + paper.id)));
    String page = new String(files.get("protokoll.html"), StandardCharsets.UTF_8);
    assertThat(page).contains("Rechtsamt", "OB Beispiel", "mit Änderungen empfohlen", textHash, "05.01.2026");
  }

  @Test
  void anyChangedByteIsFound() throws IOException {
    byte[] export = export(story().id);
    Verdict untouched = verify(export);
    assertThat(untouched.code()).as(untouched.out()).isZero();
    assertThat(untouched.out()).startsWith("Unverändert: ");
    Random random = new Random(11);
    for (int round = 0; round < 120; round++) {
      byte[] changed = export.clone();
      int at = round < 60 ? random.nextInt(export.length) : export.length - 1 - random.nextInt(2000);
      changed[at] ^= (byte) (1 << random.nextInt(8));
      assertThat(verify(changed).code()).as("byte %d of %d", at, export.length).isNotZero();
    }
    byte[] longer = Arrays.copyOf(export, export.length + 1);
    assertThat(verify(longer).code()).isNotZero();
    assertThat(verify(Arrays.copyOf(export, export.length - 1)).code()).isNotZero();
    assertThat(verify(text("kein Archiv")).code()).isEqualTo(ConsoleCommand.REFUSED);
  }

  @Test
  void saysWhatWasChanged() throws IOException {
    PaperRun paper = story();
    Map<String, byte[]> files = files(export(paper.id));
    String record = new String(files.get("audit.json"), StandardCharsets.UTF_8);

    Map<String, byte[]> forged = new LinkedHashMap<>(files);
    forged.put("audit.json", text(record.replace("OB Beispiel", "OB Niemand")));
    assertThat(verify(packed(forged)).out()).contains("Das Siegel passt nicht", "gez. StD Dr. Muster", "wurde verändert");

    Map<String, byte[]> lost = new LinkedHashMap<>(files);
    lost.remove("dokumente/" + paper.details().textHash() + ".txt");
    assertThat(verify(packed(lost)).out()).contains("(„Text der Vorlage“) fehlt.");

    Map<String, byte[]> more = new LinkedHashMap<>(files);
    more.put("dokumente/neu.txt", text("untergeschoben"));
    assertThat(verify(packed(more)).out()).contains("„dokumente/neu.txt“ gehört nicht zum Export.");
    assertThat(verify(packed(more)).code()).isEqualTo(ConsoleCommand.DIFFERENCES);
  }

  @Test
  void anExportThatWasWrittenAnewIsFoundByItsSeal() throws IOException {
    PaperRun paper = story();
    byte[] export = export(paper.id);
    String noted = paper.details().events().get(paper.details().events().size() - 1).text();
    String seal = noted.replaceAll("^Prüfexport erstellt, Siegel ([0-9a-f]{64})\\.$", "$1");
    assertThat(verify(export, "--seal", seal).code()).isZero();

    Map<String, byte[]> files = files(export);
    AuditRecord record = AuditRecord.read(files.get("audit.json"));
    List<AuditEntry> entries = new ArrayList<>();
    String previous = AuditEntry.FIRST;
    for (AuditEntry entry : record.entries()) {
      AuditEntry other = new AuditEntry(0, entry.at(), entry.by(), entry.name(), entry.kind(),
          entry.what().replace("Muster", "Anders"), entry.details(), entry.documents(), null, null)
          .after(entry.number(), previous);
      entries.add(other);
      previous = other.hash();
    }
    byte[] json = new AuditRecord(record.format(), record.version(), record.kind(), record.id(), record.reference(),
        record.subject(), record.municipality(), record.exportedAt(), record.exportedBy(), previous, entries,
        record.files()).json();
    files.put("audit.json", json);
    files.put("siegel.txt", text(Sha256.of(json) + "\n"));
    byte[] forged = packed(files);
    assertThat(verify(forged).code()).as("nothing in the file itself shows it").isZero();
    Verdict verdict = verify(forged, "--seal", seal);
    assertThat(verdict.code()).isEqualTo(ConsoleCommand.DIFFERENCES);
    assertThat(verdict.out()).contains("Das Siegel ist nicht das erwartete");

    String next = new String(files(export(paper.id)).get("audit.json"), StandardCharsets.UTF_8);
    assertThat(next).as("the next export bears witness of this one").contains(seal);
  }

  @Test
  void aDocumentThatWasChangedInTheDatabaseIsNamed() {
    PaperRun paper = story();
    String hash = paper.details().attachments().get(0).hash();
    jdbc.sql("update document set content = ? where hash = ?").params(text("gefälscht"), hash).update();
    Verdict verdict = verify(export(paper.id));
    assertThat(verdict.code()).isEqualTo(ConsoleCommand.DIFFERENCES);
    assertThat(verdict.out()).contains("plan-neu.txt", "schon bei der Erstellung nicht mehr unversehrt");
  }

  @Test
  void aProjectIsExportedToo() throws IOException {
    Long project = projects.create(new NewProject(council.ownMunicipality(), null, "Ankommen " + UUID.randomUUID(),
        "Einwanderung gestalten NRW", null, "geflüchtete Menschen", "Amt für Integration", "Bezirksregierung Arnsberg",
        LocalDate.of(2017, 4, 1), LocalDate.of(2019, 3, 31)));
    projectDocuments.upload(project, ProjectDocumentKind.OTHER, "Vermerk", "vermerk.txt", text("Vermerk " + project));
    Answer answer = people.browser("revision", "mitzeichnung").get("/api/projects/" + project + "/audit");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(verify(answer.bytes()).code()).isZero();
    Map<String, byte[]> files = files(answer.bytes());
    assertThat(files.values()).anySatisfy(file -> assertThat(file).isEqualTo(text("Vermerk " + project)));
    JsonNode record = JSON.readTree(files.get("audit.json"));
    assertThat(record.path("kind").asText()).isEqualTo("project");
    assertThat(entry(record, "Dokument").path("what").asText()).isEqualTo("Vermerk");
  }

  @Test
  void isForAuditorsAdministratorsAndTheCommitteeOffice() {
    PaperRun paper = story();
    String path = "/api/papers/" + paper.id + "/audit";
    assertThat(people.stranger().get(path).status()).isEqualTo(401);
    assertThat(people.browser("sachbearbeitung").get(path).status()).isEqualTo(403);
    assertThat(people.browser("zeichnung").get(path).status()).isEqualTo(403);
    assertThat(people.browser("gremienbuero").get(path).status()).isEqualTo(200);
  }
}
