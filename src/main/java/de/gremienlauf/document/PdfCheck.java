package de.gremienlauf.document;

import de.gremienlauf.engine.BusinessException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Looks into a PDF: nothing in it may run, start programs or hide other files, and it must be a PDF only. What a paper
 * shows stays the same on every reader's computer then.
 */
final class PdfCheck {

  private static final byte[] HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final int DICTIONARY = 1024;
  private static final long MEGABYTE = 1024L * 1024;
  /** A plan of two metres as one picture without compression. */
  private static final long MAX_STREAM = 500 * MEGABYTE;
  private static final long MAX_OBJECTS = 64 * MEGABYTE;
  private static final long MAX_TOTAL = 2048 * MEGABYTE;
  /** Outside the objects that the reader finds: somebody else's program may find more. */
  private static final Pattern ACTIVE = Pattern.compile("/(JavaScript|Launch)[\\s/<>()\\[\\]]");
  private static final COSName LAUNCH = COSName.getPDFName("Launch");
  private static final COSName RICH_MEDIA = COSName.getPDFName("RichMedia");
  private static final COSName IMPORT_DATA = COSName.getPDFName("ImportData");

  private final String name;
  private final byte[] pdf;

  private PdfCheck(String name, byte[] pdf) {
    this.name = name;
    this.pdf = pdf;
  }

  /**
   * @throws BusinessException with one German sentence if the PDF is refused
   */
  static void check(String name, byte[] pdf) {
    new PdfCheck(name, pdf).check();
  }

  private void check() {
    if (!startsWith(HEADER, 0) || opensAsZip()) {
      throw new BusinessException("Die Datei „" + name
          + "“ ist zugleich ein PDF und etwas anderes; bitte drucken Sie sie neu als PDF.");
    }
    requireNoBomb();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      if (document.isEncrypted()) {
        throw UploadCheck.encrypted(name);
      }
      requireQuiet(document.getDocument());
    } catch (InvalidPasswordException e) {
      throw UploadCheck.encrypted(name);
    } catch (BusinessException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // PDFBox answers some damage with a runtime exception, and endless nesting with the end of its stack.
      throw UploadCheck.unreadable(name);
    }
    // A name may be written with the codes of its letters: /J#61vaScript.
    if (ACTIVE.matcher(plainNames()).find()) {
      throw active();
    }
  }

  private String plainNames() {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    return text.indexOf('#') < 0 ? text : Pattern.compile("#([0-9A-Fa-f]{2})").matcher(text)
        .replaceAll(code -> Matcher.quoteReplacement(
            String.valueOf((char) Integer.parseInt(code.group(1), 16))));
  }

  private void requireQuiet(COSDocument document) {
    inspect(document.getTrailer());
    for (COSObjectKey key : document.getXrefTable().keySet()) {
      inspect(document.getObjectFromPool(key).getObject());
    }
  }

  /** One object with what is written directly in it; what it refers to is inspected in its turn. */
  private void inspect(COSBase object) {
    Deque<COSBase> open = new ArrayDeque<>();
    if (object != null) {
      open.push(object);
    }
    while (!open.isEmpty()) {
      COSBase next = open.pop();
      if (next instanceof COSDictionary dictionary) {
        requireQuiet(dictionary);
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
          push(open, entry.getValue());
        }
      } else if (next instanceof COSArray array) {
        array.forEach(one -> push(open, one));
      }
    }
  }

  private static void push(Deque<COSBase> open, COSBase value) {
    if (value instanceof COSDictionary || value instanceof COSArray) {
      open.push(value);
    }
  }

  private void requireQuiet(COSDictionary dictionary) {
    COSBase action = dictionary.getDictionaryObject(COSName.S);
    if (dictionary.containsKey(COSName.JS) || COSName.JAVA_SCRIPT.equals(action) || LAUNCH.equals(action)
        || IMPORT_DATA.equals(action) || RICH_MEDIA.equals(dictionary.getDictionaryObject(COSName.SUBTYPE))) {
      throw active();
    }
    if (dictionary.containsKey(COSName.XFA)) {
      throw new BusinessException("Die Datei „" + name
          + "“ ist ein veränderliches Formular (XFA); bitte drucken Sie das ausgefüllte Formular als PDF.");
    }
    if (dictionary.getDictionaryObject(COSName.EF) instanceof COSDictionary files && files.size() > 0) {
      throw new BusinessException("Die Datei „" + name
          + "“ enthält eingebettete Dateien; bitte laden Sie diese einzeln als Anlagen hoch und das PDF ohne sie.");
    }
  }

  private BusinessException active() {
    return new BusinessException("Die Datei „" + name + "“ enthält Befehle, die beim Öffnen oder Anklicken etwas"
        + " ausführen (zum Beispiel JavaScript); bitte drucken Sie sie neu als PDF, am besten als PDF/A.");
  }

  /** Whether a program that unpacks archives would find one in here. */
  private boolean opensAsZip() {
    try {
      Path file = Files.createTempFile("upload", ".pdf");
      try {
        Files.write(file, pdf);
        return opensAsZip(file.toFile());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The temporary directory cannot be used", e);
    }
  }

  private static boolean opensAsZip(File file) {
    try (ZipFile zip = new ZipFile(file)) {
      return zip.size() > 0;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Inflates every stream without keeping it. Those that hold objects are read into memory by every reader. */
  private void requireNoBomb() {
    long total = 0;
    for (int at = find(0); at >= 0; at = find(at)) {
      int begin = at + (pdf[at] == '\r' && at + 1 < pdf.length && pdf[at + 1] == '\n' ? 2 : 1);
      String dictionary = new String(pdf, Math.max(0, at - DICTIONARY), Math.min(at, DICTIONARY),
          StandardCharsets.ISO_8859_1);
      dictionary = dictionary.substring(Math.max(0, dictionary.lastIndexOf("endobj")));
      boolean objects = dictionary.contains("/ObjStm") || dictionary.contains("/XRef");
      if (objects && dictionary.split("/(FlateDecode|LZWDecode|RunLengthDecode|Fl|LZW|RL)\\b", -1).length > 2) {
        throw bomb();
      }
      total += inflated(begin, objects ? MAX_OBJECTS : MAX_STREAM);
      if (total > MAX_TOTAL) {
        throw bomb();
      }
    }
  }

  /** The end of the line that begins the next stream; -1 if there is none. */
  private int find(int from) {
    for (int i = from; i < pdf.length - STREAM.length; i++) {
      int end = i + STREAM.length;
      if (pdf[i] == 's' && startsWith(STREAM, i) && (pdf[end] == '\n' || pdf[end] == '\r')
          && (i < 3 || pdf[i - 1] != 'd' || pdf[i - 2] != 'n')) {
        return end;
      }
    }
    return -1;
  }

  private long inflated(int begin, long limit) {
    if (begin >= pdf.length || (pdf[begin] & 0x0f) != 8) {
      return 0;
    }
    Inflater inflater = new Inflater();
    inflater.setInput(pdf, begin, pdf.length - begin);
    byte[] buffer = new byte[64 * 1024];
    long size = 0;
    try {
      int count = inflater.inflate(buffer);
      while (count > 0) {
        size += count;
        if (size > limit) {
          throw bomb();
        }
        count = inflater.inflate(buffer);
      }
    } catch (DataFormatException notDeflated) {
      return size;
    } finally {
      inflater.end();
    }
    return size;
  }

  private BusinessException bomb() {
    return UploadCheck.bomb(name);
  }

  private boolean startsWith(byte[] expected, int at) {
    if (at + expected.length > pdf.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (pdf[at + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
