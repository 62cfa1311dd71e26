package de.gremienlauf.workplace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The addresses that answer people who are not logged in, read from {@code public-addresses.txt}. */
final class PublicAddresses {

  private static final String ANY = "*";

  /** One line of the list; the method is {@code *} for any. */
  record Entry(String method, String pattern) {

    RequestMatcher matcher() {
      PathPatternRequestMatcher.Builder address = PathPatternRequestMatcher.withDefaults();
      return ANY.equals(method) ? address.matcher(pattern) : address.matcher(HttpMethod.valueOf(method), pattern);
    }
  }

  private PublicAddresses() {
  }

  static List<Entry> entries() {
    try {
      return new ClassPathResource("public-addresses.txt").getContentAsString(StandardCharsets.UTF_8).lines()
          .map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> line.split("\\s+")).map(line -> new Entry(line[0], line[1])).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RequestMatcher matcher() {
    return new OrRequestMatcher(entries().stream().map(Entry::matcher).toList());
  }
}
