package de.gremienlauf.paper;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.deadline.TaskPeriods;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.GermanDate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other offices say about a draft before it is signed, in rounds: each revision asks them anew. */
@Service
@Transactional
public class CoSignatures {

  private final PaperRepository papers;
  private final CoSignatureRepository coSignatures;
  private final PaperHistory history;
  private final Council council;
  private final TaskPeriods periods;
  private final CurrentUser user;
  private final Clock clock;

  CoSignatures(PaperRepository papers, CoSignatureRepository coSignatures, PaperHistory history, Council council,
      TaskPeriods periods, CurrentUser user, Clock clock) {
    this.papers = papers;
    this.coSignatures = coSignatures;
    this.history = history;
    this.council = council;
    this.periods = periods;
    this.user = user;
    this.clock = clock;
  }

  /** Asks every office that the draft names; a new round each time. */
  public void request(Long paperId) {
    Paper paper = papers.findById(paperId).orElseThrow();
    paper.state = PaperState.CO_SIGNING;
    papers.save(paper);
    int round = lastRound(coSignatures.findOfPaper(paperId)) + 1;
    LocalDate due = periods.after("Task_CoSign", LocalDate.now(clock));
    paper.coSigningOffices().forEach(office -> coSignatures.save(new CoSignature(null, paperId, office, round,
        CoSignatureState.REQUESTED, null, due, null, null)));
    if (!paper.coSigningOffices().isEmpty()) {
      history.add(paperId, "Mitzeichnung eingeleitet: " + paper.coSigningOffices().stream()
          .map(office -> council.get(office).name()).sorted().collect(Collectors.joining(", "))
          + ", Frist " + GermanDate.print(due) + ".");
    }
  }

  /** Stores what an office said. An objection needs its reason. */
  public void decide(Long coSignatureId, boolean agreed, String reason) {
    CoSignature requested = get(coSignatureId);
    if (!agreed && reason == null) {
      throw new BusinessException("Bitte begründen Sie den Einwand.");
    }
    coSignatures.save(requested.decided(agreed ? CoSignatureState.AGREED : CoSignatureState.OBJECTION, reason,
        LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS), user.id()));
    String office = council.get(requested.organizationId()).name();
    history.add(requested.paperId(), agreed ? office + " hat mitgezeichnet." : office + " erhebt Einwand: " + reason);
  }

  /** Those of the running round that nobody has given yet. */
  public List<Long> pending(Long paperId) {
    return requested(paperId).stream().map(CoSignature::id).toList();
  }

  /** Whether an office objected in the last round; the draft then shows why. */
  public boolean objectionRaised(Long paperId) {
    return !objections(paperId).isEmpty();
  }

  /** The office that is asked. */
  public Organization office(Long coSignatureId) {
    return council.get(get(coSignatureId).organizationId());
  }

  /** The last day on which the office may answer. */
  public LocalDate dueOn(Long coSignatureId) {
    return get(coSignatureId).dueOn();
  }

  /** Why offices objected in the last round, as the draft shows it. */
  String reasons(Long paperId) {
    return objections(paperId).stream()
        .map(objection -> council.get(objection.organizationId()).name() + ": " + objection.reason())
        .collect(Collectors.joining("; "));
  }

  /** Nobody needs to answer any more. */
  void cancel(Long paperId) {
    requested(paperId).forEach(coSignature -> coSignatures.save(
        coSignature.decided(CoSignatureState.CANCELLED, null, LocalDateTime.now(clock), user.id())));
  }

  private CoSignature get(Long coSignatureId) {
    return coSignatures.findById(coSignatureId).orElseThrow();
  }

  private List<CoSignature> requested(Long paperId) {
    return coSignatures.findOfPaper(paperId).stream()
        .filter(coSignature -> coSignature.state() == CoSignatureState.REQUESTED).toList();
  }

  private List<CoSignature> objections(Long paperId) {
    if (papers.findById(paperId).orElseThrow().coSigningOffices().isEmpty()) {
      // Nobody is asked any more: an objection of an earlier round has no round after it that settles it.
      return List.of();
    }
    List<CoSignature> all = coSignatures.findOfPaper(paperId);
    int round = lastRound(all);
    return all.stream().filter(c -> c.roundNumber() == round && c.state() == CoSignatureState.OBJECTION).toList();
  }

  private static int lastRound(List<CoSignature> all) {
    return all.stream().mapToInt(CoSignature::roundNumber).max().orElse(0);
  }
}
