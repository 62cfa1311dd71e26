package de.gremienlauf.sample;

import de.gremienlauf.engine.OpenTask;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.funding.Amendments;
import de.gremienlauf.funding.FundsCalls;
import de.gremienlauf.funding.NewAmendment;
import de.gremienlauf.funding.NewProject;
import de.gremienlauf.funding.NewReport;
import de.gremienlauf.funding.ProgressReports;
import de.gremienlauf.funding.ProjectDetails;
import de.gremienlauf.funding.ProjectQueries;
import de.gremienlauf.funding.Projects;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One funded project of the sample: what happens to it happens through its processes, by the sample's users. */
final class ProjectStory {

  private final Tools tools;
  private final String municipality;
  private Long projectId;

  ProjectStory(Tools tools, String municipality) {
    this(tools, municipality, null);
  }

  /** A project that something else has begun. */
  ProjectStory(Tools tools, String municipality, Long projectId) {
    this.tools = tools;
    this.municipality = municipality;
    this.projectId = projectId;
  }

  /** What a story needs of the application. */
  record Tools(TaskDriver driver, Projects projects, ProjectQueries queries, ProgressReports reports,
      FundsCalls calls, Amendments amendments, PaperStory.Tools papers) {
  }

  Long id() {
    return projectId;
  }

  private List<OpenTask> open(String taskKey) {
    return tools.driver().openTasksWith("projectId", projectId, taskKey);
  }

  ProjectStory onDay(LocalDate day) {
    tools.driver().onDay(day);
    return this;
  }

  ProjectStory begin(NewProject begun) {
    return as(SampleUser.CLERK, () -> projectId = tools.projects().begin(begun));
  }

  /** Does something with the project in the name of a user. */
  ProjectStory by(SampleUser user, Consumer<Long> action) {
    return as(user, () -> action.accept(projectId));
  }

  private ProjectStory as(SampleUser user, Runnable action) {
    tools.driver().as(user.id(), action);
    tools.driver().runDueJobs();
    return this;
  }

  /** Plans a report that is wanted from now on. */
  ProjectStory report(NewReport wanted) {
    return by(SampleUser.CLERK, id -> tools.reports().begin(id, wanted));
  }

  ProjectStory amendment(NewAmendment begun) {
    return by(SampleUser.FUNDING_CONTROLLER, id -> tools.amendments().begin(id, begun));
  }

  ProjectStory callForFunds() {
    return by(SampleUser.FUNDING_CONTROLLER, id -> tools.calls().begin(id));
  }

  /** Completes the oldest open task of a kind, in whichever of the project's processes it is. */
  ProjectStory complete(SampleUser user, String taskKey, Map<String, Object> entered) {
    List<OpenTask> open = open(taskKey);
    if (open.isEmpty()) {
      throw new IllegalStateException("The sample's project " + projectId + " has no task " + taskKey);
    }
    tools.driver().as(user.id(), () -> tools.driver().complete(open.get(0), entered));
    return this;
  }

  /** Answers all questions that are open. */
  ProjectStory answer(String text) {
    open("Task_AnswerFinding").forEach(task ->
        tools.driver().as(SampleUser.CLERK.id(), () -> tools.driver().complete(task, Map.of("answer", text))));
    return this;
  }

  /** Lets the committees have a new paper, and tells what happens to it. */
  ProjectStory newPaper(String type, String subject, Consumer<PaperStory> told) {
    complete(SampleUser.CLERK, "Task_ArrangePaper", Map.of("need", "NEW", "paperType", type, "subject", subject));
    List<ProjectDetails.PaperLine> papers = new ArrayList<>();
    as(SampleUser.CLERK, () -> papers.addAll(tools.queries().details(projectId).papers()));
    told.accept(new PaperStory(tools.papers(), municipality, papers.get(papers.size() - 1).paperId()));
    return this;
  }

  ProjectStory existingPaper(String reference) {
    return complete(SampleUser.CLERK, "Task_ArrangePaper", Map.of("need", "EXISTING", "reference", reference));
  }

  ProjectStory noPaper(String ground) {
    return complete(SampleUser.CLERK, "Task_ArrangePaper", Map.of("need", "NONE", "ground", ground));
  }
}
