package de.gremienlauf.paper;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.Phrases;
import de.gremienlauf.engine.ProcessMessages;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.Meetings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The stations of a paper's sequence: what each waits for, its result, and what the result does to the others. */
@Service
@Transactional
public class Consultations {

  private static final String STATION_CHANGED = "StationChanged";
  private static final String STATION_DROPPED = "StationDropped";
  private static final String OTHER_BODY_CONCLUDED = "OtherBodyConcluded";

  private final ConsultationRepository consultations;
  private final PaperRepository paperRows;
  private final Papers papers;
  private final ResultCorrectionRepository corrections;
  private final Wordings wordings;
  private final SequenceProposal proposal;
  private final VoteReading votes;
  private final PaperHistory history;
  private final Council council;
  private final Meetings meetings;
  private final ProcessMessages messages;
  private final CurrentUser user;
  private final Clock clock;

  Consultations(ConsultationRepository consultations, PaperRepository paperRows, Papers papers,
      ResultCorrectionRepository corrections, Wordings wordings, SequenceProposal proposal, VoteReading votes,
      PaperHistory history, Council council, Meetings meetings, ProcessMessages messages, CurrentUser user,
      Clock clock) {
    this.consultations = consultations;
    this.paperRows = paperRows;
    this.papers = papers;
    this.corrections = corrections;
    this.wordings = wordings;
    this.proposal = proposal;
    this.votes = votes;
    this.history = history;
    this.council = council;
    this.meetings = meetings;
    this.messages = messages;
    this.user = user;
    this.clock = clock;
  }

  /** What a registered station waits for. */
  public enum Awaits { MEETING_DAY, MEETING, OTHER_BODY, NOTHING }

  /** Proposes a sequence for a draft that has none; an amendment goes along with its paper. */
  public void proposeSequence(Long paperId) {
    if (all(paperId).stream().anyMatch(Consultation::open)) {
      return;
    }
    Paper paper = papers.get(paperId);
    List<SequenceStation> proposed = paper.superordinatedReference == null ? proposal.propose(paper)
        : paperRows.findByMunicipalityAndReference(paper.municipality, paper.superordinatedReference).stream()
            .flatMap(superordinated -> all(superordinated.id).stream())
            .filter(Consultation::open)
            .map(station -> new SequenceStation(null, station.organizationId, station.consultationRole,
                station.sequenceRank, station.meetingId))
            .toList();
    proposed.forEach(station -> add(paperId, station, ConsultationOrigin.SEQUENCE, null));
  }

  /** Checks that the sequence can be released. The remark, if any, is kept in the history. */
  public void confirmSequence(Long paperId, String remark) {
    List<Consultation> open = all(paperId).stream().filter(Consultation::open).toList();
    if (open.isEmpty()) {
      throw new BusinessException(
          "Die Beratungsfolge ist leer. Bitte nehmen Sie im Reiter „Beratungsfolge“ mindestens ein Gremium auf.");
    }
    String withoutMeeting = open.stream()
        .filter(station -> station.meetingId == null && station.waitsForOrganizationId == null
            && station.state == ConsultationState.PLANNED)
        .map(this::bodyName).collect(Collectors.joining(", "));
    if (!withoutMeeting.isEmpty()) {
      throw new BusinessException("Noch keine Sitzung haben: " + withoutMeeting
          + ". Bitte wählen Sie im Reiter „Beratungsfolge“ eine Sitzung.");
    }
    history.add(paperId, "Beratungsfolge festgelegt: " + open.stream()
        .map(this::describe).collect(Collectors.joining("; ")) + "." + (remark == null ? "" : " " + remark));
  }

