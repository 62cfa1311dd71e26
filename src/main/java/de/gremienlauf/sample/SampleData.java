package de.gremienlauf.sample;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.TaskDriver;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills an empty database with a city, its papers, meetings and funded projects: all of it, or nothing. */
@Component
@Profile("sample")
class SampleData {

  private final SampleCity city;
  private final SamplePapers papers;
  private final SampleMeetings meetings;
  private final SampleProjects projects;
  private final TaskDriver driver;
  private final Clock clock;

  SampleData(SampleCity city, SamplePapers papers, SampleMeetings meetings, SampleProjects projects,
      TaskDriver driver, Clock clock) {
    this.city = city;
    this.papers = papers;
    this.meetings = meetings;
    this.projects = projects;
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
      String participation = papers.tell(municipality, today);
      meetings.tell(municipality, today);
      projects.tell(municipality, today, participation);
      driver.onDay(today);
    } finally {
      EngineClock.reset();
    }
    return true;
  }
}
