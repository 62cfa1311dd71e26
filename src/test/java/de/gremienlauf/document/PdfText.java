package de.gremienlauf.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads what a PDF says. */
final class PdfText {

  private PdfText() {
  }

  /** The text with every kind of white space as one space. */
  static String plain(byte[] pdf) throws IOException {
    return text(pdf).replaceAll("[\\s\u00A0]+", " ");
  }

  static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      // As it is seen; the file itself holds the margins of a page and the numbers of its lists before the text.
      stripper.setSortByPosition(true);
      return stripper.getText(document);
    }
  }

  /** Everything anybody can read out of the file: its text, its properties and its outline, without white space. */
  static String everything(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      StringBuilder all = new StringBuilder(new PDFTextStripper().getText(document));
      all.append(document.getDocumentInformation().getCOSObject());
      all.append(new String(document.getDocumentCatalog().getMetadata().toByteArray(), "UTF-8"));
      bookmarks(document).forEach(all::append);
      return all.toString().replaceAll("[\\s\u00A0]+", "");
    }
  }

  static List<String> bookmarks(PDDocument document) {
    List<String> titles = new ArrayList<>();
    if (document.getDocumentCatalog().getDocumentOutline() != null) {
      document.getDocumentCatalog().getDocumentOutline().children().forEach(item -> titles.add(item.getTitle()));
    }
    return titles;
  }

  /** The letters that stand outside of the printable area of their page. */
  static List<String> cut(byte[] pdf) throws IOException {
    List<String> found = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition letter) {
          float right = letter.getXDirAdj() + letter.getWidthDirAdj();
          float width = getCurrentPage().getMediaBox().getWidth();
          float height = getCurrentPage().getMediaBox().getHeight();
          if (letter.getXDirAdj() < 70 || right > width - 69 || letter.getYDirAdj() < 20
              || letter.getYDirAdj() > height - 20) {
            found.add(letter.getUnicode() + " on page " + getCurrentPageNo() + " at " + letter.getXDirAdj() + ","
                + letter.getYDirAdj());
          }
        }
      }.getText(document);
    }
    return found;
  }

  static List<String> types(PDStructureNode node) {
    List<String> types = new ArrayList<>();
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        types.add(element.getStructureType());
        types.addAll(types(element));
      }
    }
    return types;
  }
}
