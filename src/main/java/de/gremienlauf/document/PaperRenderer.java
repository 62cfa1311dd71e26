package de.gremienlauf.document;

import org.springframework.stereotype.Component;

/** Prints a council paper as PDF/A-2a that conforms to PDF/UA-1. The same paper gives the same bytes. */
@Component
public class PaperRenderer {

  private final PdfRenderer renderer;

  PaperRenderer(PdfRenderer renderer) {
    this.renderer = renderer;
  }

  /** The bytes of the PDF. */
  public byte[] render(PaperDocument paper) {
    return renderer.render("paper", new PaperView(paper, renderer.printable()), paper.createdOn());
  }
}
