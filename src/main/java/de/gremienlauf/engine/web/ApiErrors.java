package de.gremienlauf.engine.web;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.Conflict;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.camunda.bpm.engine.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Answers every failure of the product's own REST API with one German sentence: {@code {"message": "..."}}. */
@RestControllerAdvice
class ApiErrors {

  private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

  @ExceptionHandler
  ResponseEntity<Map<String, String>> refused(BusinessException e) {
    return answer(switch (e.reason()) {
      case INVALID -> HttpStatus.BAD_REQUEST;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case UNKNOWN -> HttpStatus.NOT_FOUND;
      case CONFLICT -> HttpStatus.CONFLICT;
    }, e.getMessage());
  }

  @ExceptionHandler(AuthorizationException.class)
  ResponseEntity<Map<String, String>> forbidden() {
    return refused(BusinessException.forbidden());
  }

  @ExceptionHandler(MaxUploadSizeExceededException.class)
  ResponseEntity<Map<String, String>> tooLarge() {
    return answer(HttpStatus.PAYLOAD_TOO_LARGE, "Die Datei ist zu groß; erlaubt sind höchstens 50 MB.");
  }

  @ExceptionHandler({MethodArgumentTypeMismatchException.class, HttpMessageNotReadableException.class,
      MultipartException.class})
  ResponseEntity<Map<String, String>> unreadable() {
    return answer(HttpStatus.BAD_REQUEST, "Die Eingabe konnte nicht gelesen werden. Bitte prüfen Sie Ihre Angaben.");
  }

  @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
  void nobodyListens() {
    // The reader closed the connection: there is nobody to answer.
  }

  @ExceptionHandler
  ResponseEntity<Map<String, String>> failed(Exception e) {
    if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      return answer(known.getStatusCode(), known.getStatusCode().value() == HttpStatus.NOT_FOUND.value()
          ? "Diese Seite gibt es nicht." : "Die Anfrage konnte nicht verarbeitet werden.");
    }
    if (Conflict.caused(e)) {
      return answer(HttpStatus.CONFLICT,
          "Der Vorgang wurde gerade von jemand anderem bearbeitet. Bitte laden Sie die Seite neu.");
    }
    LOG.error("A request failed", e);
    return answer(HttpStatus.INTERNAL_SERVER_ERROR, "Das hat wegen eines technischen Fehlers nicht geklappt. Es wurde"
        + " nichts gespeichert. Bitte verständigen Sie die Administration.");
  }

  private static ResponseEntity<Map<String, String>> answer(HttpStatusCode status, String message) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(Map.of("message", message));
  }
}
