package de.gremienlauf.reminder;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which daily duties were done on which day, so that each is done once whoever begins it. */
@Component
public class DutyBook {

  private final JdbcClient jdbc;

  DutyBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Begins a duty in the caller's transaction; false if it was done on that day. Somebody else at it is waited for. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean begin(String duty, LocalDate day) {
    jdbc.sql("select id from task_mail_seen where id = 1 for update").query(Integer.class).single();
    if (jdbc.sql("select count(*) from daily_duty where duty = :duty and duty_day = :day").param("duty", duty)
        .param("day", day).query(Integer.class).single() > 0) {
      return false;
    }
    jdbc.sql("insert into daily_duty (duty, duty_day) values (:duty, :day)").param("duty", duty).param("day", day)
        .update();
    return true;
  }

  /** The last day before another on which a duty was done. */
  public Optional<LocalDate> before(String duty, LocalDate day) {
    return jdbc.sql("select max(duty_day) from daily_duty where duty = :duty and duty_day < :day").param("duty", duty)
        .param("day", day).query(Date.class).list().stream().filter(found -> found != null).findFirst()
        .map(Date::toLocalDate);
  }
}