  /**
   * The same for somebody who saw the sequence in a certain version: refused if it has changed since then.
   *
   * @param seenVersion as {@link #version} gave it
   */
  public void changeSequence(Long paperId, String seenVersion, List<SequenceStation> desired, String reason) {
    paperRows.lock(paperId);
    if (!version(paperId).equals(seenVersion)) {
      throw BusinessException.conflict(
          "Die Beratungsfolge wurde inzwischen von jemand anderem geändert. Bitte laden Sie die Seite neu.");
    }
    changeSequence(paperId, desired, reason);
  }

  /** Another one whenever the paper or one of its stations has changed. */
  public String version(Long paperId) {
    return papers.get(paperId).version + all(paperId).stream().sorted(Comparator.comparing(station -> station.id))
        .map(station -> "-" + station.id + "." + station.version).collect(Collectors.joining());
  }

  /**
   * Changes what remains of the sequence to what is given: stations left out are removed, new ones are added, others
   * may change rank, role and meeting. After release a reason is required.
   */
  public void changeSequence(Long paperId, List<SequenceStation> desired, String reason) {
    paperRows.lock(paperId);
    Paper paper = papers.get(paperId);
    boolean released = paper.releasedOn != null;
    if (paper.withdrawnOn != null) {
      throw new BusinessException("Die Vorlage wurde zurückgezogen; ihre Beratungsfolge lässt sich nicht mehr ändern.");
    }
    if (released) {
      Papers.requireReason(reason);
    }
    List<String> changes = new ArrayList<>();
    List<Consultation> open = all(paperId).stream()
        .filter(station -> station.open() && station.state != ConsultationState.RECORDED).toList();
    List<Long> kept = desired.stream().map(SequenceStation::id).filter(Objects::nonNull).toList();
    for (Long id : kept) {
      if (open.stream().noneMatch(station -> station.id.equals(id))) {
        throw new BusinessException("Eine der Stationen ist inzwischen beraten oder entfallen. Bitte laden Sie die"
            + " Beratungsfolge neu.");
      }
    }
    List<Long> added = new ArrayList<>();
    for (SequenceStation station : desired) {
      if (station.id() == null) {
        Consultation created = add(paperId, station,
            released ? ConsultationOrigin.CHANGE : ConsultationOrigin.SEQUENCE, null);
        added.add(created.id);
        changes.add("neu: " + describe(created));
      }
    }
    papers.launch(paperId, added);
    for (Consultation station : open) {
      desired.stream().filter(wish -> station.id.equals(wish.id())).findFirst()
          .filter(wish -> change(station, wish))
          .ifPresent(wish -> changes.add("geändert: " + describe(station)));
    }
    for (Consultation station : open) {
      if (!kept.contains(station.id)) {
        drop(station.id, null, "aus der Beratungsfolge genommen" + (reason == null ? "" : ": " + reason));
        changes.add("gestrichen: " + describe(station));
      }
    }
    if (!changes.isEmpty()) {
      history.add(paperId, "Beratungsfolge geändert" + (reason == null ? "" : " (" + reason + ")") + ": "
          + String.join("; ", changes) + ".");
    }
  }

  private boolean change(Consultation station, SequenceStation wish) {
    boolean otherMeeting = !Objects.equals(station.meetingId, wish.meetingId());
    if (!otherMeeting && station.sequenceRank == wish.rank() && station.consultationRole == wish.role()) {
      return false;
    }
    checkMeeting(station.organizationId, wish.meetingId());
    station.sequenceRank = wish.rank();
    station.consultationRole = wish.role();
    station.meetingId = wish.meetingId();
    if (otherMeeting) {
      station.waitsForOrganizationId = null;
    }
    consultations.save(station);
    if (otherMeeting) {
      wake(station, STATION_CHANGED);
    }
    return true;
  }

