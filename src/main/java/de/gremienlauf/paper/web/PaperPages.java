package de.gremienlauf.paper.web;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.paper.PaperAccess;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.Sequences;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** What the controllers share: papers as they answer them, files as they take and give them. */
@Component
class PaperPages {

  private static final int REASON = 4000;

  private final PaperQueries queries;
  private final PaperAccess access;
  private final Sequences sequences;

  PaperPages(PaperQueries queries, PaperAccess access, Sequences sequences) {
    this.queries = queries;
    this.access = access;
    this.sequences = sequences;
  }

  PaperResponse paper(Long paperId) {
    access.requireRead(paperId);
    // The version first: a change in between makes the next write fail instead of overwriting it.
    String version = sequences.version(paperId);
    PaperDetails paper = access.readable(queries.details(paperId));
    PaperDetails.Permissions may = access.permitted(paper);
    return new PaperResponse(paper, version, may.edit(), may.changeSequence(), may.correct(), may.withdraw(),
        may.revise(), may.supplement(), access.mayAudit());
  }

  static byte[] bytes(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of a file about a paper, e.g. "Entwurf-4242-2019.docx". */
  static String fileName(PaperDetails paper, String kind, String ending) {
    return (kind + " " + paper.reference()).replaceAll("[^\\p{L}\\p{N}.-]+", "-").replaceFirst("-$", "") + ending;
  }

  /** Text without blanks around it; null if there is none. */
  static String stripped(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  static String reason(String text) {
    String reason = stripped(text);
    if (reason != null && (reason.length() > REASON || reason.indexOf('\0') >= 0)) {
      throw new BusinessException("Die Begründung darf höchstens " + REASON + " Zeichen haben.");
    }
    return reason;
  }
}
