package de.gremienlauf.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * A proof of use as it was written.
 *
 * @param actuals what each line of the plan of financing came to, in euro, by the line's id
 * @param submittedOn null for today
 */
public record WrittenProof(String narrative, Map<Long, BigDecimal> actuals, LocalDate submittedOn) {
}
