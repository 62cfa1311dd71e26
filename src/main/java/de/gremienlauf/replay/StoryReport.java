package de.gremienlauf.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/**
 * What the replay of a project's story read back. Absent values are null.
 *
 * @param invented whether the story is made up
 * @param projects the project and those that follow it
 * @param facts what the story says has to be found, and where it was
 * @param findings the questions that the application asked
 * @param periods the days that it computed, each explained
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record StoryReport(String id, String status, boolean invented, List<ProjectLine> projects, List<FactLine> facts,
    List<FindingLine> findings, List<PeriodLine> periods, List<ReplayReport.Warning> warnings,
    List<DeviationLine> deviations) implements Replayed {

  @Override
  public String summary() {
    return facts.stream().filter(FactLine::found).count() + " von " + facts.size() + " Tatsachen gefunden";
  }

  /** A project as it stands in the database. */
  record ProjectLine(String key, String number, String name, String state, LocalDate endedOn) {
  }

  /**
   * A fact.
   *
   * @param found whether the database holds it
   * @param where tables with ids, tasks, activities or pages of documents that show it
   * @param read what they say
   * @param assumed whether the source does not state all of it
   * @param assumption what it does not state
   * @param missing what was not found, and what stands there instead
   */
  record FactLine(int n, String text, boolean found, String where, String read, boolean assumed, String assumption,
      String missing) {
  }

  /** A question that the application asked. */
  record FindingLine(Long id, String project, String code, String question, String detail, LocalDate raisedOn,
      String answer) {
  }

  /** A computed day with its explanation. */
  record PeriodLine(String project, String period, LocalDate date, List<String> steps, String ground, String where) {
  }

  /** Where what was read back differs from the story; the place is a JSON pointer. */
  record DeviationLine(String place, String field, String expected, String actual) {
  }
}
