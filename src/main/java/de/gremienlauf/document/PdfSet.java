package de.gremienlauf.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** Puts several PDF files one behind the other, each under a bookmark. */
public final class PdfSet implements AutoCloseable {

  private final PDDocument whole = new PDDocument();
  private final PDDocumentOutline outline = new PDDocumentOutline();
  private final PDFMergerUtility merger = new PDFMergerUtility();
  private PDOutlineItem last;

  /** How many pages there are so far. */
  public int pages() {
    return whole.getNumberOfPages();
  }

  /** Whether it is a PDF that can be read without a password. */
  public static boolean readable(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return !document.isEncrypted() && document.getNumberOfPages() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Adds a file under a bookmark of the first level. */
  public void add(String title, byte[] pdf) {
    last = append(title, pdf, outline);
  }

  /** Adds a file under the bookmark of the file that was added last. */
  public void addBelow(String title, byte[] pdf) {
    append(title, pdf, last);
  }

  private PDOutlineItem append(String title, byte[] pdf, PDOutlineNode parent) {
    try (PDDocument added = Loader.loadPDF(pdf)) {
      int first = whole.getNumberOfPages();
      // Its own bookmarks would stand beside those of the set.
      added.getDocumentCatalog().setDocumentOutline(null);
      merger.appendDocument(whole, added);
      PDPageFitDestination page = new PDPageFitDestination();
      page.setPage(whole.getPage(first));
      PDOutlineItem bookmark = new PDOutlineItem();
      bookmark.setTitle(title);
      bookmark.setDestination(page);
      parent.addLast(bookmark);
      return bookmark;
    } catch (IOException e) {
      throw new UncheckedIOException(title, e);
    }
  }

  /** The bytes of all of it. */
  public byte[] bytes() {
    try {
      whole.getDocumentCatalog().setDocumentOutline(outline);
      whole.getDocumentCatalog().setLanguage("de");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      whole.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      whole.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
