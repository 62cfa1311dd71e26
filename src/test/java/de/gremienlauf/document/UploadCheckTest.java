package de.gremienlauf.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import de.gremienlauf.engine.BusinessException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

class UploadCheckTest {

  private static final String WORD = "wordprocessingml.document";
  private static final String TEXT = "Der Rat beschließt.\nEinstimmig bei Enthaltung der Fraktion.\n";

  private final UploadCheck check = new UploadCheck(DataSize.ofMegabytes(5));

  @BeforeAll
  static void keepPdfBoxQuietAboutDamage() {
    ((Logger) LoggerFactory.getLogger("org.apache.pdfbox")).setLevel(Level.OFF);
  }

  @ParameterizedTest
  @CsvSource({
      "wordprocessingml.document, docx", "spreadsheetml.sheet, xlsx", "presentationml.presentation, pptx"})
  void takesOfficeFiles(String kind, String ending) throws IOException {
    assertThat(check.check("Anlage." + ending, office(kind)).mediaType())
        .isEqualTo("application/vnd.openxmlformats-officedocument." + kind);
  }

  @ParameterizedTest
  @CsvSource({"text, odt", "spreadsheet, ods", "presentation, odp"})
  void takesOpenDocumentFiles(String kind, String ending) throws IOException {
    assertThat(check.check("Anlage." + ending, openDocument(kind, Map.of())).mediaType())
        .isEqualTo("application/vnd.oasis.opendocument." + kind);
  }

  @Test
  void takesPdfAndKeepsItsBytes() throws IOException {
    byte[] content = pdf(null, null);

    CheckedUpload upload = check.check("Zieldatei.PDF", content);

    assertThat(upload.fileName()).isEqualTo("Zieldatei.PDF");
    assertThat(upload.mediaType()).isEqualTo("application/pdf");
    assertThat(upload.content()).isEqualTo(content);
  }

  @ParameterizedTest
  @CsvSource({"png, png, image/png", "jpg, jpg, image/jpeg", "jpg, jpeg, image/jpeg"})
  void takesPictures(String format, String ending, String mediaType) throws IOException {
    assertThat(check.check("Plan." + ending, picture(format)).mediaType()).isEqualTo(mediaType);
  }

  @Test
  void takesTextInTheUsualEncodings() {
    assertThat(check.check("Text.txt", TEXT.getBytes(UTF_8)).mediaType()).isEqualTo("text/plain");
    assertThat(check.check("Text.txt", TEXT.getBytes(ISO_8859_1)).mediaType()).isEqualTo("text/plain");
    assertThat(check.check("Text.txt", ("\uFEFF" + TEXT).getBytes(UTF_16LE)).mediaType()).isEqualTo("text/plain");
    assertThat(check.check("Kosten.csv", "Jahr;Betrag\n2020;1.057.200 €\n".getBytes(UTF_8)).mediaType())
        .isEqualTo("text/csv");
  }

  @Test
  void refusesAnEmptyFile() {
    refused("leer.pdf", new byte[0], "Die Datei „leer.pdf“ ist leer.");
  }

