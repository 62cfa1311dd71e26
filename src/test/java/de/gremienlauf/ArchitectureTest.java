package de.gremienlauf;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import de.gremienlauf.engine.ProcessVariable;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the house, each with its reason. */
class ArchitectureTest {

  /** Spring writes classes while the application is packaged; it has a name for each that nobody else would give. */
  private static final ImportOption WRITTEN_BY_PEOPLE =
      location -> !location.contains("__") && !location.contains("$$SpringCGLIB$$");
  private static final JavaClasses PRODUCT = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
      .withImportOption(WRITTEN_BY_PEOPLE).importPackages("de.gremienlauf");
  private static final JavaClasses TESTS =
      new ClassFileImporter().withImportOption(new ImportOption.OnlyIncludeTests()).importPackages("de.gremienlauf");
  private static final int DELEGATE_LINES = 15;
  private static final Pattern ENGINE_TABLE = Pattern.compile("(?i)\\bACT_(RU|HI|RE|GE|ID)_[A-Z]");

  @Test
  void modulesUseOnlyWhatTheyDeclare() {
    ApplicationModules.of(GremienlaufApplication.class).verify();
  }

  @Test
  void theEngineStaysBehindItsModule() {
    noClasses().that(DescribedPredicate.not(resideInAnyPackage("de.gremienlauf.engine..", "de.gremienlauf..process..",
            "de.gremienlauf.workplace..", "de.gremienlauf.replay..")))
        .should().dependOnClassesThat().resideInAPackage("org.camunda..")
        .because("another engine is then a matter of a few packages; workplace is about the engine's own groups,"
            + " filters and web applications, replay drives and reads runs as the engine stores them")
        .check(PRODUCT);
  }

  @Test
  void theInsidesOfTheEngineAreForAFewClasses() {
    Set<String> allowed = Set.of("EngineConfiguration", "BusinessExceptionInterceptor", 
        "LeanHistoryLevel", "EngineClock", "Unrestricted", "DecisionTables", "DueDatesStandInTheTable",
        "FormFieldsService", "KnownDefinitions", "NewTasks", "FailedJobs",
        "AwaitedMessages", "LatestVersions", "EngineSessions", "EngineStatements");
    noClasses().that(new DescribedPredicate<JavaClass>("are none of " + allowed) {
      @Override
      public boolean test(JavaClass type) {
        JavaClass outer = type.getEnclosingClass().orElse(type);
        return !outer.getPackageName().equals("de.gremienlauf.engine") || !allowed.contains(outer.getSimpleName());
      }
    }).should().dependOnClassesThat(resideInAPackage("org.camunda.bpm.engine.impl..")
            .and(DescribedPredicate.not(type(Authentication.class))))
        .because("the engine promises nothing about its insides, and what uses them has to be checked with every"
            + " version; only Authentication is what its public service itself hands out")
        .check(PRODUCT);
  }

