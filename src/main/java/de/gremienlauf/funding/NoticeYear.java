package de.gremienlauf.funding;

import java.math.BigDecimal;
import org.springframework.data.relational.core.mapping.Table;

/** What a notice grants, or takes back, for a budget year, in euro. */
@Table("notice_year")
record NoticeYear(int budgetYear, BigDecimal amount) {
}
