package de.gremienlauf.paper;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.ItemConcluded;
import de.gremienlauf.meeting.ItemDetails;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.meeting.RecordedResult;
import de.gremienlauf.meeting.ResultKind;
import de.gremienlauf.meeting.ResultPhrase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the bodies made of a paper, what that does to the other stations, and how it is corrected. */
@Service
@Transactional
public class Results {

  private final Consultations stations;
  private final ConsultationRepository consultations;
  private final PaperRepository paperRows;
  private final Papers papers;
  private final ResultCorrectionRepository corrections;
  private final Wordings wordings;
  private final Agenda agenda;
  private final PaperHistory history;
  private final Council council;
  private final Meetings meetings;
  private final ApplicationEventPublisher events;
  private final CurrentUser user;
  private final Clock clock;

  Results(Consultations stations, ConsultationRepository consultations, PaperRepository paperRows, Papers papers,
      ResultCorrectionRepository corrections, Wordings wordings, Agenda agenda, PaperHistory history,
      Council council, Meetings meetings, ApplicationEventPublisher events, CurrentUser user, Clock clock) {
    this.stations = stations;
    this.consultations = consultations;
    this.paperRows = paperRows;
    this.papers = papers;
    this.corrections = corrections;
    this.wordings = wordings;
    this.agenda = agenda;
    this.history = history;
    this.council = council;
    this.meetings = meetings;
    this.events = events;
    this.user = user;
    this.clock = clock;
  }

  /** Lets nobody else change the paper of a station, which is returned, or its meeting until the transaction ends. */
  public Long lock(Long consultationId) {
    lockPaper(consultationId);
    Consultation station = stations.get(consultationId);
    if (station.meetingId != null) {
      meetings.lock(station.meetingId);
    }
    return station.paperId;
  }

  private void lockPaper(Long consultationId) {
    paperRows.lock(stations.get(consultationId).paperId);
  }

  /**
   * Records the result of a body in the item of its meeting. Returns its kind if a person has chosen it, else null: the
   * table reads it then.
   *
   * @param taskId the task in which it was entered
   */
  public ResultKind record(Long consultationId, RecordedResult entered, String taskId) {
    lock(consultationId);
    Consultation station = stations.get(consultationId);
    if (station.state != ConsultationState.REGISTERED) {
      throw new BusinessException("Für diese Station ist inzwischen ein Ergebnis erfasst oder sie ist entfallen.");
    }
    checkWaiting(station, entered.postponedAfter());
    station.taskId = taskId;
    consultations.save(station);
    agenda.conclude(station.agendaItemId, entered);
    return stations.get(consultationId).kind;
  }

  /** Takes over what a meeting made of the paper, and wakes the station unless it is its own task that tells it. */
  @EventListener
  void onConcluded(ItemConcluded concluded) {
    if (concluded.consultationId() == null) {
      return;
    }
    paperRows.lock(stations.get(concluded.consultationId()).paperId);
    Consultation station = stations.get(concluded.consultationId());
    if (station.state != ConsultationState.REGISTERED) {
      throw new BusinessException("Für diese Station ist inzwischen ein Ergebnis erfasst oder sie ist entfallen.");
    }
    ItemDetails item = agenda.details(concluded.itemId());
    RecordedResult result = item.recorded();
    checkWaiting(station, result.postponedAfter());
    Paper paper = papers.get(station.paperId);
    station.kind = result.noResult() && result.kind() == null ? ResultKind.NONE : result.kind();
    station.wordingNumber = result.votedWording() == null ? paper.currentWording : result.votedWording();
    station.concludedOn = item.concludedOn();
    station.state = ConsultationState.RECORDED;
    consultations.save(station);
    history.add(station.paperId, stations.bodyName(station) + ", " + GermanDate.print(station.concludedOn) + ": "
        + (hidden(paper, item) ? "beraten im nichtöffentlichen Teil"
            : (result.noResult() ? "kein Ergebnis bekannt" : "„" + result.result() + "“")
                + (result.vote() == null ? "" : " (" + result.vote() + ")")) + ".");
    if (station.taskId == null) {
      stations.lookAgain(station);
    }
  }

  /** The history of a public paper is for everybody, what a body said behind closed doors is not. */
  private static boolean hidden(Paper paper, ItemDetails item) {
    return paper.publicPaper && !item.publicItem();
  }

