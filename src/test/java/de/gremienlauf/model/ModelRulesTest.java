package de.gremienlauf.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ComplexGateway;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules that every model in {@code processes/} keeps, the same list by the same names as the linter's in
 * {@code .ci/models/bpmnlint-plugin-local}, and those that only hold across files: whatever a model refers to is there.
 */
class ModelRulesTest {

  private static final Logger LOG = LoggerFactory.getLogger(ModelRulesTest.class);
  private static final Path PROCESSES = Path.of("processes");
  private static final Path FORMS = Path.of("forms");
  private static final Path BROKEN = Path.of(".ci/models/test/broken.bpmn");
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final String LATEST = "latest";
  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
  private static final Pattern NAME_FIRST = Pattern.compile("\\s*!?([a-z]\\w*)");
  private static final Pattern DELEGATE_EXPRESSION = Pattern.compile("delegateExpression=\"([^\"]*)\"");
  private static final Pattern BEAN = Pattern.compile("\\$\\{[a-z]\\w*}");

  private static final Map<Class<? extends ModelElementInstance>, String> PREFIXES = prefixes();

  private static final Map<String, BiFunction<Path, BpmnModelInstance, List<String>>> RULES = rules();

  @Test
  void modelsAreThere() {
    assertThat(files(PROCESSES, ".bpmn")).as("BPMN files in %s", PROCESSES.toAbsolutePath()).isNotEmpty();
  }

  @TestFactory
  Stream<DynamicNode> everyRuleFindsItsFaultInABrokenModel() {
    BpmnModelInstance model = Bpmn.readModelFromFile(BROKEN.toFile());
    return RULES.entrySet().stream().map(rule -> dynamicTest(rule.getKey(),
        () -> assertThat(rule.getValue().apply(BROKEN, model)).isNotEmpty()));
  }

  @TestFactory
  Stream<DynamicNode> everyModelKeepsTheRules() {
    return files(PROCESSES, ".bpmn").stream().map(file -> {
      BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
      return dynamicContainer(file.toString(), RULES.entrySet().stream()
          .map(rule -> dynamicTest(rule.getKey(), () -> assertThat(rule.getValue().apply(file, model)).isEmpty())));
    });
  }

  private static Map<Class<? extends ModelElementInstance>, String> prefixes() {
    Map<Class<? extends ModelElementInstance>, String> prefixes = new LinkedHashMap<>();
    prefixes.put(StartEvent.class, "StartEvent");
    prefixes.put(EndEvent.class, "EndEvent");
    prefixes.put(BoundaryEvent.class, "BoundaryEvent");
    prefixes.put(Event.class, "Event");
    prefixes.put(CallActivity.class, "CallActivity");
    prefixes.put(SubProcess.class, "SubProcess");
    prefixes.put(Task.class, "Task");
    prefixes.put(Gateway.class, "Gateway");
    prefixes.put(SequenceFlow.class, "Flow");
    prefixes.put(Message.class, "Message");
    return prefixes;
  }

  private static Map<String, BiFunction<Path, BpmnModelInstance, List<String>>> rules() {
    Map<String, BiFunction<Path, BpmnModelInstance, List<String>>> rules = new LinkedHashMap<>();
    rules.put("user-task-form", (file, model) -> broken(model, UserTask.class,
        task -> isBlank(task.getCamundaFormRef()) || !LATEST.equals(task.getCamundaFormRefBinding())));
    rules.put("user-task-candidate-groups",
        (file, model) -> broken(model, UserTask.class, task -> isBlank(task.getCamundaCandidateGroups())));
    rules.put("user-task-due-date",
        (file, model) -> broken(model, UserTask.class, task -> !isBlank(task.getCamundaDueDate())));
    rules.put("user-task-documentation", (file, model) -> broken(model, UserTask.class,
        task -> task.getDocumentations().stream().allMatch(text -> isBlank(text.getTextContent()))));
    rules.put("delegate-expression", (file, model) -> Stream.of(ServiceTask.class, SendTask.class)
        .flatMap(type -> broken(model, type, ModelRulesTest::isImplementedOtherwise).stream()).toList());
    rules.put("no-code", (file, model) -> code(model));
    rules.put("id-prefix", (file, model) -> ids(model));
    rules.put("event-name", (file, model) -> broken(model, Event.class, event -> isBlank(event.getName())));
    rules.put("split-question", (file, model) -> splits(model));
    rules.put("process-attributes", (file, model) -> broken(model, Process.class, process ->
        isBlank(process.getCamundaHistoryTimeToLiveString()) || isBlank(process.getCamundaVersionTag())));
    rules.put("latest-binding", (file, model) -> bindings(model));
    rules.put("message-name", (file, model) -> messages(model));
    rules.put("file-name", (file, model) -> model.getModelElementsByType(Process.class).stream().map(Process::getId)
        .filter(id -> !file.getFileName().toString().equals(id + ".bpmn")).toList());
    rules.put("forms-exist", (file, model) -> missing(references(model, "formRef"), formIds()));
    rules.put("called-processes-exist", (file, model) -> missing(model.getModelElementsByType(CallActivity.class)
        .stream().map(CallActivity::getCalledElement).toList(), processIds()));
    rules.put("decisions-exist", (file, model) -> missing(references(model, "decisionRef"), decisionIds()));
    rules.put("expressions-name-beans", ModelRulesTest::expressions);
    return rules;
  }

  private static <T extends BaseElement> List<String> broken(BpmnModelInstance model, Class<T> type,
      Predicate<? super T> problem) {
    return model.getModelElementsByType(type).stream().filter(problem).map(BaseElement::getId).toList();
  }

