package de.gremienlauf.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A setting that the program reads is known by its name, or a start with it would be refused as misspelt. */
class KnownSettingsTest {

  private static final Pattern READ = Pattern.compile("\"(?:\\$\\{)?(gremienlauf\\.[a-z][a-z.-]*[a-z])\\b(?!\\.)");

  @Test
  void everySettingThatIsReadIsKnown() throws IOException {
    Set<String> read = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        String text = Files.readString(source);
        READ.matcher(text).results().map(found -> found.group(1))
            .filter(name -> text.contains("${" + name)).forEach(read::add);
      }
    }
    assertThat(read).hasSizeGreaterThan(10);
    assertThat(new KnownSettings().names()).as("settings of application*.yaml").containsAll(read);
  }

  @Test
  void theManualExplainsEverySetting() throws IOException {
    String manual = Files.readString(Path.of("docs/betrieb.md"));
    assertThat(new KnownSettings().names().stream().filter(name -> !name.startsWith("gremienlauf.sample."))
        .map(name -> name.startsWith("gremienlauf.number-circles.") ? "gremienlauf.number-circles" : name)
        .filter(name -> !manual.contains("`" + name + "`")).collect(Collectors.toSet()))
        .as("settings that docs/betrieb.md does not explain").isEmpty();
  }

  @Test
  void theNearestNameIsMeant() {
    assertThat(KnownSettings.distance("basadress", "baseaddress")).isEqualTo(2);
    assertThat(KnownSettings.distance("", "ab")).isEqualTo(2);
  }
}
