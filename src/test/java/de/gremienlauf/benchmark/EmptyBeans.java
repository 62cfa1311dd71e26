package de.gremienlauf.benchmark;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.aopalliance.intercept.MethodInterceptor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.target.EmptyTargetSource;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Stands for the beans that the models name, and does nothing: a delegate or form handler only sets the variables on
 * which the flow depends, and a bean that is asked answers what it is told to.
 */
final class EmptyBeans extends AbstractMap<Object, Object> {

  private final ApplicationContext application;
  private final Map<Object, Object> beans = new HashMap<>();

  EmptyBeans(ApplicationContext application) {
    this.application = application;
  }

  /** A delegate or form handler that sets variables; of a task, when it is completed. */
  void does(String name, BiConsumer<String, VariableScope> action) {
    beans.put(name, new Empty(action));
  }

  /** A bean of the application whose methods answer by their name and first argument. */
  void answers(String name, Answers answers) {
    ProxyFactory bean = new ProxyFactory();
    bean.setTargetSource(EmptyTargetSource.forClass(ClassUtils.getUserClass(application.getBean(name))));
    bean.addAdvice((MethodInterceptor) call -> answers.to(call.getMethod().getName(),
        call.getArguments().length == 0 ? null : call.getArguments()[0]));
    beans.put(name, bean.getProxy());
  }

  @FunctionalInterface
  interface Answers {
    Object to(String method, Object argument);
  }

  @Override
  public boolean containsKey(Object name) {
    return beans.containsKey(name) || name instanceof String text && application.containsBean(text);
  }

  @Override
  public Object get(Object name) {
    return beans.computeIfAbsent(name, unknown -> new Empty((key, scope) -> { }));
  }

  @Override
  public Set<Entry<Object, Object>> entrySet() {
    return beans.entrySet();
  }

  private record Empty(BiConsumer<String, VariableScope> action) implements JavaDelegate, TaskListener {

    @Override
    public void execute(DelegateExecution execution) {
      action.accept(execution.getProcessInstanceId(), execution);
    }

    @Override
    public void notify(DelegateTask task) {
      if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
        action.accept(task.getProcessInstanceId(), task.getExecution());
      }
    }
  }
}
