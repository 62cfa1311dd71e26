package de.gremienlauf.paper;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Working days until a task is due.
 *
 * @param draft for drafting a paper and its sequence
 * @param coSign for co-signing
 * @param sign for signing
 * @param clarification for what the office has to clear up in a run
 * @param answer for answering an inquiry
 */
@ConfigurationProperties("gremienlauf.periods")
record Periods(int draft, int coSign, int sign, int clarification, int answer) {
}
