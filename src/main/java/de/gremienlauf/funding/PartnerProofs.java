package de.gremienlauf.funding;

import static de.gremienlauf.engine.GermanDate.print;
import static de.gremienlauf.engine.GermanDate.printWithWeekday;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.Euro;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The proofs of the partners to whom money is passed on: the city checks them before it proves its own use. */
@Service
@Transactional
public class PartnerProofs {

  private final ProjectPartnerRepository partners;
  private final FundingRules rules;
  private final Findings findings;
  private final ProjectHistory history;
  private final Clock clock;

  PartnerProofs(ProjectPartnerRepository partners, FundingRules rules, Findings findings, ProjectHistory history,
      Clock clock) {
    this.partners = partners;
    this.rules = rules;
    this.findings = findings;
    this.history = history;
    this.clock = clock;
  }

  /** Computes when the partners' proofs are due: so many weeks before the city's own as the table says. */
  void schedule(Long projectId, LocalDate ownDue) {
    FundingRule buffer = rules.rule(projectId, RuleKey.PARTNER_PROOF_BUFFER_WEEKS);
    for (ProjectPartner partner : withMoney(projectId)) {
      partner.proofDue = ownDue.minusWeeks(buffer.number());
      partner.proofExplained = "Die Stadt legt ihren Verwendungsnachweis bis " + printWithWeekday(ownDue) + " vor.\n"
          + "Die Nachweise der Partner prüft sie vorher; sie sind " + buffer.number()
          + " Wochen früher vorzulegen, bis " + printWithWeekday(partner.proofDue) + " (" + buffer.ground() + ").";
      partners.save(partner);
    }
  }

  private List<ProjectPartner> withMoney(Long projectId) {
    return partners.findByProjectIdOrderById(projectId).stream().filter(partner -> partner.passedOn != null).toList();
  }

  /** The proofs of all partners of a project to whom money is passed on. */
  @Transactional(readOnly = true)
  public List<PartnerProof> of(Long projectId) {
    return withMoney(projectId).stream().map(PartnerProof::of).toList();
  }

  @Transactional(readOnly = true)
  public PartnerProof details(Long partnerId) {
    return PartnerProof.of(partners.required(partnerId));
  }

  /**
   * Keeps what came of a partner's proof. Asks when it comes, if it did not. Who gets nothing after all proves nothing.
   *
   * @param receivedOn null if it did not come
   * @param accepted what of the money the city accepts; null only if the proof did not come
   */
  public void check(Long partnerId, LocalDate receivedOn, BigDecimal accepted) {
    ProjectPartner partner = partners.required(partnerId);
    if (partner.passedOn == null) {
      checkNothing(partner, receivedOn != null || accepted != null);
      return;
    }
    if (receivedOn == null && accepted != null) {
      throw new BusinessException("Ein Betrag lässt sich erst anerkennen, wenn der Nachweis eingegangen ist.");
    }
    if (receivedOn != null && accepted == null) {
      throw new BusinessException("Bitte geben Sie an, welcher Betrag anerkannt wird.");
    }
    if (receivedOn != null && receivedOn.isAfter(LocalDate.now(clock))) {
      throw new BusinessException("Der Nachweis kann nicht erst am " + print(receivedOn) + " eingegangen sein.");
    }
    if (accepted != null && accepted.compareTo(partner.passedOn) > 0) {
      throw new BusinessException("An " + partner.name + " wurden nur " + Euro.print(partner.passedOn)
          + " weitergegeben; mehr lässt sich nicht anerkennen.");
    }
    partner.proofReceivedOn = receivedOn;
    partner.proofAccepted = accepted;
    partners.save(partner);
    String subject = "Partner " + partnerId;
    if (receivedOn == null) {
      history.add(partner.projectId, "Der Nachweis von " + partner.name + " liegt nicht vor.");
      findings.raise(partner.projectId, FindingCode.PARTNER_PROOF_MISSING, subject, "An " + partner.name + " wurden "
          + Euro.print(partner.passedOn) + " weitergegeben; der Nachweis war bis "
          + printWithWeekday(partner.proofDue) + " vorzulegen und liegt nicht vor.");
    } else {
      history.add(partner.projectId, "Nachweis von " + partner.name + " am " + print(receivedOn) + " eingegangen"
          + (partner.proofDue != null && receivedOn.isAfter(partner.proofDue) ? ", nach der Frist" : "")
          + "; anerkannt: " + Euro.print(accepted) + " von " + Euro.print(partner.passedOn) + ".");
      findings.settle(partner.projectId, FindingCode.PARTNER_PROOF_MISSING, subject,
          "Der Nachweis ging am " + print(receivedOn) + " ein.");
    }
  }

  private void checkNothing(ProjectPartner partner, boolean entered) {
    if (entered) {
      throw new BusinessException("An " + partner.name + " wird nichts weitergegeben; bitte lassen Sie „Eingegangen am“"
          + " und „Anerkannter Betrag“ leer.");
    }
    history.add(partner.projectId, "An " + partner.name + " wird nichts weitergegeben; ein Nachweis ist nicht nötig.");
    findings.settle(partner.projectId, FindingCode.PARTNER_PROOF_MISSING, "Partner " + partner.id,
        "Es wird nichts mehr weitergegeben.");
  }
}
