package de.gremienlauf.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every flow node and every sequence flow of every model is passed by the tests, on each database they ran on. Runs in
 * an execution of its own after the others; only tests with {@link CoverageRecorder.Counted} count.
 */
class ModelCoverageTest {

  private static final Set<String> DATABASES =
      Set.of(System.getProperty("gremienlauf.test.databases", "h2").split(","));

  @TestFactory
  Stream<DynamicTest> everyElementOfEveryModelIsPassed() throws IOException {
    Map<String, List<Path>> databases = files(CoverageRecorder.FOLDER, ".txt").stream()
        .collect(Collectors.groupingBy(ModelCoverageTest::database, TreeMap::new, Collectors.toList()));
    // What another build has left of a database that this one does not test says nothing.
    databases.keySet().retainAll(DATABASES);
    assertThat(databases.keySet()).as("databases that tests ran on; run all tests, not this one alone")
        .isEqualTo(DATABASES);
    Set<String> elements = new TreeSet<>();
    for (Path model : files(Path.of("processes"), ".bpmn")) {
      elements.addAll(elements(model));
    }
    assertThat(elements).isNotEmpty();
    return databases.entrySet().stream()
        .map(database -> dynamicTest(database.getKey(), () -> check(database.getKey(), database.getValue(), elements)));
  }

  private static void check(String database, List<Path> passedInEachJvm, Set<String> elements) throws IOException {
    Set<String> missed = new TreeSet<>(elements);
    for (Path passed : passedInEachJvm) {
      missed.removeAll(Set.copyOf(Files.readAllLines(passed)));
    }
    int passed = elements.size() - missed.size();
    System.out.printf("Model coverage on %s: %d of %d flow nodes and sequence flows, %.1f %%%n", database,
        passed, elements.size(), 100.0 * passed / elements.size());
    assertThat(missed).as("elements of the models that no counted test passed on %s", database).isEmpty();
  }

  private static List<String> elements(Path file) {
    BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
    return model.getModelElementsByType(FlowElement.class).stream()
        .filter(element -> element instanceof FlowNode || element instanceof SequenceFlow flow && isTaken(flow))
        .map(element -> process(element).getId() + "#" + element.getId())
        .toList();
  }

  /** The engine listens at the event behind an event-based gateway, without taking the flow to it: the event counts. */
  private static boolean isTaken(SequenceFlow flow) {
    return !(flow.getSource() instanceof EventBasedGateway);
  }

  private static Process process(FlowElement element) {
    var parent = element.getParentElement();
    while (!(parent instanceof Process process)) {
      parent = parent.getParentElement();
    }
    return process;
  }

  private static String database(Path passed) {
    return passed.getFileName().toString().replaceFirst("-.*", "");
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
