package de.gremienlauf.engine.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.gremienlauf.engine.BusinessException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The variables that a form sends, checked for their names and types before the engine sees them. */
final class SubmittedForm {

  private static final int LIMIT = 1024 * 1024;
  private static final Set<String> TYPES =
      Set.of("string", "boolean", "integer", "long", "short", "double", "json", "null");
  private static final ObjectMapper JSON = JsonMapper.builder()
      .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .build();
  private static final String UNREADABLE = "Die Eingabe konnte nicht gelesen werden.";

  private final JsonNode body;

  private SubmittedForm(JsonNode body) {
    this.body = body;
  }

  /** Reads at most one megabyte. */
  static SubmittedForm read(InputStream stream) throws IOException {
    byte[] content = stream.readNBytes(LIMIT + 1);
    if (content.length > LIMIT) {
      throw new BusinessException("Die Eingabe ist zu lang; ein Formular nimmt höchstens ein Megabyte auf.");
    }
    try {
      JsonNode body = content.length == 0 ? JSON.createObjectNode() : JSON.readTree(content);
      if (!body.isObject()) {
        throw new BusinessException(UNREADABLE);
      }
      return new SubmittedForm(body);
    } catch (IOException e) {
      throw new BusinessException(UNREADABLE);
    }
  }

  /** Refuses everything but the named variables, in simple types. */
  void require(Set<String> fields) {
    body.fieldNames().forEachRemaining(name -> {
      if (!name.equals("variables") && !name.equals("withVariablesInReturn")
          && !(name.equals("businessKey") && body.get(name).asText("").isBlank())) {
        throw new BusinessException("Das Formular kennt die Angabe „" + shown(name) + "“ nicht.");
      }
    });
    JsonNode variables = body.path("variables");
    if (!variables.isObject() && !variables.isMissingNode() && !variables.isNull()) {
      throw new BusinessException(UNREADABLE);
    }
    for (Map.Entry<String, JsonNode> variable : variables.properties()) {
      if (!fields.contains(variable.getKey())) {
        throw new BusinessException("Das Formular kennt die Angabe „" + shown(variable.getKey()) + "“ nicht.");
      }
      requireSimple(variable.getKey(), variable.getValue());
    }
  }

  private static void requireSimple(String name, JsonNode variable) {
    JsonNode type = variable.path("type");
    boolean simple = type.isTextual() && TYPES.contains(type.asText().toLowerCase(Locale.ROOT))
        || type.isMissingNode() || type.isNull();
    if (!variable.isObject() || !simple || variable.path("value").isContainerNode()
        || type.asText().equalsIgnoreCase("json") && !isJson(variable.path("value"))) {
      throw new BusinessException("Die Angabe „" + shown(name) + "“ hat eine Form, die nicht angenommen wird.");
    }
  }

  private static boolean isJson(JsonNode value) {
    try {
      return value.isNull() || value.isMissingNode()
          || value.isTextual() && !JSON.readTree(value.asText()).isMissingNode();
    } catch (IOException e) {
      return false;
    }
  }

  private static String shown(String name) {
    String printable = name.replaceAll("[\\p{Cntrl}]", "");
    return printable.length() <= 60 ? printable : printable.substring(0, 60) + "…";
  }

  /** What was checked, written anew, so that the engine reads exactly that. */
  byte[] bytes() throws IOException {
    return JSON.writeValueAsBytes(body);
  }
}
