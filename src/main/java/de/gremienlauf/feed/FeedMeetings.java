package de.gremienlauf.feed;

import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.RecordRows;
import de.gremienlauf.meeting.MeetingState;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The meetings of a body, of a person or of a city, as calendars show them: nothing of what is on their agendas. */
@Component
class FeedMeetings {

  private static final String OF_BODY = "(m.organization_id = :about or :about = any(m.joint_bodies))";
  private static final String OF_PERSON = "(exists (select 1 from membership s join person q on q.id = s.person_id"
      + " where q.user_id = :about and (s.start_date is null or s.start_date <= m.meeting_day)"
      + " and (s.end_date is null or s.end_date >= m.meeting_day) and (s.organization_id = m.organization_id"
      + " or s.organization_id = any(m.joint_bodies)))"
      + " or exists (select 1 from consultation c join paper p on p.id = c.paper_id where c.meeting_id = m.id"
      + " and p.author = :about and c.state <> 'DROPPED'))";
  private static final String OF_CITY = "o.municipality = :about and o.organization_type = '" + Organization.BODY + "'";

  private final JdbcClient jdbc;

  FeedMeetings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A meeting.
   *
   * @param submissionUntil the end of the submission period; null if it is not known
   */
  record Row(Long id, int version, String name, String organization, LocalDate meetingDay, String startTime,
      String endTime, String location, MeetingState state, LocalDateTime submissionUntil) {
  }

  List<Row> ofBody(Long organizationId, LocalDate from, LocalDate to) {
    return read(OF_BODY, organizationId, from, to);
  }

  /** Where the person is a member, and where a paper of that person is dealt with. */
  List<Row> ofPerson(String userId, LocalDate from, LocalDate to) {
    return read(OF_PERSON, userId, from, to);
  }

  List<Row> ofCity(String municipality, LocalDate from, LocalDate to) {
    return read(OF_CITY, municipality, from, to);
  }

  private List<Row> read(String which, Object about, LocalDate from, LocalDate to) {
    return jdbc.sql("select m.id, m.version, m.name, o.name as organization, m.meeting_day, m.start_time, m.end_time,"
            + " m.location, m.state, m.submission_until from meeting m join organization o on o.id = m.organization_id"
            + " where m.meeting_day between :from and :to and " + which
            + " order by m.meeting_day, m.start_time nulls last, o.name, m.id")
        .param("from", from).param("to", to).param("about", about).query(RecordRows.of(Row.class)).list();
  }
}
