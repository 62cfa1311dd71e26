package de.gremienlauf.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * What went wrong in the engine, told to a person.
 *
 * @param technical what the engine said; null if it said nothing
 */
record GermanError(int status, String type, String message, int code, String technical) {

  static final String TASK_GONE = "Diese Aufgabe gibt es nicht mehr; vermutlich wurde sie schon erledigt.";
  private static final String CONFLICT =
      "Diese Aufgabe wurde gerade von jemand anderem bearbeitet. Bitte laden Sie die Seite neu.";
  private static final String SESSION_ENDED = "Ihre Sitzung ist beendet. Bitte melden Sie sich neu an.";
  private static final String FORBIDDEN = "Dazu fehlt Ihnen das Recht.";
  private static final String REFUSED =
      "Die Eingabe konnte nicht verarbeitet werden. Bitte prüfen Sie Ihre Angaben.";
  private static final String FAILED = "Das hat wegen eines technischen Fehlers nicht geklappt. Es wurde nichts"
      + " gespeichert. Bitte verständigen Sie die Administration.";

  private static final int OPTIMISTIC_LOCKING = 1;
  private static final int DEADLOCK = 10_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A refusal by a rule of this product. */
  static GermanError business(int status, String message) {
    return new GermanError(status, "BusinessException", message, 0, null);
  }

  /** Reads what the engine answered. */
  static GermanError of(int status, byte[] body, EngineRequest request) {
    JsonNode answer = parsed(body);
    String type = answer.path("type").asText("Error");
    String message = answer.path("message").asText("");
    int code = answer.path("code").asInt(0);
    if (type.equals("BusinessException")) {
      return business(400, message);
    }
    if (status == 401) {
      return new GermanError(status, type, SESSION_ENDED, code, message);
    }
    if (status == 403) {
      return new GermanError(status, type, FORBIDDEN, code, message);
    }
    if (status == 404 && request.concernsTask()) {
      return new GermanError(404, type, TASK_GONE, code, message);
    }
    if (code == OPTIMISTIC_LOCKING || code == DEADLOCK || type.equals("OptimisticLockingException")
        || type.equals("TaskAlreadyClaimedException")
        || request.concernsTask() && message.contains("task is null")) {
      return new GermanError(409, type, CONFLICT, code, message);
    }
    return new GermanError(status, type, status < 500 ? REFUSED : FAILED, code, message);
  }

  private static JsonNode parsed(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }

  boolean failed() {
    return status >= 500;
  }

  /** As the engine shapes its errors; its own words only for those who administer it. */
  byte[] json(boolean withTechnical) throws IOException {
    ObjectNode json = JSON.createObjectNode().put("type", type).put("message", message).put("code", code);
    if (withTechnical && technical != null && !technical.isBlank()) {
      json.put("technicalMessage", technical);
    }
    return JSON.writeValueAsBytes(json);
  }
}
