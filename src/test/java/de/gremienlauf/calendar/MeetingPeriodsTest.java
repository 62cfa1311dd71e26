package de.gremienlauf.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.support.IntegrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class MeetingPeriodsTest {

  private static final BodyKind KALK = new BodyKind("Köln", "Bezirksvertretung 8 (Kalk)", "Bezirksvertretung");
  private static final Path TABLE = Path.of("processes/meeting/meeting-periods.dmn");

  @Autowired MeetingPeriods periods;
  @Autowired Objections objections;
  @Autowired RepositoryService models;

  /** Day of the meeting; last day for papers, for the invitation, for an urgent invitation; cut-off; statutory. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Köln       |Bezirksvertretung 8 (Kalk)|Bezirksvertretung|2020-01-14|2019-12-30|2020-01-02|2020-01-09|12:00|true
      KÖLN       |Rat                       |Parlament        |2020-01-14|2019-12-30|2020-01-06|2020-01-10|     |true
      Köln       |Integrationsrat           |Beirat           |2020-01-14|2019-12-30|2020-01-06|2020-01-10|     |true
      Köln       |Lenkungsgruppe            |Sonstiges        |2020-01-14|2020-01-07|2020-01-09|2020-01-13|     |false
      Wesel      |Rat                       |Parlament        |2020-01-14|2019-12-30|2020-01-05|2020-01-11|     |true
      Aachen     |Hauptausschuss            |Hauptausschuss   |2020-01-14|2019-12-30|2020-01-06|2020-01-10|     |true
      Aachen     |UAG Casemanagement        |Projektgremium   |2020-01-14|2020-01-07|2020-01-09|2020-01-13|     |false
      Aachen     |Oberbürgermeister         |                 |2020-01-14|2020-01-07|2020-01-09|2020-01-13|     |false
      Musterstadt|Stadtrat                  |Parlament        |2026-12-31|2026-12-16|2026-12-23|2026-12-27|     |true
      Musterstadt|Stadtrat                  |Parlament        |2027-01-01|2026-12-17|2026-12-23|2026-12-29|12:00|true
      """)
  void periodsOfBodies(String municipality, String name, String classification, LocalDate meeting,
      LocalDate submission, LocalDate invitation, LocalDate urgent, LocalTime cutoff, boolean statutory) {
    BodyPeriods found = periods.of(new BodyKind(municipality, name, classification), meeting);
    assertThat(found.submissionDeadline(meeting).date()).isEqualTo(submission);
    assertThat(found.latestInvitation(meeting, false).date()).isEqualTo(invitation);
    assertThat(found.latestInvitation(meeting, true).date()).isEqualTo(urgent);
    assertThat(found.cutoff()).isEqualTo(cutoff);
    assertThat(found.statutory()).isEqualTo(statutory);
  }

  @Test
  void whatIsComputedSaysWhy() {
    LocalDate meeting = LocalDate.of(2020, 1, 14);
    BodyPeriods found = periods.of(KALK, meeting);
    ExplainedDate deadline = found.submissionDeadline(meeting);
    assertThat(deadline.steps()).last()
        .isEqualTo("Vorlagen sind spätestens am Mo 30.12.2019 bis 12:00 Uhr abzugeben.");
    assertThat(deadline.ground()).isEqualTo(found.ground()).startsWith("§ 36 Abs. 5").contains("angenommen");
    assertThat(found.latestInvitation(meeting, true).steps()).hasSizeGreaterThan(1).last()
        .isEqualTo("Die Einladung ist wegen Dringlichkeit spätestens am Do 09.01.2020 abzusenden.");
  }

  /** The day before and the day after a rule's validity; the same body, the same table. */
  @Test
  void aRuleIsValidForItsDays() {
    BodyKind council = new BodyKind("Musterstadt", "Rat", "Parlament");
    assertThat(periods.of(council, LocalDate.of(2026, 12, 31)).ground()).contains("Fassung bis 31.12.2026");
    assertThat(periods.of(council, LocalDate.of(2027, 1, 1)).ground()).contains("Fassung ab 01.01.2027");
  }

  @Test
  void aChangedTableCountsAtOnce() throws IOException {
    LocalDate meeting = LocalDate.of(2020, 1, 14);
    String table = Files.readString(TABLE);
    withTable(table.replaceFirst("<text>10</text>", "<text>12</text>").replace("\"12:00\"", "\"09:30\""), () -> {
      BodyPeriods found = periods.of(KALK, meeting);
      assertThat(found.submissionDeadline(meeting).date()).isEqualTo(LocalDate.of(2019, 12, 24));
      assertThat(found.cutoff()).isEqualTo("09:30");
    });
    assertThat(periods.of(KALK, meeting).submissionDeadline(meeting).date()).isEqualTo(LocalDate.of(2019, 12, 30));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "WORKING_DAYS" | "WERKTAGE"  | invitationUnit
      "12:00"        | "mittags"   | cutoffTime
      <text>8</text> | <text>-1</text> | invitationDays
      """, quoteCharacter = '`')
  void aMistakeInTheTableIsNamed(String right, String wrong, String output) throws IOException {
    withTable(Files.readString(TABLE).replaceFirst(right, wrong), () ->
        assertThatThrownBy(() -> periods.of(KALK, LocalDate.of(2020, 1, 14)))
            .isInstanceOf(IllegalStateException.class).hasMessageContainingAll("meeting-periods", output));
  }

  private void withTable(String content, Runnable check) {
    String deployment = models.createDeployment().name("Geänderte Fristen")
        .addString("processes/meeting/meeting-periods.dmn", content).deploy().getId();
    try {
      check.run();
    } finally {
      models.deleteDeployment(deployment, true);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Parlament         | 2019-11-07 | 2019-11-11 | § 54 Abs. 1 GO NRW
      Hauptausschuss    | 2019-11-07 | 2019-11-11 | § 57 Abs. 4 GO NRW, Geschäftsordnung (angenommen)
      Ausschuss         | 2019-12-23 | 2019-12-27 | § 57 Abs. 4 GO NRW, Geschäftsordnung (angenommen)
      Bezirksvertretung | 2019-11-07 | 2019-11-22 | § 37 Abs. 6 GO NRW (angenommen)
      Projektgremium    | 2019-09-04 | 2019-09-04 | keine Widerspruchsfrist
                        | 2019-09-04 | 2019-09-04 | keine Widerspruchsfrist
      """)
  void aResolutionIsEnforceableAfterTheWindow(String classification, LocalDate resolved, LocalDate from,
      String ground) {
    ExplainedDate enforceable = objections.enforceableFrom(new BodyKind("Köln", "Gremium", classification), resolved);
    assertThat(enforceable.date()).isEqualTo(from);
    assertThat(enforceable.ground()).isEqualTo(ground);
    assertThat(enforceable.steps()).last().asString().startsWith("Vollziehbar ab ");
  }
}
