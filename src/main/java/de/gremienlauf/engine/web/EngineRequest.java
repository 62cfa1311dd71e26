package de.gremienlauf.engine.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request wants of the engine's REST interface, which lies at two addresses: {@code /engine-rest} for programs
 * and {@code /camunda/api/engine} for the web applications.
 *
 * @param path below the engine, decoded and without a slash at the end, e.g. {@code /task/4711/complete}
 */
record EngineRequest(String method, String path) {

  private static final Pattern ADDRESS =
      Pattern.compile("(?:/engine-rest|/camunda/api/engine)(?:/engine/(?!$)[^/]+)?(/.*?)?/*");
  private static final Pattern COMPLETION = Pattern.compile("/task/([^/]+)/(?:complete|submit-form)");
  private static final Pattern UPDATE = Pattern.compile("/task/([^/]+)");
  private static final Pattern START =
      Pattern.compile("/process-definition/(?:(key)/([^/]+)(?:/tenant-id/[^/]+)?|([^/]+))/(?:start|submit-form)");

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  static EngineRequest of(HttpServletRequest request) {
    String address = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    Matcher matcher = ADDRESS.matcher(address);
    String path = matcher.matches() && matcher.group(1) != null ? matcher.group(1) : "/";
    return new EngineRequest(request.getMethod(), path);
  }

  boolean reads() {
    return READING.contains(method);
  }

  /** The task that is to be completed; null if the request is about something else. */
  String completedTask() {
    Matcher matcher = COMPLETION.matcher(path);
    return matcher.matches() ? matcher.group(1) : null;
  }

  /** The key of the process that is to be started; null if it is named by its id, or none is. */
  String startedKey() {
    Matcher matcher = START.matcher(path);
    return matcher.matches() && matcher.group(1) != null ? matcher.group(2) : null;
  }

  /** The id of the definition that is to be started; null if it is named by its key, or none is. */
  String startedDefinition() {
    Matcher matcher = START.matcher(path);
    return matcher.matches() ? matcher.group(3) : null;
  }

  boolean concernsTask() {
    return path.startsWith("/task/");
  }

  /** The task whose own fields are to be written, e.g. its dates; null if the request is about something else. */
  String updatedTask() {
    Matcher matcher = UPDATE.matcher(path);
    return "PUT".equals(method) && matcher.matches() ? matcher.group(1) : null;
  }
}