  /** Plans the station of a body; its number follows the paper's last. */
  private Consultation add(Long paperId, SequenceStation wish, ConsultationOrigin origin, Long originConsultationId) {
    checkMeeting(wish.organizationId(), wish.meetingId());
    if (wish.role() == null) {
      throw new BusinessException("Bitte geben Sie für jede Station an, in welcher Rolle das Gremium berät.");
    }
    Consultation station = new Consultation();
    station.paperId = paperId;
    station.consultationNumber = all(paperId).stream().mapToInt(c -> c.consultationNumber).max().orElse(0) + 1;
    station.sequenceRank = wish.rank();
    station.organizationId = council.get(wish.organizationId()).id();
    station.consultationRole = wish.role();
    station.meetingId = wish.meetingId();
    station.origin = origin;
    station.originConsultationId = originConsultationId;
    return consultations.save(station);
  }

  private void checkMeeting(Long organizationId, Long meetingId) {
    if (meetingId != null && !meetings.get(meetingId).organizationId().equals(organizationId)) {
      throw new BusinessException("Die gewählte Sitzung ist keine Sitzung dieses Gremiums.");
    }
  }

  /** Looks what the station waits for, and registers it. */
  public Awaits register(Long consultationId, String processInstanceId) {
    Consultation station = get(consultationId);
    station.processInstanceId = processInstanceId;
    Awaits awaits = awaits(station);
    if (station.state == ConsultationState.PLANNED) {
      station.state = ConsultationState.REGISTERED;
    }
    consultations.save(station);
    return awaits;
  }

  private Awaits awaits(Consultation station) {
    if (station.state == ConsultationState.RECORDED) {
      return Awaits.NOTHING;
    }
    if (station.waitsForOrganizationId != null) {
      if (hasOpenStation(station.paperId, station.waitsForOrganizationId)) {
        return Awaits.OTHER_BODY;
      }
      station.waitsForOrganizationId = null;
      station.meetingId = meetings.nextAfter(station.organizationId, LocalDate.now(clock)).map(Meeting::id)
          .orElse(null);
    }
    return station.meetingId == null ? Awaits.MEETING : Awaits.MEETING_DAY;
  }

  private boolean hasOpenStation(Long paperId, Long organizationId) {
    return all(paperId).stream().anyMatch(c -> c.open() && c.organizationId.equals(organizationId));
  }

  /** Gives the station a meeting of its body, or one on a new day. */
  public void assignMeeting(Long consultationId, Long meetingId, LocalDate newDay) {
    Consultation station = get(consultationId);
    if ((meetingId == null) == (newDay == null)) {
      throw new BusinessException("Bitte wählen Sie eine Sitzung aus oder geben Sie den Tag einer neuen Sitzung an.");
    }
    checkMeeting(station.organizationId, meetingId);
    station.meetingId = meetingId != null ? meetingId
        : meetings.ensure(council.get(station.organizationId), newDay, null).id();
    consultations.save(station);
    history.add(station.paperId, "Sitzung festgelegt: " + describe(station) + ".");
  }

  /** Names of bodies of an earlier rank that have no result yet. */
  public List<String> openEarlierBodies(Long consultationId) {
    Consultation station = get(consultationId);
    return all(station.paperId).stream()
        .filter(other -> other.open() && other.state != ConsultationState.RECORDED
            && other.sequenceRank < station.sequenceRank)
        .map(this::bodyName)
        .distinct()
        .toList();
  }

