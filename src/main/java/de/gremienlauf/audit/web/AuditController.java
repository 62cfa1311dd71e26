package de.gremienlauf.audit.web;

import de.gremienlauf.audit.AuditExports;
import de.gremienlauf.funding.ProjectAccess;
import de.gremienlauf.paper.PaperAccess;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Audit exports to download. Each is noted in the history of the case. */
@RestController
@RequestMapping("/api")
class AuditController {

  private final PaperAccess papers;
  private final ProjectAccess projects;
  private final AuditExports exports;

  AuditController(PaperAccess papers, ProjectAccess projects, AuditExports exports) {
    this.papers = papers;
    this.projects = projects;
    this.exports = exports;
  }

  @GetMapping("/papers/{id}/audit")
  void paper(@PathVariable Long id, HttpServletResponse response) throws IOException {
    papers.requireAudit(id);
    send(exports.ofPaper(id), response);
  }

  @GetMapping("/projects/{id}/audit")
  void project(@PathVariable Long id, HttpServletResponse response) throws IOException {
    projects.requireAudit(id);
    send(exports.ofProject(id), response);
  }

  /** Piece by piece: with large attachments it does not fit into the memory. */
  private static void send(AuditExports.Export export, HttpServletResponse response) throws IOException {
    try {
      response.setContentType("application/zip");
      response.setContentLengthLong(Files.size(export.file()));
      response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
          .filename(export.fileName(), StandardCharsets.UTF_8).build().toString());
      response.setHeader("X-Content-Type-Options", "nosniff");
      Files.copy(export.file(), response.getOutputStream());
    } finally {
      Files.delete(export.file());
    }
  }
}
