package de.gremienlauf.document;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDFormFieldAdditionalActions;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** Files that nobody should get from a city, and the harmless ones that they are made from. */
public final class BadFiles {

  private static final int MEGABYTE = 1024 * 1024;
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a,
      (byte) 0xe1};

  private BadFiles() {
  }

  /** A file as somebody sends it, and a part of the sentence that refuses it. */
  public record BadFile(String name, byte[] content, String refusal) {

    @Override
    public String toString() {
      return name;
    }
  }

  /** By what is wrong with them. */
  public static Map<String, BadFile> all() {
    Map<String, BadFile> all = new LinkedHashMap<>();
    all.put("a program called PDF", new BadFile("Bescheid.pdf", "MZ\u0090\0\u0003".getBytes(UTF_8),
        "von keinem erlaubten Typ"));
    all.put("a picture called PDF", new BadFile("Plan.pdf", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a,
        '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'}, "passt nicht dazu"));
    all.put("a web page called PDF", new BadFile("Seite.pdf",
        "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(UTF_8), "von keinem erlaubten Typ"));
    all.put("a drawing with a script", new BadFile("Logo.svg", svg(), "von keinem erlaubten Typ"));
    all.put("a drawing with a script called PNG", new BadFile("Logo.png", svg(), "von keinem erlaubten Typ"));
    all.put("a Word bomb", new BadFile("Bombe.docx", office("wordprocessingml.document",
        Map.of("word/document.xml", new byte[12 * MEGABYTE])), "unverhältnismäßig groß"));
    all.put("an Excel bomb", new BadFile("Bombe.xlsx", office("spreadsheetml.sheet",
        Map.of("xl/worksheets/sheet1.xml", new byte[12 * MEGABYTE])), "unverhältnismäßig groß"));
    all.put("an OpenDocument bomb", new BadFile("Bombe.odt", openDocument(
        Map.of("content.xml", new byte[12 * MEGABYTE])), "unverhältnismäßig groß"));
    all.put("a bomb in a table in a text", new BadFile("Text.docx", office("wordprocessingml.document",
        Map.of("word/embeddings/Tabelle.xlsx", office("spreadsheetml.sheet",
            Map.of("xl/worksheets/sheet1.xml", new byte[12 * MEGABYTE])))), "unverhältnismäßig groß"));
    all.put("archives without end", new BadFile("Text.docx", office("wordprocessingml.document",
        Map.of("word/embeddings/1.zip", zip(Map.of("2.zip", zip(Map.of("3.zip",
            zip(Map.of("4.txt", new byte[] {65})))))))), "unverhältnismäßig groß"));
    all.put("a PDF bomb", new BadFile("Bombe.pdf", pdfBomb(), "unverhältnismäßig groß"));
    all.put("macros in docm", new BadFile("Vorlage.docm", zip(Map.of("[Content_Types].xml",
        contentTypes("application/vnd.ms-word.document.macroEnabled.main+xml"), "word/vbaProject.bin", OLE)),
        "enthält Makros"));
    all.put("macros in docx", new BadFile("Vorlage.docx", office("wordprocessingml.document",
        Map.of("word/vbaProject.bin", OLE)), "enthält Makros"));
    all.put("macros in an object of an older program", new BadFile("Vorlage.docx", office("wordprocessingml.document",
        Map.of("word/embeddings/oleObject1.bin", ole("_VBA_PROJECT"))), "enthält Makros"));
    all.put("a program in a text", new BadFile("Vorlage.docx", office("wordprocessingml.document",
        Map.of("word/embeddings/oleObject1.bin", ole("\u0001Ole10Native"))), "enthält Makros"));
    all.put("macros in a table in a text", new BadFile("Vorlage.docx", office("wordprocessingml.document",
        Map.of("word/embeddings/Tabelle.bin", office("spreadsheetml.sheet", Map.of("xl/vbaProject.bin", OLE)))),
        "enthält Makros"));
    all.put("an encrypted text", new BadFile("Geheim.docx", ole("EncryptedPackage"), "verschlüsselt"));
    all.put("an encrypted PDF", new BadFile("Geheim.pdf", encryptedPdf(), "verschlüsselt"));
    all.put("a PDF with JavaScript", new BadFile("Formular.pdf", pdf(document ->
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('Hallo')"))), "ausführen"));
    all.put("a PDF with JavaScript behind a field", new BadFile("Formular.pdf", pdf(document -> {
      PDFormFieldAdditionalActions actions = new PDFormFieldAdditionalActions();
      actions.setK(new PDActionJavaScript("AFNumber_Keystroke()"));
      document.getPage(0).getCOSObject().setItem(COSName.AA, actions);
    }), "ausführen"));
    all.put("a PDF with JavaScript nobody refers to", new BadFile("Plan.pdf", withComment(pdf(document -> { }),
        "9 0 obj <</S /J#61vaScript /JS (app.alert(1))>> endobj"), "ausführen"));
    all.put("a PDF that starts a program", new BadFile("Klick.pdf", pdf(document -> {
      PDActionLaunch launch = new PDActionLaunch();
      launch.getCOSObject().setString(COSName.F, "cmd.exe");
      PDAnnotationLink link = new PDAnnotationLink();
      link.setAction(launch);
      document.getPage(0).getAnnotations().add(link);
    }), "ausführen"));
    all.put("a PDF with a file in it", new BadFile("Mappe.pdf", pdf(BadFiles::embed), "eingebettete Dateien"));
    all.put("a PDF that is an archive too", new BadFile("Doppelt.pdf", concat(pdf(document -> { }),
        zip(Map.of("programm.exe", new byte[] {77, 90}))), "etwas anderes"));
    all.put("a PDF behind a web page", new BadFile("Doppelt.pdf",
        concat("\n<script>alert(1)</script>\n".getBytes(UTF_8), pdf(document -> { })), ""));
    all.put("nothing", new BadFile("leer.pdf", new byte[0], "ist leer"));
    all.put("a name without a name", new BadFile("../..", "Text.".getBytes(UTF_8), "keinen brauchbaren Namen"));
    return all;
  }

  /** A file of so many megabytes. */
  public static byte[] large(int megabytes) {
    byte[] text = new byte[megabytes * MEGABYTE];
    Arrays.fill(text, (byte) 'a');
    return text;
  }

  private static byte[] svg() {
    return ("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")
        .getBytes(UTF_8);
  }

  private static byte[] ole(String entry) {
    return concat(OLE, concat(new byte[1000], concat(entry.getBytes(UTF_16LE), new byte[1000])));
  }

  /** A Word, Excel or PowerPoint file with these parts. */
  public static byte[] office(String kind, Map<String, byte[]> parts) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("[Content_Types].xml", contentTypes(OFFICE + kind + ".main+xml"));
    entries.putAll(parts);
    return zip(entries);
  }

  private static byte[] openDocument(Map<String, byte[]> parts) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("mimetype", "application/vnd.oasis.opendocument.text".getBytes(UTF_8));
    entries.putAll(parts);
    return zip(entries);
  }

  private static byte[] contentTypes(String mainPart) {
    return ("<?xml version=\"1.0\"?><Types><Override PartName=\"/main.xml\" ContentType=\"" + mainPart + "\"/></Types>")
        .getBytes(UTF_8);
  }

  private static byte[] zip(Map<String, byte[]> entries) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
          zip.putNextEntry(new ZipEntry(entry.getKey()));
          zip.write(entry.getValue());
        }
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is done to a document before it is saved. */
  public interface Change {

    void make(PDDocument document) throws IOException;
  }

  /** A PDF of one page. */
  public static byte[] pdf(Change change) {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      change.make(document);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] encryptedPdf() {
    return pdf(document -> document.protect(new StandardProtectionPolicy("amt", "leser", new AccessPermission())));
  }

  private static void embed(PDDocument document) throws IOException {
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    file.setFile("programm.exe");
    file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {77, 90})));
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(Map.of("programm.exe", file));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(names);
  }

  /** Objects that every reader unpacks into its memory. */
  private static byte[] pdfBomb() {
    return pdf(document -> {
      COSStream stream = document.getDocument().createCOSStream();
      stream.setItem(COSName.TYPE, COSName.OBJ_STM);
      try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(new byte[65 * MEGABYTE]);
      }
      COSArray contents = new COSArray();
      contents.add(stream);
      document.getPage(0).getCOSObject().setItem(COSName.CONTENTS, contents);
    });
  }

  private static byte[] withComment(byte[] pdf, String hidden) {
    return concat(pdf, ("\n" + hidden + "\n%%EOF\n").getBytes(UTF_8));
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
