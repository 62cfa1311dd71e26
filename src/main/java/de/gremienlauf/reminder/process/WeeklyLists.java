package de.gremienlauf.reminder.process;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.Unrestricted;
import de.gremienlauf.engine.UserNames;
import de.gremienlauf.paper.PapersAtRisk;
import de.gremienlauf.planning.DeadlineList;
import de.gremienlauf.reminder.Escalation;
import de.gremienlauf.reminder.Escalations;
import de.gremienlauf.reminder.OpenWork;
import de.gremienlauf.reminder.WeeklyList;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws up the list of what is open and overdue. */
@Component
public class WeeklyLists {

  private static final int RISK_DAYS = 14;
  private static final String NOBODY = "noch niemand";
  private static final String NO_OFFICE = "ohne Gruppe";

  private final OpenWorkReader work;
  private final Escalations escalations;
  private final PapersAtRisk papers;
  private final DeadlineList deadlines;
  private final Council council;
  private final IdentityService identity;
  private final Unrestricted unrestricted;
  private final UserNames names;
  private final Clock clock;

  WeeklyLists(OpenWorkReader work, Escalations escalations, PapersAtRisk papers, DeadlineList deadlines,
      Council council, IdentityService identity, Unrestricted unrestricted, UserNames names, Clock clock) {
    this.work = work;
    this.escalations = escalations;
    this.papers = papers;
    this.deadlines = deadlines;
    this.council = council;
    this.identity = identity;
    this.unrestricted = unrestricted;
    this.names = names;
    this.clock = clock;
  }

  /** The list as it is now. */
  @Transactional(readOnly = true)
  public WeeklyList now() {
    LocalDate today = LocalDate.now(clock);
    List<OpenWork> open = work.all();
    Map<String, String> offices = offices(today);
    Map<String, String> people = new HashMap<>();
    Function<OpenWork, String> office = task -> task.groups().isEmpty() ? NO_OFFICE
        : task.groups().stream().map(group -> offices.getOrDefault(group, group)).distinct()
            .collect(Collectors.joining(", "));
    Function<OpenWork, String> person = task -> task.assignee() == null ? NOBODY
        : people.computeIfAbsent(task.assignee(), names::of);
    List<OpenWork> overdue = open.stream().filter(task -> escalations.overdueDays(task, today) > 0).toList();
    Map<String, List<Escalation>> steps = escalations.byTask(overdue.stream().map(OpenWork::taskId).toList());
    List<WeeklyList.Late> late = overdue.stream()
        .map(task -> new WeeklyList.Late(task.taskId(), task.name(), task.about(), office.apply(task),
            task.assignee() == null ? null : person.apply(task), task.due(), escalations.overdueDays(task, today),
            steps.getOrDefault(task.taskId(), List.of()).stream().map(step -> step.step().label())
                .collect(Collectors.joining(", "))))
        .toList();
    return new WeeklyList(today, counted(open, office, today), counted(open, person, today), late,
        papers.before(today, today.plusDays(RISK_DAYS).atStartOfDay()).stream()
            .map(paper -> new WeeklyList.Risk(paper.paperId(), paper.reference(), paper.leadOffice(),
                paper.state().label(), paper.body(), paper.meetingDay(),
                // Without a time of day the period ends with the midnight after its last day.
                paper.submissionUntil().minusSeconds(1).toLocalDate()))
            .toList(), deadlines.endangered());
  }

  private Map<String, String> offices(LocalDate today) {
    Map<String, String> byGroup = new HashMap<>();
    unrestricted.call(() -> identity.createGroupQuery().unlimitedList())
        .forEach(group -> byGroup.put(group.getId(), group.getName() == null ? group.getId() : group.getName()));
    council.offices(council.ownMunicipality(), today).stream().filter(office -> office.candidateGroup() != null)
        .collect(Collectors.toMap(Organization::candidateGroup, Organization::name, (one, other) -> one, TreeMap::new))
        .forEach(byGroup::put);
    return byGroup;
  }

  private List<WeeklyList.Count> counted(List<OpenWork> open, Function<OpenWork, String> name, LocalDate today) {
    List<WeeklyList.Count> counts = new ArrayList<>();
    new TreeMap<>(open.stream().collect(Collectors.groupingBy(name))).forEach((who, theirs) -> counts.add(
        new WeeklyList.Count(who, theirs.size(),
            (int) theirs.stream().filter(task -> escalations.overdueDays(task, today) > 0).count(),
            theirs.stream().map(OpenWork::due).filter(Objects::nonNull).min(LocalDate::compareTo).orElse(null))));
    return counts;
  }
}
