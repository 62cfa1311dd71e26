package de.gremienlauf.funding;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Working days until a task about a funded project is due.
 *
 * @param finding for answering a question
 * @param paper for saying which paper a resolution or report gets
 * @param application for filing an application
 * @param notice for recording what the authority has decided
 * @param signatures for recording who signed a cooperation agreement
 * @param archive for closing the file after the retention period
 * @param audit for asking what became of a proof of use
 */
@ConfigurationProperties("gremienlauf.funding")
public record FundingDues(int finding, int paper, int application, int notice, int signatures, int archive,
    int audit) {
}
