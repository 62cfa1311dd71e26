package de.gremienlauf.paper;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.UserGroups;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who may read a paper and who may change it. A public paper is everybody's once it is released; before that, and if
 * it is not public, it concerns its author, the offices that take part and those who carry papers through the house.
 * To everybody else it does not exist. What the state of the paper allows is a different question, which the services
 * answer.
 */
@Component
public class PaperAccess {

  private static final Set<String> CARRIERS = Set.of(UserGroups.COUNCIL_OFFICE, UserGroups.MINUTE_TAKERS,
      UserGroups.SIGNATORIES, UserGroups.AUDITORS, UserGroups.ADMINISTRATORS);
  private static final Set<String> INSPECTORS = Set.of(UserGroups.COUNCIL_OFFICE, UserGroups.AUDITORS,
      UserGroups.ADMINISTRATORS);
  private static final Set<String> KEEPERS = Set.of(UserGroups.COUNCIL_OFFICE, UserGroups.ADMINISTRATORS);

  private final PaperQueries queries;
  private final CurrentUser user;

  PaperAccess(PaperQueries queries, CurrentUser user) {
    this.queries = queries;
    this.user = user;
  }

  /** Refuses a paper that the person may not read as if it did not exist. */
  public void requireRead(Long paperId) {
    if (!mayRead(paperId)) {
      throw BusinessException.unknown("Diese Vorlage gibt es nicht.");
    }
  }

  /** Whether the paper exists for the person. */
  public boolean mayRead(Long paperId) {
    return mayRead(queries.involved(paperId));
  }

  /** Those of several papers that exist for the person, asked for together. */
  public Set<Long> readable(Collection<Long> paperIds) {
    return user.id() != null && any(CARRIERS) ? Set.copyOf(paperIds)
        : queries.involved(paperIds).entrySet().stream().filter(paper -> mayRead(paper.getValue()))
            .map(Map.Entry::getKey).collect(Collectors.toSet());
  }

  /** What a body said of the paper behind closed doors, even of a public one. */
  public void requireNonPublic(Long paperId) {
    if (!seesNonPublic(paperId)) {
      throw BusinessException.unknown("Diesen Beschlussauszug gibt es nicht.");
    }
  }

  /** A file that is not meant for everybody, even of a public paper. */
  public void requireInvolved(Long paperId) {
    if (!seesNonPublic(paperId)) {
      throw BusinessException.unknown("Diese Anlage gibt es nicht.");
    }
  }

  /**
   * The paper as far as the person may know it: results and wordings from behind closed doors, remarks that are not
   * printed, excerpts and attachments that are not public, and what attachments were before only for who takes part.
   */
  public PaperDetails readable(PaperDetails paper) {
    if (seesNonPublic(paper.id())) {
      return paper;
    }
    List<PaperDetails.WordingLine> wordings = givenInPublic(paper);
    return paper.showing(resolution(paper, wordings), wordings,
        paper.consultations().stream().map(station -> station.behindClosedDoors() ? station.withoutResult()
            : station.forEverybody()).toList(),
        paper.attachments().stream()
            .map(attachment -> attachment.publicAttachment() ? attachment.withoutFormerVersions()
                : attachment.withoutFile()).toList());
  }

  /** Without what a body worded behind closed doors, also where an urgent decision repeats it. */
  private static List<PaperDetails.WordingLine> givenInPublic(PaperDetails paper) {
    Set<Long> closed = stations(paper, PaperDetails.Station::behindClosedDoors);
    List<PaperDetails.WordingLine> shown = new ArrayList<>();
    for (PaperDetails.WordingLine wording : paper.wordings()) {
      boolean repeatsWhatIsHidden = UrgentDecision.heads(wording.label())
          && shown.stream().noneMatch(earlier -> earlier.points().equals(wording.points()));
      if (!closed.contains(wording.consultationId()) && !repeatsWhatIsHidden) {
        shown.add(wording);
      }
    }
    return shown;
  }

