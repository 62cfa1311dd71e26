package de.gremienlauf.council;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is the superior of an office of the administration, and from when to when. */
@Service
public class Superiors {

  private static final String VALID = " and (s.start_date is null or s.start_date <= :day)"
      + " and (s.end_date is null or s.end_date >= :day)";

  private final JdbcClient jdbc;

  Superiors(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The logins of the superiors of all offices for which one of these groups works. */
  public List<String> ofGroups(Collection<String> groups, LocalDate day) {
    return groups.isEmpty() ? List.of() : jdbc.sql("select distinct s.user_id from office_superior s"
            + " join organization o on o.id = s.organization_id where o.candidate_group in (:groups)" + VALID
            + " order by s.user_id")
        .param("groups", groups).param("day", day).query(String.class).list();
  }

  /**
   * Makes somebody the superior of an office.
   *
   * @param start the first day; null for always
   * @param end the last day; null for ever
   * @return false if that is known already
   */
  @Transactional
  public boolean add(Organization office, String userId, LocalDate start, LocalDate end) {
    List<LocalDate> known = jdbc.sql("select coalesce(start_date, date '0001-01-01') from office_superior"
            + " where organization_id = :office and user_id = :user")
        .param("office", office.id()).param("user", userId).query(LocalDate.class).list();
    if (known.contains(start == null ? LocalDate.of(1, 1, 1) : start)) {
      return false;
    }
    jdbc.sql("insert into office_superior (organization_id, user_id, start_date, end_date)"
            + " values (:office, :user, :start, :end)")
        .param("office", office.id()).param("user", userId).param("start", start).param("end", end).update();
    return true;
  }
}
