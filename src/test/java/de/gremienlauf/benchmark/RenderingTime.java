package de.gremienlauf.benchmark;

import de.gremienlauf.document.MeetingRenderer;
import de.gremienlauf.document.PaperRenderer;
import de.gremienlauf.document.ProjectSheetRenderer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Measures the CPU that each thread spends on printing documents. */
final class RenderingTime implements BeanPostProcessor {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final ThreadLocal<Long> SPENT = ThreadLocal.withInitial(() -> 0L);

  /** What this thread has spent on it so far. */
  static long nanos() {
    return SPENT.get();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (!(bean instanceof PaperRenderer || bean instanceof MeetingRenderer || bean instanceof ProjectSheetRenderer)) {
      return bean;
    }
    ProxyFactory proxy = new ProxyFactory(bean);
    proxy.setProxyTargetClass(true);
    proxy.addAdvice((MethodInterceptor) call -> {
      long begun = THREADS.getCurrentThreadCpuTime();
      try {
        return call.proceed();
      } finally {
        SPENT.set(SPENT.get() + THREADS.getCurrentThreadCpuTime() - begun);
      }
    });
    return proxy.getProxy();
  }
}
