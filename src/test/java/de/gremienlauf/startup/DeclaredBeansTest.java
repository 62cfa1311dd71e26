package de.gremienlauf.startup;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.support.IntegrationTest;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

/** A context that is prepared while packaging injects what it sees in the type by which a bean is declared. */
@IntegrationTest
class DeclaredBeansTest {

  private static final List<Class<? extends Annotation>> READ =
      List.of(Autowired.class, Value.class, Inject.class, Resource.class, PostConstruct.class, PreDestroy.class);

  @Autowired DefaultListableBeanFactory beans;

  @Test
  void theTypeOfEachBeanShowsWhatIsInjectedIntoIt() {
    Set<String> hidden = new TreeSet<>();
    int looked = 0;
    for (String name : beans.getBeanDefinitionNames()) {
      if (!beans.containsSingleton(name)) {
        continue;
      }
      Class<?> declared = ((RootBeanDefinition) beans.getMergedBeanDefinition(name)).getResolvableType().toClass();
      looked++;
      List<AnnotatedElement> seen = injected(declared);
      injected(AopUtils.getTargetClass(beans.getSingleton(name))).stream().filter(element -> !seen.contains(element))
          .forEach(element -> hidden.add(name + ": " + element));
    }
    assertThat(looked).isGreaterThan(500);
    assertThat(hidden).as("what a node in production would start without; declare the bean by its class").isEmpty();
  }

  private static List<AnnotatedElement> injected(Class<?> type) {
    List<AnnotatedElement> found = new ArrayList<>();
    for (Class<?> one = type; one != null; one = one.getSuperclass()) {
      Stream.concat(Stream.of(one.getDeclaredFields()), Stream.of(one.getDeclaredMethods()))
          .filter(element -> READ.stream().anyMatch(element::isAnnotationPresent)).forEach(found::add);
    }
    return found;
  }
}
