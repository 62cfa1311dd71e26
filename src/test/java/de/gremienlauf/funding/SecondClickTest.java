package de.gremienlauf.funding;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.council.Council;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A start form that is sent twice begins one thing. */
@IntegrationTest
class SecondClickTest {

  @Autowired NoticeWorld world;
  @Autowired Notices notices;
  @Autowired Projects projects;
  @Autowired Council council;
  @Autowired People people;
  @Autowired TaskDriver driver;
  @Autowired Clerk clerk;

  @AfterEach
  void stop() {
    EngineClock.reset();
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        Arguments.of("funds-call", Map.of(), "Diesen Mittelabruf"),
        Arguments.of("amendment-notice", Map.of("kind", "EXTENSION", "begins", "OPTION", "day", "07.01.2019",
            "until", "15.02.2019", "note", "Schreiben des Landes"), "Diese Änderung"),
        Arguments.of("notification-duty", Map.of("kind", "PURPOSE_CHANGED", "matter", "Eine andere Zielgruppe."),
            "Diese Mitteilungspflicht"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void theSecondIsRefused(String process, Map<String, Object> entered, String thing) {
    clerk.onDay(LocalDate.of(2019, 1, 7));
    String number = "FP-" + UUID.randomUUID();
    notices.record(projects.create(ProjectWorld.project(council.ownMunicipality(), number)), null,
        NoticeWorld.grant(NoticeWorld.NOTICE_DATE, NoticeWorld.NOTHING));
    Map<String, Object> form = new HashMap<>(entered);
    form.put("project", number);
    driver.as(people.user(UserGroups.CLERKS), () -> {
      clerk.start(process, form);
      assertThatThrownBy(() -> clerk.start(process, form)).hasMessageStartingWith(thing
          + " haben Sie gerade eben schon angelegt");
    });
  }
}
