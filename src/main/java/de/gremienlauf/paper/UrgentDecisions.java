package de.gremienlauf.paper;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.DecisionTables;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.ProcessMessages;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.MeetingKind;
import de.gremienlauf.meeting.Meetings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decisions that cannot wait for the competent body (§ 60 GO NRW): taken by the Hauptausschuss or by two signatures,
 * then approved or annulled by the body in its next meeting.
 */
@Service
@Transactional
public class UrgentDecisions {

  /** How the label of a wording begins that was decided urgently; its day follows. */
  public static final String TITLE = "Dringlichkeitsentscheidung vom ";

  private static final String TABLE = "urgent-signatories";
  static final String COUNCIL = "Parlament";
  private static final String MAIN_COMMITTEE = "Hauptausschuss";
  private static final String MAIN_COMMITTEE_CONCLUDED = "MainCommitteeConcluded";
  private static final String APPROVAL_CONCLUDED = "ApprovalConcluded";
  private static final String ABANDONED = "UrgentDecisionAbandoned";
  private static final Set<ResultEffect> AGREEING =
      EnumSet.of(ResultEffect.DECIDED, ResultEffect.DECIDED_AMENDED, ResultEffect.DEEMED_CONSENT);

  private final UrgentDecisionRepository decisions;
  private final PaperRepository paperRows;
  private final Papers papers;
  private final Consultations stations;
  private final Wordings wordings;
  private final PaperHistory history;
  private final Council council;
  private final Meetings meetings;
  private final DecisionTables tables;
  private final ProcessMessages messages;
  private final Clock clock;

  UrgentDecisions(UrgentDecisionRepository decisions, PaperRepository paperRows, Papers papers,
      Consultations stations, Wordings wordings, PaperHistory history, Council council, Meetings meetings,
      DecisionTables tables, ProcessMessages messages, Clock clock) {
    this.decisions = decisions;
    this.paperRows = paperRows;
    this.papers = papers;
    this.stations = stations;
    this.wordings = wordings;
    this.history = history;
    this.council = council;
    this.meetings = meetings;
    this.tables = tables;
    this.messages = messages;
    this.clock = clock;
  }

  /** What a body made of the matter so far. */
  public enum Outcome { PENDING, AGREED, REJECTED }

  /** How far rights of others that came into being forbid to annul a decision. */
  public enum RightsOfOthers { NONE, PARTLY, ALL }

  /**
   * What the forms show of a decision.
   *
   * @param body the body in whose place it is taken
   * @param ground the legal ground
   * @param firstBy who signs first, by office
   * @param secondBy who may sign with them
   */
  public record Urgency(Long paperId, String body, String urgency, LocalDate neededBy, String ground, String firstBy,
      String secondBy, String title) {
  }

  /** The paper that the request is about. */
  @Transactional(readOnly = true)
  public Long paperOf(UrgentRequest request) {
    return papers.byReference(council.ownMunicipality(), request.reference()).id;
  }

  /** Begins an urgent decision about a released paper. Returns its id. */
  public Long begin(Long paperId, UrgentRequest request, String processInstanceId) {
    paperRows.lock(paperId);
    Paper paper = papers.running(paperId);
    if (paper.releasedOn == null) {
      throw new BusinessException("Die Vorlage " + paper.printedReference()
          + " ist noch nicht freigegeben; erst ihr freigegebener Text lässt sich eilig entscheiden.");
    }
    if (decisions.findOfPaper(paperId).stream().anyMatch(other -> other.state.open())) {
      throw new BusinessException("Für die Vorlage " + paper.printedReference()
          + " läuft schon eine Dringlichkeitsentscheidung.");
    }
    LocalDate today = LocalDate.now(clock);
    if (request.neededBy().isBefore(today)) {
      throw new BusinessException("Der Tag, bis zu dem entschieden sein muss, ist schon vorbei.");
    }
    Organization body = request.committee() == null ? only(paper.municipality, COUNCIL, "Der Rat")
        : council.find(paper.municipality, request.committee(), today).orElseThrow(() -> new BusinessException(
            "Einen Ausschuss mit dem Namen „" + request.committee() + "“ gibt es nicht."));
    refuseIfItMeets(body, request.neededBy());
    LocalDate mainCommitteeDay = request.committee() == null ? request.mainCommitteeDay() : null;
    if (request.committee() == null) {
      checkMainCommittee(paper.municipality, mainCommitteeDay, request.neededBy());
    }
    UrgentDecision decision = new UrgentDecision();
    decision.paperId = paperId;
    decision.organizationId = body.id();
    decision.urgency = request.urgency();
    decision.neededBy = request.neededBy();
    decision.mainCommitteeDay = mainCommitteeDay;
    decision.processInstanceId = processInstanceId;
    decision = decisions.save(decision);
    history.add(paperId, "Dringlichkeit geltend gemacht (statt " + body.name() + ", zu entscheiden bis "
        + GermanDate.print(request.neededBy()) + "): " + request.urgency());
    return decision.id;
  }

