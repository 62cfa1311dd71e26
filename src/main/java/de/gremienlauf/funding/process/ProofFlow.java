package de.gremienlauf.funding.process;

import de.gremienlauf.funding.PartnerProof;
import de.gremienlauf.funding.PartnerProofs;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the model {@code proof-of-use} asks in expressions. */
@Component
public class ProofFlow {

  private final PartnerProofs partners;

  ProofFlow(PartnerProofs partners) {
    this.partners = partners;
  }

  /** The partners to whom money is passed on. */
  public List<Long> partners(Long projectId) {
    return partners.of(projectId).stream().map(PartnerProof::partnerId).toList();
  }
}
