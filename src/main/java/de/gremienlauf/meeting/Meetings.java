package de.gremienlauf.meeting;

import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.BusinessException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The meeting calendars of the bodies. */
@Service
@Transactional
public class Meetings {

  private final MeetingRepository meetings;

  Meetings(MeetingRepository meetings) {
    this.meetings = meetings;
  }

  public Meeting get(Long id) {
    return meetings.findById(id).orElseThrow(() -> BusinessException.unknown("Diese Sitzung gibt es nicht (mehr)."));
  }

  /** The body's first meeting after a day, that day excluded. */
  public Optional<Meeting> nextAfter(Long organizationId, LocalDate day) {
    return meetings.findFirstByOrganizationIdAndDayAfterAndCancelledFalseOrderByDay(organizationId, day);
  }

  /** The body's meetings after a day, in order. */
  public List<Meeting> after(Long organizationId, LocalDate day) {
    return meetings.findByOrganizationIdAndDayAfterAndCancelledFalseOrderByDay(organizationId, day);
  }

  public Optional<Meeting> on(Long organizationId, LocalDate day) {
    return meetings.findFirstByOrganizationIdAndDayAndCancelledFalse(organizationId, day);
  }

  /** The body's meeting on a day, added to its calendar if there is none. */
  public Meeting ensure(Organization organization, LocalDate day, String startTime) {
    return on(organization.id(), day).orElseGet(() -> meetings.save(
        new Meeting(null, organization.id(), "Sitzung " + organization.name(), day, startTime, null, false)));
  }
}
