package de.gremienlauf.paper.process;

import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.paper.CoSignatures;
import de.gremienlauf.paper.Papers;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the models of the paper ask in expressions: collections, due dates and answers to their gateways. */
@Component
public class PaperFlow {

  private static final String ANY_CO_SIGNER = UserGroups.CO_SIGNERS;

  private final Papers papers;
  private final CoSignatures coSignatures;

  PaperFlow(Papers papers, CoSignatures coSignatures) {
    this.papers = papers;
    this.coSignatures = coSignatures;
  }

  public String type(Long paperId) {
    return papers.normalizedType(paperId);
  }

  public List<Long> pendingCoSignatures(Long paperId) {
    return coSignatures.pending(paperId);
  }

  public boolean objectionRaised(Long paperId) {
    return coSignatures.objectionRaised(paperId);
  }

  /** The group that works for the office; all co-signers if the office has none. */
  public String coSigningGroup(Long coSignatureId) {
    Organization office = coSignatures.office(coSignatureId);
    return Objects.requireNonNullElse(office.candidateGroup(), ANY_CO_SIGNER);
  }

  /** The group that works for the lead office; all clerks if the office has none. */
  public String leadOfficeGroup(Long paperId) {
    return papers.leadOffice(paperId).map(Organization::candidateGroup).orElse(UserGroups.CLERKS);
  }

  /** The person who began the paper, as a list for the engine; empty if no person did. */
  public List<String> author(Long paperId) {
    return papers.author(paperId).map(List::of).orElse(List.of());
  }

  public boolean answerDue(Long paperId) {
    return papers.answerDue(paperId);
  }
}
