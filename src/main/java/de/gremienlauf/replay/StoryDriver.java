package de.gremienlauf.replay;

import de.gremienlauf.council.Council;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.funding.NewProject;
import de.gremienlauf.funding.Projects;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Drives the story of a project through the models on its own days: the same tasks, forms and operations that people
 * use. What a story does not tell and a form needs is entered as not handed down.
 */
@Component
class StoryDriver {

  private static final Logger LOG = LoggerFactory.getLogger(StoryDriver.class);

  private final Projects projects;
  private final StoryBodies bodies;
  private final Council council;
  private final StoryDeeds deeds;
  private final Leftovers leftovers;
  private final TaskDriver tasks;

  StoryDriver(Projects projects, StoryBodies bodies, Council council, StoryDeeds deeds, Leftovers leftovers,
      TaskDriver tasks) {
    this.projects = projects;
    this.bodies = bodies;
    this.council = council;
    this.deeds = deeds;
    this.leftovers = leftovers;
    this.tasks = tasks;
  }

  /** Drives the story to its end; if that fails, nothing of it goes on. The engine's clock is reset afterwards. */
  DrivenStory drive(ProjectStory story) {
    DrivenStory driven = new DrivenStory(story, municipality(story));
    try {
      LocalDate firstDay = story.events().get(0).date();
      LocalDate lastDay = story.events().get(story.events().size() - 1).date();
      tasks.onDay(firstDay);
      bodies.add(driven);
      driven.projects.put(projects.begin(newProject(driven, story.project())), story.project().key());
      tasks.runDueJobs();
      bodies.connect(driven, story.project().key());
      StorySteps steps = new StorySteps(tasks, firstDay, (event, fault) -> {
        LOG.debug("{} of {} failed", event.pointer(), story.id(), fault);
        driven.deviations.add(new StoryReport.DeviationLine(event.pointer(), event.kind(),
            GermanDate.print(event.date()), String.valueOf(fault.getMessage())));
      });
      story.events().forEach(event -> deeds.plan(driven, event, steps));
      steps.run(story.until() == null ? lastDay : story.until());
      return driven;
    } catch (RuntimeException e) {
      leftovers.end(driven.municipality, null);
      throw e;
    } finally {
      EngineClock.reset();
    }
  }

  /** Lets nothing go on of a story that failed after it had been driven. */
  void end(DrivenStory driven) {
    leftovers.end(driven.municipality, null);
  }

  /** Every story has its municipality to itself, as recorded cases have. */
  private String municipality(ProjectStory story) {
    String own = Council.apart(story.municipality(), story.id());
    for (int copy = 2; council.knows(own); copy++) {
      own = Council.apart(story.municipality(), story.id() + " (" + copy + ")");
    }
    return own;
  }

  static NewProject newProject(DrivenStory driven, ProjectStory.Project told) {
    return new NewProject(driven.municipality, told.number(), told.name(), told.programme(), told.idea(),
        told.targetGroup(), told.leadOffice(), told.grantor(), told.plannedFrom(), told.plannedUntil());
  }
}
