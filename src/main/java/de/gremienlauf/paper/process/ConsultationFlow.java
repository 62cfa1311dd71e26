package de.gremienlauf.paper.process;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.Consultations;
import de.gremienlauf.paper.Papers;
import de.gremienlauf.paper.Results;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the models of run and consultation ask in expressions. */
@Component
public class ConsultationFlow {

  private final Consultations consultations;
  private final Results results;
  private final Papers papers;

  ConsultationFlow(Consultations consultations, Results results, Papers papers) {
    this.consultations = consultations;
    this.results = results;
    this.papers = papers;
  }

  public List<Long> openStations(Long paperId) {
    return consultations.openStations(paperId);
  }

  public String businessKey(Long consultationId) {
    return consultations.businessKey(consultationId);
  }

  /** The beginning of the meeting day in Berlin. */
  public Date meetingDay(Long consultationId) {
    return EngineClock.startOf(consultations.meetingDay(consultationId));
  }

  public Date clarificationDue(Long consultationId) {
    return EngineClock.endOf(papers.clarificationDue());
  }

  public String phrase(Long consultationId) {
    return results.normalizedPhrase(consultationId);
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
