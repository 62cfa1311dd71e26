package de.gremienlauf.sample;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.TaskDriver;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills an empty database with a city, its papers and its meetings: all of it, or nothing. */
@Component
@Profile("sample")
class SampleData {

  private final SampleCity city;
  private final SamplePapers papers;
  private final SampleMeetings meetings;
  private final TaskDriver driver;
  private final Clock clock;

  SampleData(SampleCity city, SamplePapers papers, SampleMeetings meetings, TaskDriver driver,
      Clock clock) {
    this.city = city;
    this.papers = papers;
    this.meetings = meetings;
    this.driver = driver;
    this.clock = clock;
  }

  /** Adds the sample unless the city is there. Returns whether it was added. */
  @Transactional
  public boolean ensure(String municipality) {
    if (city.exists(municipality)) {
      return false;
    }
    LocalDate today = LocalDate.now(clock);
    try {
      city.build(municipality, today);
      papers.tell(municipality, today);
      meetings.tell(municipality, today);
      driver.onDay(today);
    } finally {
      EngineClock.reset();
    }
    return true;
  }
}
