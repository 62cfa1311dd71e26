package de.gremienlauf.coverage;

import de.gremienlauf.support.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.stereotype.Component;

/**
 * Writes down which elements of the models the engine passes in tests that are counted, each once as
 * {@code process#element}, into {@code target/coverage/<database>-<JVM>.txt}. {@link ModelCoverageTest} reads them
 * afterwards.
 */
@Component
public class CoverageRecorder extends AbstractProcessEnginePlugin {

  static final Path FOLDER = Path.of("target", "coverage");

  private static final String FILE =
      TestDatabase.NAME + "-" + System.getProperty("gremienlauf.test.fork", "1") + ".txt";
  private static final Set<String> PASSED = ConcurrentHashMap.newKeySet();
  private static volatile boolean counting;

  /** Counts what the test class passes. Only for tests that drive processes as people do. */
  public static class Counted implements BeforeAllCallback, AfterAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
      counting = true;
    }

    @Override
    public void afterAll(ExtensionContext context) {
      counting = false;
    }
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    if (engine.getCustomPostBPMNParseListeners() == null) {
      engine.setCustomPostBPMNParseListeners(new ArrayList<>());
    }
    engine.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
      @Override
      public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        definitions.forEach(definition -> definition.getActivities()
            .forEach(activity -> listen(definition.getKey(), activity)));
      }
    });
  }

  private static void listen(String process, ActivityImpl activity) {
    activity.addListener(ExecutionListener.EVENTNAME_START, passing(process + "#" + activity.getId()));
    for (PvmTransition transition : activity.getOutgoingTransitions()) {
      ((TransitionImpl) transition).addExecutionListener(passing(process + "#" + transition.getId()));
    }
    for (PvmActivity inner : activity.getActivities()) {
      listen(process, (ActivityImpl) inner);
    }
  }

  private static ExecutionListener passing(String element) {
    return execution -> {
      if (counting && PASSED.add(element)) {
        write(element);
      }
    };
  }

  private static synchronized void write(String element) {
    try {
      Files.createDirectories(FOLDER);
      // What an earlier run of the tests passed does not count.
      Files.writeString(FOLDER.resolve(FILE), element + "\n", StandardOpenOption.CREATE,
          PASSED.size() == 1 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