  private Organization only(String municipality, String classification, String subject) {
    return bodies(municipality, classification).findFirst()
        .orElseThrow(() -> new BusinessException(subject + " ist in den Stammdaten nicht erfasst."));
  }

  Stream<Organization> bodies(String municipality, String classification) {
    return council.bodies(municipality, LocalDate.now(clock)).stream()
        .filter(body -> classification.equals(body.classification()));
  }

  private void refuseIfItMeets(Organization body, LocalDate neededBy) {
    meetsBy(body, neededBy).ifPresent(meeting -> {
      throw new BusinessException(body.name() + " tagt am " + GermanDate.print(meeting.day())
          + " und damit rechtzeitig; eine Dringlichkeitsentscheidung ist dann nicht zulässig (§ 60 GO NRW).");
    });
  }

  private Optional<Meeting> meetsBy(Organization body, LocalDate neededBy) {
    return meetings.nextAfter(body.id(), LocalDate.now(clock).minusDays(1))
        .filter(meeting -> !meeting.day().isAfter(neededBy));
  }

  private void checkMainCommittee(String municipality, LocalDate day, LocalDate neededBy) {
    if (day == null) {
      bodies(municipality, MAIN_COMMITTEE).forEach(body -> meetsBy(body, neededBy).ifPresent(meeting -> {
        throw new BusinessException(body.name() + " tagt am " + GermanDate.print(meeting.day())
            + " und damit rechtzeitig; dann entscheidet er (§ 60 Abs. 1 Satz 1 GO NRW). Bitte geben Sie diesen Tag an.");
      }));
      return;
    }
    if (day.isBefore(LocalDate.now(clock)) || day.isAfter(neededBy)) {
      throw new BusinessException("Der Hauptausschuss muss zwischen heute und dem " + GermanDate.print(neededBy)
          + " zusammentreten.");
    }
    only(municipality, MAIN_COMMITTEE, "Der Hauptausschuss");
  }

  /** Looks up who decides, by the version of the law that is valid today. */
  public UrgentDecider determineDecider(Long id) {
    UrgentDecision decision = get(id);
    Organization body = council.get(decision.organizationId);
    Map<String, Object> row = tables.first(TABLE, Map.of("classification", body.classification(),
        "mainCommittee", decision.mainCommitteeDay != null, "day", LocalDate.now(clock).toString()));
    if (row.isEmpty()) {
      throw new BusinessException("Für „" + body.name()
          + "“ sieht die Entscheidungstabelle „urgent-signatories“ keine Dringlichkeitsentscheidung vor.");
    }
    decision.decider = UrgentDecider.valueOf((String) row.get("decider"));
    decision.ground = (String) row.get("ground");
    decision.firstBy = (String) row.get("firstSignatory");
    decision.secondBy = (String) row.get("secondSignatory");
    decision.secondFrom = (String) row.get("secondFrom");
    decision.state = decision.decider == UrgentDecider.MAIN_COMMITTEE ? UrgentDecisionState.IN_MAIN_COMMITTEE
        : UrgentDecisionState.SIGNING;
    decisions.save(decision);
    return decision.decider;
  }

  /** Puts the paper before the Hauptausschuss, or looks what it made of it. */
  public Outcome askMainCommittee(Long id) {
    paperRows.lock(get(id).paperId);
    UrgentDecision decision = get(id);
    Paper paper = papers.get(decision.paperId);
    if (decision.mainCommitteeStationId == null) {
      Organization body = only(paper.municipality, MAIN_COMMITTEE, "Der Hauptausschuss");
      Meeting meeting = meetings.ensure(body, decision.mainCommitteeDay, null, MeetingKind.SPECIAL);
      Consultation station = stations.engage(paper.id, body.id(), ConsultationRole.DECISION, meeting.id());
      decision.mainCommitteeStationId = station.id;
      decisions.save(decision);
      history.add(paper.id, "Zur Dringlichkeitsentscheidung angemeldet: " + stations.describe(station) + ".");
      return Outcome.PENDING;
    }
    Consultation first = stations.get(decision.mainCommitteeStationId);
    List<Consultation> since = stations.all(paper.id).stream()
        .filter(station -> isOf(station, first.organizationId)
            && station.consultationNumber >= first.consultationNumber).toList();
    if (since.stream().anyMatch(Consultation::open)) {
      return Outcome.PENDING;
    }
    Optional<Consultation> decided = since.stream().filter(UrgentDecisions::agreed).reduce((one, later) -> later);
    if (decided.isPresent()) {
      decision.mainCommitteeStationId = decided.get().id;
      decisions.save(decision);
      return Outcome.AGREED;
    }
    decision.state = UrgentDecisionState.NOT_REACHED;
    decisions.save(decision);
    history.add(paper.id, "Die Dringlichkeitsentscheidung ist nicht zustande gekommen: "
        + stations.bodyName(first) + " hat sie nicht getroffen.");
    return Outcome.REJECTED;
  }