  /**
   * Stores the result of a body. Returns its kind if a person has chosen it, else null: the table reads it then.
   *
   * @param taskId the task in which it was entered
   */
  public ResultKind record(Long consultationId, RecordedResult entered, String taskId) {
    paperRows.lock(get(consultationId).paperId);
    Consultation station = get(consultationId);
    if (station.state != ConsultationState.REGISTERED) {
      throw new BusinessException("Für diese Station ist inzwischen ein Ergebnis erfasst oder sie ist entfallen.");
    }
    List<String> earlier = openEarlierBodies(consultationId);
    if (!earlier.isEmpty() && entered.handling() == null) {
      throw new BusinessException("Noch ohne Ergebnis: " + String.join(", ", earlier)
          + ". Bitte wählen Sie, wie das Gremium verfahren ist: zurückstellen, ohne Votum oder unter Vorbehalt.");
    }
    RecordedResult result = completed(entered, earlier);
    if (result.noResult() == (result.result() != null)) {
      throw new BusinessException(result.noResult()
          ? "Es ist ein Ergebnis eingetragen und zugleich „kein Ergebnis bekannt“ angekreuzt. Bitte nur eines von beiden."
          : "Bitte tragen Sie das Ergebnis ein, wie es in der Niederschrift steht, oder kreuzen Sie an, dass keines"
              + " bekannt ist.");
    }
    Paper paper = papers.get(station.paperId);
    station.printedResult = result.result();
    station.kind = result.noResult() ? ResultKind.NONE : result.kind();
    station.handling = result.handling();
    station.resultCondition = result.condition();
    station.wordingNumber = result.votedWording() == null ? paper.currentWording : result.votedWording();
    station.amendedWording = result.amendedWording();
    station.postponedTo = checkedPostponement(result.postponedTo());
    station.postponedAfterOrganizationId = checkedWaiting(station, result.postponedAfter());
    station.referralTargets = result.referredTo().stream().map(Consultation.ReferralTarget::new)
        .collect(Collectors.toSet());
    station.remark = result.remark();
    station.concludedOn = LocalDate.now(clock);
    station.taskId = taskId;
    votes.read(station, result);
    station.state = ConsultationState.RECORDED;
    consultations.save(station);
    history.add(station.paperId, bodyName(station) + ", " + GermanDate.print(station.concludedOn) + ": "
        + (result.noResult() ? "kein Ergebnis bekannt" : "„" + result.result() + "“")
        + (result.vote() == null ? "" : " (" + result.vote() + ")") + ".");
    return station.kind;
  }

  private static RecordedResult completed(RecordedResult entered, List<String> earlier) {
    if (earlier.isEmpty() || entered.handling() == null) {
      return entered;
    }
    String phrase = entered.result();
    ResultKind kind = entered.kind();
    String condition = entered.condition();
    switch (entered.handling()) {
      case PUT_BACK -> {
        phrase = phrase == null ? "zurückgestellt" : phrase;
        kind = kind == null ? ResultKind.POSTPONED : kind;
      }
      case WITHOUT_VOTE -> {
        phrase = phrase == null ? "ohne Votum in nachfolgende Gremien" : phrase;
        kind = kind == null ? ResultKind.WITHOUT_VOTE : kind;
      }
      default -> condition = condition == null
          ? "vorbehaltlich der Beratung: " + String.join(", ", earlier) : condition;
    }
    return new RecordedResult(phrase, entered.noResult(), kind, entered.handling(), entered.vote(), entered.counts(),
        entered.against(), entered.abstaining(), entered.pointVotes(), shortened(condition), entered.votedWording(),
        entered.amendedWording(), entered.postponedTo(), entered.postponedAfter(), entered.referredTo(),
        entered.remark());
  }

  private static String shortened(String text) {
    return text == null || text.length() <= 500 ? text : text.substring(0, 499) + "…";
  }

  private LocalDate checkedPostponement(LocalDate day) {
    if (day != null && !day.isAfter(LocalDate.now(clock))) {
      throw new BusinessException("Die Vertagung auf den " + GermanDate.print(day) + " liegt nicht in der Zukunft.");
    }
    return day;
  }

  private Long checkedWaiting(Consultation station, Long after) {
    for (Long body = after; body != null; body = awaitedBy(station.paperId, body)) {
      if (station.organizationId.equals(awaitedBy(station.paperId, body))) {
        throw new BusinessException(council.get(after).name() + " wartet selbst auf " + bodyName(station)
            + "; so käme keines der Gremien an die Reihe.");
      }
    }
    return after;
  }

