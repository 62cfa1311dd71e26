package de.gremienlauf.paper;

import de.gremienlauf.calendar.BodyKind;
import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.calendar.Hearings;
import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.deadline.TaskPeriods;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.ProcessMessages;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.MeetingMoved;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.meeting.ResultKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The periods after which a district council that is heard and says nothing has agreed. Each station has one as long as
 * it waits for its meeting; another meeting, or another day of it, brings another period.
 */
@Service
@Transactional
public class HearingPeriods {

  private static final String PROCESS = "hearing-period";
  private static final String PERIOD_OBSOLETE = "PeriodObsolete";
  private static final String REASON = "Zustimmung durch Fristablauf";

  private final HearingPeriodRepository rows;
  private final ConsultationRepository consultations;
  private final PaperRepository paperRows;
  private final Consultations stations;
  private final PaperHistory history;
  private final Hearings hearings;
  private final TaskPeriods periods;
  private final Council council;
  private final Meetings meetings;
  private final Agenda agenda;
  private final ProcessMessages messages;
  private final Clock clock;

  HearingPeriods(HearingPeriodRepository rows, ConsultationRepository consultations, PaperRepository paperRows,
      Consultations stations, PaperHistory history, Hearings hearings, TaskPeriods periods,
      Council council, Meetings meetings, Agenda agenda, ProcessMessages messages, Clock clock) {
    this.rows = rows;
    this.consultations = consultations;
    this.paperRows = paperRows;
    this.stations = stations;
    this.history = history;
    this.hearings = hearings;
    this.periods = periods;
    this.council = council;
    this.meetings = meetings;
    this.agenda = agenda;
    this.messages = messages;
    this.clock = clock;
  }

  @EventListener
  void onRegistered(StationRegistered registered) {
    renew(registered.station());
  }

  @EventListener
  void onMoved(MeetingMoved moved) {
    consultations.findAllById(moved.consultationIds()).forEach(this::renew);
  }

  private void renew(Consultation station) {
    if (station.consultationRole != ConsultationRole.HEARING) {
      return;
    }
    HearingPeriod known = rows.findByConsultationId(station.id).orElse(null);
    Optional<ExplainedDate> end = end(station, known);
    if (end.isPresent() && known != null && known.lastDay().equals(end.get().date()) && watched(known)) {
      return;
    }
    if (known != null) {
      known = stop(known);
    }
    if (end.isPresent()) {
      start(station, known, end.get());
    }
  }

  /** Nothing ends as long as no meeting is known, nor for a station that has its result. */
  private Optional<ExplainedDate> end(Consultation station, HearingPeriod known) {
    if (station.state != ConsultationState.REGISTERED || station.meetingId == null) {
      return Optional.empty();
    }
    Organization body = council.get(station.organizationId);
    return hearings.deemedConsent(
        new BodyKind(Council.displayName(body.municipality()), body.name(), body.classification()),
        station.consultationRole.name(), providedOn(station, known), meetings.get(station.meetingId).day());
  }

  private LocalDate providedOn(Consultation station, HearingPeriod known) {
    if (known != null) {
      return known.providedOn();
    }
    if (station.origin == ConsultationOrigin.POSTPONED) {
      return rows.findByConsultationId(station.originConsultationId).map(HearingPeriod::providedOn)
          .orElseGet(() -> LocalDate.now(clock));
    }
    return LocalDate.now(clock);
  }

  private void start(Consultation station, HearingPeriod known, ExplainedDate end) {
    HearingPeriod period = rows.save(new HearingPeriod(known == null ? null : known.id(), station.id,
        providedOn(station, known), end.date(), String.join(" ", end.steps()) + " " + end.ground() + ".", null));
    history.add(station.paperId, "Anhörungsfrist " + stations.bodyName(station) + " bis "
        + GermanDate.print(end.date()) + ".");
    watch(station, period);
  }

  private void watch(Consultation station, HearingPeriod period) {
    rows.save(period.watchedBy(messages.startProcess(PROCESS, stations.businessKey(station.id),
        Map.of("paperId", station.paperId, "consultationId", station.id))));
  }

  private boolean watched(HearingPeriod period) {
    return period.processInstanceId() != null && messages.awaits(PERIOD_OBSOLETE, period.processInstanceId());
  }

  private HearingPeriod stop(HearingPeriod period) {
    if (watched(period)) {
      messages.send(PERIOD_OBSOLETE, period.processInstanceId(), Map.of());
    }
    return rows.save(period.watchedBy(null));
  }

  /**
   * The first day on which silence is taken for consent. A body that met on one of the last days may have answered:
   * its minute taker has the time of a clarification to record it.
   */
  public LocalDate endsOn(Long consultationId) {
    return endsOn(consultationId, rows.findByConsultationId(consultationId).orElseThrow().lastDay());
  }

  private LocalDate endsOn(Long consultationId, LocalDate lastDay) {
    LocalDate afterPeriod = lastDay.plusDays(1);
    LocalDate recorded = periods.after("late-record", stations.meetingDay(consultationId)).plusDays(1);
    return recorded.isAfter(afterPeriod) ? recorded : afterPeriod;
  }

  /** What was waited for may have moved meanwhile: the day of the meeting, or a recess that became known later. */
  private boolean prolonged(Consultation station, HearingPeriod period) {
    ExplainedDate end = end(station, period).orElse(null);
    if (end == null || !LocalDate.now(clock).isBefore(endsOn(station.id, end.date()))) {
      return false;
    }
    if (end.date().equals(period.lastDay())) {
      watch(station, period);
    } else {
      start(station, period, end);
    }
    return true;
  }

  /** Records that a silent body has agreed; does nothing if it has answered, be it in minutes still being written. */
  public void recordConsent(Long consultationId) {
    paperRows.lock(stations.get(consultationId).paperId);
    Consultation station = stations.get(consultationId);
    if (station.state != ConsultationState.REGISTERED
        || agenda.details(station.agendaItemId).recorded().result() != null) {
      return;
    }
    HearingPeriod period = rows.findByConsultationId(consultationId).orElseThrow();
    if (prolonged(station, period)) {
      return;
    }
    station.kind = ResultKind.DEEMED_CONSENT;
    station.concludedOn = period.lastDay();
    station.state = ConsultationState.RECORDED;
    consultations.save(station);
    agenda.withdraw(station.agendaItemId, REASON);
    history.add(station.paperId, stations.bodyName(station) + " hat sich bis "
        + GermanDate.print(period.lastDay()) + " nicht geäußert, " + REASON + ": " + period.explanation());
    rows.save(period.watchedBy(null));
    stations.lookAgain(station);
  }

  @EventListener
  void onEnded(StationEnded ended) {
    if (ended.station().consultationRole == ConsultationRole.HEARING) {
      stop(ended.station().id);
    }
  }

  @EventListener
  void onInterrupted(RunInterrupted interrupted) {
    stations.all(interrupted.paperId()).stream()
        .filter(station -> station.consultationRole == ConsultationRole.HEARING)
        .forEach(station -> stop(station.id));
  }

  private void stop(Long consultationId) {
    rows.findByConsultationId(consultationId).ifPresent(this::stop);
  }
}