  private static boolean agreed(Consultation station) {
    return station.state == ConsultationState.CONCLUDED && AGREEING.contains(station.effect);
  }

  /** Records what was decided and on which text. */
  public void record(Long id) {
    paperRows.lock(get(id).paperId);
    UrgentDecision decision = get(id);
    Paper paper = papers.get(decision.paperId);
    Consultation byMainCommittee =
        decision.mainCommitteeStationId == null ? null : stations.get(decision.mainCommitteeStationId);
    decision.decidedOn = byMainCommittee == null ? LocalDate.now(clock) : byMainCommittee.concludedOn;
    decision.textHash = paper.textHash;
    decision.state = UrgentDecisionState.DECIDED;
    decisions.save(decision);
    wordings.decideUrgently(paper, decision.title(), decision.decidedOn, decision.mainCommitteeStationId);
    paperRows.save(paper);
    history.add(paper.id, decision.title() + " nach " + decision.ground + ", "
        + (byMainCommittee == null ? decision.signatures() : stations.bodyName(byMainCommittee))
        + ", Prüfsumme des Textes " + decision.textHash + ".");
  }

  /**
   * Puts the decision before the competent body in its next meeting, or looks what the body made of it. As long as it
   * neither approves nor refuses, it is put before it again.
   */
  public Outcome submitForApproval(Long id) {
    paperRows.lock(get(id).paperId);
    UrgentDecision decision = get(id);
    List<Consultation> ofBody = stations.all(decision.paperId).stream()
        .filter(station -> isOf(station, decision.organizationId)).toList();
    Optional<Consultation> said = ofBody.stream()
        .filter(station -> station.consultationRole == ConsultationRole.APPROVAL
            && station.state == ConsultationState.CONCLUDED && !station.concludedOn.isBefore(decision.decidedOn)
            && (agreed(station) || station.effect == ResultEffect.REJECTED))
        .reduce((one, later) -> later);
    if (said.isPresent()) {
      return settle(decision, said.get());
    }
    Consultation open = ofBody.stream().filter(Consultation::open).findFirst().orElse(null);
    boolean under = open != null && (open.state == ConsultationState.RECORDED
        || decision.approvalStationId != null && open.consultationRole == ConsultationRole.APPROVAL);
    if (!under) {
      Long body = today(decision.organizationId);
      Long meeting = meetings.nextAfter(body, dayBeforeSubmission(decision, ofBody)).map(Meeting::id).orElse(null);
      open = stations.engage(decision.paperId, body, ConsultationRole.APPROVAL, meeting);
      history.add(decision.paperId, decision.title() + " zur Genehmigung vorgelegt: " + stations.describe(open) + ".");
    }
    decision.approvalStationId = open.id;
    decisions.save(decision);
    return Outcome.PENDING;
  }

  /** Whether it is a station of the body or of one that has succeeded it. */
  private boolean isOf(Consultation station, Long organizationId) {
    Long body = organizationId;
    while (body != null && !body.equals(station.organizationId)) {
      body = council.get(body).successorId();
    }
    return body != null;
  }

  /** The body itself, or after its end the one that has succeeded it. */
  private Long today(Long organizationId) {
    Organization body = council.get(organizationId);
    while (!body.validOn(LocalDate.now(clock)) && body.successorId() != null) {
      body = council.get(body.successorId());
    }
    return body.id();
  }

  private LocalDate dayBeforeSubmission(UrgentDecision decision, List<Consultation> ofBody) {
    return Stream.concat(Stream.of(decision.decidedOn, LocalDate.now(clock).minusDays(1)),
            ofBody.stream().filter(station -> station.concludedOn != null).map(station -> station.concludedOn))
        .max(Comparator.naturalOrder()).orElseThrow();
  }

