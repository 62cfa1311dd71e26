package de.gremienlauf.operation.web;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/** Requests to the engine's own servlets are measured under a few names: what they ask for stands in their path. */
@Component
@ConditionalOnWebApplication
class RequestNames extends DefaultServerRequestObservationConvention {

  private static final List<String> SERVLETS = List.of("/engine-rest/", "/camunda/api/");

  @Override
  public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
    KeyValues values = super.getLowCardinalityKeyValues(context);
    if (context.getPathPattern() != null || context.getCarrier() == null) {
      return values;
    }
    String path = context.getCarrier().getRequestURI();
    return SERVLETS.stream().filter(path::startsWith).findFirst()
        .map(servlet -> values.and(KeyValue.of("uri", servlet + "**"))).orElse(values);
  }
}