  @Test
  void nobodyReadsTheTablesOfTheEngine() throws IOException {
    List<String> found = new ArrayList<>();
    for (String folder : List.of("src/main/java", "src/main/resources/db")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (ENGINE_TABLE.matcher(Files.readString(file)).find()) {
            found.add(file.toString());
          }
        }
      }
    }
    assertThat(found).as("SQL on the engine's tables; they are its own and change with its version").isEmpty();
  }

  @Test
  void processVariablesAreIdsAndRoutingValues() {
    Set<String> others = new TreeSet<>();
    int declared = 0;
    for (JavaClass type : PRODUCT) {
      for (var field : type.getFields()) {
        if (!field.getRawType().isEquivalentTo(ProcessVariable.class)
            || !Modifier.isStatic(field.reflect().getModifiers())) {
          continue;
        }
        declared++;
        var of = ((ParameterizedType) field.reflect().getGenericType()).getActualTypeArguments()[0];
        if (!Set.of(Long.class, String.class, Boolean.class).contains(of)) {
          others.add(field.getFullName());
        }
      }
    }
    assertThat(declared).isPositive();
    assertThat(others).as("process variables that the engine would serialize; facts live in the domain's tables")
        .isEmpty();
  }

  @Test
  void nothingThatAProcessKnowsIsSerializable() {
    noClasses().that().resideInAPackage("de.gremienlauf..process..").should().implement(java.io.Serializable.class)
        .because("a serialized object in the engine's database can be read neither by people nor by the next version")
        .check(PRODUCT);
  }

  @Test
  void controllersLiveInWebPackages() {
    classes().that().areAnnotatedWith(RestController.class).or().areAnnotatedWith(Controller.class)
        .should().resideInAnyPackage("..web..", "..workplace..")
        .because("who is looking for a page or an address looks there; services know nothing of HTTP")
        .allowEmptyShould(true).check(PRODUCT);
    noClasses().that(DescribedPredicate.not(resideInAPackage("..web.."))).and().resideOutsideOfPackage("..workplace..")
        .should().dependOnClassesThat().resideInAnyPackage("org.springframework.web.bind..", "jakarta.servlet..")
        .because("only what answers requests knows them").check(PRODUCT);
  }

  @Test
  void noTestIsSwitchedOff() {
    noMethods().should().beAnnotatedWith(Disabled.class)
        .because("a test that does not run proves nothing; it is repaired or removed").check(TESTS);
    noClasses().should().beAnnotatedWith(Disabled.class)
        .because("a test that does not run proves nothing; it is repaired or removed").check(TESTS);
  }

  @Test
  void delegatesAreShort() {
    List<String> tooLong = new ArrayList<>();
    for (JavaClass type : PRODUCT) {
      if (type.isAssignableTo(JavaDelegate.class)) {
        type.getMethods().stream().filter(method -> method.getName().equals("execute"))
            .filter(method -> lines(method.getCallsFromSelf()) > DELEGATE_LINES)
            .forEach(method -> tooLong.add(method.getFullName()));
      }
    }
    assertThat(tooLong).as("delegates of more than %d lines; they read variables, call one service, write variables",
        DELEGATE_LINES).isEmpty();
  }

  private static int lines(Set<JavaCall<?>> calls) {
    var range = calls.stream().mapToInt(JavaCall::getLineNumber).summaryStatistics();
    return calls.isEmpty() ? 0 : range.getMax() - range.getMin() + 1;
  }

  @Test
  void modelTestsDriveProcessesAsPeopleDo() {
    noClasses().that().resideInAnyPackage("de.gremienlauf.paper..", "de.gremienlauf.coverage..")
        .should().callMethodWhere(new DescribedPredicate<JavaMethodCall>("the engine is steered past its models") {
          @Override
          public boolean test(JavaMethodCall call) {
            return steersTheEngine(call.getTargetOwner(), call.getName());
          }
        })
        .because("what the models do counts only if forms, services and due jobs made them do it").check(TESTS);
    noClasses().that().resideInAnyPackage("de.gremienlauf.paper..", "de.gremienlauf.coverage..")
        .should().dependOnClassesThat().resideInAPackage("org.camunda.bpm.engine.impl.jobexecutor..")
        .because("due jobs are run one by one, so that a test knows what has happened").check(TESTS);
  }

  private static boolean steersTheEngine(JavaClass owner, String method) {
    if (assignableTo(RuntimeService.class).test(owner)) {
      return method.startsWith("setVariable") || method.startsWith("removeVariable")
          || Set.of("createProcessInstanceModification", "createModification", "signal", "messageEventReceived",
              "deleteProcessInstance").contains(method);
    }
    if (assignableTo(TaskService.class).test(owner)) {
      return method.startsWith("setVariable") || method.startsWith("removeVariable");
    }
    if (assignableTo(ManagementService.class).test(owner)) {
      return !method.equals("executeJob") && !method.startsWith("create") && !method.startsWith("get");
    }
    return assignableTo(DecisionService.class).test(owner) && method.startsWith("evaluate");
  }
}
