package de.gremienlauf.funding.process;

import de.gremienlauf.calendar.WorkingDays;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.funding.FundingDues;
import de.gremienlauf.funding.PartnerProof;
import de.gremienlauf.funding.PartnerProofs;
import de.gremienlauf.funding.ProofsOfUse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the model {@code proof-of-use} asks in expressions. */
@Component
public class ProofFlow {

  private final ProofsOfUse proofs;
  private final PartnerProofs partners;
  private final WorkingDays workingDays;
  private final FundingDues dues;
  private final Clock clock;

  ProofFlow(ProofsOfUse proofs, PartnerProofs partners, WorkingDays workingDays, FundingDues dues, Clock clock) {
    this.proofs = proofs;
    this.partners = partners;
    this.workingDays = workingDays;
    this.dues = dues;
    this.clock = clock;
  }

  /** The partners to whom money is passed on. */
  public List<Long> partners(Long projectId) {
    return partners.of(projectId).stream().map(PartnerProof::partnerId).toList();
  }

  public Date partnerDue(Long partnerId) {
    return EngineClock.endOf(partners.details(partnerId).dueOn());
  }

  public Date due(Long projectId) {
    return EngineClock.endOf(proofs.of(projectId).orElseThrow().dueOn());
  }

  public Date auditDue() {
    return EngineClock.endOf(workingDays.after(LocalDate.now(clock), dues.audit()));
  }
}
