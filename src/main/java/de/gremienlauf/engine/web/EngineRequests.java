package de.gremienlauf.engine.web;

import de.gremienlauf.engine.UserGroups;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Who may ask what of the engine, read from {@code engine-requests.txt}: what is not named there is refused. */
final class EngineRequests {

  private static final String EVERYBODY = "*";
  private static final String ME = "me";
  private static final Set<String> LIKE_GET = Set.of("HEAD", "OPTIONS");
  private static final List<Rule> RULES = read();

  private record Rule(Set<String> groups, String method, PathPattern pattern) {

    boolean covers(EngineRequest request, String user, Predicate<String> belongsTo) {
      if (!method.equals(LIKE_GET.contains(request.method()) ? "GET" : request.method())
          || !groups.contains(EVERYBODY) && groups.stream().noneMatch(belongsTo)) {
        return false;
      }
      PathPattern.PathMatchInfo match = pattern.matchAndExtract(PathContainer.parsePath(request.path()));
      return match != null && user.equals(match.getUriVariables().getOrDefault(ME, user));
    }
  }

  private EngineRequests() {
  }

  /** Whether a person may ask this; what the engine then lets the person see or do is its own matter. */
  static boolean allow(EngineRequest request, String user, Predicate<String> belongsTo) {
    return belongsTo.test(UserGroups.ADMINISTRATORS)
        || RULES.stream().anyMatch(rule -> rule.covers(request, user, belongsTo));
  }

  private static List<Rule> read() {
    try {
      return new ClassPathResource("engine-requests.txt").getContentAsString(StandardCharsets.UTF_8).lines()
          .map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> line.split("\\s+"))
          .map(line -> new Rule(Set.of(line[0].split(",")), line[1], PathPatternParser.defaultInstance.parse(line[2])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
