package de.gremienlauf.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It says what the engine's own FEEL says, of every cell of every table and of what no table should contain. */
class PreparedFeelEngineTest {

  private static final String INPUT = "cellInput";
  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

  private final FeelEngine prepared = new PreparedFeelEngine();
  private final FeelEngine original = new ScalaFeelEngine(null);

  static Stream<Path> tables() throws IOException {
    return Files.walk(Path.of("processes")).filter(file -> file.toString().endsWith(".dmn")).sorted();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyCellMeansTheSame(Path table) {
    DmnModelInstance model = Dmn.readModelFromFile(table.toFile());
    Set<String> tests = texts(model.getModelElementsByType(InputEntry.class), InputEntry::getText);
    Set<String> expressions = texts(model.getModelElementsByType(OutputEntry.class), OutputEntry::getText);
    Set<String> inputs = texts(model.getModelElementsByType(InputExpression.class), InputExpression::getText);
    expressions.addAll(inputs);
    assertThat(tests).isNotEmpty();
    assertThat(expressions).isNotEmpty();
    for (Object value : values(tests)) {
      VariableContext context = Variables.createVariables().putValue(INPUT, value).asVariableContext();
      for (String test : tests) {
        assertThat(outcome(() -> prepared.evaluateSimpleUnaryTests(test, INPUT, context))).as("%s of %s", test, value)
            .isEqualTo(outcome(() -> original.evaluateSimpleUnaryTests(test, INPUT, context)));
      }
      var variables = Variables.createVariables();
      inputs.forEach(name -> variables.putValue(name, value));
      for (String expression : expressions) {
        assertThat(outcome(() -> prepared.evaluateSimpleExpression(expression, variables.asVariableContext())))
            .as("%s with %s", expression, value)
            .isEqualTo(outcome(() -> original.evaluateSimpleExpression(expression, variables.asVariableContext())));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "1 +", "1 + \"a\"", "date(\"2026-13-40\")", "upper case(unknown)",
      "nosuch function(1)", "assert(null)", "if unknown then 1 else 2", "sum([1, 2, x])", "contains(text, \"ß\")",
      "1 / 0", "2 ** 99999999999", "decimal(1, 99999999999)", "matches(text, \"[\")", "substring(text, 99999999999)",
      "function(x) external { java: { class: \"java.lang.Math\", method signature: \"abs(int)\" } }",
      "{ f: function(x) external { java: { class: \"java.lang.Math\", method signature: \"abs(int)\" } }, g: f(1) }.g"})
  void whatIsWrongIsRefusedInTheSameWords(String expression) {
    VariableContext context = Variables.createVariables().putValue("x", 3).putValue("text", "Straße")
        .putValue(INPUT, 3).asVariableContext();
    assertThat(outcome(() -> prepared.evaluateSimpleExpression(expression, context)))
        .isEqualTo(outcome(() -> original.evaluateSimpleExpression(expression, context)));
    assertThat(outcome(() -> prepared.evaluateSimpleUnaryTests(expression, INPUT, context)))
        .isEqualTo(outcome(() -> original.evaluateSimpleUnaryTests(expression, INPUT, context)));
  }

  @Test
  void tablesCannotCallJava() {
    String call = "{ f: function(x) external { java: { class: \"java.lang.Math\", method signature: \"abs(int)\" } },"
        + " g: f(-1) }.g";
    assertThat(outcome(() -> prepared.evaluateSimpleExpression(call, Variables.createVariables().asVariableContext())))
        .asString().contains("External functions are disabled");
  }

  private static <E> Set<String> texts(Collection<E> elements, Function<E, Text> text) {
    Set<String> texts = new LinkedHashSet<>();
    elements.forEach(element -> texts.add(text.apply(element).getTextContent()));
    texts.remove("");
    return texts;
  }

  /** What tables are asked about: each text that stands in this one, and values that fit nowhere. */
  private static List<Object> values(Set<String> tests) {
    Set<Object> values = new LinkedHashSet<>();
    tests.forEach(test -> TEXT.matcher(test).results().forEach(found -> values.add(found.group(1))));
    List<Object> all = new ArrayList<>(values);
    all.addAll(List.of("", "Straße", 0, 3, 14.5, true, false, LocalDate.of(2026, 3, 31), List.of("a")));
    all.add(null);
    return all;
  }

  private static Object outcome(Callable<Object> evaluation) {
    try {
      return evaluation.call();
    } catch (FeelException e) {
      return e.getMessage();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
