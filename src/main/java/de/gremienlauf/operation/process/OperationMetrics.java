package de.gremienlauf.operation.process;

import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.mail.MailState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskCountByCandidateGroupResult;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Figures for monitoring. However often they are asked for, the database is asked every half minute at most. Groups of
 * offices and deputies count as one: their names may contain those of people.
 */
@Component
@ConditionalOnWebApplication
class OperationMetrics implements MeterBinder {

  static final Duration KEPT = Duration.ofSeconds(30);

  private static final List<String> ROLES = List.of(UserGroups.CLERKS, UserGroups.CO_SIGNERS, UserGroups.TREASURY,
      UserGroups.SIGNATORIES, UserGroups.COUNCIL_OFFICE, UserGroups.MINUTE_TAKERS, UserGroups.FUNDING_CONTROLLERS,
      UserGroups.MANAGERS, UserGroups.AUDITORS, UserGroups.ANALYSTS, UserGroups.ADMINISTRATORS);
  private static final String OTHERS = "andere";
  private static final int SOON_DAYS = 7;

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final JdbcClient jdbc;
  private final Clock clock;

  private Figures figures;
  private long readAt;

  OperationMetrics(TaskService tasks, RuntimeService runtime, ManagementService management, JdbcClient jdbc,
      Clock clock) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.management = management;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Figures(Map<String, Long> open, long overdue, long executable, long failed, long incidents,
      long papersSoon, long projectsSoon, Map<String, Long> mails, double oldestSeconds) {
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Stream.concat(ROLES.stream(), Stream.of(OTHERS)).forEach(group ->
        Gauge.builder("gremienlauf.tasks.open", () -> figures().open().getOrDefault(group, 0L)).tag("group", group)
            .description("Open tasks that a group can take").register(registry));
    Gauge.builder("gremienlauf.tasks.overdue", () -> figures().overdue())
        .description("Open tasks whose due date has passed").register(registry);
    Gauge.builder("gremienlauf.jobs", () -> figures().executable()).tag("state", "executable")
        .description("Jobs of the engine").register(registry);
    Gauge.builder("gremienlauf.jobs", () -> figures().failed()).tag("state", "failed")
        .description("Jobs of the engine").register(registry);
    Gauge.builder("gremienlauf.incidents", () -> figures().incidents())
        .description("Steps that stand still until somebody mends them").register(registry);
    Gauge.builder("gremienlauf.deadlines.soon", () -> figures().papersSoon()).tag("kind", "paper")
        .description("Papers and projects with a deadline within seven days").register(registry);
    Gauge.builder("gremienlauf.deadlines.soon", () -> figures().projectsSoon()).tag("kind", "project")
        .description("Papers and projects with a deadline within seven days").register(registry);
    Stream.of(MailState.values()).map(MailState::name).forEach(state ->
        Gauge.builder("gremienlauf.outbox.mails", () -> figures().mails().getOrDefault(state, 0L)).tag("state", state)
            .description("Mails in the outbox").register(registry));
    TimeGauge.builder("gremienlauf.outbox.oldest.pending", () -> figures().oldestSeconds(), TimeUnit.SECONDS)
        .description("How long the oldest mail has been waiting").register(registry);
  }

  private synchronized Figures figures() {
    if (figures == null || System.nanoTime() - readAt > KEPT.toNanos()) {
      figures = read();
      readAt = System.nanoTime();
    }
    return figures;
  }

  private Figures read() {
    LocalDate today = LocalDate.now(clock);
    return new Figures(open(), tasks.createTaskQuery().dueBefore(Date.from(clock.instant())).count(),
        management.createJobQuery().executable().count(), management.createJobQuery().noRetriesLeft().count(),
        runtime.createIncidentQuery().count(), papersSoon(today), projectsSoon(today), mails(), oldest());
  }

  private Map<String, Long> open() {
    Map<String, Long> open = new HashMap<>();
    for (TaskCountByCandidateGroupResult group : tasks.createTaskReport().taskCountByCandidateGroup()) {
      // Those without a group are offered to single people, most of them beside a group.
      if (group.getGroupName() != null) {
        open.merge(ROLES.contains(group.getGroupName()) ? group.getGroupName() : OTHERS, (long) group.getTaskCount(),
            Long::sum);
      }
    }
    return open;
  }

  private long papersSoon(LocalDate today) {
    return jdbc.sql("select count(*) from paper where state in ('DRAFT', 'CO_SIGNING', 'SIGNING', 'SIGNED',"
            + " 'IN_CONSULTATION', 'ANSWER_PENDING') and outside_deadline between :today and :last")
        .param("today", today).param("last", today.plusDays(SOON_DAYS)).query(Long.class).single();
  }

  private long projectsSoon(LocalDate today) {
    return jdbc.sql("select count(*) from funded_project f where f.state in ('PREPARED', 'RUNNING', 'ENDED') and ("
            + "exists (select 1 from proof_of_use d where d.project_id = f.id and d.state = 'OPEN'"
            + " and d.due_on between :today and :last)"
            + " or exists (select 1 from progress_report d where d.project_id = f.id and d.state = 'PLANNED'"
            + " and d.due_on between :today and :last)"
            + " or exists (select 1 from funds_call d where d.project_id = f.id and d.state = 'PAID'"
            + " and d.use_until between :today and :last)"
            + " or exists (select 1 from funding_notice d where d.project_id = f.id and d.state = 'APPEALABLE'"
            + " and d.appeal_until between :today and :last))")
        .param("today", today).param("last", today.plusDays(SOON_DAYS)).query(Long.class).single();
  }

  private Map<String, Long> mails() {
    Map<String, Long> mails = new HashMap<>();
    jdbc.sql("select state, count(*) from outbox_mail group by state").query(row -> {
      mails.put(row.getString(1), row.getLong(2));
    });
    return mails;
  }

  private double oldest() {
    return jdbc.sql("select min(created_at) from outbox_mail where state = 'PENDING'").query(LocalDateTime.class)
        .optional().map(oldest -> Math.max(0, Duration.between(oldest, LocalDateTime.now(clock)).toSeconds()))
        .orElse(0L);
  }
}
