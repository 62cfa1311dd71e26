package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.ProcessMessages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the authority has to be told about a project, and whether it was. */
@Service
@Transactional
public class Duties {

  static final String PROCESS = "notification-duty";

  private final NotificationDutyRepository duties;
  private final FundedProjectRepository projects;
  private final ProjectHistory history;
  private final ProcessMessages messages;
  private final Clock clock;

  Duties(NotificationDutyRepository duties, FundedProjectRepository projects, ProjectHistory history,
      ProcessMessages messages, Clock clock) {
    this.duties = duties;
    this.projects = projects;
    this.history = history;
    this.messages = messages;
    this.clock = clock;
  }

  /** Something happened that the authority has to be told: stores it and starts the task. Returns its id. */
  public Long arise(Long projectId, DutyKind kind, LocalDate noticedOn, String matter) {
    Long dutyId = create(projectId, kind, noticedOn, matter);
    messages.startProcess(PROCESS, projects.required(projectId).projectNumber,
        Map.of("projectId", projectId, "dutyId", dutyId));
    return dutyId;
  }

  /** Stores what the authority has to be told. Returns its id. */
  public Long create(Long projectId, DutyKind kind, LocalDate noticedOn, String matter) {
    projects.required(projectId);
    if (kind == null || matter == null) {
      throw new BusinessException("Bitte geben Sie an, was der Bewilligungsbehörde mitzuteilen ist.");
    }
    LocalDate noticed = noticedOn == null ? LocalDate.now(clock) : noticedOn;
    if (noticed.isAfter(LocalDate.now(clock))) {
      throw new BusinessException("Der Tag, an dem es bekannt wurde, liegt in der Zukunft.");
    }
    NotificationDuty duty = duties.save(new NotificationDuty(null, projectId, kind, noticed, matter, null, null, null));
    history.add(projectId, "Mitteilungspflicht entstanden (" + kind.label() + "): " + matter);
    return duty.id();
  }

  /** Binds a stored duty to the process instance that sees to it. */
  public void attachProcess(Long dutyId, String processInstanceId) {
    duties.save(required(dutyId).runBy(processInstanceId));
  }

  /** Keeps that the authority was told. */
  public void tell(Long dutyId, LocalDate day, String how) {
    NotificationDuty duty = required(dutyId);
    if (day == null || how == null) {
      throw new BusinessException("Bitte geben Sie an, wann und wie die Bewilligungsbehörde unterrichtet wurde.");
    }
    if (day.isBefore(duty.noticedOn()) || day.isAfter(LocalDate.now(clock))) {
      throw new BusinessException("Unterrichtet wurde zwischen dem " + GermanDate.print(duty.noticedOn())
          + " und heute; " + GermanDate.print(day) + " liegt außerhalb.");
    }
    duties.save(duty.told(day, how));
    history.add(duty.projectId(), "Bewilligungsbehörde am " + GermanDate.print(day) + " unterrichtet (" + how + "): "
        + duty.matter());
  }

  /**
   * Something the authority has to be told, as forms show it.
   *
   * @param told when and how it was; null as long as it was not
   */
  public record Duty(Long projectId, DutyKind kind, LocalDate noticedOn, String matter, String told) {
  }

  public Duty get(Long dutyId) {
    NotificationDuty duty = required(dutyId);
    return new Duty(duty.projectId(), duty.kind(), duty.noticedOn(), duty.matter(),
        duty.toldOn() == null ? null : GermanDate.print(duty.toldOn()) + ", " + duty.toldHow());
  }

  List<NotificationDuty> of(Long projectId) {
    return duties.findByProjectIdOrderById(projectId);
  }

  private NotificationDuty required(Long dutyId) {
    return duties.findById(dutyId)
        .orElseThrow(() -> BusinessException.unknown("Diese Mitteilungspflicht gibt es nicht (mehr)."));
  }
}