  private Long awaitedBy(Long paperId, Long organizationId) {
    return all(paperId).stream().filter(other -> other.open() && other.organizationId.equals(organizationId))
        .map(other -> other.waitsForOrganizationId).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** Lets a person say of what kind a result is that no table knows. */
  public void classify(Long consultationId, ResultKind kind) {
    Consultation station = get(consultationId);
    station.kind = kind;
    consultations.save(station);
  }

  /** Whether the body decides the matter alone, shares the decision with another open station, or only advises. */
  public String competence(Long consultationId) {
    Consultation station = get(consultationId);
    if (station.consultationRole != ConsultationRole.DECISION && station.consultationRole != ConsultationRole.APPROVAL) {
      return "NONE";
    }
    return others(station).stream().anyMatch(other -> other.consultationRole == ConsultationRole.DECISION)
        ? "PART" : "WHOLE";
  }

  /** Registers the body again: on the named day, after the named body, or in its next meeting. */
  public void planNextMeeting(Long consultationId) {
    Consultation station = get(consultationId);
    Consultation next = plan(station, station.organizationId, station.consultationRole, station.sequenceRank,
        ConsultationOrigin.POSTPONED, nextMeeting(station));
    if (station.postponedAfterOrganizationId != null) {
      next.waitsForOrganizationId = station.postponedAfterOrganizationId;
      next.meetingId = null;
      consultations.save(next);
    }
    papers.launch(station.paperId, List.of(next.id));
  }

  private Long nextMeeting(Consultation station) {
    if (station.postponedTo != null) {
      return meetings.ensure(council.get(station.organizationId), station.postponedTo, null).id();
    }
    return meetings.nextAfter(station.organizationId, heldOn(station)).map(Meeting::id).orElse(null);
  }

  private LocalDate heldOn(Consultation station) {
    LocalDate planned = station.meetingId == null ? null : meetings.get(station.meetingId).day();
    return planned == null || station.concludedOn != null && station.concludedOn.isAfter(planned)
        ? station.concludedOn : planned;
  }

  private Consultation plan(Consultation from, Long organizationId, ConsultationRole role, int rank,
      ConsultationOrigin origin, Long meetingId) {
    return add(from.paperId, new SequenceStation(null, organizationId, role, rank, meetingId), origin, from.id);
  }

  /** Whether it is known where the matter goes: bodies are named, others remain, or somebody said there is none. */
  public boolean referralTargetKnown(Long consultationId) {
    Consultation station = get(consultationId);
    return !station.referralTargets.isEmpty() || station.noReferralTarget || others(station).stream()
        .anyMatch(other -> !other.organizationId.equals(station.organizationId));
  }

  /** Names the bodies a matter is referred to, or says that there is none. */
  public void assignReferralTargets(Long consultationId, List<Long> organizationIds, boolean none) {
    if (none != organizationIds.isEmpty()) {
      throw new BusinessException(none
          ? "Bitte entweder Gremien auswählen oder angeben, dass es kein weiteres gibt."
          : "Bitte wählen Sie mindestens ein Gremium aus oder geben Sie an, dass es kein weiteres gibt.");
    }
    Consultation station = get(consultationId);
    station.noReferralTarget = none;
    station.referralTargets = organizationIds.stream().map(Consultation.ReferralTarget::new)
        .collect(Collectors.toSet());
    consultations.save(station);
  }

  /**
   * Takes the targets of a referral into the sequence and, if the matter returns, the referring body after them unless
   * it is already there.
   */
  public void planReferral(Long consultationId, ResultKind kind) {
    Consultation station = get(consultationId);
    List<Long> added = new ArrayList<>();
    List<Long> targets = station.referralTargets.stream().map(Consultation.ReferralTarget::organizationId).sorted()
        .filter(target -> !target.equals(station.organizationId) && !hasOpenStation(station.paperId, target))
        .toList();
    if (!targets.isEmpty()) {
      makeRoom(station);
    }
    for (Long target : targets) {
      added.add(plan(station, target, ConsultationRole.PRELIMINARY, station.sequenceRank + 1,
          ConsultationOrigin.REFERRED,
          meetings.nextAfter(target, heldOn(station)).map(Meeting::id).orElse(null)).id);
    }
    List<Consultation> remaining = others(station);
    boolean alreadyThere = remaining.stream().anyMatch(c -> c.organizationId.equals(station.organizationId));
    boolean toItself = station.referralTargets.stream()
        .anyMatch(target -> target.organizationId().equals(station.organizationId));
    if (!alreadyThere && (toItself || kind == ResultKind.REFERRED_WITH_RETURN && !remaining.isEmpty())) {
      int last = remaining.stream().mapToInt(c -> c.sequenceRank).max().orElse(station.sequenceRank);
      added.add(plan(station, station.organizationId, station.consultationRole, last + 1, ConsultationOrigin.RETURNED,
          meetingAfterAll(station, remaining)).id);
    }
    papers.launch(station.paperId, added);
  }

  private Long meetingAfterAll(Consultation station, List<Consultation> before) {
    LocalDate after = before.stream().filter(c -> c.meetingId != null).map(c -> meetings.get(c.meetingId).day())
        .reduce(heldOn(station), (one, other) -> one.isAfter(other) ? one : other);
    return meetings.nextAfter(station.organizationId, after.minusDays(after.equals(heldOn(station)) ? 0 : 1))
        .map(Meeting::id).orElse(null);
  }

  private void makeRoom(Consultation station) {
    for (Consultation other : others(station)) {
      if (other.sequenceRank > station.sequenceRank) {
        other.sequenceRank++;
        consultations.save(other);
      }
    }
  }

  /** Drops what the end of the run makes superfluous; who only takes note or approves stays. */
  public void dropRemaining(Long consultationId) {
    Consultation station = get(consultationId);
    for (Consultation other : others(station)) {
      if (!other.consultationRole.outlivesTheRun() && other.state != ConsultationState.RECORDED) {
        drop(other.id, station.id, "Lauf durch " + bodyName(station) + " beendet");
      }
    }
  }

  /** Stores kind and effect of the result, and the wording that a body gave the resolution. */
  public void applyResult(Long consultationId, ResultKind kind, ResultEffect effect, boolean runEnds) {
    Consultation station = get(consultationId);
    station.kind = kind;
    station.effect = effect;
    station.runEnds = runEnds;
    station.state = ConsultationState.CONCLUDED;
    votes.noteContradiction(station);
    consultations.save(station);
    if (effect.amends()) {
      Paper paper = papers.get(station.paperId);
      wordings.amend(paper, station, bodyName(station), station.amendedWording);
      paperRows.save(paper);
    }
  }

  /** Wakes stations that waited for this body. */
  public void notifyWaiting(Long consultationId) {
    Consultation station = get(consultationId);
    if (!hasOpenStation(station.paperId, station.organizationId)) {
      others(station).stream()
          .filter(other -> station.organizationId.equals(other.waitsForOrganizationId))
          .forEach(other -> wake(other, OTHER_BODY_CONCLUDED));
    }
  }

  /** Corrects the result of a body: takes its former effect back and lets the new one take place. */
  public void correct(Long consultationId, String result, ResultKind kind, String vote, String reason) {
    Papers.requireReason(reason);
    paperRows.lock(get(consultationId).paperId);
    Consultation station = get(consultationId);
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
    corrections.save(new ResultCorrection(null, station.id,
        LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS), user.id(), reason, station.printedResult,
        station.kind, station.effect, station.voteText));
    history.add(station.paperId, "Ergebnis " + bodyName(station) + " berichtigt von „" + station.printedResult
        + "“ in „" + result + "“: " + reason);
    List<Long> toLaunch = new ArrayList<>(takeBackEffect(station, paper));
    station.printedResult = result;
    station.kind = kind;
    station.effect = null;
    station.runEnds = null;
    station.referralTargets.clear();
    station.postponedTo = null;
    station.postponedAfterOrganizationId = null;
    station.noReferralTarget = false;
    votes.read(station, RecordedResult.of(result, vote));
    station.state = ConsultationState.RECORDED;
    consultations.save(station);
    toLaunch.add(station.id);
    papers.launch(station.paperId, toLaunch);
  }

