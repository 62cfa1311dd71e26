package de.gremienlauf.replay;

import de.gremienlauf.council.Council;
import de.gremienlauf.engine.TaskDriver;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends what still runs of a case or story that failed, so that it cannot fail once more while another one is replayed.
 * What it has stored stays.
 */
@Component
class Leftovers {

  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

  private final JdbcClient jdbc;
  private final TaskDriver tasks;

  Leftovers(JdbcClient jdbc, TaskDriver tasks) {
    this.jdbc = jdbc;
    this.tasks = tasks;
  }

  /**
   * Ends the paper's run and, if the case had its municipality to itself, everything there.
   *
   * @param paperId null if there is no paper yet
   */
  void end(String municipality, Long paperId) {
    try {
      List<String> instances = jdbc.sql("""
          select process_instance_id from paper where id = :paper or municipality = :own
          union select m.process_instance_id from meeting m join organization o on o.id = m.organization_id
            where o.municipality = :own
          union select process_instance_id from funded_project where municipality = :own""")
          .param("paper", paperId).param("own", Council.isApart(municipality) ? municipality : null)
          .query(String.class).list();
      tasks.end(instances.stream().filter(instance -> instance != null).toList(), "Der Fall ist gescheitert.");
    } catch (RuntimeException e) {
      LOG.warn("What is left of {} could not be ended", municipality, e);
    }
  }
}
