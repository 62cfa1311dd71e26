package de.gremienlauf.funding;

import static de.gremienlauf.engine.GermanDate.print;
import static de.gremienlauf.engine.GermanDate.printWithWeekday;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.ProcessMessages;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The notices of a project, from their arrival to finality, and what they say together. */
@Service
@Transactional
public class Notices {

  private static final String PROCESS = "funding-notice";
  private static final String CHANGED = "NoticeChanged";

  private final FundingNoticeRepository notices;
  private final FundedProjectRepository projects;
  private final AmendmentRepository amendments;
  private final NoticePeriods periods;
  private final Projects life;
  private final ProjectOrder order;
  private final Findings findings;
  private final ProjectHistory history;
  private final ProcessMessages messages;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Notices(FundingNoticeRepository notices, FundedProjectRepository projects, AmendmentRepository amendments,
      NoticePeriods periods, Projects life, ProjectOrder order, Findings findings, ProjectHistory history,
      ProcessMessages messages, ApplicationEventPublisher events, Clock clock) {
    this.notices = notices;
    this.projects = projects;
    this.amendments = amendments;
    this.periods = periods;
    this.life = life;
    this.order = order;
    this.findings = findings;
    this.history = history;
    this.messages = messages;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Records a notice and asks what there is to ask about it. A grant sets the periods of the project at once; an
   * amendment does so when it is applied, see {@link Amendments#apply}.
   *
   * @param amendmentId the amendment that it decides; null for the first notice
   * @return the id of the notice
   */
  public Long record(Long projectId, Long amendmentId, NewNotice recorded) {
    projects.lock(projectId);
    projects.required(projectId);
    check(projectId, amendmentId, recorded);
    FundingNotice notice = new FundingNotice();
    notice.projectId = projectId;
    notice.amendmentId = amendmentId;
    notice.kind = recorded.kind();
    notice.take(recorded.letter());
    takePeriod(notice, recorded.period());
    takeTerms(notice, recorded.terms());
    compute(notice);
    notice = notices.save(notice);
    history.add(projectId, notice.title() + " erfasst, " + notice.authority + (notice.fileReference == null ? ""
        : " (" + notice.fileReference + ")") + "; gilt als bekannt gegeben am " + print(notice.deemedNotified)
        + ", anfechtbar bis " + print(notice.appealUntil) + ".");
    askAboutPosting(notice);
    if (notice.kind == NoticeKind.GRANT) {
      order.check(projectId);
      life.periodChanged(projectId);
    }
    return notice.id;
  }

  private void check(Long projectId, Long amendmentId, NewNotice recorded) {
    NoticeLetter letter = recorded.letter();
    LocalDate today = LocalDate.now(clock);
    if (letter.noticeDate().isAfter(today)) {
      throw new BusinessException("Das Datum des Bescheids liegt in der Zukunft.");
    }
    checkDay(letter.postedOn(), letter.noticeDate(), today, "Der Tag der Aufgabe zur Post");
    checkDay(letter.receivedOn(), letter.postedOn() == null ? letter.noticeDate() : letter.postedOn(), today,
        "Der Tag des Zugangs");
    recorded.period().check();
    if (recorded.kind() == NoticeKind.GRANT && grant(projectId).isPresent()) {
      throw BusinessException.conflict("Für dieses Projekt ist schon ein Zuwendungsbescheid erfasst; weitere Bescheide"
          + " ändern ihn.");
    }
    if (recorded.kind().amends() && grant(projectId).isEmpty()) {
      throw new BusinessException("Es gibt noch keinen Zuwendungsbescheid, den dieser Bescheid ändern könnte.");
    }
    if (amendmentId != null && !notices.findByAmendmentIdOrderById(amendmentId).isEmpty()) {
      throw BusinessException.conflict("Zu dieser Änderung ist schon ein Bescheid erfasst.");
    }
    if (amendmentId != null && !amendments.required(amendmentId).projectId.equals(projectId)) {
      throw new IllegalArgumentException("Amendment " + amendmentId + " is not of project " + projectId);
    }
    recorded.terms().check();
    if (recorded.kind() == NoticeKind.EXTENSION) {
      checkExtension(projectId, recorded.period());
    }
  }

  private static void checkDay(LocalDate day, LocalDate earliest, LocalDate latest, String name) {
    if (day != null && (day.isBefore(earliest) || day.isAfter(latest))) {
      throw new BusinessException(name + " muss zwischen dem " + print(earliest) + " und dem " + print(latest)
          + " liegen.");
    }
  }

  private void checkExtension(Long projectId, FundingPeriod extended) {
    LocalDate oldEnd = period(projectId).approvalUntil();
    if (extended.approvalUntil() == null) {
      throw new BusinessException("Bitte geben Sie an, bis wann der Bewilligungszeitraum verlängert wird.");
    }
    if (oldEnd != null && !extended.approvalUntil().isAfter(oldEnd)) {
      throw new BusinessException("Eine Verlängerung muss nach dem bisherigen Ende des Bewilligungszeitraums, "
          + printWithWeekday(oldEnd) + ", enden.");
    }
  }

  /** Only grant and extension have periods; where the notice names only one of the two, the other is the same. */
  private void takePeriod(FundingNotice notice, FundingPeriod stated) {
    if (notice.kind == NoticeKind.GRANT) {
      notice.approvalFrom = stated.approvalFrom();
      notice.approvalUntil = stated.approvalUntil();
      notice.executionFrom = either(stated.executionFrom(), stated.approvalFrom());
      notice.executionUntil = either(stated.executionUntil(), stated.approvalUntil());
    } else if (notice.kind == NoticeKind.EXTENSION) {
      FundingPeriod old = period(notice.projectId);
      boolean together = Objects.equals(old.executionUntil(), old.approvalUntil());
      notice.approvalFrom = stated.approvalFrom();
      notice.approvalUntil = stated.approvalUntil();
      notice.executionFrom = stated.executionFrom();
      notice.executionUntil = stated.executionUntil() != null ? stated.executionUntil()
          : together ? stated.approvalUntil() : old.executionUntil();
    }
  }

  private static void takeTerms(FundingNotice notice, GrantTerms terms) {
    notice.financingKind = terms.financingKind();
    notice.paymentKind = terms.paymentKind();
    notice.rate = terms.rate();
    notice.eligibleTotal = terms.eligibleTotal();
    notice.grantLimit = terms.grantLimit();
    notice.conditions = terms.conditions();
    terms.years().forEach((year, amount) -> notice.years.add(new NoticeYear(year, amount)));
    notice.clauses = new LinkedHashSet<>(terms.clauses());
  }

  private void compute(FundingNotice notice) {
    NoticeDeadlines days = periods.of(notice.letter(), notice.waivedOn);
    notice.deemedNotified = days.notified().date();
    notice.appealUntil = days.appealUntil().date();
    notice.finalFrom = days.finalFrom().date();
  }

  private void askAboutPosting(FundingNotice notice) {
    if (notice.postedAssumed) {
      findings.raise(notice.projectId, FindingCode.POSTING_ASSUMED, subject(notice), "Für den " + notice.title()
          + " ist nicht bekannt, wann er zur Post gegeben wurde" + (notice.methodAssumed ? " und auf welchem Weg er kam"
          : "") + ". Angenommen ist das Datum des Bescheids; danach endet die Rechtsbehelfsfrist am "
          + printWithWeekday(notice.appealUntil) + ".");
    }
  }

  private static String subject(FundingNotice notice) {
    return "Bescheid " + notice.id;
  }

  /** Binds a notice to the process instance that watches its deadlines. */
  public void attachProcess(Long noticeId, String processInstanceId) {
    FundingNotice notice = notices.required(noticeId);
    notice.processInstanceId = processInstanceId;
    notices.save(notice);
  }

  /**
   * Enters when the notice was really posted; every day that follows from it is computed anew. A notice that was final
   * only by assumption is watched again until it really is. What is known already changes nothing.
   */
  public void post(Long noticeId, LocalDate day) {
    FundingNotice known = notices.required(noticeId);
    if (known.state == NoticeState.APPEALABLE && !known.postedAssumed && day.equals(known.postedOn)) {
      return;
    }
    FundingNotice notice = correctPosting(noticeId, day);
    FundedProject project = projects.required(notice.projectId);
    if (notice.processInstanceId == null || messages.isRunning(notice.processInstanceId)
        || project.state == ProjectState.ABORTED) {
      wake(notice);
      return;
    }
    notice.processInstanceId = messages.startProcess(PROCESS, project.projectNumber,
        Map.of("projectId", project.id, "noticeId", noticeId));
    notices.save(notice);
  }

  private FundingNotice correctPosting(Long noticeId, LocalDate day) {
    FundingNotice notice = notices.required(noticeId);
    boolean assumed = notice.finalByAssumption();
    if (!assumed) {
      notice.requireAppealable();
    }
    checkDay(day, notice.noticeDate, LocalDate.now(clock), "Der Tag der Aufgabe zur Post");
    NoticeLetter known = notice.letter();
    notice.take(new NoticeLetter(known.authority(), known.fileReference(), known.noticeDate(), day, known.method(),
        known.receivedOn(), known.instruction()));
    compute(notice);
    if (assumed) {
      notice.becomeFinalAnew(LocalDate.now(clock));
    }
    history.add(notice.projectId, notice.title() + " wurde am " + print(day) + " zur Post gegeben; er gilt damit als"
        + " bekannt gegeben am " + print(notice.deemedNotified) + " und ist anfechtbar bis "
        + print(notice.appealUntil) + (assumed ? ", bestandskräftig ab " + print(notice.finalFrom) : "") + ".");
    findings.settle(notice.projectId, FindingCode.POSTING_ASSUMED, subject(notice),
        "Nach einer späteren Angabe am " + print(day) + " zur Post gegeben.");
    FundingNotice saved = notices.save(notice);
    events.publishEvent(new NoticePosted(saved.projectId, saved.id));
    return saved;
  }

  /** What whoever checks a notice can decide about it. */
  public enum Stance {

    KEEP("den Bescheid hinnehmen und den Ablauf der Frist abwarten"),
    WAIVE("auf Rechtsbehelfe verzichten"),
    CHALLENGE("den Bescheid anfechten");

    private final String label;

    Stance(String label) {
      this.label = label;
    }

    /** What people read. */
    public String label() {
      return label;
    }
  }

  /**
   * Keeps what the office decided about a notice after it was checked. Its process goes on by itself.
   *
   * @param day the day of the waiver or of the action; null for a notice that is kept
   * @param postedOn the real day of posting, if it is known by now; else null
   */
  public void check(Long noticeId, Stance stance, LocalDate day, LocalDate postedOn) {
    if (postedOn != null) {
      correctPosting(noticeId, postedOn);
    }
    FundingNotice notice = stance == Stance.KEEP ? notices.required(noticeId) : open(noticeId);
    notice.checkedOn = LocalDate.now(clock);
    switch (stance) {
      case KEEP -> history.add(notice.projectId, notice.title() + " geprüft; er wird hingenommen.");
      case WAIVE -> takeWaiver(notice, day);
      case CHALLENGE -> takeChallenge(notice, day);
    }
    notices.save(notice);
  }

  /** Gives up the right to challenge a notice, which is then final at once. */
  public void waive(Long noticeId, LocalDate day) {
    FundingNotice notice = open(noticeId);
    takeWaiver(notice, day);
    wake(notices.save(notice));
  }

  private void takeWaiver(FundingNotice notice, LocalDate day) {
    requireNoWaiver(notice);
    requireDay(day, notice, "des Verzichts");
    notice.waivedOn = day;
    compute(notice);
    history.add(notice.projectId, "Am " + print(day) + " auf Rechtsbehelfe gegen den " + notice.title()
        + " verzichtet; bestandskräftig ab " + print(notice.finalFrom) + ".");
  }

  /** Challenges a notice before the administrative court: it is not final until that has an outcome. */
  public void challenge(Long noticeId, LocalDate day) {
    FundingNotice notice = open(noticeId);
    takeChallenge(notice, day);
    wake(notices.save(notice));
  }

  private void takeChallenge(FundingNotice notice, LocalDate day) {
    requireDay(day, notice, "der Klage");
    requireNoWaiver(notice);
    if (day.isAfter(notice.appealUntil)) {
      throw new BusinessException("Die Frist für eine Klage endete am " + printWithWeekday(notice.appealUntil) + ".");
    }
    notice.challengedOn = day;
    notice.state = NoticeState.CHALLENGED;
    history.add(notice.projectId, notice.title() + " am " + print(day) + " angefochten.");
  }

  private static void requireNoWaiver(FundingNotice notice) {
    if (notice.waivedOn != null) {
      throw BusinessException.conflict("Auf Rechtsbehelfe gegen diesen Bescheid wurde am " + print(notice.waivedOn)
          + " verzichtet.");
    }
  }

  private void requireDay(LocalDate day, FundingNotice notice, String what) {
    if (day == null) {
      throw new BusinessException("Bitte geben Sie den Tag " + what + " an.");
    }
    checkDay(day, notice.noticeDate, LocalDate.now(clock), "Der Tag " + what);
  }

  /**
   * Keeps what became of a challenge.
   *
   * @param annulled whether the notice was annulled; else it stands
   * @param outcome what was decided or agreed
   */
  public void settleChallenge(Long noticeId, boolean annulled, LocalDate day, String outcome) {
    projects.lock(notices.required(noticeId).projectId);
    FundingNotice notice = notices.required(noticeId);
    if (notice.state != NoticeState.CHALLENGED) {
      throw BusinessException.conflict("Der " + notice.title() + " ist nicht angefochten.");
    }
    if (outcome == null) {
      throw new BusinessException("Bitte halten Sie fest, wie über den Rechtsbehelf entschieden wurde.");
    }
    requireDay(day, notice, "der Entscheidung");
    if (day.isBefore(notice.challengedOn)) {
      throw new BusinessException("Der Tag der Entscheidung liegt vor der Klage vom " + print(notice.challengedOn)
          + ".");
    }
    notice.challengeOutcome = outcome;
    notice.state = annulled ? NoticeState.ANNULLED : NoticeState.FINAL;
    notice.finalOn = annulled ? null : day;
    notices.save(notice);
    history.add(notice.projectId, notice.title() + (annulled ? " aufgehoben: " : " bleibt bestehen: ") + outcome);
    if (annulled && notice.kind != NoticeKind.REFUSAL) {
      life.periodChanged(notice.projectId);
    }
  }

  /** Marks a notice final whose appeal period is over; one that was challenged got its day with the outcome. */
  public void markFinal(Long noticeId) {
    FundingNotice notice = notices.required(noticeId);
    if (notice.state != NoticeState.APPEALABLE) {
      return;
    }
    notice.state = NoticeState.FINAL;
    notice.finalOn = notice.finalFrom;
    notices.save(notice);
    history.add(notice.projectId, notice.title() + " ist seit " + print(notice.finalOn) + " bestandskräftig.");
  }

  private FundingNotice open(Long noticeId) {
    FundingNotice notice = notices.required(noticeId);
    notice.requireAppealable();
    return notice;
  }

  /** Whether nobody has decided yet whether to keep or to challenge it. */
  @Transactional(readOnly = true)
  public boolean unchecked(Long noticeId) {
    FundingNotice notice = notices.required(noticeId);
    return notice.checkedOn == null && notice.waivedOn == null && notice.challengedOn == null;
  }

  private void wake(FundingNotice notice) {
    if (notice.processInstanceId != null && messages.awaits(CHANGED, notice.processInstanceId)) {
      messages.send(CHANGED, notice.processInstanceId, Map.of());
    }
  }

  @Transactional(readOnly = true)
  public NoticeDeadlines deadlines(Long noticeId) {
    FundingNotice notice = notices.required(noticeId);
    return periods.of(notice.letter(), notice.waivedOn);
  }

  /** The notices of a project in the order of their dates. */
  @Transactional(readOnly = true)
  public List<NoticeDetails> of(Long projectId) {
    return notices.findByProjectIdOrderByNoticeDateAscIdAsc(projectId).stream().map(NoticeDetails::of).toList();
  }

  @Transactional(readOnly = true)
  public NoticeDetails details(Long noticeId) {
    return NoticeDetails.of(notices.required(noticeId));
  }

  /** The notice that grants the money; empty as long as there is none. */
  @Transactional(readOnly = true)
  public Optional<NoticeDetails> grant(Long projectId) {
    return inForce(projectId).stream().filter(notice -> notice.kind == NoticeKind.GRANT).findFirst()
        .map(NoticeDetails::of);
  }

  /** The periods in force: of the grant, ended by the latest extension; as planned as long as there is no grant. */
  @Transactional(readOnly = true)
  public FundingPeriod period(Long projectId) {
    FundedProject project = projects.required(projectId);
    FundingPeriod period = new FundingPeriod(project.plannedFrom, project.plannedUntil, project.plannedFrom,
        project.plannedUntil);
    for (FundingNotice notice : inForce(projectId)) {
      if (notice.kind == NoticeKind.GRANT) {
        period = new FundingPeriod(either(notice.approvalFrom, period.approvalFrom()),
            either(notice.approvalUntil, period.approvalUntil()), either(notice.executionFrom, period.executionFrom()),
            either(notice.executionUntil, period.executionUntil()));
      } else if (notice.kind == NoticeKind.EXTENSION) {
        period = new FundingPeriod(period.approvalFrom(), notice.approvalUntil, period.executionFrom(),
            either(notice.executionUntil, period.executionUntil()));
      }
    }
    return period;
  }

  /** What is granted by budget year after all notices, in euro. */
  @Transactional(readOnly = true)
  public SortedMap<Integer, BigDecimal> years(Long projectId) {
    return GrantedAmounts.of(inForce(projectId)).years();
  }

  /** What is granted in all: by budget years, or by the limit of a notice without; null if no notice says it. */
  @Transactional(readOnly = true)
  public BigDecimal granted(Long projectId) {
    return GrantedAmounts.of(inForce(projectId)).total();
  }

  private List<FundingNotice> inForce(Long projectId) {
    return notices.findByProjectIdOrderByNoticeDateAscIdAsc(projectId).stream().filter(FundingNotice::inForce).toList();
  }

  private static LocalDate either(LocalDate stated, LocalDate otherwise) {
    return stated == null ? otherwise : stated;
  }
}
