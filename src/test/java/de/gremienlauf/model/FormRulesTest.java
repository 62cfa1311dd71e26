package de.gremienlauf.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every Camunda Form of the product must keep to, so that Tasklist 7.24 (form-js 1.8.7) shows it and a clerk can
 * complete it. An unknown component type makes the whole form fail there, so a form saved with a newer schema is
 * refused. A field that can be hidden has no validation: form-js keeps the error of a field that was hidden, and
 * Tasklist then does not let the task be completed; such entries are checked on the server alone.
 */
class FormRulesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The types form-js 1.8.7 knows, except datetime (follows the browser's locale), dynamiclist (blocks completing). */
  private static final Set<String> ALLOWED = Set.of("textfield", "textarea", "number", "checkbox", "checklist", "radio",
      "select", "taglist", "text", "html", "image", "table", "group", "expression", "separator", "spacer", "iframe");

  private static final Set<String> INPUTS =
      Set.of("textfield", "textarea", "number", "checkbox", "checklist", "radio", "select", "taglist");

  private static final Set<String> CHOICES = Set.of("checklist", "radio", "select", "taglist");

  /** The labels Camunda Modeler gives to a new component. */
  private static final Set<String> PRESET_LABELS = Set.of("Text field", "Text area", "Number", "Checkbox",
      "Checkbox group", "Radio group", "Select", "Tag list", "Group", "Value");

  static Stream<Path> forms() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("forms"))) {
      return files.filter(file -> file.toString().endsWith(".form")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void formKeepsTheRules(Path file) throws IOException {
    String name = file.getFileName().toString().replaceFirst("\\.form$", "");

    assertThat(findings(name, JSON.readTree(file.toFile()))).isEmpty();
  }

  @Test
  void rulesFindEveryFault() throws IOException {
    JsonNode faulty = JSON.readTree("""
        {"id": "other", "type": "default", "schemaVersion": 19,
         "executionPlatform": "Camunda Cloud", "executionPlatformVersion": "8.7",
         "components": [
           {"id": "a", "type": "filepicker", "key": "file", "label": "Datei"},
           {"id": "b", "type": "datetime", "key": "date", "label": "Datum"},
           {"id": "c", "type": "dynamiclist", "path": "rows", "components": []},
           {"id": "d", "type": "textfield", "label": "Ohne Schlüssel"},
           {"id": "e", "type": "textfield", "key": "unnamed"},
           {"id": "f", "type": "textfield", "key": "preset", "label": "Text field"},
           {"id": "f", "type": "textfield", "key": "group.twice", "label": "Zweimal"},
           {"id": "g", "type": "select", "key": "choice", "label": "Auswahl"},
           {"id": "h", "type": "group", "path": "group", "conditional": {"hide": "=true"}, "components": [
             {"id": "i", "type": "textfield", "key": "twice", "label": "Zweimal", "validate": {"required": true}}]},
           {"id": "j", "type": "textfield", "key": "amount", "label": "Betrag", "validate": {"pattern": "^[0-9]*$"},
            "conditional": {"hide": "=true"}}
         ]}""");

    assertThat(findings("form", faulty)).containsExactlyInAnyOrder(
        "id is other, not the file's name",
        "schemaVersion is 19, Tasklist 7.24 reads 16",
        "executionPlatform is Camunda Cloud 8.7",
        "a: type filepicker is not allowed",
        "b: type datetime is not allowed",
        "c: type dynamiclist is not allowed",
        "d: has no key",
        "e: has no label of its own",
        "f: has no label of its own",
        "f: id is used twice",
        "g: needs either values, valuesKey or valuesExpression",
        "i: key group.twice is used twice",
        "i: is validated but can be hidden",
        "j: is validated but can be hidden");
  }

  @Test
  void sameKeyMayStandInTwoPathGroups() throws IOException {
    JsonNode form = JSON.readTree("""
        {"id": "form", "schemaVersion": 16,
         "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0",
         "components": [
           {"id": "a", "type": "group", "path": "first", "components": [
             {"id": "b", "type": "textfield", "key": "name", "label": "Name"}]},
           {"id": "c", "type": "group", "path": "second", "components": [
             {"id": "d", "type": "textfield", "key": "name", "label": "Name"}]}
         ]}""");

    assertThat(findings("form", form)).isEmpty();
  }

  private static List<String> findings(String name, JsonNode form) {
    List<String> findings = new ArrayList<>();
    if (!name.equals(form.path("id").asText())) {
      findings.add("id is " + form.path("id").asText() + ", not the file's name");
    }
    if (form.path("schemaVersion").asInt() != 16) {
      findings.add("schemaVersion is " + form.path("schemaVersion").asText() + ", Tasklist 7.24 reads 16");
    }
    String platform = form.path("executionPlatform").asText() + " " + form.path("executionPlatformVersion").asText();
    if (!"Camunda Platform 7.24.0".equals(platform)) {
      findings.add("executionPlatform is " + platform);
    }
    check(form, "", false, new HashSet<>(), new HashSet<>(), findings);
    return findings;
  }

  private static void check(JsonNode parent, String path, boolean parentMayHide, Set<String> ids, Set<String> keys,
      List<String> findings) {
    for (JsonNode component : parent.path("components")) {
      String id = component.path("id").asText();
      String type = component.path("type").asText();
      boolean mayHide = parentMayHide || component.path("conditional").hasNonNull("hide");
      if (!ids.add(id)) {
        findings.add(id + ": id is used twice");
      }
      if (!ALLOWED.contains(type)) {
        findings.add(id + ": type " + type + " is not allowed");
      }
      if (INPUTS.contains(type)) {
        checkInput(component, id, path, keys, findings);
      }
      if (CHOICES.contains(type)) {
        checkChoices(component, id, findings);
      }
      if (mayHide && !component.path("validate").isEmpty()) {
        findings.add(id + ": is validated but can be hidden");
      }
      String ownPath = component.path("path").asText();
      check(component, ownPath.isEmpty() ? path : path + ownPath + ".", mayHide, ids, keys, findings);
    }
  }

  private static void checkInput(JsonNode input, String id, String path, Set<String> keys, List<String> findings) {
    String key = input.path("key").asText();
    if (key.isBlank()) {
      findings.add(id + ": has no key");
    } else if (!keys.add(path + key)) {
      findings.add(id + ": key " + path + key + " is used twice");
    }
    if (!isLabel(input.path("label").asText())) {
      findings.add(id + ": has no label of its own");
    }
  }

  private static void checkChoices(JsonNode choice, String id, List<String> findings) {
    long sources = Stream.of("values", "valuesKey", "valuesExpression").filter(choice::hasNonNull).count();
    if (sources != 1) {
      findings.add(id + ": needs either values, valuesKey or valuesExpression");
    }
    for (JsonNode value : choice.path("values")) {
      if (!isLabel(value.path("label").asText())) {
        findings.add(id + ": value " + value.path("value").asText() + " has no label of its own");
      }
    }
  }

  private static boolean isLabel(String label) {
    return !label.isBlank() && !PRESET_LABELS.contains(label);
  }
}
