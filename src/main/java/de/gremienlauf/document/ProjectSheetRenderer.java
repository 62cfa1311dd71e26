package de.gremienlauf.document;

import org.springframework.stereotype.Component;

/** Prints documents about funded projects as PDF/A-2a that conform to PDF/UA-1. The same sheet gives the same bytes. */
@Component
public class ProjectSheetRenderer {

  private final PdfRenderer renderer;

  ProjectSheetRenderer(PdfRenderer renderer) {
    this.renderer = renderer;
  }

  /** The bytes of the PDF. */
  public byte[] render(ProjectSheet sheet) {
    return renderer.render("project-sheet", new ProjectSheetView(sheet, renderer.printable()), sheet.createdOn());
  }
}
