package de.gremienlauf.document;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontGroup;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.logging.Level;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Prints a document as a file for the archive (PDF/A-2a, ISO 19005-2) that people who cannot see can read (PDF/UA-1,
 * ISO 14289-1). The same document gives the same bytes.
 */
@Component
class PdfRenderer {

  static {
    // The library writes to the error output past the application's log; only what goes wrong is of interest.
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
  }

  /** What was printed, for as long as somebody holds the bytes that came of it; they are known by identity. */
  private static final Map<byte[], String> SOURCES = Collections.synchronizedMap(new WeakHashMap<>());

  private static final String FONT_FAMILY = "Source Sans 3";

  private static final int TABLES_AT = 4;
  private static final int DIRECTORY = 12;
  private static final int ENTRY = 16;

  private final byte[] regular = withoutLigatures(resource("/fonts/SourceSans3-Regular.ttf"));
  private final byte[] semibold = withoutLigatures(resource("/fonts/SourceSans3-Semibold.ttf"));
  private final byte[] italic = withoutLigatures(resource("/fonts/SourceSans3-Italic.ttf"));
  private final byte[] semiboldItalic = withoutLigatures(resource("/fonts/SourceSans3-SemiboldItalic.ttf"));
  private final byte[] colorProfile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
  private final PrintableText printable = new PrintableText(List.of(regular, semibold), List.of(italic, semiboldItalic));
  private final SpringTemplateEngine templates = new SpringTemplateEngine();

  PdfRenderer() {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(PdfRenderer.class.getClassLoader());
    resolver.setPrefix("templates/document/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    templates.setTemplateResolver(resolver);
  }

  /** What makes the text of a document printable here. */
  PrintableText printable() {
    return printable;
  }

  /**
   * The bytes of the PDF.
   *
   * @param template name of the HTML template
   * @param document what it prints, as its variable "document"
   * @param createdOn day the text was made, kept in the properties of the file
   */
  byte[] render(String template, DocumentView document, LocalDate createdOn) {
    String html = templates.process(template, new Context(Locale.GERMAN, Map.of("document", document)));
    boolean slanted = html.contains("<em>");
    try (PdfBoxRenderer renderer = builder(html).buildPdfRenderer();
        TrueTypeFont regularFont = use(regular, 400, IdentValue.NORMAL, renderer);
        TrueTypeFont semiboldFont = use(semibold, 600, IdentValue.NORMAL, renderer);
        TrueTypeFont italicFont = slanted ? use(italic, 400, IdentValue.ITALIC, renderer) : null;
        TrueTypeFont slantedSemibold = slanted ? use(semiboldItalic, 600, IdentValue.ITALIC, renderer) : null) {
      PDDocument pdf = create(renderer);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      stamp(pdf, createdOn);
      pdf.save(bytes);
      byte[] printed = bytes.toByteArray();
      SOURCES.put(printed, html);
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException("The document \"" + document.getTitle() + "\" cannot be rendered", e);
    }
  }

  /** The HTML that these very bytes were printed from; null if they were not printed here just now. */
  static String source(byte[] pdf) {
    return SOURCES.get(pdf);
  }

  private static PDDocument create(PdfBoxRenderer renderer) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader loader = thread.getContextClassLoader();
    // For every document the library looks for a writer of XML, and would search every jar for what Java has itself.
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      return renderer.createPDFKeepOpen();
    } finally {
      thread.setContextClassLoader(loader);
    }
  }

  private PdfRendererBuilder builder(String html) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
    builder.usePdfUaAccessibility(true);
    builder.useColorProfile(colorProfile);
    builder.useUnicodeLineBreaker(new GermanLineBreaker());
    builder.withProducer("Gremienlauf");
    builder.withHtmlContent(html, null);
    return builder;
  }

  /** Replaces the moment of rendering, which is all that differs between two renderings, by the day of the text. */
  private static void stamp(PDDocument document, LocalDate day) throws IOException {
    GregorianCalendar created = GregorianCalendar.from(day.atStartOfDay(ZoneOffset.UTC));
    document.getDocumentInformation().setCreationDate(created);
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
    metadata.importXMPMetadata(
        xmp.replaceAll("(<xmp:CreateDate>)[^<]*", "$1" + day + "T00:00:00Z").getBytes(StandardCharsets.UTF_8));
    document.setDocumentId(day.toEpochDay());
  }

  /** Gives the renderer a font, which has to stay open until the document is saved. */
  private static TrueTypeFont use(byte[] font, int weight, IdentValue style, PdfBoxRenderer renderer) throws IOException {
    TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font));
    PDFontSupplier supplier = new PDFontSupplier(PDType0Font.load(renderer.getPdfDocument(), parsed, true));
    renderer.getFontResolver().addFont(supplier, FONT_FAMILY, weight, style, true, FontGroup.MAIN);
    return parsed;
  }

  /**
   * The font with its table of ligatures under a name that nobody asks for. PDFBox would set ligatures such as "ft" for
   * which it knows no Unicode, so that nobody could search or hear them; and it reads the table for every document,
   * which takes longer than all the rest.
   */
  private static byte[] withoutLigatures(byte[] font) {
    ByteBuffer directory = ByteBuffer.wrap(font);
    for (int i = 0; i < directory.getShort(TABLES_AT); i++) {
      int at = DIRECTORY + i * ENTRY;
      if ("GSUB".equals(new String(font, at, 4, StandardCharsets.US_ASCII))) {
        font[at] = 'x';
      }
    }
    return font;
  }

  private static byte[] resource(String path) {
    try (InputStream stream = PdfRenderer.class.getResourceAsStream(path)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }
}
