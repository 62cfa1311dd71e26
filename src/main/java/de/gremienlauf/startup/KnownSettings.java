package de.gremienlauf.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** The settings {@code gremienlauf.*} that there are: those that stand in the application's own YAML files. */
final class KnownSettings {

  private static final String PREFIX = "gremienlauf";
  private static final List<String> FILES =
      List.of("application.yaml", "application-production.yaml", "application-sample.yaml");
  /** Below these the operator chooses the names; the last one belongs to the tests of the build. */
  private static final List<String> OPEN = List.of(plain("gremienlauf.number-circles."),
      plain("gremienlauf.oidc.groups."), plain("gremienlauf.test."));

  private static final List<String> WITHOUT_DEFAULT = List.of("gremienlauf.models", "gremienlauf.oidc.issuer",
      "gremienlauf.oidc.client-id", "gremienlauf.oidc.client-secret", "gremienlauf.oidc.groups-claim");

  private final Map<String, String> names = new TreeMap<>();

  KnownSettings() {
    WITHOUT_DEFAULT.forEach(name -> names.put(plain(name), name));
    for (String file : FILES) {
      try {
        new YamlPropertySourceLoader().load(file, new ClassPathResource(file)).stream().flatMap(KnownSettings::names)
            .forEach(name -> names.put(plain(name), name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Refuses a setting that nobody reads, whether it comes from a file, the command line or the process environment. */
  void verify(ConfigurableEnvironment environment) {
    Optional<String> unknown = environment.getPropertySources().stream().flatMap(KnownSettings::names)
        .filter(name -> !names.containsKey(plain(name)) && OPEN.stream().noneMatch(plain(name)::startsWith))
        .findFirst();
    if (unknown.isPresent()) {
      throw Mistake.UNKNOWN_SETTING.with(unknown.get(), nearest(plain(unknown.get())));
    }
  }

  private String nearest(String plain) {
    return names.get(names.keySet().stream()
        .min(Comparator.comparingInt(known -> distance(known, plain))).orElseThrow());
  }

  private static Stream<String> names(PropertySource<?> source) {
    return source instanceof EnumerablePropertySource<?> enumerable
        ? Stream.of(enumerable.getPropertyNames()).filter(name -> plain(name).startsWith(PREFIX))
        : Stream.empty();
  }

  /** Names are alike as Spring Boot sees them: {@code GREMIENLAUF_MAIL_BASEADDRESS}, {@code mail.base-address[0]}. */
  private static String plain(String name) {
    return name.replaceAll("\\[\\d+]", "").replaceAll("[^\\p{Alnum}]", "").toLowerCase(Locale.ROOT);
  }

  Collection<String> names() {
    return names.values();
  }

  /** How many letters have to be added, taken away or exchanged. */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
