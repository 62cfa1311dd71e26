package de.gremienlauf.funding;

import de.gremienlauf.council.Participation;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.ProcessMessages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Projects that follow others: the link in both directions, and the gate that opens when all partners have signed the
 * cooperation agreement.
 */
@Service
@Transactional
public class FollowUps {

  static final String PROCESS = "follow-up-project";
  private static final String AGREEMENT_SIGNED = "AgreementSigned";

  private final FollowUpRepository followUps;
  private final FundedProjectRepository projectRows;
  private final Projects projects;
  private final Partners partners;
  private final ProjectHistory history;
  private final ProcessMessages messages;
  private final Clock clock;

  FollowUps(FollowUpRepository followUps, FundedProjectRepository projectRows, Projects projects, Partners partners,
      ProjectHistory history, ProcessMessages messages, Clock clock) {
    this.followUps = followUps;
    this.projectRows = projectRows;
    this.projects = projects;
    this.partners = partners;
    this.history = history;
    this.messages = messages;
    this.clock = clock;
  }

  /** Plans a follow-up project that exists already and starts the process that waits for its gate. Returns its id. */
  public Long plan(NewFollowUp planned, Long laterProjectId) {
    Long followUpId = create(planned, laterProjectId);
    start(planned, followUpId);
    return followUpId;
  }

  /** Plans a follow-up project and begins it with its own process, then waits for its gate. Returns its id. */
  public Long plan(NewFollowUp planned, NewProject later, List<NewPartner> laterPartners) {
    Long followUpId = create(planned, later, laterPartners);
    start(planned, followUpId);
    return followUpId;
  }

  private void start(NewFollowUp planned, Long followUpId) {
    messages.startProcess(PROCESS, projectRows.required(planned.earlierProjectId()).projectNumber,
        Map.of("projectId", planned.earlierProjectId(), "followUpId", followUpId));
  }

  /** The same for a process that runs already: only the project that follows gets its own. Returns the id. */
  public Long create(NewFollowUp planned, NewProject later, List<NewPartner> laterPartners) {
    return create(planned, projects.begin(later), laterPartners);
  }

  /** The same for a project that exists already; further partners have to sign too. Returns the id. */
  public Long create(NewFollowUp planned, Long laterProjectId, List<NewPartner> laterPartners) {
    laterPartners.forEach(partner -> partners.add(laterProjectId, partner));
    return create(planned, laterProjectId);
  }

  /** The same for a project that exists already. Returns the id. */
  public Long create(NewFollowUp planned, Long laterProjectId) {
    projectRows.required(planned.earlierProjectId());
    if (planned.signaturesNeeded() < 0) {
      throw new BusinessException("Die Zahl der Unterschriften darf nicht negativ sein.");
    }
    FollowUp followUp = followUps.save(new FollowUp(null, planned.earlierProjectId(), null, planned.reason(),
        planned.signaturesNeeded(), null, null));
    link(followUp, laterProjectId);
    return followUp.id();
  }

  /** Both projects show the link. */
  private void link(FollowUp followUp, Long laterProjectId) {
    // A partner who signs now is either counted, or finds the follow-up that waits.
    projectRows.lock(laterProjectId);
    FundedProject earlier = projectRows.required(followUp.earlierProjectId());
    FundedProject later = projectRows.required(laterProjectId);
    if (follows(earlier.id, later.id)) {
      throw new BusinessException("Ein Projekt kann nicht sein eigenes Folgeprojekt sein.");
    }
    if (followUps.findByEarlierProjectIdOrderById(earlier.id).stream()
        .anyMatch(known -> later.id.equals(known.laterProjectId()))) {
      throw BusinessException.conflict(later.projectNumber + " ist schon Folgeprojekt von " + earlier.projectNumber
          + ".");
    }
    followUps.save(followUp.with(later.id, null));
    history.add(earlier.id, "Folgeprojekt: " + later.projectNumber + " „" + later.name + "“.");
    history.add(later.id, "Folgt auf " + earlier.projectNumber + " „" + earlier.name + "“.");
  }

