package de.gremienlauf.paper.process;

import de.gremienlauf.paper.Consultations;
import de.gremienlauf.paper.Results;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the models of run and consultation ask in expressions. */
@Component
public class ConsultationFlow {

  private final Consultations consultations;
  private final Results results;

  ConsultationFlow(Consultations consultations, Results results) {
    this.consultations = consultations;
    this.results = results;
  }

  public List<Long> openStations(Long paperId) {
    return consultations.openStations(paperId);
  }

  public String businessKey(Long consultationId) {
    return consultations.businessKey(consultationId);
  }

  public String phrase(Long consultationId) {
    return results.phrase(consultationId);
  }

  public String role(Long consultationId) {
    return consultations.role(consultationId).name();
  }

  public String competence(Long consultationId) {
    return results.competence(consultationId);
  }

  public boolean referralTargetKnown(Long consultationId) {
    return results.referralTargetKnown(consultationId);
  }
}
