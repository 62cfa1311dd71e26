package de.gremienlauf.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.gremienlauf.durability.ClerksOffice.Acknowledged;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What is there when the clerks have gone home. */
final class Aftermath {

  private final Application node;
  private final Postgres postgres;

  Aftermath(Application node, Postgres postgres) {
    this.node = node;
    this.postgres = postgres;
  }

  /** Waits until no job is left that could run now. */
  void awaitQuiet() throws Exception {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (count("/job/count?messages=true&withRetriesLeft=true") > 0
        || count("/process-instance/count?processDefinitionKey=mail-delivery") > 0) {
      assertThat(System.nanoTime()).as("jobs left: %s", node.get("/job?messages=true")).isLessThan(deadline);
      Thread.sleep(500);
    }
  }

  /** Every completion is there once, every paper has its own number, and nothing has failed for good. */
  void verify(ClerksOffice office, int runs) throws Exception {
    assertThat(office.signed()).hasSize(runs);
    for (Acknowledged done : office.acknowledged()) {
      JsonNode history = node.get("/history/task?taskId=" + done.taskId());
      assertThat(history).as("history of %s", done).hasSize(1);
      assertThat(history.get(0).get("endTime").isNull()).as("end of %s", done).isFalse();
    }
    assertThat(count("/incident/count")).as("incidents: %s", node.get("/incident")).isZero();
    for (String instance : office.signed()) {
      for (String key : List.of("Task_Draft", "Task_ConfirmSequence", "Task_Sign")) {
        assertThat(count("/history/task/count?processInstanceId=" + instance + "&taskDefinitionKey=" + key)).isEqualTo(1);
      }
    }
    assertThat(column("select reference from paper where reference is not null")).doesNotHaveDuplicates();
    assertThat(column("select process_instance_id from paper where released_on is null and name like 'Vorlage %'"))
        .as("signed papers are released").isEmpty();
    assertThat(column("select p.id || ': ' || count(e.id) from paper p join paper_event e on e.paper_id = p.id"
        + " and e.description = 'Entwurf gespeichert.' group by p.id having count(e.id) <> 1"))
        .as("drafts saved other than once").isEmpty();
  }

  static String messageId(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private int count(String path) throws Exception {
    return node.get(path).get("count").asInt();
  }

  private List<String> column(String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(postgres.url(), postgres.user(), "");
        Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