  /** Whether a project is the other one or follows it, be it through others. */
  private boolean follows(Long projectId, Long other) {
    return projectId.equals(other) || followUps.findByLaterProjectIdOrderById(projectId).stream()
        .anyMatch(link -> follows(link.earlierProjectId(), other));
  }

  /** Binds a stored follow-up to the process instance that waits for its gate. */
  public void attachProcess(Long followUpId, String processInstanceId) {
    FollowUp followUp = followUps.required(followUpId);
    followUps.save(followUp.with(followUp.laterProjectId(), processInstanceId));
  }

  /**
   * How far the signatures are.
   *
   * @param needed how many there must be: as many as were asked for, and at least all partners that are named
   */
  public record Gate(Long laterProjectId, int signed, int needed) {

    public boolean open() {
      return signed >= needed;
    }

    /** Where the signatures stand, in one sentence. */
    public String sentence() {
      return signed + " von " + needed + " Unterschriften unter die Kooperationsvereinbarung liegen vor.";
    }
  }

  /**
   * Looks at the gate. Until the transaction ends nobody else's signature is missed: who looks and then waits for it
   * sees it.
   */
  public Gate gate(Long followUpId) {
    followUps.lock(followUpId);
    FollowUp followUp = followUps.required(followUpId);
    List<PartnerLine> cooperating = cooperating(followUp);
    int signed = (int) cooperating.stream().filter(partner -> partner.signedOn() != null).count();
    return new Gate(followUp.laterProjectId(), signed,
        followUp.signaturesNeeded() == 0 ? 0 : Math.max(followUp.signaturesNeeded(), cooperating.size()));
  }

  private List<PartnerLine> cooperating(FollowUp followUp) {
    return followUp.laterProjectId() == null ? List.of() : partners.of(followUp.laterProjectId()).stream()
        .filter(partner -> partner.kind() == PartnerKind.COOPERATION).toList();
  }

  /** The partners of the follow-up project that have not signed yet. */
  public List<PartnerLine> unsigned(Long followUpId) {
    return cooperating(followUps.required(followUpId)).stream().filter(partner -> partner.signedOn() == null).toList();
  }

  /** Adds a partner who has to sign too. */
  public void addPartner(Long followUpId, String name) {
    partners.add(followUps.required(followUpId).laterProjectId(),
        new NewPartner(name, PartnerKind.COOPERATION, Participation.PERMANENT, null));
  }

  /** Keeps who signed on a day, as entered in the task that waits for the gate. */
  public void sign(Long followUpId, List<Long> partnerIds, LocalDate day, boolean assumed) {
    partnerIds.forEach(partnerId -> partners.sign(partnerId, day, assumed, followUpId));
  }

  /** Opens the gate on the day on which the last one signed. */
  public void open(Long followUpId) {
    FollowUp followUp = followUps.required(followUpId);
    LocalDate day = followUp.signaturesNeeded() == 0 ? LocalDate.now(clock)
        : cooperating(followUp).stream().map(PartnerLine::signedOn).max(LocalDate::compareTo).orElseThrow();
    followUps.save(followUp.opened(day));
    String sentence = followUp.signaturesNeeded() == 0 ? "Das Folgeprojekt kann ohne Kooperationsvereinbarung beginnen."
        : "Alle " + cooperating(followUp).size() + " Kooperationspartner haben unterzeichnet.";
    history.add(followUp.earlierProjectId(), sentence);
    history.add(followUp.laterProjectId(), sentence);
  }

  @EventListener
  void onSigned(AgreementSigned signed) {
    followUps.findByLaterProjectIdOrderById(signed.projectId()).stream()
        .filter(followUp -> !followUp.id().equals(signed.recordedIn()))
        .forEach(followUp -> {
          // Who is just looking at the signatures sees this one, or is waiting for it when the lock is free again.
          followUps.lock(followUp.id());
          messages.sendToAll(AGREEMENT_SIGNED, "followUpId", followUp.id());
        });
  }

  /** The projects that follow this one, and how. */
  List<FollowUp> after(Long projectId) {
    return followUps.findByEarlierProjectIdOrderById(projectId);
  }

  /** The projects that this one follows, and how. */
  List<FollowUp> before(Long projectId) {
    return followUps.findByLaterProjectIdOrderById(projectId);
  }
}
