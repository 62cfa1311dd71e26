package de.gremienlauf.engine;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.annotation.PostConstruct;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps people's mistakes out of the log: the engine's REST layer would print a stack trace for each. Asked only about
 * what would be written; a filter of the whole logging would be asked about everything that is not.
 */
@Component
class BusinessExceptionsAreNoErrors extends Filter<ILoggingEvent> {

  private static final String REST_LAYER = "org.camunda.bpm.engine.rest.exception";

  @PostConstruct
  void install() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
      for (Logger logger : logback.getLoggerList()) {
        logger.iteratorForAppenders().forEachRemaining(appender -> appender.addFilter(this));
      }
    }
  }

  @Override
  public FilterReply decide(ILoggingEvent event) {
    // The REST layer logs the stack trace as text.
    boolean mistake = event.getThrowableProxy() instanceof ThrowableProxy thrown
            && thrown.getThrowable() instanceof BusinessException
        || event.getLoggerName().equals(REST_LAYER) && event.getMessage() != null
            && event.getMessage().contains(BusinessException.class.getName());
    return mistake ? FilterReply.DENY : FilterReply.NEUTRAL;
  }
}
