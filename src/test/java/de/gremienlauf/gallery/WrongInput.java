package de.gremienlauf.gallery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.gremienlauf.support.GermanWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Enters into every field of an open form what it does not take, one at a time, and presses the button: a German sentence
 * stands at the field or above the page, where it names the field, and what was typed is still there. Choices are made
 * until every field has come into sight once.
 */
final class WrongInput {

  /** More than the longest text that any field takes. */
  private static final String LONG = "x".repeat(100_001);
  private static final String MISSING = "Bitte füllen Sie dieses Feld aus.";
  private static final Pattern DAY = Pattern.compile("TT\\.MM\\.JJJJ");
  private static final Pattern AMOUNT = Pattern.compile("^in Euro");
  private static final Pattern RATE = Pattern.compile("^in v\\. H\\.");
  private static final Pattern TIME = Pattern.compile("z\\. B\\. \\d\\d:\\d\\d");

  /** What is needed as well, but can be hidden: forms mark no such field (see FormRulesTest). */
  private static final Set<String> NEEDED =
      Set.of("Field_name", "Field_programme", "Field_paidOn", "Field_noticeDate", "Field_signatory");

  private final Page page;
  private final Locator form;
  private final Locator button;
  private final List<JsonNode> fields = new ArrayList<>();
  private final StringBuilder conditions = new StringBuilder();
  private final Map<String, JsonNode> untried = new LinkedHashMap<>();

  WrongInput(Page page, Locator form, Locator button, JsonNode schema) {
    this.page = page;
    this.form = form;
    this.button = button;
    collect(schema);
    fields.stream().filter(WrongInput::isText).filter(field -> !field.path("readonly").asBoolean())
        .forEach(field -> untried.put(id(field), field));
  }

  private void collect(JsonNode parent) {
    for (JsonNode field : parent.path("components")) {
      conditions.append(field.path("conditional").path("hide").asText()).append('\n');
      if (field.has("key")) {
        fields.add(field);
      }
      collect(field);
    }
  }

  /** Does it all and names the fields that no choice brought into sight. */
  Set<String> tryAll() {
    leaveRequiredEmpty();
    explore(0);
    return untried.keySet();
  }

  /** What is filled in is emptied; what is empty is noticed when the button is pressed. */
  private void leaveRequiredEmpty() {
    List<JsonNode> required = fields.stream().filter(WrongInput::isRequired).filter(this::isVisible).toList();
    List<JsonNode> empty = required.stream().filter(this::isEmpty).toList();
    required.stream().filter(field -> isText(field) && !empty.contains(field)).forEach(field -> {
      String before = input(field).inputValue();
      enter(field, "");
      assertThat(error(field)).hasText(MISSING);
      assertThat(button).isDisabled();
      enter(field, before);
    });
    if (!empty.isEmpty()) {
      button.click();
    }
    for (JsonNode field : empty) {
      assertThat(error(field)).hasText(MISSING);
      assertThat(button).isVisible();
    }
  }

  /** Makes the choices from this field on that decide what is seen, in every combination, until nothing is untried. */
  private void explore(int from) {
    for (int i = from; i < fields.size(); i++) {
      JsonNode choice = fields.get(i);
      if (decides(choice) && isVisible(choice)) {
        for (Runnable option : options(choice)) {
          option.run();
          explore(i + 1);
          if (untried.isEmpty()) {
            return;
          }
        }
        return;
      }
    }
    fields.stream().filter(field -> (isRequired(field) || NEEDED.contains(id(field))) && isVisible(field)
        && isEmpty(field)).forEach(this::fillIn);
    List.copyOf(untried.values()).stream().filter(this::isVisible).forEach(this::tryOne);
  }

  private boolean decides(JsonNode field) {
    return !isText(field) && Pattern.compile("\\b" + field.path("key").asText() + "\\b").matcher(conditions).find();
  }

  private List<Runnable> options(JsonNode choice) {
    List<Locator> all = choices(choice).all();
    return switch (choice.path("type").asText()) {
      case "radio" -> all.stream().<Runnable>map(one -> one::check).toList();
      case "checklist" -> List.of(() -> all.forEach(Locator::check));
      case "checkbox" -> isRequired(choice) ? List.of(() -> { })
          : List.of(() -> { }, () -> input(choice).setChecked(!input(choice).isChecked()));
      // A list stays as it is.
      default -> List.of(() -> { });
    };
  }

