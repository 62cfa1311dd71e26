package de.gremienlauf;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Saves a fifteenth of a start, in which Spring otherwise looks through all definitions for each parameter of each
 * bean: it remembers which beans are of a type only after the web server has been made, but the server's filters need
 * nearly every bean. So it remembers from the moment on that all of them are defined (what is defined later makes it
 * forget again), and looks first whether the bean that bears the name of the wanted class is one.
 */
@Component
class QuickWiring implements BeanFactoryPostProcessor {

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    ((DefaultListableBeanFactory) beans).setAutowireCandidateResolver(new ByNameOfClass());
    beans.freezeConfiguration();
  }

  /**
   * Only what Spring tries first; if that bean is of another type or a primary one goes before it, it looks on. Where
   * several beans fit and none is primary it takes this one.
   */
  private static final class ByNameOfClass extends ContextAnnotationAutowireCandidateResolver {

    @Override
    public String getSuggestedName(DependencyDescriptor wanted) {
      String qualified = super.getSuggestedName(wanted);
      return qualified != null ? qualified
          : StringUtils.uncapitalizeAsProperty(ClassUtils.getShortName(wanted.getDependencyType()));
    }
  }
}
