package de.gremienlauf.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What the models of the product ask people. */
final class Models {

  private static final List<BpmnModelInstance> ALL = all();

  private Models() {
  }

  /** The ids of all user tasks. */
  static Stream<String> userTasks() {
    return ALL.stream().flatMap(model -> model.getModelElementsByType(UserTask.class).stream()).map(UserTask::getId);
  }

  /** The processes that people start with a form, by their keys. */
  static Stream<String> startedByPeople() {
    return ALL.stream().flatMap(model -> model.getModelElementsByType(StartEvent.class).stream())
        .filter(start -> start.getCamundaFormRef() != null)
        .map(start -> ((Process) start.getParentElement()).getId());
  }

  private static List<BpmnModelInstance> all() {
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted()
          .map(file -> Bpmn.readModelFromFile(file.toFile())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