  /** What is voted on; if that was worded behind closed doors, what it was before, as far as it still holds. */
  private static List<PaperDetails.Point> resolution(PaperDetails paper, List<PaperDetails.WordingLine> shown) {
    if (paper.wordings().stream().noneMatch(wording -> !shown.contains(wording)
        && wording.points().equals(paper.resolutionPoints()))) {
      return paper.resolutionPoints();
    }
    Set<Long> amending = stations(paper, station -> station.effect() != null && station.effect().amends());
    return shown.stream()
        .filter(wording -> wording.consultationId() == null || amending.contains(wording.consultationId()))
        .max(Comparator.comparingInt(PaperDetails.WordingLine::id)).map(PaperDetails.WordingLine::points)
        .orElse(List.of());
  }

  private static Set<Long> stations(PaperDetails paper, Predicate<PaperDetails.Station> which) {
    return paper.consultations().stream().filter(which).map(PaperDetails.Station::id).collect(Collectors.toSet());
  }

  /** Whether the person may know what is said of a paper behind closed doors. */
  public boolean seesNonPublic(Long paperId) {
    return user.id() != null && (any(CARRIERS) || takesPart(queries.involved(paperId)));
  }

  /** Text, attachments, withdrawal, revision, supplements. */
  public void requireWrite(Long paperId) {
    requireRead(paperId);
    require(mayWrite(paperId));
  }

  /** The sequence: until release like the text, afterwards only who keeps the agendas. */
  public void requireSequence(Long paperId) {
    requireRead(paperId);
    require(maySequence(queries.details(paperId)));
  }

  /** The audit export, which holds everything, also what was said behind closed doors. */
  public void requireAudit(Long paperId) {
    requireRead(paperId);
    require(mayAudit());
  }

  /** Whether the person may take the audit export of the papers that she may read. */
  public boolean mayAudit() {
    return any(INSPECTORS);
  }

  /** Results of bodies. */
  public void requireCorrection(Long paperId) {
    requireRead(paperId);
    require(mayCorrect());
  }

  /** The papers that the person may read. */
  public List<PaperLine> list(String text) {
    return queries.list(text, this::mayRead);
  }

  /** What the state of a paper that the person may read allows this person. */
  public PaperDetails.Permissions permitted(PaperDetails paper) {
    PaperDetails.Permissions state = paper.may();
    boolean write = mayWrite(paper.id());
    return new PaperDetails.Permissions(state.edit() && write, state.changeSequence() && maySequence(paper),
        state.correct() && mayCorrect(), state.withdraw() && write, state.revise() && write,
        state.supplement() && write);
  }

  private boolean mayRead(PaperQueries.Involved involved) {
    return user.id() != null && (involved.visibleToAll() || any(CARRIERS) || takesPart(involved));
  }

  /** The author, the lead office and those who co-sign; a group stands in for an office that has none. */
  private boolean takesPart(PaperQueries.Involved involved) {
    List<String> groups = user.groups();
    return user.id().equals(involved.author())
        || groups.contains(involved.leadGroup() == null ? UserGroups.CLERKS : involved.leadGroup())
        || involved.coSigningGroups().stream()
            .anyMatch(group -> groups.contains(group == null ? UserGroups.CO_SIGNERS : group));
  }

  /** Clerks write papers in which they take part, released or not. */
  private boolean mayWrite(Long paperId) {
    return any(KEEPERS) || any(Set.of(UserGroups.CLERKS)) && takesPart(queries.involved(paperId));
  }

  private boolean maySequence(PaperDetails paper) {
    return paper.released() == null ? mayWrite(paper.id()) : any(KEEPERS);
  }

  private boolean mayCorrect() {
    return any(KEEPERS);
  }

  private boolean any(Set<String> groups) {
    return !Collections.disjoint(user.groups(), groups);
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw BusinessException.forbidden();
    }
  }
}
