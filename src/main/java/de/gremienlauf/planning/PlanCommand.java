package de.gremienlauf.planning;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.jsr310.ser.LocalTimeSerializer;
import de.gremienlauf.calendar.WorkingDays;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.ConsoleCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The command {@code plan}: reads one request from a file and writes the plan as JSON, in UTF-8 whatever the platform.
 * It needs neither engine nor database.
 */
public final class PlanCommand implements ConsoleCommand {

  private static final int RUNS = 10_000;
  /** Always the same, so that the same file has the same answer. */
  private static final long SEED = 1;
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()
      .addSerializer(LocalTime.class, new LocalTimeSerializer(DateTimeFormatter.ofPattern("HH:mm"))))
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(SerializationFeature.INDENT_OUTPUT)
      .defaultPropertyInclusion(
          JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS)).build();

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public int run(List<String> arguments, PrintStream out) {
    if (arguments.size() != 1) {
      throw new BusinessException("Bitte rufen Sie den Befehl so auf: plan DATEI");
    }
    PlanFile file = PlanFile.read(content(arguments.get(0)), new WorkingDays());
    Plan plan = new Planner(file.workingDays()).plan(file.request());
    Forecast forecast = file.history() == null ? null
        : new Simulation(file.workingDays(), file.history()).forecast(file.request(), RUNS, SEED);
    out.writeBytes((json(new Answer(plan, forecast)) + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    boolean possible = plan.earliest() != null && !Boolean.FALSE.equals(plan.meetsDeadline());
    return possible ? OK : DIFFERENCES;
  }

  static String json(Answer answer) {
    try {
      return JSON.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is written: the plan with all its fields, and the forecast if one was wanted. */
  record Answer(@JsonUnwrapped Plan plan, Forecast forecast) {
  }

  private static String content(String file) {
    try {
      Path path = Path.of(file);
      if (!Files.isRegularFile(path)) {
        throw new BusinessException("Die Datei „" + file + "“ gibt es nicht.");
      }
      String content = Files.readString(path);
      return content.startsWith(BYTE_ORDER_MARK) ? content.substring(1) : content;
    } catch (IOException | InvalidPathException e) {
      throw new BusinessException("Die Datei „" + file + "“ lässt sich nicht als Text in UTF-8 lesen.");
    }
  }
}
