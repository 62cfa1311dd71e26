package de.gremienlauf.document;

import de.gremienlauf.engine.BusinessException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file as the answer to a request. */
public final class Download {

  private Download() {
  }

  /**
   * Answers with the bytes of a file.
   *
   * @param inline whether the browser may show it; else it saves it
   */
  public static ResponseEntity<byte[]> of(String fileName, String mediaType, boolean inline, byte[] content) {
    ContentDisposition disposition = (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
        .filename(fileName, StandardCharsets.UTF_8).build();
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(mediaType))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("X-Content-Type-Options", "nosniff");
    if (!inline) {
      // Whatever a browser makes of it: it runs nothing, loads nothing and belongs to no session.
      answer.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
    }
    return answer.body(content);
  }

  /**
   * Answers with a Word file.
   *
   * @param fileName name of the document it is of
   * @param content empty if there is none
   */
  public static ResponseEntity<byte[]> word(String fileName, Optional<byte[]> content) {
    return of(fileName.replaceFirst("\\.[^.]*$", "") + ".docx", WordFiles.MEDIA_TYPE, false, content.orElseThrow(
        () -> BusinessException.unknown("Von diesem Dokument gibt es keine Word-Datei.")));
  }
}