  private static boolean isImplementedOtherwise(BaseElement task) {
    return isBlank(task.getAttributeValueNs(CAMUNDA, "delegateExpression"))
        || Stream.of("class", "expression", "type", "topic")
            .anyMatch(name -> task.getAttributeValueNs(CAMUNDA, name) != null);
  }

  private static List<String> code(BpmnModelInstance model) {
    List<String> problems = new ArrayList<>();
    problems.addAll(broken(model, ScriptTask.class, task -> true));
    model.getModelElementsByType(CamundaScript.class)
        .forEach(script -> problems.add("script in " + script.getParentElement().getDomElement().getLocalName()));
    model.getModelElementsByType(ConditionExpression.class).stream()
        .filter(condition -> condition.getLanguage() != null)
        .forEach(condition -> problems.add("script in " + condition.getParentElement().getAttributeValue("id")));
    domElements(model).filter(element -> element.hasAttribute(CAMUNDA, "class")
            || CAMUNDA.equals(element.getNamespaceURI()) && element.hasAttribute("class"))
        .forEach(element -> problems.add("class in " + element.getLocalName()));
    return problems;
  }

  private static List<String> ids(BpmnModelInstance model) {
    return Stream.concat(model.getModelElementsByType(FlowElement.class).stream(),
            model.getModelElementsByType(Message.class).stream())
        .filter(element -> PREFIXES.entrySet().stream().filter(entry -> entry.getKey().isInstance(element)).findFirst()
            .filter(entry -> !element.getId().matches(entry.getValue() + "_[A-Z]\\w*")).isPresent())
        .map(BaseElement::getId).toList();
  }

  private static List<String> splits(BpmnModelInstance model) {
    return model.getModelElementsByType(Gateway.class).stream()
        .filter(gateway -> gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway
            || gateway instanceof ComplexGateway)
        .filter(gateway -> gateway.getOutgoing().size() > 1)
        .filter(gateway -> isBlank(gateway.getName()) || !gateway.getName().strip().endsWith("?")
            || gateway.getOutgoing().stream().anyMatch(flow -> isBlank(flow.getName())))
        .map(BaseElement::getId).toList();
  }

  private static List<String> bindings(BpmnModelInstance model) {
    List<String> problems = new ArrayList<>();
    problems.addAll(broken(model, CallActivity.class, call -> isBlank(call.getCalledElement())
        || !isLatestOrAbsent(call.getCamundaCalledElementBinding())));
    problems.addAll(broken(model, BusinessRuleTask.class, task -> isBlank(task.getCamundaDecisionRef())
        || !isLatestOrAbsent(task.getCamundaDecisionRefBinding())));
    problems.addAll(broken(model, StartEvent.class, event -> event.getAttributeValueNs(CAMUNDA, "formRef") != null
        && !LATEST.equals(event.getAttributeValueNs(CAMUNDA, "formRefBinding"))));
    return problems;
  }

  /** The engine takes the latest where nothing is said, and Camunda Modeler then leaves the attribute out. */
  private static boolean isLatestOrAbsent(String binding) {
    return binding == null || LATEST.equals(binding);
  }

  private static List<String> messages(BpmnModelInstance model) {
    List<String> problems = new ArrayList<>();
    problems.addAll(broken(model, Message.class,
        message -> message.getName() == null || !message.getName().matches("[A-Z].*")));
    model.getModelElementsByType(MessageEventDefinition.class).stream()
        .filter(definition -> definition.getMessage() == null)
        .forEach(definition -> problems.add(definition.getParentElement().getAttributeValue("id")));
    problems.addAll(broken(model, ReceiveTask.class, task -> task.getMessage() == null));
    return problems;
  }

  /** What an expression begins with is a bean or a variable, so that the list in the log is the whole of it. */
  private static List<String> expressions(Path file, BpmnModelInstance model) {
    String text = Bpmn.convertToString(model);
    List<String> expressions = found(EXPRESSION, text);
    LOG.info("{}: expressions begin with {}", file, expressions.stream().map(NAME_FIRST::matcher)
        .filter(Matcher::lookingAt).map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new)));
    return Stream.concat(
        expressions.stream().filter(expression -> !NAME_FIRST.matcher(expression).lookingAt()),
        found(DELEGATE_EXPRESSION, text).stream().filter(expression -> !BEAN.matcher(expression).matches())).toList();
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(result -> result.group(1)).toList();
  }

  private static List<String> references(BpmnModelInstance model, String attribute) {
    return domElements(model).map(element -> element.getAttribute(CAMUNDA, attribute)).filter(text -> text != null)
        .toList();
  }

  private static Stream<DomElement> domElements(BpmnModelInstance model) {
    return withDescendants(model.getDocument().getRootElement());
  }

  private static Stream<DomElement> withDescendants(DomElement element) {
    return Stream.concat(Stream.of(element),
        element.getChildElements().stream().flatMap(ModelRulesTest::withDescendants));
  }

  private static List<String> missing(Collection<String> references, Set<String> known) {
    return references.stream().filter(reference -> !known.contains(reference)).distinct().toList();
  }

  private static Set<String> formIds() {
    return files(FORMS, ".form").stream().map(file -> nameOf(file, ".form")).collect(Collectors.toSet());
  }

  private static Set<String> processIds() {
    return files(PROCESSES, ".bpmn").stream().map(file -> nameOf(file, ".bpmn")).collect(Collectors.toSet());
  }

  private static Set<String> decisionIds() {
    return files(PROCESSES, ".dmn").stream()
        .flatMap(file -> Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class).stream())
        .map(Decision::getId).collect(Collectors.toSet());
  }

  private static String nameOf(Path file, String ending) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ending.length());
  }

  private static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
