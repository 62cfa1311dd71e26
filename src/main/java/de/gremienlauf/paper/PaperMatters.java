package de.gremienlauf.paper;

import de.gremienlauf.council.Organization;
import de.gremienlauf.meeting.Matters;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the meetings what they print of a paper. */
@Component
@Transactional(readOnly = true)
class PaperMatters implements Matters {

  private final ConsultationRepository consultations;
  private final PaperRepository paperRows;
  private final Papers papers;
  private final Wordings wordings;

  PaperMatters(ConsultationRepository consultations, PaperRepository paperRows, Papers papers, Wordings wordings) {
    this.consultations = consultations;
    this.paperRows = paperRows;
    this.papers = papers;
    this.wordings = wordings;
  }

  @Override
  public String resolution(Long consultationId, Integer wording) {
    Paper paper = paperRows.findById(station(consultationId).paperId).orElseThrow();
    String text = Wordings.text(wordings.of(paper.id).stream()
        .filter(one -> wording != null && one.wordingNumber() == wording).findFirst()
        .orElseGet(() -> wordings.current(paper)).points());
    return text == null || text.isBlank() ? null : text;
  }

  @Override
  public boolean decides(Long consultationId) {
    ConsultationRole role = station(consultationId).consultationRole;
    return role == ConsultationRole.DECISION || role == ConsultationRole.APPROVAL;
  }

  @Override
  public Optional<Organization> leadOffice(Long consultationId) {
    return papers.leadOffice(station(consultationId).paperId);
  }

  private Consultation station(Long consultationId) {
    return consultations.findById(consultationId).orElseThrow();
  }
}
