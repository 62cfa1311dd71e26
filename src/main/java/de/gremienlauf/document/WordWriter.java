package de.gremienlauf.document;

import de.gremienlauf.document.RichBlock.Cell;
import de.gremienlauf.document.RichBlock.Item;
import de.gremienlauf.document.RichBlock.Items;
import de.gremienlauf.document.RichBlock.Marks;
import de.gremienlauf.document.RichBlock.Paragraph;
import de.gremienlauf.document.RichBlock.Row;
import de.gremienlauf.document.RichBlock.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.VerticalAlign;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** Writes a Word file in the house's styles. */
final class WordWriter {

  /** What an empty part of the template says. */
  static final String INVITATION = "Hier den Text eingeben";

  /** Sizes in twentieths of a point: A4 with margins of 2.5 cm. */
  private static final int PAGE_WIDTH = 11906;
  private static final int PAGE_HEIGHT = 16838;
  private static final int MARGIN = 1417;
  private static final int TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN;
  private static final int INDENT = 400;

  private final XWPFDocument document = new XWPFDocument();
  private final CTBody body = document.getDocument().getBody();
  private int lastNumbering;

  /**
   * Begins a file.
   *
   * @param createdOn day the text was made, kept in the properties of the file
   */
  WordWriter(String title, String author, LocalDate createdOn) {
    try (InputStream styles = WordWriter.class.getResourceAsStream("/word/styles.xml")) {
      document.createStyles().setStyles(StylesDocument.Factory.parse(styles).getStyles());
    } catch (IOException | XmlException e) {
      throw new IllegalStateException("/word/styles.xml cannot be read", e);
    }
    document.createNumbering();
    var properties = document.getProperties().getCoreProperties();
    properties.setTitle(title);
    properties.setCreator(author);
    properties.setCreated(Optional.of(Date.from(createdOn.atStartOfDay(ZoneOffset.UTC).toInstant())));
    properties.setModified(Optional.of(Date.from(createdOn.atStartOfDay(ZoneOffset.UTC).toInstant())));
  }

  void write(List<RichBlock> blocks) {
    blocks(blocks, body::addNewP, body::addNewTbl);
  }

  /** Says that a part is empty and may be filled. */
  void invite() {
    XWPFRun run = paragraph(body.addNewP(), null).createRun();
    run.setStyle("Platzhaltertext");
    run.setText(INVITATION);
  }