  private Outcome settle(UrgentDecision decision, Consultation said) {
    boolean approved = agreed(said);
    decision.approvalStationId = said.id;
    decision.state = approved ? UrgentDecisionState.APPROVED : UrgentDecisionState.NOT_APPROVED;
    decisions.save(decision);
    history.add(decision.paperId, decision.title() + (approved ? " genehmigt: " : ", Genehmigung versagt: ")
        + stations.bodyName(said) + ", " + GermanDate.print(said.concludedOn) + ".");
    return approved ? Outcome.AGREED : Outcome.REJECTED;
  }

  /**
   * Says what becomes of a decision that was not approved: annulled as far as no rights of others have come into being
   * (§ 60 (1) sentence 4 GO NRW).
   *
   * @param whose which rights; required unless there are none
   * @param undo what has to be undone; required unless rights forbid it altogether
   */
  public void clarifyConsequences(Long id, RightsOfOthers rights, String whose, String undo) {
    UrgentDecision decision = get(id);
    if (rights != RightsOfOthers.NONE && whose == null) {
      throw new BusinessException("Bitte geben Sie an, welche Rechte anderer entstanden sind.");
    }
    if (rights != RightsOfOthers.ALL && undo == null) {
      throw new BusinessException("Bitte geben Sie an, was rückgängig zu machen ist.");
    }
    decision.rightsOfOthers = rights == RightsOfOthers.NONE ? null : whose;
    decision.consequences = rights == RightsOfOthers.ALL ? null : undo;
    decision.state = rights == RightsOfOthers.ALL ? UrgentDecisionState.EFFECTIVE : UrgentDecisionState.ANNULLED;
    decisions.save(decision);
    history.add(decision.paperId, decision.title() + " " + (rights == RightsOfOthers.ALL ? "bleibt wirksam"
        : "aufgehoben; rückgängig zu machen: " + undo)
        + (rights == RightsOfOthers.NONE ? "" : "; Rechte anderer: " + whose) + ".");
  }

  /** Whether rights of others forbid to annul it altogether. */
  @Transactional(readOnly = true)
  public boolean staysEffective(Long id) {
    return get(id).state == UrgentDecisionState.EFFECTIVE;
  }

  @EventListener
  void onEnded(StationEnded ended) {
    Consultation station = ended.station();
    for (UrgentDecision decision : decisions.findOfPaper(station.paperId)) {
      boolean competent = isOf(station, decision.organizationId);
      if (decision.state == UrgentDecisionState.DECIDED && competent) {
        wake(decision, APPROVAL_CONCLUDED);
      } else if (decision.state.beforeDecision() && competent
          && (agreed(station) || station.effect == ResultEffect.REJECTED)) {
        abandon(decision, stations.bodyName(station) + " hat selbst entschieden");
      } else if (decision.state == UrgentDecisionState.IN_MAIN_COMMITTEE) {
        wake(decision, MAIN_COMMITTEE_CONCLUDED);
      }
    }
  }

  @EventListener
  void onInterrupted(RunInterrupted interrupted) {
    for (UrgentDecision decision : decisions.findOfPaper(interrupted.paperId())) {
      if (interrupted.withdrawn()
          && (decision.state.beforeDecision() || decision.state == UrgentDecisionState.DECIDED)) {
        abandon(decision, "Die Vorlage wurde zurückgezogen");
      } else if (decision.state == UrgentDecisionState.SIGNING) {
        abandon(decision, "Die Vorlage wird neu gefasst");
      }
    }
  }

  private void abandon(UrgentDecision decision, String reason) {
    history.add(decision.paperId, (decision.decidedOn == null ? "Dringlichkeitsentscheidung abgebrochen: "
        : decision.title() + " ohne Genehmigung beendet: ") + reason + ".");
    decision.state = UrgentDecisionState.ABANDONED;
    decisions.save(decision);
    wake(decision, ABANDONED);
  }

  private void wake(UrgentDecision decision, String message) {
    if (messages.awaits(message, decision.processInstanceId)) {
      messages.send(message, decision.processInstanceId, Map.of());
    }
  }

  @Transactional(readOnly = true)
  public Urgency urgency(Long id) {
    UrgentDecision decision = get(id);
    return new Urgency(decision.paperId, council.get(decision.organizationId).name(), decision.urgency,
        decision.neededBy, decision.ground, decision.firstBy, decision.secondBy,
        decision.decidedOn == null ? null : decision.title());
  }

  List<UrgentDecision> of(Long paperId) {
    return decisions.findOfPaper(paperId);
  }

  UrgentDecision get(Long id) {
    return decisions.findById(id)
        .orElseThrow(() -> BusinessException.unknown("Diese Dringlichkeitsentscheidung gibt es nicht."));
  }
}
