package de.gremienlauf.story;

import de.gremienlauf.council.Council;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.paper.NewPaper;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.Papers;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.TestBrowser;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An office of its own with a paper that is to be drafted, and clerks in front of their browsers. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OneTaskStory {

  static final String DRAFT = "Vorlage entwerfen";

  @Autowired People people;
  @Autowired Council council;
  @Autowired Papers papers;
  @Autowired PaperQueries queries;
  @Autowired PaperWorld world;
  @Autowired Clerk clerk;
  @LocalServerPort int port;

  TestBrowser browser;
  String group;
  String subject;
  private Long paper;

  @BeforeAll
  void startBrowser() {
    browser = TestBrowser.start(port);
    // As long as there is no administrator, the web applications show nothing but their setup.
    people.user(UserGroups.ADMINISTRATORS);
  }

  @AfterAll
  void stopBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void prepare() {
    clerk.onDay(LocalDate.of(2026, 1, 12));
    String run = UUID.randomUUID().toString().substring(0, 6);
    group = "amt-" + run;
    subject = "Neue Bänke " + run;
    council.addOffice(council.ownMunicipality(), "Grünflächenamt " + run, group);
    paper = papers.begin(new NewPaper(council.ownMunicipality(), "Beschlussvorlage", subject, "Grünflächenamt " + run,
        null, null));
    clerk.runDueJobs();
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  /** A clerk of the office. */
  Desk desk(String firstName, String lastName) {
    return Desk.of(browser, people.named(firstName, lastName, UserGroups.CLERKS, group));
  }

  PaperDetails paper() {
    return queries.details(paper);
  }

  /** How often the paper got past its draft. */
  int sequencesToConfirm() {
    clerk.runDueJobs();
    return clerk.tasks(world.ownCity().run(paper).process(), "Task_ConfirmSequence").size();
  }
}
