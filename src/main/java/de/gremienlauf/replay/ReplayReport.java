package de.gremienlauf.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/** What a replay read back of one case. Absent values are null. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReplayReport(String id, String status, int interventions, PaperLine paper,
    List<ConsultationLine> consultations, List<Warning> warnings, List<Deviation> deviations) implements Replayed {

  @Override
  public String summary() {
    return interventions == 1 ? "1 Eingriff" : interventions + " Eingriffe";
  }

  /** The paper as it stands in the database. */
  record PaperLine(String reference, String type, String state) {
  }

  /** One consultation as engine and tables tell it. */
  record ConsultationLine(int order, String organization, LocalDate date, boolean dateAssigned, String role,
      String result, String effect, Boolean runEnds, VoteLine vote, String processInstanceId, String taskId) {
  }

  /** A vote; counts only as printed. */
  record VoteLine(String outcome, Boolean unanimous, Integer yes, Integer no, Integer abstentions,
      List<String> against, List<String> abstaining) {
  }

  /** Something a reader of the report should know. */
  record Warning(String code, String message) {
  }

  /** Where the run that was read back differs from the record; order 0 stands for the paper itself. */
  record Deviation(int order, String field, String expected, String actual) {
  }
}
