package de.gremienlauf.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps a second click, or a page that is sent again, from beginning the same thing twice. */
@Component
public class SecondClick {

  private static final int SECONDS = 60;

  private final CurrentUser user;
  private final JdbcClient jdbc;
  private final Clock clock;

  SecondClick(CurrentUser user, JdbcClient jdbc, Clock clock) {
    this.user = user;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Refuses what the same person began in the same words less than a minute ago, or begins right now; what is refused
   * or rolled back later counts as never begun.
   *
   * @param thing how the sentence begins, e.g. "Diese Vorlage"
   */
  public void refuse(String thing, String... words) {
    if (user.id() == null) {
      return;
    }
    String fingerprint = fingerprint(user.id(), String.join("\n", words));
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    int renewed = jdbc.sql("update begun_thing set begun_at = ? where fingerprint = ? and (begun_at < ? or begun_at > ?)")
        .params(now, fingerprint, now.minusSeconds(SECONDS), now).update();
    if (renewed > 0) {
      return;
    }
    try {
      jdbc.sql("insert into begun_thing (fingerprint, begun_at) values (?, ?)").params(fingerprint, now).update();
    } catch (DuplicateKeyException e) {
      throw BusinessException.conflict(thing + " haben Sie gerade eben schon angelegt; Sie finden die Aufgabe dazu unter"
          + " „Aufgaben meiner Gruppen“.");
    }
  }

  private static String fingerprint(String person, String words) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
          .digest((person + "\n" + words).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
