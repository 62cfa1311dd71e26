package de.gremienlauf.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class FormHandlerTest {

  @Autowired PaperWorld world;
  @Autowired Clerk clerk;
  @Autowired TaskService tasks;

  /** Who completes a task that another completed in that moment still finds the task, but no longer its fields. */
  @Test
  void aTaskWhoseFieldsAreGoneWasCompletedBySomebodyElse() {
    Task task = clerk.task(world.city().paper("Beschlussvorlage").process(), "Task_Draft");
    tasks.removeVariablesLocal(task.getId(), tasks.getVariablesLocal(task.getId()).keySet());
    assertThatThrownBy(() -> tasks.complete(task.getId(), Map.of("subject", "Bänke", "leadOffice", "Amt 50",
        "visibility", "public"))).isInstanceOf(OptimisticLockingException.class);
  }
}