  private List<Long> takeBackEffect(Consultation station, Paper paper) {
    List<Long> reopened = new ArrayList<>();
    for (Consultation other : all(station.paperId)) {
      if (station.id.equals(other.originConsultationId) && other.open()
          && other.state != ConsultationState.RECORDED) {
        drop(other.id, null, "Ergebnis berichtigt: " + bodyName(station));
      } else if (station.id.equals(other.droppedByConsultationId)) {
        other.state = ConsultationState.PLANNED;
        other.droppedByConsultationId = null;
        other.dropReason = null;
        other.processInstanceId = null;
        consultations.save(other);
        reopened.add(other.id);
      }
    }
    wordings.takeBack(paper, station.id, all(paper.id).stream()
        .filter(other -> other.state == ConsultationState.CONCLUDED && other.effect.amends()
            && !other.id.equals(station.id))
        .map(other -> other.id).collect(Collectors.toSet()));
    paperRows.save(paper);
    return reopened;
  }

  private void drop(Long consultationId, Long byConsultationId, String reason) {
    // Dropping one station wakes those that waited for it, so it is read anew.
    Consultation station = get(consultationId);
    station.state = ConsultationState.DROPPED;
    station.droppedByConsultationId = byConsultationId;
    station.dropReason = reason;
    consultations.save(station);
    wake(station, STATION_DROPPED);
  }

