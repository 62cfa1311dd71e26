package de.gremienlauf.council;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * A body of the council, an office of the administration or a body of a project (OParl: Organization).
 *
 * @param municipality the municipality that it belongs to (OParl: Body)
 * @param organizationType {@link #BODY}, {@link #OFFICE} or {@link #PROJECT_BODY}
 * @param classification what kind of body, e.g. Parlament, Ausschuss, Beirat, Projektgremium; null for offices
 * @param authorityLevel the higher decides over the lower; 100 is the council itself
 * @param statutoryMembers seats by statute; null if unknown
 * @param candidateGroup the engine group that works for an office; null if none does
 * @param successorId the organization that took over after {@code endDate}; null if none
 * @param mailAddress where it receives mail; null if unknown
 */
public record Organization(@Id Long id, String municipality, String name, String organizationType,
    String classification, int authorityLevel, Integer statutoryMembers, String candidateGroup, LocalDate startDate,
    LocalDate endDate, Long successorId, String mailAddress) {

  public static final String BODY = "Gremium";
  public static final String OFFICE = "Verwaltungsbereich";
  /** A body of a project: meets like the others, but no statute says how (OParl: Sonstiges). */
  public static final String PROJECT_BODY = "Sonstiges";

  /** Whether it is a body of a project, for which neither quorum nor invitation is laid down by law. */
  public boolean projectBody() {
    return PROJECT_BODY.equals(organizationType);
  }

  /** Whether it exists on a day. */
  public boolean validOn(LocalDate day) {
    return (startDate == null || !day.isBefore(startDate)) && (endDate == null || !day.isAfter(endDate));
  }
}
