package de.gremienlauf.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.ConsoleCommand;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(String input) {
    return new DeadlineCommand(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)))
        .run(List.of("--batch"), new PrintStream(out, true, StandardCharsets.ISO_8859_1));
  }

  private List<JsonNode> answers() throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
      answers.add(JSON.readTree(line));
    }
    return answers;
  }

  private JsonNode answer(String line) throws IOException {
    out.reset();
    int exitCode = run(line);
    List<JsonNode> answers = answers();
    assertThat(answers).hasSize(1);
    assertThat(exitCode).isEqualTo(ConsoleCommand.OK);
    return answers.get(0);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {"rule":"notification","posted":"2017-04-10"}                                              | 2017-04-13
      {"rule":"notification","posted":"2025-04-16","method":"electronic","instruction":false}    | 2025-04-20
      {"rule":"notification","posted":"2025-04-16","moveNotification":true}                      | 2025-04-22
      {"rule":"appeal","posted":"2017-04-10","method":"letter","instruction":true}               | 2017-05-15
      {"rule":"appeal","posted":"2017-04-10","moveEnd":false}                                    | 2017-05-13
      {"rule":"appeal","posted":"2017-04-10","instruction":false}                                | 2018-04-13
      {"rule":"appeal","posted":"2025-04-16","moveNotification":true,"method":null}              | 2025-05-22
      {"rule":"days","event":"2017-10-30","n":1}                                                 | 2017-11-02
      {"rule":"days","event":"2017-10-30","n":1,"moveEnd":false}                                 | 2017-10-31
      {"rule":"days","event":"2019-12-23","n":1,"closedDays":["2019-12-24"]}                     | 2019-12-27
      {"rule":"months","event":"2020-01-31","n":1}                                               | 2020-03-02
      {"rule":"end-of-month-after","event":"2019-02-28","n":6}                                   | 2019-09-02
      {"rule":"working-days-before","date":"2020-01-14","n":10}                                  | 2019-12-30
      {"rule":"working-days-before","date":"2020-01-14","n":10,"closedDays":["2019-12-31"]}      | 2019-12-27
      {"rule":"full-days-before","date":"2020-01-14","n":8}                                      | 2020-01-05
      {"rule":"full-days-before","date":"2020-01-14","n":8,"moveEnd":true}                       | 2020-01-03
      {"rule":"calendar-days-before","date":"2020-01-14","n":2}                                  | 2020-01-12
      {"rule":"next-working-day","date":"2017-10-31"}                                            | 2017-11-02
      {"rule":"next-working-day","date":"2017-11-02"}                                            | 2017-11-02
      {"rule":"days","event":"2020-01-01","n":100000}                                            | 2293-10-16
      """)
  void ruleAndDate(String request, String date) throws IOException {
    JsonNode answer = answer(request);
    assertThat(answer.path("date").asText()).as(answer.toString()).isEqualTo(date);
    assertThat(answer.path("steps")).isNotEmpty();
    assertThat(answer.path("ground").asText()).startsWith("§ ");
  }

  @Test
  void anAppealTellsItsThreeDays() throws IOException {
    JsonNode answer = answer("{\"rule\":\"appeal\",\"posted\":\"2017-04-10\"}");
    assertThat(answer.path("deemedNotified").asText()).isEqualTo("2017-04-13");
    assertThat(answer.path("date").asText()).isEqualTo("2017-05-15");
    assertThat(answer.path("final").asText()).isEqualTo("2017-05-16");
    assertThat(answer("{\"rule\":\"notification\",\"posted\":\"2017-04-10\"}").fieldNames()).toIterable()
        .containsExactly("date", "steps", "ground");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {"rule":"weeks","event":"2020-01-01","n":1}                                  | rule
      {"rule":5}                                                                   | rule
      {"event":"2020-01-01","n":1}                                                 | rule
      {}                                                                           | rule
      []                                                                           | rule
      null                                                                         | rule
      {"rule":"days"                                                               | rule
      {"rule":"days"} {}                                                           | rule
      {"rule":"days","event":"2020-01-01","n":1,"n":2}                             | rule
      Guten Tag                                                                    | rule
      {"rule":"days","event":"2020-01-01"}                                         | n
      {"rule":"days","event":"2020-01-01","n":0}                                   | n
      {"rule":"days","event":"2020-01-01","n":-3}                                  | n
      {"rule":"days","event":"2020-01-01","n":1.5}                                 | n
      {"rule":"days","event":"2020-01-01","n":1.0}                                 | n
      {"rule":"days","event":"2020-01-01","n":"1"}                                 | n
      {"rule":"days","event":"2020-01-01","n":true}                                | n
      {"rule":"days","event":"2020-01-01","n":null}                                | n
      {"rule":"days","event":"2020-01-01","n":100001}                              | n
      {"rule":"months","event":"2020-01-01","n":99999999999999999999}              | n
      {"rule":"months","event":"2020-01-01","n":1e400}                             | n
      {"rule":"months","event":"2020-01-01","n":100000}                            | n
      {"rule":"end-of-month-after","event":"9999-12-01","n":1}                     | n
      {"rule":"working-days-before","date":"0001-01-08","n":100000}                | n
      {"rule":"full-days-before","date":"0001-01-02","n":1}                        | n
      {"rule":"notification","posted":"9999-12-30"}                                | posted
      {"rule":"appeal","posted":"9999-12-01"}                                      | posted
      {"rule":"next-working-day","date":"9999-12-32"}                              | date
      {"rule":"days","event":"2019-02-30","n":1}                                   | event
      {"rule":"days","event":"30.01.2019","n":1}                                   | event
      {"rule":"days","event":"2019-1-5","n":1}                                     | event
      {"rule":"days","event":"20190105","n":1}                                     | event
      {"rule":"days","event":"2019-01-05T00:00","n":1}                             | event
      {"rule":"days","event":" 2019-01-05","n":1}                                  | event
      {"rule":"days","event":"+12019-01-05","n":1}                                 | event
      {"rule":"days","event":"0000-01-05","n":1}                                   | event
      {"rule":"days","event":"٢٠١٩-01-05","n":1}                                   | event
      {"rule":"days","event":20190105,"n":1}                                       | event
      {"rule":"days","n":1}                                                        | event
      {"rule":"days","date":"2019-01-05","n":1}                                    | date
      {"rule":"days","event":"2019-01-05","n":1,"N":2}                             | N
      {"rule":"next-working-day","date":"2019-01-05","n":1}                        | n
      {"rule":"notification","posted":"2019-01-05","method":"pigeon"}              | method
      {"rule":"notification","posted":"2019-01-05","method":1}                     | method
      {"rule":"notification","posted":"2019-01-05","instruction":"no"}             | instruction
      {"rule":"appeal","posted":"2019-01-05","instruction":0}                      | instruction
      {"rule":"appeal","posted":"2019-01-05","moveEnd":"true"}                     | moveEnd
      {"rule":"appeal","posted":"2019-01-05","moveNotification":1}                 | moveNotification
      {"rule":"days","event":"2019-01-05","n":1,"closedDays":"2019-01-07"}         | closedDays
      {"rule":"days","event":"2019-01-05","n":1,"closedDays":["7.1.2019"]}         | closedDays
      {"rule":"days","event":"2019-01-05","n":1,"closedDays":[null]}               | closedDays
      """)
  void whatIsWrongIsNamed(String request, String field) throws IOException {
    JsonNode answer = answer(request);
    assertThat(answer.path("error").path("field").asText()).as(answer.toString()).isEqualTo(field);
    assertThat(answer.path("error").path("message").asText()).endsWith(".");
    assertThat(answer).hasSize(1);
  }

  @Test
  void everyLineHasItsAnswer() throws IOException {
    String good = "{\"rule\":\"next-working-day\",\"date\":\"2017-10-31\"}";
    assertThat(run("\uFEFF" + good + "\r\n\n" + good + "\n   \n" + good)).isEqualTo(ConsoleCommand.OK);
    assertThat(answers()).extracting(answer -> answer.path("error").path("field").asText("-"))
        .containsExactly("-", "rule", "-", "rule", "-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"rule\":\"next-working-day\",\"date\":\"2017-10-31\"}\n"})
  void nothingWrongIsZero(String input) {
    assertThat(run(input)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(input.isEmpty() ? 0 : 1);
  }

  @Test
  void strangeTextIsAnsweredInOneLine() throws IOException {
    JsonNode answer = answer("{\"rule\":\"\\ud800\\n" + "x".repeat(100_000) + "\"}");
    assertThat(answer.path("error").path("message").asText()).hasSizeLessThan(300);
    assertThat(answer("[".repeat(100_000)).path("error").path("field").asText()).isEqualTo("rule");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--batch --batch", "batch", "--batch datei"})
  void otherArgumentsAreRefused(String typed) {
    DeadlineCommand command = new DeadlineCommand(InputStream.nullInputStream());
    List<String> arguments = typed.isEmpty() ? List.of() : List.of(typed.split(" "));
    assertThatThrownBy(() -> command.run(arguments, System.out)).isInstanceOf(BusinessException.class)
        .hasMessageContaining("deadline --batch");
  }

  @Test
  void tenThousandLinesTakeSeconds() {
    List<String> requests = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      LocalDate day = LocalDate.of(2000, 1, 1).plusDays(17L * i);
      int n = i + 1;
      List.of("notification", "appeal").forEach(rule ->
          requests.add("{\"rule\":\"" + rule + "\",\"posted\":\"" + day + "\"}"));
      List.of("days", "months", "end-of-month-after").forEach(rule ->
          requests.add("{\"rule\":\"" + rule + "\",\"event\":\"" + day + "\",\"n\":" + n + "}"));
      List.of("working-days-before", "full-days-before", "calendar-days-before").forEach(rule ->
          requests.add("{\"rule\":\"" + rule + "\",\"date\":\"" + day + "\",\"n\":" + n + "}"));
      requests.add("{\"rule\":\"next-working-day\",\"date\":\"" + day + "\"}");
      requests.add("{\"rule\":\"next-working-day\",\"date\":\"" + day + "\",\"closedDays\":[\"" + day + "\"]}");
    }
    long start = System.nanoTime();
    assertThat(run(String.join("\n", requests))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(10_000);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }
}
