package de.gremienlauf.replay;

import de.gremienlauf.funding.Concepts;
import de.gremienlauf.funding.Duties;
import de.gremienlauf.funding.FindingCode;
import de.gremienlauf.funding.FocusTopic;
import de.gremienlauf.funding.FollowUps;
import de.gremienlauf.funding.NewFollowUp;
import de.gremienlauf.funding.NewObjective;
import de.gremienlauf.funding.NewPartner;
import de.gremienlauf.funding.NewReport;
import de.gremienlauf.funding.NoticeDetails;
import de.gremienlauf.funding.Notices;
import de.gremienlauf.funding.ObjectiveState;
import de.gremienlauf.funding.Objectives;
import de.gremienlauf.funding.PartnerLine;
import de.gremienlauf.funding.Partners;
import de.gremienlauf.funding.ProgressReports;
import de.gremienlauf.funding.ProjectDates;
import de.gremienlauf.funding.Projects;
import de.gremienlauf.funding.Recommendations;
import de.gremienlauf.funding.ReportBasis;
import de.gremienlauf.funding.Topics;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans what the events of a story tell: each on its day, with the forms and operations that people have for it. */
@Component
class StoryDeeds {

  private static final String NOT_TOLD = "nicht überliefert";

  private final Projects projects;
  private final Partners partners;
  private final Topics topics;
  private final Recommendations recommendations;
  private final Objectives objectives;
  private final Concepts concepts;
  private final Notices notices;
  private final FollowUps followUps;
  private final Duties duties;
  private final ProjectDates projectDates;
  private final ProgressReports reports;
  private final StoryBodies bodies;
  private final StoryPeriods periods;
  private final StoryMoney money;
  private final StoryPapers papers;
  private final StoryMeetings meetings;
  private final StoryTasks tasks;
  private final JdbcClient jdbc;

  StoryDeeds(Projects projects, Partners partners, Topics topics, Recommendations recommendations,
      Objectives objectives, Concepts concepts, Notices notices, FollowUps followUps, Duties duties,
      ProjectDates projectDates, ProgressReports reports, StoryBodies bodies, StoryPeriods periods, StoryMoney money,
      StoryPapers papers, StoryMeetings meetings, StoryTasks tasks, JdbcClient jdbc) {
    this.projects = projects;
    this.partners = partners;
    this.topics = topics;
    this.recommendations = recommendations;
    this.objectives = objectives;
    this.concepts = concepts;
    this.notices = notices;
    this.followUps = followUps;
    this.duties = duties;
    this.projectDates = projectDates;
    this.reports = reports;
    this.bodies = bodies;
    this.periods = periods;
    this.money = money;
    this.papers = papers;
    this.meetings = meetings;
    this.tasks = tasks;
    this.jdbc = jdbc;
  }

  /** Lets the event happen on its day, and what belongs to it before and after. */
  void plan(DrivenStory driven, StoryEvent event, StorySteps steps) {
    if (event.deed() instanceof Deed.Meeting meeting) {
      meetings.plan(driven, event, meeting, steps);
    } else if (event.deed() instanceof Deed.Notice notice && notice.entered() != null) {
      steps.add(event, notice.entered(), () -> happen(driven, event, steps));
    } else {
      steps.add(event, event.date(), () -> happen(driven, event, steps));
    }
  }

  private void happen(DrivenStory driven, StoryEvent event, StorySteps steps) {
    Long project = driven.project(event.project());
    if (!content(project, event) && !money.happen(project, event, steps)) {
      course(driven, project, event, steps);
    } else if (event.deed() instanceof Deed.Notice) {
      periods.keepProofDue(driven, project, steps.today());
    }
  }

  /** What the project works on; false if the event is about something else. */
  private boolean content(Long project, StoryEvent event) {
    Deed deed = event.deed();
    if (deed instanceof Deed.Topic topic) {
      Long notice = latestNotice(project, event.date());
      topics.add(project, notice, topic.name(), topic.description());
    } else if (deed instanceof Deed.Outcome outcome) {
      topics.addOutcome(topic(project, outcome.topic()), outcome.outcome(), outcome.takenOverBy(),
          outcome.description());
    } else if (deed instanceof Deed.Recommendation told) {
      Long added = recommendations.add(project, topic(project, told.topic()), told.wording(), told.addressee());
      if (told.takenUpBy() != null) {
        recommendations.takeUp(added, told.takenUpBy(), told.takenUpOn());
      }
    } else if (deed instanceof Deed.Objective told) {
      Long added = objectives.add(project, new NewObjective(latestNotice(project, event.date()),
          topic(project, told.topic()), told.wording(), told.measure(), told.target()));
      if (told.state() != null && told.state() != ObjectiveState.OPEN) {
        objectives.reach(added, told.state(), told.achieved());
      }
    } else if (deed instanceof Deed.Concept told) {
      concepts.add(project, topic(project, told.topic()), told.name(), told.longName());
    } else if (deed instanceof Deed.RoughDate told) {
      projectDates.add(project, told.label(), told.said(), event.assumed().of("said"));
    } else {
      return false;
    }
    return true;
  }

  private Long topic(Long project, String name) {
    return name == null ? null : topics.of(project).stream().filter(topic -> topic.name().equals(name))
        .map(FocusTopic::id).findFirst().orElse(null);
  }

