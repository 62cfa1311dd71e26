package de.gremienlauf.sample;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.paper.Capacity;
import de.gremienlauf.paper.SigningAuthority;
import de.gremienlauf.paper.SigningRights;
import de.gremienlauf.substitution.AbsenceEntry;
import de.gremienlauf.substitution.Absences;
import de.gremienlauf.substitution.Chain;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills an empty database with a city, its papers, meetings and funded projects: all of it, or nothing. */
@Component
@Profile("sample")
class SampleData {

  private static final int DAYS_ABSENT = 4;

  private final SampleCity city;
  private final SamplePapers papers;
  private final SampleMeetings meetings;
  private final SampleProjects projects;
  private final SigningRights rights;
  private final Absences absences;
  private final TaskDriver driver;
  private final Clock clock;

  SampleData(SampleCity city, SamplePapers papers, SampleMeetings meetings, SampleProjects projects,
      SigningRights rights, Absences absences, TaskDriver driver, Clock clock) {
    this.city = city;
    this.papers = papers;
    this.meetings = meetings;
    this.projects = projects;
    this.rights = rights;
    this.absences = absences;
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
      rights.add(new SigningAuthority(null, municipality, SampleUser.SIGNATORY.id(), SamplePapers.SIGNATORY, Capacity.IV,
          SamplePapers.REPRESENTED, null, true, null, null));
      String participation = papers.tell(municipality, today);
      meetings.tell(municipality, today);
      projects.tell(municipality, today, participation);
      driver.onDay(today);
      absences.enter(new AbsenceEntry(Chain.ADMINISTRATION, SampleUser.SIGNATORY.id(), SampleUser.TREASURY.id(), null,
          today, today.plusDays(DAYS_ABSENT)));
    } finally {
      EngineClock.reset();
    }
    return true;
  }
}
