package de.gremienlauf.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The periods of the bodies before their meetings, by the decision table {@code meeting-periods} (§ 47 (2) GO NRW). */
@Component
public class MeetingPeriods {

  private static final String TABLE = "meeting-periods";

  private final BodyTables tables;
  private final PeriodCalculator calculator;

  MeetingPeriods(BodyTables tables, PeriodCalculator calculator) {
    this.tables = tables;
    this.calculator = calculator;
  }

  /** The periods of a body that are valid on the day of a meeting. */
  public BodyPeriods of(BodyKind body, LocalDate meetingDay) {
    BodyTables.Row row = tables.find(TABLE, body, meetingDay, Map.of())
        .orElseThrow(() -> new IllegalStateException("Decision table " + TABLE + " has no row for " + body));
    LocalTime cutoff = row.text("cutoffTime").isEmpty() ? null
        : row.value("cutoffTime", time -> LocalTime.parse((String) time));
    return new BodyPeriods(calculator,
        new BodyPeriods.Period(row.count("invitationDays"), unit(row, "invitationUnit")), row.count("urgentDays"),
        new BodyPeriods.Period(row.count("submissionDays"), unit(row, "submissionUnit")), cutoff,
        row.yes("statutory"), row.text("ground"));
  }

  private static PeriodUnit unit(BodyTables.Row row, String output) {
    return row.value(output, unit -> PeriodUnit.valueOf((String) unit));
  }
}