  /** The notice that was in force on a day: topics and objectives of that time hang on it. */
  private Long latestNotice(Long project, LocalDate day) {
    return notices.of(project).stream().filter(notice -> !notice.letter().noticeDate().isAfter(day))
        .reduce((first, second) -> second).map(NoticeDetails::id).orElse(null);
  }

  /** What happens to the project itself, its papers, reports and partners. */
  private void course(DrivenStory driven, Long project, StoryEvent event, StorySteps steps) {
    Deed deed = event.deed();
    if (deed instanceof Deed.Paper paper) {
      papers.begin(driven, event, paper, steps);
    } else if (deed instanceof Deed.NoPaper told) {
      tasks.complete(project, "Task_ArrangePaper", "purpose", told.purpose().name(),
          Map.of("need", "NONE", "ground", told.ground()));
    } else if (deed instanceof Deed.EarlyStartApproval) {
      projects.approveEarlyStart(project, event.date());
    } else if (deed instanceof Deed.ProgressReport told) {
      report(project, event, told);
    } else if (deed instanceof Deed.OpenPoint told) {
      openPoint(driven, event, told, steps);
    } else if (deed instanceof Deed.Partner told) {
      Long added = partners.add(project, new NewPartner(told.name(), told.partner(), told.participation(), null));
      if (told.passedOn() != null) {
        partners.passOn(added, told.passedOn(), told.consentOn());
      }
    } else if (deed instanceof Deed.Agreement told) {
      partners.sign(partner(project, told.partner()), event.date(), event.assumed().of("date"));
    } else if (deed instanceof Deed.OtherProject told) {
      driven.projects.put(projects.begin(StoryDriver.newProject(driven, told.other())), told.other().key());
      bodies.connect(driven, told.other().key());
    } else if (deed instanceof Deed.FollowUp told) {
      followUp(driven, project, told);
    } else if (deed instanceof Deed.Answer told) {
      tasks.complete(project, "Task_AnswerFinding", "findingId", openFinding(project, told.finding()),
          Map.of("answer", told.text()));
    } else if (deed instanceof Deed.Notification told) {
      Long duty = duties.arise(project, told.kind(), event.date(), told.matter());
      steps.add(event, Objects.requireNonNullElse(told.toldOn(), event.date()), () -> duties.tell(duty,
          Objects.requireNonNullElse(told.toldOn(), event.date()), Objects.requireNonNullElse(told.how(), NOT_TOLD)));
    } else if (deed instanceof Deed.FinalReport told) {
      finalReport(driven, project, told);
    } else if (deed instanceof Deed.Archive) {
      tasks.complete(project, "Task_ArchiveProject", Map.of("offered", true));
    } else if (deed instanceof Deed.Abort told) {
      projects.abort(project, told.reason());
    } else {
      throw new IllegalStateException("Nobody knows what to do");
    }
  }

  private Long partner(Long project, String name) {
    return partners.of(project).stream().filter(partner -> partner.name().equals(name)).map(PartnerLine::id)
        .findFirst().orElseThrow();
  }

  private Long openFinding(Long project, FindingCode code) {
    return jdbc.sql("select min(id) from finding where project_id = ? and code = ? and answer is null")
        .params(project, code.name()).query(Long.class).optional()
        .orElseThrow(() -> new IllegalStateException("Die Frage " + code + " ist nicht gestellt."));
  }

  private void report(Long project, StoryEvent event, Deed.ProgressReport told) {
    reports.begin(project, new NewReport(Objects.requireNonNullElse(told.title(), "Sachstandsbericht"),
        Objects.requireNonNullElse(told.basis(), ReportBasis.NOTICE), null,
        Objects.requireNonNullElse(told.due(), event.date())));
    tasks.runDueJobs();
    Map<String, Object> entered = new HashMap<>();
    entered.put("text", told.text());
    entered.put("announces", told.announces());
    entered.put("committees", told.committees());
    entered.put("submittedOn", event.date().toString());
    entered.put("submittedAssumed", event.assumed().of("date"));
    tasks.complete(project, "Task_WriteReport", entered);
  }

  private void openPoint(DrivenStory driven, StoryEvent event, Deed.OpenPoint told, StorySteps steps) {
    Long concept = driven.projects.keySet().stream().flatMap(project -> concepts.of(project).stream())
        .filter(one -> one.name().equals(told.concept())).findFirst().orElseThrow().id();
    Long point = concepts.raise(concept, told.point(), event.date());
    if (told.settledOn() != null) {
      steps.add(event, told.settledOn(), () -> concepts.settle(point, told.settledBy(), told.settledOn()));
    }
  }

  private void followUp(DrivenStory driven, Long project, Deed.FollowUp told) {
    Long planned = followUps.plan(new NewFollowUp(project, told.reason(), told.signatures()),
        StoryDriver.newProject(driven, told.later()), List.of());
    driven.projects.put(followUps.gate(planned).laterProjectId(), told.later().key());
    bodies.connect(driven, told.later().key());
  }

  private void finalReport(DrivenStory driven, Long project, Deed.FinalReport told) {
    Map<String, Object> entered = new HashMap<>();
    if (told.text() != null) {
      entered.put("text", told.text());
    }
    if (told.minutesOf() != null) {
      entered.put("minutes", String.valueOf(meetings.held(driven, told.minutesOf(), told.minutesDay())));
    }
    tasks.complete(project, "Task_DraftFinalReport", entered);
  }
}
