package de.gremienlauf.replay;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Replays one recorded case or story: drives it through the models and reads it back. */
@Component
class Replay {

  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

  private final CaseDriver driver;
  private final RunReader reader;
  private final StoryDriver storyDriver;
  private final StoryReader storyReader;

  Replay(CaseDriver driver, RunReader reader, StoryDriver storyDriver, StoryReader storyReader) {
    this.driver = driver;
    this.reader = reader;
    this.storyDriver = storyDriver;
    this.storyReader = storyReader;
  }

  /**
   * Replays one case. One that the models cannot replay at all is reported as failed, with the reason as a warning.
   *
   * @param deadlinesEnforced whether agendas close with their submission deadline, and what came later is a finding
   */
  ReplayReport replay(RecordedCase recorded, boolean deadlinesEnforced, Consumer<DrivenCase> betweenDrivingAndReading) {
    DrivenCase driven = null;
    try {
      driven = driver.drive(recorded, deadlinesEnforced);
      betweenDrivingAndReading.accept(driven);
      return reader.read(driven);
    } catch (RuntimeException e) {
      if (driven != null) {
        driver.end(driven);
      }
      LOG.debug("Case {} failed", recorded.id(), e);
      return new ReplayReport(recorded.id(), Replayed.FAILED, 0,
          new ReplayReport.PaperLine(recorded.reference(), recorded.type(), null), List.of(),
          List.of(new ReplayReport.Warning("FAILED", String.valueOf(e.getMessage()))), List.of());
    }
  }

  /** Replays one story. One that cannot be replayed at all is reported as failed, with the reason as a warning. */
  StoryReport replay(ProjectStory story, Consumer<DrivenStory> betweenDrivingAndReading) {
    DrivenStory driven = null;
    try {
      driven = storyDriver.drive(story);
      betweenDrivingAndReading.accept(driven);
      return storyReader.read(driven);
    } catch (RuntimeException e) {
      if (driven != null) {
        storyDriver.end(driven);
      }
      LOG.debug("Story {} failed", story.id(), e);
      return new StoryReport(story.id(), Replayed.FAILED, story.invented(), List.of(), List.of(), List.of(), List.of(),
          List.of(new ReplayReport.Warning("FAILED", String.valueOf(e.getMessage()))), List.of());
    }
  }
}