  private void tryOne(JsonNode field) {
    untried.remove(id(field));
    String before = input(field).inputValue();
    for (String wrong : wrong(field)) {
      enter(field, wrong);
      if (seenByTheForm(field, wrong)) {
        assertThat(error(field)).not().isEmpty();
        assertGerman(error(field).textContent());
        assertThat(button).isDisabled();
      } else {
        assertThat(button).isEnabled();
        button.click();
        Locator message = page.locator("[notifications-panel]")
            .getByText("„" + label(field) + "“").first();
        assertThat(message).isVisible();
        assertGerman(message.textContent());
      }
      assertThat(form).isVisible();
      assertThat(input(field)).hasValue(wrong);
    }
    enter(field, before);
  }

  private static List<String> wrong(JsonNode field) {
    String description = field.path("description").asText();
    if (DAY.matcher(description).find()) {
      return field.path("validate").has("pattern") ? List.of("31.02.2026", "übermorgen") : List.of("31.02.2026");
    }
    if (AMOUNT.matcher(description).find()) {
      return List.of("zwölf");
    }
    if (RATE.matcher(description).find()) {
      return List.of("neunzig");
    }
    return List.of(TIME.matcher(description).find() ? "25:00" : LONG);
  }

  /** What a required field takes that nothing is known for. */
  private static String fitting(JsonNode field) {
    String description = field.path("description").asText();
    return DAY.matcher(description).find() ? "01.03.2026" : AMOUNT.matcher(description).find() ? "100" : "Angabe";
  }

  private static boolean seenByTheForm(JsonNode field, String wrong) {
    JsonNode rules = field.path("validate");
    return rules.has("pattern") && !wrong.matches(rules.path("pattern").asText())
        || rules.has("maxLength") && wrong.length() > rules.path("maxLength").asInt();
  }

  private static void assertGerman(String sentence) {
    assertThat(GermanWords.unknown(sentence.replaceAll("x{9,}", ""))).as(sentence).isEmpty();
  }

  private void enter(JsonNode field, String text) {
    input(field).fill(text);
    // The form hears of it when the field is left.
    input(field).blur();
  }

  private void fillIn(JsonNode field) {
    switch (field.path("type").asText()) {
      case "radio" -> choices(field).first().check();
      case "checkbox" -> input(field).check();
      case "select" -> {
        element(field).locator(".fjs-input-group").click();
        element(field).locator(".fjs-dropdownlist-item").first().click();
      }
      default -> enter(field, fitting(field));
    }
  }

  private boolean isEmpty(JsonNode field) {
    return switch (field.path("type").asText()) {
      case "radio" -> choices(field).all().stream().noneMatch(Locator::isChecked);
      case "checkbox" -> !input(field).isChecked();
      case "select" -> element(field).locator(".fjs-select-cross").count() == 0;
      default -> input(field).inputValue().isEmpty();
    };
  }

  private boolean isVisible(JsonNode field) {
    return element(field).isVisible();
  }

  private Locator element(JsonNode field) {
    return form.locator(".fjs-form-field:has([id$='-" + id(field) + "'], [id*='-" + id(field) + "-'])").last();
  }

  private Locator input(JsonNode field) {
    return form.locator("[id$='-" + id(field) + "']:is(input, textarea)");
  }

  private Locator choices(JsonNode field) {
    return form.locator("input[id*='-" + id(field) + "-']");
  }

  private Locator error(JsonNode field) {
    return element(field).locator(".fjs-form-field-error");
  }

  private static String id(JsonNode field) {
    return field.path("id").asText();
  }

  private static boolean isText(JsonNode field) {
    return List.of("textfield", "textarea").contains(field.path("type").asText());
  }

  private static boolean isRequired(JsonNode field) {
    return field.path("validate").path("required").asBoolean();
  }

  /** The label as it stands on the screen; some have two, by case. */
  private String label(JsonNode field) {
    return element(field).locator("label").first().evaluate(
        "(label) => [...label.childNodes].find((node) => node.nodeType === Node.TEXT_NODE).data.trim()").toString();
  }
}