  private void wake(Consultation station, String message) {
    if (station.processInstanceId != null && messages.awaits(message, station.processInstanceId)) {
      messages.send(message, station.processInstanceId, Map.of());
    }
  }

  /** Ids of the stations that have still to be dealt with, in order. */
  public List<Long> openStations(Long paperId) {
    return all(paperId).stream().filter(Consultation::open).map(consultation -> consultation.id).toList();
  }

  /** The business key: number of the paper and of the station. */
  public String businessKey(Long consultationId) {
    Consultation station = get(consultationId);
    return papers.reference(station.paperId) + "#" + station.consultationNumber;
  }

  /** The day of the station's meeting; null if it has none. */
  public LocalDate meetingDay(Long consultationId) {
    Long meetingId = get(consultationId).meetingId;
    return meetingId == null ? null : meetings.get(meetingId).day();
  }

  /** The printed result in the form the decision table reads. */
  public String normalizedPhrase(Long consultationId) {
    return Phrases.normalize(get(consultationId).printedResult);
  }

  public ConsultationRole role(Long consultationId) {
    return get(consultationId).consultationRole;
  }

  /** The kind a person has chosen; null if none has. */
  public ResultKind chosenKind(Long consultationId) {
    return get(consultationId).kind;
  }

  Consultation get(Long consultationId) {
    return consultations.findById(consultationId)
        .orElseThrow(() -> BusinessException.unknown("Diese Station gibt es nicht."));
  }

  List<Consultation> all(Long paperId) {
    return consultations.findByPaperIdOrderBySequenceRankAscConsultationNumberAsc(paperId);
  }

  private List<Consultation> others(Consultation station) {
    return all(station.paperId).stream().filter(other -> other.open() && !other.id.equals(station.id)).toList();
  }

  private String bodyName(Consultation station) {
    return council.get(station.organizationId).name();
  }

  String describe(Consultation station) {
    Organization body = council.get(station.organizationId);
    return body.name() + " (" + station.consultationRole.label() + ")"
        + (station.meetingId == null ? "" : " am " + GermanDate.print(meetings.get(station.meetingId).day()));
  }
}
