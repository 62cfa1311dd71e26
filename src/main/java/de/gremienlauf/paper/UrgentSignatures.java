package de.gremienlauf.paper;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Member;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.Phrases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The two signatures by which an urgent decision comes about (§ 60 (1) sentence 2 and (2) GO NRW). */
@Service
@Transactional
public class UrgentSignatures {

  private static final String COUNCIL_MEMBERS = "COUNCIL";

  private final UrgentDecisions decisions;
  private final UrgentDecisionRepository rows;
  private final PaperRepository paperRows;
  private final Papers papers;
  private final PaperHistory history;
  private final Council council;
  private final SigningRights rights;
  private final FourEyes fourEyes;
  private final CurrentUser user;
  private final Clock clock;

  UrgentSignatures(UrgentDecisions decisions, UrgentDecisionRepository rows, PaperRepository paperRows, Papers papers,
      PaperHistory history, Council council, SigningRights rights, FourEyes fourEyes, CurrentUser user, Clock clock) {
    this.decisions = decisions;
    this.rows = rows;
    this.paperRows = paperRows;
    this.papers = papers;
    this.history = history;
    this.council = council;
    this.rights = rights;
    this.fourEyes = fourEyes;
    this.user = user;
    this.clock = clock;
  }

  /** How the person of that login would sign an urgent decision; nothing if they have no right to. */
  @Transactional(readOnly = true)
  public Optional<SigningRight> proposedSignature(Long id, String userId) {
    return rights.proposed(userId, papers.get(decisions.get(id).paperId), true);
  }

  /**
   * Signs in the place of the head of the administration.
   *
   * @param represented whom the general deputy represents; null for the head
   */
  public void signFirst(Long id, String signatory, Capacity capacity, String represented) {
    UrgentDecision decision = signing(id);
    if (capacity == Capacity.IA) {
      throw new BusinessException("Eine Dringlichkeitsentscheidung lässt sich nicht im Auftrag unterzeichnen.");
    }
    Paper paper = papers.get(decision.paperId);
    rights.require(paper, capacity, represented, true);
    fourEyes.require(paper, "URGENT_DECISION");
    Member honorary = councilSeats(decision).stream()
        .filter(seat -> mentions(signatory, seat.person().name()) && (capacity == Capacity.IV || !isHead(seat)))
        .findFirst().orElse(null);
    if (honorary != null) {
      throw new BusinessException(honorary.person().name() + " gehört dem Rat an. Ehrenamtliche Bürgermeister vertreten"
          + " nur im Vorsitz und bei der Repräsentation (§ 67 Abs. 1 GO NRW); hier unterzeichnet die allgemeine"
          + " Vertretung (§ 68 Abs. 1 GO NRW).");
    }
    refuseTwice(signatory, decision.secondSignatory);
    decision.firstSignatory = signatory;
    decision.firstCapacity = capacity;
    decision.firstRepresented = represented;
    decision.firstSignedBy = user.id();
    rows.save(decision);
    history.add(decision.paperId, "Dringlichkeitsentscheidung unterzeichnet: gez. " + signatory
        + (capacity == Capacity.OWN ? "" : " i. V. von " + represented) + ", Prüfsumme des Textes "
        + paper.textHash + ".");
  }

  /** Signs as the member of the council who decides with them. */
  public void signSecond(Long id, Long personId) {
    UrgentDecision decision = signing(id);
    Member member = members(decision).stream().filter(seat -> seat.person().id().equals(personId)).findFirst()
        .orElseThrow(() -> refused(decision, personId));
    refuseTwice(decision.firstSignatory, member.person().name());
    decision.secondSignatory = member.person().name();
    rows.save(decision);
    history.add(decision.paperId, "Dringlichkeitsentscheidung unterzeichnet: gez. " + member.person().name()
        + " (" + member.membership().membershipRole() + ").");
  }

  private BusinessException refused(UrgentDecision decision, Long personId) {
    return council.members(decision.organizationId, LocalDate.now(clock)).stream()
        .filter(seat -> seat.person().id().equals(personId)).findFirst()
        .map(seat -> new BusinessException(seat.person().name() + " (" + seat.membership().membershipRole()
            + ") darf nicht unterzeichnen; es muss ein stimmberechtigtes Ratsmitglied sein (" + decision.ground + ")."))
        .orElseGet(() -> new BusinessException("Bitte wählen Sie eines der angebotenen Ratsmitglieder."));
  }

  private static void refuseTwice(String signatory, String member) {
    if (signatory != null && member != null && mentions(signatory, member)) {
      throw new BusinessException("Die beiden Unterschriften müssen von zwei Personen kommen.");
    }
  }

  private static boolean mentions(String signatory, String name) {
    return Phrases.normalize(signatory).contains(Phrases.normalize(name));
  }

  /** One of the two does not sign: there is no decision. */
  public void refuse(Long id, String who, String reason) {
    UrgentDecision decision = signing(id);
    Papers.requireReason(reason);
    decision.refusal = reason;
    decision.state = UrgentDecisionState.NOT_REACHED;
    rows.save(decision);
    history.add(decision.paperId, "Die Dringlichkeitsentscheidung ist nicht zustande gekommen; " + who
        + " hat nicht unterzeichnet: " + reason);
  }

  private UrgentDecision signing(Long id) {
    paperRows.lock(decisions.get(id).paperId);
    UrgentDecision decision = decisions.get(id);
    if (decision.state != UrgentDecisionState.SIGNING) {
      throw BusinessException.conflict("Diese Dringlichkeitsentscheidung ist inzwischen "
          + decision.state.label() + ".");
    }
    return decision;
  }

  /** The members of the council who may sign, the chair of the committee first. */
  @Transactional(readOnly = true)
  public List<Member> members(Long id) {
    return members(decisions.get(id));
  }

  private List<Member> members(UrgentDecision decision) {
    List<Member> inCouncil = councilSeats(decision).stream().filter(seat -> !isHead(seat)).toList();
    if (COUNCIL_MEMBERS.equals(decision.secondFrom)) {
      return inCouncil;
    }
    Set<Long> councillors = inCouncil.stream().map(seat -> seat.person().id()).collect(Collectors.toSet());
    return council.members(decision.organizationId, LocalDate.now(clock)).stream()
        .filter(seat -> seat.membership().votingRight() && !seat.membership().deputy()
            && councillors.contains(seat.person().id()))
        .sorted(Comparator.comparing(seat -> !seat.chairs())).toList();
  }

  private List<Member> councilSeats(UrgentDecision decision) {
    return decisions.bodies(papers.get(decision.paperId).municipality, UrgentDecisions.COUNCIL)
        .flatMap(body -> council.members(body.id(), LocalDate.now(clock)).stream()).toList();
  }

  /** The head of the administration sits in the council by law (§ 40 (2) GO NRW). */
  private static boolean isHead(Member seat) {
    String role = Phrases.normalize(seat.membership().membershipRole());
    return role.startsWith("oberbürgermeister") || role.startsWith("bürgermeister") || seat.chairs();
  }

  /** Whether somebody refused to sign. */
  @Transactional(readOnly = true)
  public boolean refused(Long id) {
    return decisions.get(id).refusal != null;
  }
}