  @Test
  void refusesWhatIsTooLargeAndSaysHowMuchWouldBeAllowed() {
    byte[] limit = new byte[5 * 1024 * 1024];
    Arrays.fill(limit, (byte) 'a');
    assertThat(check.check("gross.txt", limit).content()).hasSize(limit.length);

    refused("gross.txt", Arrays.copyOf(limit, limit.length + 1),
        "Die Datei „gross.txt“ ist mit 5,1 MB zu groß; erlaubt sind höchstens 5 MB.");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "<!DOCTYPE html><html><body>Hallo</body></html>",
      "<html><script>alert(1)</script></html>",
      "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
      "{\\rtf1 Hallo}",
      "MZ\u0090\u0000\u0003"})
  void refusesOtherTypesWhateverTheirEnding(String content) {
    for (String ending : new String[] {"html", "svg", "txt", "csv", "pdf", "docx"}) {
      assertThatExceptionOfType(BusinessException.class)
          .as(ending)
          .isThrownBy(() -> check.check("Datei." + ending, content.getBytes(ISO_8859_1)))
          .withMessage("Der Inhalt der Datei „Datei." + ending + "“ ist von keinem erlaubten Typ; "
              + "erlaubt sind PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, PNG, JPEG, TXT, CSV.");
    }
  }

  @Test
  void refusesOtherArchives() throws IOException {
    refused("Anlagen.zip", zip(Map.of("a.txt", TEXT.getBytes(UTF_8))), "ist von keinem erlaubten Typ");
    refused("Anlagen.docx", zip(Map.of("a.txt", TEXT.getBytes(UTF_8))), "ist von keinem erlaubten Typ");
    refused("Grafik.odt", openDocument("graphics", Map.of()), "ist von keinem erlaubten Typ");
  }

  @Test
  void refusesContentThatDisagreesWithTheEnding() throws IOException {
    refused("Plan.pdf", picture("png"),
        "Der Inhalt der Datei „Plan.pdf“ ist vom Typ PNG, die Endung „.pdf“ passt nicht dazu.");
    refused("Plan.docx", pdf(null, null), "vom Typ PDF");
    refused("Plan.xlsx", office(WORD), "vom Typ DOCX");
    refused("Plan.docm", office(WORD), "vom Typ DOCX");
    refused("Plan", picture("png"), "vom Typ PNG, der Name hat aber keine Endung.");
  }

  @Test
  void refusesMacros() throws IOException {
    refusedForMacros("Vorlage.docx", officeWith("word/vbaProject.bin"));
    refusedForMacros("Vorlage.docx", officeWith("word/VBAPROJECT.BIN"));
    refusedForMacros("Tabelle.docx", officeWith("xl/macrosheets/sheet1.xml"));
    refusedForMacros("Vorlage.docx", officeWith("word/embeddings/Tabelle.xlsm"));
    refusedForMacros("Vorlage.docm",
        zip(Map.of("[Content_Types].xml", contentTypes("application/vnd.ms-word.document.macroEnabled.main+xml"))));
    refusedForMacros("Vorlage.odt", openDocument("text", Map.of("Basic/Standard/Module1.xml", new byte[] {1})));
  }

  @Test
  void refusesEncryptedFiles() throws IOException {
    refusedForEncryption("Plan.pdf", pdf("eigentümer", "leser"));
    refusedForEncryption("Plan.pdf", pdf("eigentümer", ""));
    refusedForEncryption("Plan.odt", openDocument("text",
        Map.of("META-INF/manifest.xml", "<manifest:encryption-data/>".getBytes(UTF_8))));
  }

  @Test
  void refusesDamagedFiles() throws IOException {
    byte[] pdf = pdf(null, null);
    refused("Plan.pdf", Arrays.copyOf(pdf, 40), "Die Datei „Plan.pdf“ ist beschädigt und lässt sich nicht lesen.");
    byte[] office = office(WORD);
    refused("Plan.docx", Arrays.copyOf(office, office.length / 2), "ist beschädigt");
  }

  @Test
  void neverFailsOtherwiseOnDamagedFiles() throws IOException {
    Random random = new Random(7);
    for (byte[] genuine : new byte[][] {pdf(null, null), office(WORD), openDocument("text", Map.of())}) {
      for (int round = 0; round < 100; round++) {
        byte[] damaged = genuine.clone();
        for (int i = 0; i < 1 + round % 20; i++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        for (String name : new String[] {"Datei.pdf", "Datei.docx", "Datei.odt"}) {
          try {
            check.check(name, damaged);
          } catch (BusinessException refused) {
            assertThat(refused.getMessage()).endsWith(".");
          }
        }
      }
    }
  }

  @Test
  void refusesBombs() throws IOException {
    refusedAsBomb("Bombe.docx", officeWith(Map.of("word/media/a.xml", new byte[50 * 1024 * 1024])));
    Map<String, byte[]> manyEntries = new LinkedHashMap<>();
    for (int i = 0; i <= 10_000; i++) {
      manyEntries.put("word/" + i, new byte[0]);
    }
    refusedAsBomb("Bombe.docx", officeWith(manyEntries));
    Map<String, byte[]> manySmall = new LinkedHashMap<>();
    for (int i = 0; i < 60; i++) {
      manySmall.put("word/" + i, new byte[9 * 1024 * 1024]);
    }
    refusedAsBomb("Bombe.docx", officeWith(manySmall));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void refusesBadFiles(String what, BadFiles.BadFile file) {
    refused(file.name(), file.content(), file.refusal());
  }

  static Stream<Arguments> badFiles() {
    return BadFiles.all().entrySet().stream().map(file -> Arguments.of(file.getKey(), file.getValue()));
  }

  @Test
  void takesATextWithATableInIt() {
    byte[] table = BadFiles.office("spreadsheetml.sheet", Map.of("xl/sheet1.xml", TEXT.getBytes(UTF_8)));
    assertThat(check.check("Text.docx", BadFiles.office(WORD, Map.of("word/embeddings/Tabelle.xlsx", table)))
        .mediaType()).endsWith(WORD);
  }

  @Test
  void takesOfficeFilesThatAreOnlyLarge() throws IOException {
    byte[] table = new byte[15 * 1024 * 1024];
    Random random = new Random(3);
    for (int i = 0; i < table.length; i++) {
      table[i] = (byte) (i % 10 == 0 ? random.nextInt(4) : 'a');
    }
    assertThat(check.check("Tabelle.xlsx", zip(Map.of(
        "[Content_Types].xml", contentTypes(mainPart("spreadsheetml.sheet")), "xl/sheet1.xml", table))).mediaType())
        .endsWith("spreadsheetml.sheet");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "C:\\Users\\Meyer\\Anlage 1.txt | Anlage 1.txt",
      "../../etc/Anlage.txt | Anlage.txt",
      "..\\..\\Anlage.txt | Anlage.txt",
      "An..lage...txt | An.lage.txt",
      "...Anlage.txt | Anlage.txt",
      "Straße „Süd“.txt | Straße „Süd“.txt",
      "con.txt | Datei con.txt",
      "Lpt1.tar.txt | Datei Lpt1.tar.txt",
      "Konto.txt | Konto.txt",
      "a:b<c>?*.txt | a_b_c___.txt"})
  void cleansNames(String given, String cleaned) {
    assertThat(check.check(given, TEXT.getBytes(UTF_8)).fileName()).isEqualTo(cleaned);
  }

  @Test
  void cleansNamesOfInvisibleCharacters() {
    assertThat(check.check("Anla\u0000ge\r\n\u202Efdp.txt", TEXT.getBytes(UTF_8)).fileName())
        .isEqualTo("Anlagefdp.txt");
    assertThat(check.check("Bu\u0308rgerha\u0308user.txt", TEXT.getBytes(UTF_8)).fileName())
        .isEqualTo("Bürgerhäuser.txt");
  }

  @Test
  void shortensNamesAndKeepsTheirEnding() {
    assertThat(check.check("ü".repeat(300) + ".txt", TEXT.getBytes(UTF_8)).fileName())
        .isEqualTo("ü".repeat(196) + ".txt");
    assertThat(check.check("a" + "😀".repeat(150) + ".txt", TEXT.getBytes(UTF_8)).fileName())
        .isEqualTo("a" + "😀".repeat(97) + ".txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "Ordner/", "\u202E", " . "})
  void refusesNamesThatNothingIsLeftOf(String given) {
    refused(given, TEXT.getBytes(UTF_8), "Die Datei hat keinen brauchbaren Namen.");
  }

  private void refused(String name, byte[] content, String message) {
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> check.check(name, content)).withMessageContaining(message);
  }

  private void refusedForMacros(String name, byte[] content) {
    refused(name, content, "enthält Makros");
  }

  private void refusedForEncryption(String name, byte[] content) {
    refused(name, content, "verschlüsselt oder mit einem Kennwort geschützt");
  }

  private void refusedAsBomb(String name, byte[] content) {
    refused(name, content, "würde entpackt unverhältnismäßig groß");
  }

  private static byte[] office(String kind) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("[Content_Types].xml", contentTypes(mainPart(kind)));
    entries.put("_rels/.rels", "<Relationships/>".getBytes(UTF_8));
    entries.put("word/document.xml", "<w:document/>".getBytes(UTF_8));
    return zip(entries);
  }

  private static byte[] officeWith(String entry) throws IOException {
    return officeWith(Map.of(entry, new byte[] {1}));
  }

  private static byte[] officeWith(Map<String, byte[]> more) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("[Content_Types].xml", contentTypes(mainPart(WORD)));
    entries.putAll(more);
    return zip(entries);
  }

  private static String mainPart(String kind) {
    return "application/vnd.openxmlformats-officedocument." + kind + ".main+xml";
  }

  private static byte[] contentTypes(String mainPart) {
    return ("<?xml version=\"1.0\"?><Types><Override PartName=\"/main.xml\" ContentType=\"" + mainPart + "\"/></Types>")
        .getBytes(UTF_8);
  }

  private static byte[] openDocument(String kind, Map<String, byte[]> more) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("mimetype", ("application/vnd.oasis.opendocument." + kind).getBytes(UTF_8));
    entries.put("content.xml", "<office:document-content/>".getBytes(UTF_8));
    entries.putAll(more);
    return zip(entries);
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] pdf(String ownerPassword, String userPassword) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      if (ownerPassword != null) {
        document.protect(new StandardProtectionPolicy(ownerPassword, userPassword, new AccessPermission()));
      }
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] picture(String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), format, bytes);
    return bytes.toByteArray();
  }
}
