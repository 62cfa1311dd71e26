package de.gremienlauf.tracking;

import de.gremienlauf.council.Council;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.paper.PaperAccess;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who sees which resolutions and which forgotten papers: heads of offices, Gremienbüro, auditors and administrators
 * those of all offices, everybody else those of the own one; and none of them more of a paper than she may know.
 */
@Component
@Transactional(readOnly = true)
public class TrackingAccess {

  private static final Set<String> OVERSEERS = Set.of(UserGroups.MANAGERS, UserGroups.COUNCIL_OFFICE,
      UserGroups.AUDITORS, UserGroups.ADMINISTRATORS);

  private final ResolutionDuties duties;
  private final ForgottenPapers forgotten;
  private final PaperAccess papers;
  private final Council council;
  private final CurrentUser user;
  private final Clock clock;

  TrackingAccess(ResolutionDuties duties, ForgottenPapers forgotten, PaperAccess papers, Council council,
      CurrentUser user, Clock clock) {
    this.duties = duties;
    this.forgotten = forgotten;
    this.papers = papers;
    this.council = council;
    this.user = user;
    this.clock = clock;
  }

  /** Whether the person sees what all offices have to do. */
  public boolean oversees() {
    return !Collections.disjoint(user.groups(), OVERSEERS);
  }

  /** Refuses who does not see what all offices have to do. */
  public void requireOverseer() {
    if (!oversees()) {
      throw BusinessException.forbidden();
    }
  }

  /** What was decided on a paper, as far as the person may know it. */
  public List<Duty> of(Long paperId) {
    papers.requireRead(paperId);
    return duties.of(paperId).stream().filter(this::mayKnow).toList();
  }

  /** What has to be implemented, and what ended within a year. */
  public List<Duty> duties() {
    return duties.since(LocalDate.now(clock).minusYears(1), this::concerns).stream().filter(this::mayKnow).toList();
  }

  /** What a body decided in a year, as far as the person may know it. */
  public List<Duty> ofYear(Long organizationId, int year) {
    return duties.ofYear(organizationId, year).stream().filter(this::mayKnow).toList();
  }

  /** The papers that are forgotten today. */
  public List<ForgottenPaper> forgotten() {
    return forgotten.on(council.ownMunicipality(), LocalDate.now(clock)).stream()
        .filter(paper -> concerns(paper.leadOffice()) && papers.mayRead(paper.paperId())).toList();
  }

  private boolean concerns(String office) {
    return oversees() || user.groups().contains(duties.groupOf(office));
  }

  /** What is not public is for who may know what is said of the paper behind closed doors. */
  private boolean mayKnow(Duty duty) {
    return duty.publicDuty() ? papers.mayRead(duty.paperId()) : papers.seesNonPublic(duty.paperId());
  }
}
