package de.gremienlauf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Primary;

/** What is found quickly is what Spring finds by itself; where it could not decide, the name does. */
class QuickWiringTest {

  static class Clerk {
  }

  @Primary
  static class HeadClerk extends Clerk {
  }

  record Office(Clerk head) {
  }

  @Test
  void ofSeveralBeansTheOneThatBearsTheNameOfItsClassIsTaken() {
    try (AnnotationConfigApplicationContext context = started(Office.class, Clerk.class)) {
      context.registerBean("another", Clerk.class, HeadClerk::new);
      assertThat(context.getBean(Office.class).head()).isExactlyInstanceOf(Clerk.class);
    }
  }

  @Test
  void thePrimaryOneGoesBeforeTheOneOfThatName() {
    try (AnnotationConfigApplicationContext context = started(Office.class)) {
      context.registerBean("quickWiringTest.Clerk", Clerk.class);
      context.register(HeadClerk.class);
      assertThat(context.getBeanNamesForType(Clerk.class)).hasSize(2);
      assertThat(context.getBean(Office.class).head()).isInstanceOf(HeadClerk.class);
    }
  }

  @Test
  void aBeanOfThatNameButOfAnotherTypeIsPassedOver() {
    try (AnnotationConfigApplicationContext context = started(Office.class)) {
      context.registerBean("quickWiringTest.Clerk", String.class, () -> "Schmitz");
      context.registerBean("somebody", Clerk.class);
      assertThat(context.getBean(Office.class).head()).isExactlyInstanceOf(Clerk.class);
    }
  }

  @Test
  void whatIsDefinedLaterIsFound() {
    DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    new QuickWiring().postProcessBeanFactory(beans);
    assertThat(beans.isConfigurationFrozen()).isTrue();
    assertThat(beans.getBeanNamesForType(Clerk.class)).isEmpty();
    beans.registerSingleton("late", new Clerk());
    beans.registerBeanDefinition("later", new RootBeanDefinition(HeadClerk.class));
    assertThat(beans.getBeanNamesForType(Clerk.class)).hasSize(2);
  }

  /** With lazy beans, so that more can be defined when the context has started. */
  private static AnnotationConfigApplicationContext started(Class<?>... lazy) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.register(QuickWiring.class);
    for (Class<?> one : lazy) {
      context.registerBean(one, definition -> definition.setLazyInit(true));
    }
    context.refresh();
    return context;
  }
}
