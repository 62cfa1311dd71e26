package de.gremienlauf.paper;

import de.gremienlauf.council.Organization;
import de.gremienlauf.meeting.Matters;
import java.util.List;
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
    Consultation station = station(consultationId);
    Paper paper = paperRows.findById(station.paperId).orElseThrow();
    List<Wording> all = wordings.of(paper.id);
    String text = Wordings.text((wording == null ? asItStood(station, all) : numbered(wording, all))
        .orElseGet(() -> wordings.current(paper)).points());
    return text == null || text.isBlank() ? null : text;
  }

  /** The wording that the station gave the paper, else the one that it voted on: later stations may have amended it. */
  private static Optional<Wording> asItStood(Consultation station, List<Wording> all) {
    boolean amended = station.effect != null && station.effect.amends();
    return all.stream().filter(one -> amended && station.id.equals(one.consultationId()))
        .reduce((earlier, later) -> later).or(() -> numbered(station.wordingNumber, all));
  }

  private static Optional<Wording> numbered(Integer number, List<Wording> all) {
    return all.stream().filter(one -> Integer.valueOf(one.wordingNumber()).equals(number)).findFirst();
  }

  @Override
  public Long body(Long consultationId) {
    return station(consultationId).organizationId;
  }

  @Override
  public boolean decides(Long consultationId) {
    ConsultationRole role = station(consultationId).consultationRole;
    return role == ConsultationRole.DECISION || role == ConsultationRole.APPROVAL;
  }

  @Override
  public Optional<Boolean> decided(Long consultationId) {
    return Optional.ofNullable(station(consultationId).effect).map(ResultEffect::decides);
  }

  @Override
  public Optional<Organization> leadOffice(Long consultationId) {
    return papers.leadOffice(station(consultationId).paperId);
  }

  private Consultation station(Long consultationId) {
    return consultations.findById(consultationId).orElseThrow();
  }
}
