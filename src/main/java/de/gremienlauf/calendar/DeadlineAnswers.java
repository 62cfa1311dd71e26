package de.gremienlauf.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers requests for deadlines: each has an answer, if only what is wrong with it. */
final class DeadlineAnswers {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PeriodCalculator calculator;

  DeadlineAnswers(PeriodCalculator calculator) {
    this.calculator = calculator;
  }

  /** The answer as one line of JSON. */
  String to(String line) {
    try {
      return json(compute(line));
    } catch (DeadlineFault e) {
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("field", e.field());
      error.put("message", e.getMessage());
      return json(Map.of("error", error));
    }
  }

  private Map<String, Object> compute(String line) {
    DeadlineRequest request = DeadlineRequest.parse(line);
    String typed = request.text("rule");
    DeadlineRule rule = DeadlineRule.find(typed).orElseThrow(() -> new DeadlineFault("rule", "Die Regel „"
        + DeadlineRequest.shortened(typed) + "“ gibt es nicht; es gibt "
        + Stream.of(DeadlineRule.values()).map(DeadlineRule::typed).collect(Collectors.joining(", ")) + "."));
    return rule.compute(calculator, request);
  }

  private static String json(Map<String, Object> fields) {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