  /** The bytes of the file. */
  byte[] bytes(String footer) {
    CTSectPr section = body.isSetSectPr() ? body.getSectPr() : body.addNewSectPr();
    if (footer != null) {
      footer(footer);
      section = body.getSectPr();
    }
    CTPageSz size = section.addNewPgSz();
    size.setW(PAGE_WIDTH);
    size.setH(PAGE_HEIGHT);
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(MARGIN);
    margins.setBottom(MARGIN);
    margins.setLeft(MARGIN);
    margins.setRight(MARGIN);
    margins.setHeader(MARGIN / 2);
    margins.setFooter(MARGIN / 2);
    margins.setGutter(0);
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream(); document) {
      document.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory does not fail", e);
    }
  }

  private void footer(String text) {
    XWPFFooter footer = document.createFooter(HeaderFooterType.DEFAULT);
    XWPFParagraph paragraph = footer.createParagraph();
    paragraph.setStyle("Fuzeile");
    XWPFRun run = paragraph.createRun();
    run.setText(clean(text));
    run.addTab();
    run.setText("Seite ");
    field(paragraph, "PAGE");
    paragraph.createRun().setText(" von ");
    field(paragraph, "NUMPAGES");
  }

  private static void field(XWPFParagraph paragraph, String instruction) {
    paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
    paragraph.createRun().getCTR().addNewInstrText().setStringValue(instruction);
    paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
    paragraph.createRun().setText("1");
    paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
  }

  private void blocks(List<RichBlock> blocks, Supplier<CTP> paragraphs, Supplier<CTTbl> tables) {
    RichBlock before = null;
    for (RichBlock block : blocks) {
      if (block instanceof Paragraph paragraph) {
        runs(paragraph(paragraphs.get(), paragraph.level() == 0 ? null : "berschrift" + paragraph.level()),
            paragraph.runs());
      } else if (block instanceof Items items) {
        items(items, 0, paragraphs);
      } else {
        if (before instanceof Table) {
          // Word makes one table of two that touch.
          paragraph(paragraphs.get(), null);
        }
        table((Table) block, tables.get());
      }
      before = block;
    }
  }

  private XWPFParagraph paragraph(CTP paragraph, String style) {
    XWPFParagraph written = new XWPFParagraph(paragraph, document);
    if (style != null) {
      written.setStyle(style);
    }
    return written;
  }

  private void items(Items items, int level, Supplier<CTP> paragraphs) {
    BigInteger numbering = numbering(items, level);
    for (Item item : items.items()) {
      XWPFParagraph paragraph = paragraph(paragraphs.get(), "Listenabsatz");
      paragraph.setNumID(numbering);
      paragraph.setNumILvl(BigInteger.valueOf(level));
      runs(paragraph, item.runs());
      item.nested().forEach(nested -> items(nested, Math.min(level + 1, 8), paragraphs));
    }
  }

  private BigInteger numbering(Items items, int level) {
    CTAbstractNum numbering = CTAbstractNum.Factory.newInstance();
    numbering.setAbstractNumId(BigInteger.valueOf(lastNumbering++));
    CTLvl definition = numbering.addNewLvl();
    definition.setIlvl(BigInteger.valueOf(level));
    definition.addNewStart().setVal(BigInteger.valueOf(items.start()));
    definition.addNewNumFmt().setVal(switch (items.marks()) {
      case BULLETS -> STNumberFormat.BULLET;
      case DECIMALS -> STNumberFormat.DECIMAL;
      case LETTERS -> STNumberFormat.LOWER_LETTER;
      case CAPITALS -> STNumberFormat.UPPER_LETTER;
      case ROMAN -> STNumberFormat.LOWER_ROMAN;
      case CAPITAL_ROMAN -> STNumberFormat.UPPER_ROMAN;
    });
    definition.addNewLvlText().setVal(items.marks() == Marks.BULLETS ? "–"
        : "%" + (level + 1) + (items.marks() == Marks.LETTERS ? ")" : "."));
    var indent = definition.addNewPPr().addNewInd();
    indent.setLeft(BigInteger.valueOf((long) INDENT * (level + 1)));
    indent.setHanging(BigInteger.valueOf(INDENT));
    BigInteger added = document.getNumbering().addAbstractNum(new XWPFAbstractNum(numbering));
    return document.getNumbering().addNum(added);
  }

  private void runs(XWPFParagraph paragraph, List<Run> runs) {
    for (Run run : runs) {
      if (run.note() == null) {
        run(paragraph, run);
      } else {
        XWPFFootnote note = document.createFootnote();
        XWPFParagraph text = note.createParagraph();
        text.setStyle("Funotentext");
        note.ensureFootnoteRef(text);
        runs(text, run.note());
        paragraph.addFootnoteReference(note);
      }
    }
  }

  private static void run(XWPFParagraph paragraph, Run run) {
    XWPFRun written = paragraph.createRun();
    run.formats().stream().sorted().forEach(format -> {
      switch (format) {
        case BOLD -> written.setBold(true);
        case ITALIC -> written.setItalic(true);
        case UNDERLINED -> written.setUnderline(UnderlinePatterns.SINGLE);
        case STRUCK -> written.setStrikeThrough(true);
        case LOWERED -> written.setVerticalAlignment(VerticalAlign.SUBSCRIPT.name().toLowerCase());
        case RAISED -> written.setVerticalAlignment(VerticalAlign.SUPERSCRIPT.name().toLowerCase());
      }
    });
    StringBuilder text = new StringBuilder();
    for (char letter : clean(run.text()).toCharArray()) {
      if (letter != '\n' && letter != '\u00AD' && letter != '\u2011') {
        text.append(letter);
        continue;
      }
      flush(written, text);
      if (letter == '\n') {
        written.addBreak();
      } else if (letter == '\u00AD') {
        written.getCTR().addNewSoftHyphen();
      } else {
        written.getCTR().addNewNoBreakHyphen();
      }
    }
    flush(written, text);
  }

  private static void flush(XWPFRun run, StringBuilder text) {
    if (!text.isEmpty()) {
      var written = run.getCTR().addNewT();
      written.setStringValue(text.toString());
      written.setSpace(SpaceAttribute.Space.PRESERVE);
      text.setLength(0);
    }
  }

  /** What XML cannot hold is no text. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints().filter(letter -> letter == '\n' || letter >= ' ' && letter < 0xD800 || letter > 0xDFFF
        && letter != 0xFFFE && letter != 0xFFFF).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private void table(Table table, CTTbl written) {
    CTTblPr properties = written.addNewTblPr();
    properties.addNewTblStyle().setVal("Tabellenraster");
    var width = properties.addNewTblW();
    width.setType(STTblWidth.PCT);
    width.setW(BigInteger.valueOf(5000));
    int columns = table.rows().get(0).cells().stream().mapToInt(Cell::columns).sum();
    var grid = written.addNewTblGrid();
    for (int i = 0; i < columns; i++) {
      grid.addNewGridCol().setW(BigInteger.valueOf(TEXT_WIDTH / columns));
    }
    List<Cell> open = new ArrayList<>();
    List<Integer> rest = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      open.add(null);
      rest.add(0);
    }
    for (int at = 0; at < table.rows().size(); at++) {
      row(table.rows().get(at), at == 0, written.addNewTr(), open, rest);
    }
  }

  /**
   * Writes a row.
   *
   * @param open for each column the cell that reaches down from above
   * @param rest for each column for how many rows it still does
   */
  private void row(Row row, boolean head, CTRow written, List<Cell> open, List<Integer> rest) {
    if (head) {
      written.addNewTrPr().addNewTblHeader();
    }
    int next = 0;
    int column = 0;
    while (column < rest.size()) {
      CTTc cell = written.addNewTc();
      if (rest.get(column) > 0) {
        Cell above = open.get(column);
        span(cell, above.columns(), STMerge.CONTINUE);
        cell.addNewP();
        for (int end = column + above.columns(); column < end; column++) {
          rest.set(column, rest.get(column) - 1);
        }
        continue;
      }
      Cell content = row.cells().get(next++);
      span(cell, content.columns(), content.rows() > 1 ? STMerge.RESTART : null);
      cell(content, head, cell);
      for (int end = column + content.columns(); column < end; column++) {
        open.set(column, content);
        rest.set(column, content.rows() - 1);
      }
    }
  }

  private static void span(CTTc cell, int columns, STMerge.Enum merge) {
    var properties = cell.addNewTcPr();
    if (columns > 1) {
      properties.addNewGridSpan().setVal(BigInteger.valueOf(columns));
    }
    if (merge != null) {
      properties.addNewVMerge().setVal(merge);
    }
  }

  private void cell(Cell content, boolean head, CTTc cell) {
    for (RichBlock block : content.content()) {
      if (block instanceof Items items) {
        items(items, 0, cell::addNewP);
      } else {
        List<Run> runs = ((Paragraph) block).runs();
        runs(paragraph(cell.addNewP(), "Tabellentext"), head ? runs.stream().map(WordWriter::bold).toList() : runs);
      }
    }
    if (content.content().isEmpty()) {
      paragraph(cell.addNewP(), "Tabellentext");
    }
  }

  private static Run bold(Run run) {
    if (run.note() != null) {
      return run;
    }
    List<Run.Format> formats = new ArrayList<>(run.formats());
    formats.add(Run.Format.BOLD);
    return Run.of(run.text(), Set.copyOf(formats));
  }
}
