package de.gremienlauf.paper;

import de.gremienlauf.coverage.CoverageRecorder;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import java.time.LocalDate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** Stories about papers, told by what people enter and by days that pass. They begin on Monday, 5 January 2026. */
@IntegrationTest
@ExtendWith(CoverageRecorder.Counted.class)
abstract class PaperStory {

  static final LocalDate START = LocalDate.of(2026, 1, 5);

  @Autowired PaperWorld world;
  @Autowired Clerk clerk;
  @Autowired Papers papers;
  @Autowired PaperQueries queries;
  @Autowired Consultations consultations;
  @Autowired Sequences sequences;
  @Autowired Results results;
  @Autowired Attachments attachments;
  @Autowired ProcessEngine engine;

  @BeforeEach
  void beginOnMonday() {
    AbstractAssertions.init(engine);
    clerk.onDay(START);
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  /** A day of the year in which the stories happen. */
  static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }
}
