package de.gremienlauf.reminder;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How each person wants to be told of tasks; whoever has said nothing gets the daily mail. */
@Service
public class MailPreferences {

  private final JdbcClient jdbc;

  MailPreferences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public MailMode of(String userId) {
    return jdbc.sql("select mail_mode from mail_preference where user_id = :user").param("user", userId)
        .query(String.class).optional().map(MailMode::valueOf).orElse(MailMode.DAILY);
  }

  /** What people have said; who has said nothing is not in it. */
  public Map<String, MailMode> all() {
    Map<String, MailMode> all = new HashMap<>();
    jdbc.sql("select user_id, mail_mode from mail_preference")
        .query(row -> {
          all.put(row.getString("user_id"), MailMode.valueOf(row.getString("mail_mode")));
        });
    return all;
  }

  @Transactional
  public void set(String userId, MailMode mode) {
    if (jdbc.sql("update mail_preference set mail_mode = :mode where user_id = :user").param("mode", mode.name())
        .param("user", userId).update() == 0) {
      jdbc.sql("insert into mail_preference (user_id, mail_mode) values (:user, :mode)").param("user", userId)
          .param("mode", mode.name()).update();
    }
  }
}
