package de.gremienlauf.funding;

import java.time.LocalDate;

/**
 * A progress report to plan.
 *
 * @param title e.g. Sachstandsbericht 2018
 * @param basisNote which notice or resolution, e.g. Nr. 5 der Nebenbestimmungen; null if not said
 * @param dueOn null if it is due at the end of the approval period, with which it then moves
 */
public record NewReport(String title, ReportBasis basis, String basisNote, LocalDate dueOn) {
}
