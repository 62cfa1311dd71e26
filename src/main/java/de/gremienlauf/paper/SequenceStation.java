package de.gremienlauf.paper;

/**
 * An open station as it shall be.
 *
 * @param id of an existing consultation; null for a new one
 * @param rank stations of a lower rank are called first; equal ranks go side by side
 * @param meetingId the planned meeting; null if none is known yet
 */
public record SequenceStation(Long id, Long organizationId, ConsultationRole role, int rank, Long meetingId) {
}
