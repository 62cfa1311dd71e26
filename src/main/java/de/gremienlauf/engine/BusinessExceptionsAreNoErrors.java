package de.gremienlauf.engine;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.annotation.PostConstruct;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;

/** Keeps people's mistakes out of the log: the engine's REST layer would print a stack trace for each. */
@Component
class BusinessExceptionsAreNoErrors extends TurboFilter {

  private static final String REST_LAYER = "org.camunda.bpm.engine.rest.exception";

  @PostConstruct
  void install() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
      logback.addTurboFilter(this);
      start();
    }
  }

  @Override
  public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] params, Throwable t) {
    // The REST layer logs the stack trace as text.
    boolean mistake = t instanceof BusinessException
        || logger.getName().equals(REST_LAYER) && format != null && format.contains(BusinessException.class.getName());
    return mistake ? FilterReply.DENY : FilterReply.NEUTRAL;
  }
}
