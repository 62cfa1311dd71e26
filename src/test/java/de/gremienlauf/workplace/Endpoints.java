package de.gremienlauf.workplace;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address that answers HTTP, as the servers themselves know it: the handlers of Spring MVC, and the resources of
 * each JAX-RS application that a servlet runs.
 */
@Lazy
@Component
public class Endpoints {

  private static final String APPLICATION = "jakarta.ws.rs.Application";

  private final ServletContext context;
  private final RequestMappingHandlerMapping mappings;
  private final ObjectProvider<ResourceConfig> configured;

  Endpoints(ServletContext context, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
      ObjectProvider<ResourceConfig> configured) {
    this.context = context;
    this.mappings = mappings;
    this.configured = configured;
  }

  /**
   * One address.
   *
   * @param path from the root, with variables in braces that stand for one segment each
   */
  public record Endpoint(String method, String path) implements Comparable<Endpoint> {

    boolean own() {
      return !path.startsWith("/engine-rest") && !path.startsWith("/camunda");
    }

    @Override
    public int compareTo(Endpoint other) {
      int paths = path.compareTo(other.path);
      return paths != 0 ? paths : method.compareTo(other.method);
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  public Set<Endpoint> all() {
    Set<Endpoint> all = new TreeSet<>(own());
    context.getServletRegistrations().values().forEach(servlet -> {
      for (Class<?> root : roots(servlet)) {
        for (String mapping : servlet.getMappings()) {
          Resource resource = Resource.from(root, true);
          walk(resource, joined(mapping.replaceFirst("/\\*$", ""), resource.getPath()), new ArrayDeque<>(), all);
        }
      }
    });
    return all;
  }

  /** The handlers of this product's controllers. */
  Set<Endpoint> own() {
    Set<Endpoint> own = new TreeSet<>();
    mappings.getHandlerMethods().forEach((mapping, handler) -> {
      Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
      Stream<String> names = methods.isEmpty() ? Stream.of("GET", "POST") : methods.stream().map(Enum::name);
      names.forEach(method -> mapping.getPatternValues().forEach(path -> own.add(new Endpoint(method, path))));
    });
    return own;
  }

  /** The classes of the servlets that answer. */
  Set<String> servlets() {
    return context.getServletRegistrations().values().stream().map(ServletRegistration::getClassName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Class<?>> roots(ServletRegistration servlet) {
    String application = servlet.getInitParameter(APPLICATION);
    Stream<Class<?>> classes;
    if (application != null) {
      try {
        classes = ((Application) Class.forName(application).getDeclaredConstructor().newInstance()).getClasses()
            .stream();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(application, e);
      }
    } else if (ServletContainer.class.getName().equals(servlet.getClassName())) {
      classes = configured.stream().flatMap(config -> Stream.concat(config.getClasses().stream(),
          config.getInstances().stream().map(Object::getClass)));
    } else {
      return List.of();
    }
    return classes.filter(type -> Resource.from(type, true) != null && Resource.from(type, true).getPath() != null)
        .toList();
  }

  /** A resource behind a locator lies at the address of that locator, whatever it says of its own. */
  private static void walk(Resource resource, String path, Deque<Class<?>> above, Set<Endpoint> found) {
    resource.getResourceMethods().stream().map(ResourceMethod::getHttpMethod)
        .forEach(method -> found.add(new Endpoint(method, path)));
    ResourceMethod locator = resource.getResourceLocator();
    if (locator != null) {
      Class<?> type = locator.getInvocable().getRawRoutingResponseType();
      if (!above.contains(type)) {
        above.push(type);
        Resource located = Resource.from(type, true);
        if (located == null) {
          throw new IllegalStateException("No resource behind " + path + ": " + type);
        }
        walk(located, path, above, found);
        above.pop();
      }
    }
    resource.getChildResources().forEach(child -> walk(child, joined(path, child.getPath()), above, found));
  }

  private static String joined(String prefix, String path) {
    if (path == null || path.isEmpty() || path.equals("/")) {
      return prefix;
    }
    return prefix + (path.startsWith("/") ? "" : "/") + path.replaceAll("\\{\\s*(\\w+)\\s*:[^/]*}", "{$1}");
  }
}