  private void checkWaiting(Consultation station, Long after) {
    for (Long body = after; body != null; body = awaitedBy(station.paperId, body)) {
      if (station.organizationId.equals(awaitedBy(station.paperId, body))) {
        throw new BusinessException(council.get(after).name() + " wartet selbst auf " + stations.bodyName(station)
            + "; so käme keines der Gremien an die Reihe.");
      }
    }
  }

  private Long awaitedBy(Long paperId, Long organizationId) {
    return stations.all(paperId).stream().filter(other -> other.open() && other.organizationId.equals(organizationId))
        .map(other -> other.waitsForOrganizationId).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** Lets a person say of what kind a result is that no table knows. */
  public void classify(Long consultationId, ResultKind kind) {
    Consultation station = stations.get(consultationId);
    station.kind = kind;
    consultations.save(station);
  }

  /**
   * Whether the body decides the matter alone, shares the decision with another open station, or only advises. What the
   * result does follows in the same transaction or after the targets of a referral have been named: who looks meanwhile
   * what to wait for sees it, or is told.
   */
  public String competence(Long consultationId) {
    lockPaper(consultationId);
    Consultation station = stations.get(consultationId);
    if (station.consultationRole != ConsultationRole.DECISION && station.consultationRole != ConsultationRole.APPROVAL) {
      return "NONE";
    }
    return stations.others(station).stream().anyMatch(other -> other.consultationRole == ConsultationRole.DECISION)
        ? "PART" : "WHOLE";
  }

  /** Registers the body again: on the named day, after the named body, or in its next meeting. */
  public void planNextMeeting(Long consultationId) {
    Consultation station = stations.get(consultationId);
    LocalDate until = recorded(station).postponedTo();
    Organization body = until == null ? council.get(station.organizationId) : bodyOn(station, until);
    Long meeting = until != null ? meetings.ensure(body, until, null).id()
        : meetings.nextAfter(body.id(), station.concludedOn).map(Meeting::id).orElse(null);
    Consultation next = plan(station, body.id(), station.consultationRole, station.sequenceRank,
        ConsultationOrigin.POSTPONED, meeting);
    Long after = recorded(station).postponedAfter();
    if (after != null) {
      next.waitsForOrganizationId = after;
      next.meetingId = null;
      consultations.save(next);
    }
    papers.launch(station.paperId, List.of(next.id));
  }

  /** The body of a station on a day to come: by then it may have been succeeded. */
  private Organization bodyOn(Consultation station, LocalDate day) {
    Organization body = council.get(station.organizationId);
    return body.validOn(day) ? body : council.find(body.municipality(), body.name(), day)
        .orElseThrow(() -> new BusinessException(body.name() + " gibt es am " + GermanDate.print(day) + " nicht mehr."
            + " Bitte geben Sie einen früheren Tag an, oder verweisen Sie die Vorlage an ein anderes Gremium."));
  }

  private Consultation plan(Consultation from, Long organizationId, ConsultationRole role, int rank,
      ConsultationOrigin origin, Long meetingId) {
    return stations.add(from.paperId, new SequenceStation(null, organizationId, role, rank, meetingId), origin, from.id);
  }

  /** Whether it is known where the matter goes: bodies are named, others still consult, or there is said to be none. */
  public boolean referralTargetKnown(Long consultationId) {
    Consultation station = stations.get(consultationId);
    return !recorded(station).referredTo().isEmpty() || station.noReferralTarget || stations.others(station).stream()
        .anyMatch(other -> !other.organizationId.equals(station.organizationId)
            && !other.consultationRole.outlivesTheRun());
  }

  /** Names the bodies a matter is referred to, or says that there is none. */
  public void assignReferralTargets(Long consultationId, List<Long> organizationIds, boolean none) {
    if (none != organizationIds.isEmpty()) {
      throw new BusinessException(none
          ? "Bitte entweder Gremien auswählen oder angeben, dass es kein weiteres gibt."
          : "Bitte wählen Sie mindestens ein Gremium aus oder geben Sie an, dass es kein weiteres gibt.");
    }
    lockPaper(consultationId);
    Consultation station = stations.get(consultationId);
    station.noReferralTarget = none;
    consultations.save(station);
    agenda.refer(station.agendaItemId, organizationIds);
  }

  /**
   * Takes the targets of a referral into the sequence and, if the matter returns, the referring body right after them
   * unless it is already there to consult again. Who only takes note or approves later does neither.
   */
  public void planReferral(Long consultationId, ResultKind kind) {
    Consultation station = stations.get(consultationId);
    List<Consultation> all = stations.all(station.paperId);
    List<Consultation> remaining = remaining(all, station);
    List<Long> referredTo = recorded(station).referredTo();
    List<Long> targets = referredTo.stream().filter(target -> !target.equals(station.organizationId)
        && remaining.stream().noneMatch(other -> consults(other, target))).toList();
    List<Long> added = new ArrayList<>();
    if (!targets.isEmpty()) {
      makeRoom(remaining, station.sequenceRank);
    }
    for (Long target : targets) {
      Consultation planned = plan(station, target, formerRole(all, target), station.sequenceRank + 1,
          ConsultationOrigin.REFERRED,
          meetings.nextAfter(target, station.concludedOn).map(Meeting::id).orElse(null));
      remaining.add(planned);
      added.add(planned.id);
    }
    boolean alreadyThere = remaining.stream().anyMatch(other -> consultsAgain(other, station));
    boolean returns = referredTo.contains(station.organizationId)
        || kind == ResultKind.REFERRED_WITH_RETURN && !remaining.isEmpty();
    if (returns && !alreadyThere) {
      List<Consultation> before = before(remaining, referredTo);
      int rank = before.stream().mapToInt(other -> other.sequenceRank).max().orElse(station.sequenceRank);
      makeRoom(remaining, rank);
      added.add(plan(station, station.organizationId, station.consultationRole, rank + 1, ConsultationOrigin.RETURNED,
          meetingAfterAll(station, before)).id);
    }
    papers.launch(station.paperId, added);
  }

  private static List<Consultation> remaining(List<Consultation> all, Consultation station) {
    return new ArrayList<>(all.stream().filter(other -> other.open() && !other.id.equals(station.id)).toList());
  }

  private static boolean consults(Consultation station, Long organizationId) {
    return station.organizationId.equals(organizationId) && !station.consultationRole.outlivesTheRun();
  }

  /** Whether the other station of the same body does what the station would return for, or decides. */
  private static boolean consultsAgain(Consultation other, Consultation station) {
    return other.organizationId.equals(station.organizationId) && (other.consultationRole == station.consultationRole
        || other.consultationRole == ConsultationRole.DECISION
        || station.consultationRole != ConsultationRole.DECISION && !other.consultationRole.outlivesTheRun());
  }

  /** A body that a matter is sent back to consults as it did before; any other advises. */
  private static ConsultationRole formerRole(List<Consultation> all, Long organizationId) {
    return all.stream().filter(other -> other.state == ConsultationState.CONCLUDED && consults(other, organizationId))
        .max(Comparator.comparing(other -> other.consultationNumber)).map(other -> other.consultationRole)
        .orElse(ConsultationRole.PRELIMINARY);
  }

  /** Whom a matter returns after: the bodies that it is referred to; if none is named, who is left to advise. */
  private static List<Consultation> before(List<Consultation> remaining, List<Long> referredTo) {
    List<Consultation> named = remaining.stream()
        .filter(other -> referredTo.contains(other.organizationId) && consults(other, other.organizationId)).toList();
    List<Consultation> advising = remaining.stream().filter(other -> !other.consultationRole.outlivesTheRun()
        && other.consultationRole != ConsultationRole.DECISION).toList();
    return !named.isEmpty() ? named : !advising.isEmpty() ? advising : remaining;
  }

  private Long meetingAfterAll(Consultation station, List<Consultation> before) {
    LocalDate after = before.stream().filter(c -> c.meetingId != null).map(c -> meetings.get(c.meetingId).day())
        .reduce(station.concludedOn, (one, other) -> one.isAfter(other) ? one : other);
    return meetings.nextAfter(station.organizationId, after.minusDays(after.equals(station.concludedOn) ? 0 : 1))
        .map(Meeting::id).orElse(null);
  }

  private void makeRoom(List<Consultation> remaining, int after) {
    for (Consultation other : remaining) {
      if (other.sequenceRank > after) {
        other.sequenceRank++;
        consultations.save(other);
      }
    }
  }

  /** Drops what the end of the run makes superfluous; who only takes note or approves stays. */
  public void dropRemaining(Long consultationId) {
    Consultation station = stations.get(consultationId);
    for (Consultation other : stations.others(station)) {
      if (!other.consultationRole.outlivesTheRun() && other.state != ConsultationState.RECORDED) {
        stations.drop(other.id, station.id, "Lauf durch " + stations.bodyName(station) + " beendet");
      }
    }
  }

  /** Stores kind and effect of the result, and the wording that a body gave the resolution. */
  public void applyResult(Long consultationId, ResultKind kind, ResultEffect effect, boolean runEnds) {
    Consultation station = stations.get(consultationId);
    station.kind = kind;
    station.effect = effect;
    station.runEnds = runEnds;
    station.state = ConsultationState.CONCLUDED;
    consultations.save(station);
    if (effect.amends()) {
      Paper paper = papers.get(station.paperId);
      wordings.amend(paper, station, stations.bodyName(station), recorded(station).amendedWording());
      paperRows.save(paper);
    }
    events.publishEvent(new StationEnded(station));
    if (effect.decides()) {
      events.publishEvent(new ResolutionPassed(station.paperId, station.id));
    }
  }

  /** Corrects the result of a body: takes its former effect back and lets the new one take place. */
  public void correct(Long consultationId, String result, ResultKind kind, String vote, String reason) {
    Papers.requireReason(reason);
    paperRows.lock(stations.get(consultationId).paperId);
    Consultation station = stations.get(consultationId);
    Paper paper = papers.get(station.paperId);
    if (station.state != ConsultationState.CONCLUDED) {
      throw new BusinessException("Für dieses Gremium ist kein Ergebnis festgehalten, das sich berichtigen lässt.");
    }
    if (paper.withdrawnOn != null) {
      throw new BusinessException("Die Vorlage wurde zurückgezogen; ihre Ergebnisse lassen sich nicht mehr berichtigen.");
    }
    if (result == null || result.isBlank() || result.length() > 2000 || vote != null && vote.length() > 2000) {
      throw new BusinessException("Bitte geben Sie das richtige Ergebnis an (höchstens 2000 Zeichen).");
    }
    RecordedResult former = recorded(station);
    corrections.save(new ResultCorrection(null, station.id,
        LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS), user.id(), reason, former.result(), station.kind,
        station.effect, former.vote()));
    history.add(station.paperId, "Ergebnis " + stations.bodyName(station) + " berichtigt"
        + (hidden(paper, agenda.details(station.agendaItemId)) ? "."
            : " von „" + former.result() + "“ in „" + result + "“: " + reason));
    List<Long> toLaunch = new ArrayList<>(takeBackEffect(station, paper));
    if (station.effect.decides()) {
      events.publishEvent(new ResolutionTakenBack(station.paperId, station.id));
    }
    station.kind = kind;
    station.effect = null;
    station.runEnds = null;
    station.noReferralTarget = false;
    agenda.correct(station.agendaItemId, result, kind, vote, reason);
    station.state = ConsultationState.RECORDED;
    consultations.save(station);
    toLaunch.add(station.id);
    papers.launch(station.paperId, toLaunch);
  }

