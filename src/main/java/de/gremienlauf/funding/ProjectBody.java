package de.gremienlauf.funding;

import org.springframework.data.annotation.Id;

/** That a body of the council's directory serves a project; one body may serve several. */
record ProjectBody(@Id Long id, Long projectId, Long organizationId) {
}