  private List<Long> takeBackEffect(Consultation station, Paper paper) {
    List<Long> reopened = new ArrayList<>();
    for (Consultation other : stations.all(station.paperId)) {
      if (station.id.equals(other.originConsultationId) && other.open()
          && other.state != ConsultationState.RECORDED) {
        stations.drop(other.id, null, "Ergebnis berichtigt: " + stations.bodyName(station));
      } else if (station.id.equals(other.droppedByConsultationId)) {
        other.state = ConsultationState.PLANNED;
        other.droppedByConsultationId = null;
        other.droppedOn = null;
        other.dropReason = null;
        other.processInstanceId = null;
        consultations.save(other);
        reopened.add(other.id);
      }
    }
    wordings.takeBack(paper, station.id, stations.all(paper.id).stream()
        .filter(other -> other.state == ConsultationState.CONCLUDED && other.effect.amends()
            && !other.id.equals(station.id))
        .map(other -> other.id).collect(Collectors.toSet()));
    paperRows.save(paper);
    return reopened;
  }

  /** The printed result as the decision table reads it. */
  public String phrase(Long consultationId) {
    return ResultPhrase.of(recorded(stations.get(consultationId)).result());
  }

  private RecordedResult recorded(Consultation station) {
    return agenda.details(station.agendaItemId).recorded();
  }

  /** The kind a person has chosen; null if none has. */
  public ResultKind chosenKind(Long consultationId) {
    return stations.get(consultationId).kind;
  }
}
