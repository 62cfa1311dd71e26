package de.gremienlauf.funding;

import static de.gremienlauf.engine.GermanDate.print;
import static de.gremienlauf.engine.GermanDate.printWithWeekday;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.ProcessMessages;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes of a grant: extension, reallocation, cut, next year's money, repayment. */
@Service
@Transactional
public class Amendments {

  public static final String PROCESS = "amendment-notice";
  private static final String PROJECT_ABORTED = "ProjectAborted";
  private static final Set<AmendmentState> OVER = Set.of(AmendmentState.DECIDED, AmendmentState.REFUSED,
      AmendmentState.NOT_TAKEN, AmendmentState.DECLINED, AmendmentState.DROPPED);

  private final AmendmentRepository amendments;
  private final FundedProjectRepository projects;
  private final FundingNoticeRepository noticeRows;
  private final Notices notices;
  private final Projects life;
  private final Findings findings;
  private final ProjectHistory history;
  private final ProcessMessages messages;
  private final Applications applications;
  private final ProjectPaperRepository papers;

  Amendments(AmendmentRepository amendments, FundedProjectRepository projects, FundingNoticeRepository noticeRows,
      Notices notices, Projects life, Findings findings, ProjectHistory history, ProcessMessages messages,
      Applications applications, ProjectPaperRepository papers) {
    this.amendments = amendments;
    this.projects = projects;
    this.noticeRows = noticeRows;
    this.notices = notices;
    this.life = life;
    this.findings = findings;
    this.history = history;
    this.messages = messages;
    this.applications = applications;
    this.papers = papers;
  }

  /** Begins a change and starts its process. Returns the id of the change. */
  public Long begin(Long projectId, NewAmendment begun) {
    Long amendmentId = create(projectId, begun);
    messages.startProcess(PROCESS, projects.required(projectId).projectNumber,
        Map.of("projectId", projectId, "amendmentId", amendmentId, "amendmentStep", begun.step().name()));
    return amendmentId;
  }

  /** Stores a change that begins. Returns its id. */
  public Long create(Long projectId, NewAmendment begun) {
    FundedProject project = projects.required(projectId);
    if (!begun.kind().amends()) {
      throw new BusinessException("Ein " + begun.kind().label() + " ändert keinen Bescheid.");
    }
    if (notices.grant(projectId).isEmpty()) {
      throw new BusinessException("Es gibt noch keinen Zuwendungsbescheid, der geändert werden könnte.");
    }
    if (begun.step() == AmendmentStep.OPTION && begun.kind() != NoticeKind.EXTENSION) {
      throw new BusinessException("Nur eine Verlängerung kann als Möglichkeit eröffnet werden.");
    }
    if (begun.day() != null && begun.until() != null && begun.until().isBefore(begun.day())) {
      throw new BusinessException("Die Frist endet, bevor sie beginnt.");
    }
    Amendment amendment = new Amendment();
    amendment.projectId = projectId;
    amendment.kind = begun.kind();
    boolean hearing = begun.step() == AmendmentStep.HEARING;
    amendment.optionOpenedOn = begun.day();
    amendment.optionUntil = hearing ? null : begun.until();
    amendment.hearingUntil = hearing ? begun.until() : null;
    amendment.optionNote = begun.note();
    amendment = amendments.save(amendment);
    history.add(project.id, "Änderung begonnen (" + amendment.kind.label() + "): " + begun.step().label()
        + (begun.note() == null ? "." : ": " + begun.note()));
    return amendment.id;
  }

  /** Binds a stored change to the process instance that runs it. */
  public void attachProcess(Long amendmentId, String processInstanceId) {
    Amendment amendment = amendments.required(amendmentId);
    if (amendment.processInstanceId != null) {
      throw new BusinessException("Für diese Änderung läuft schon ein Vorgang.");
    }
    amendment.processInstanceId = processInstanceId;
    amendments.save(amendment);
  }

  /** Whether committees must take part in a change. */
  public enum Committees {

    YES("ja, sie sind zu beteiligen"),
    NO("nein"),
    OPEN("noch nicht geklärt");

    private final String label;

    Committees(String label) {
      this.label = label;
    }

    /** What people read. */
    public String label() {
      return label;
    }
  }

  /**
   * Decides about an option that the grantor opened.
   *
   * @param used whether the city wants to use it
   * @param committees whether the committees must take part; null for an option that is not used
   * @param ground why, or why not
   */
  public void decide(Long amendmentId, boolean used, Committees committees, String ground) {
    Amendment amendment = open(amendmentId);
    if (used && committees == null) {
      throw new BusinessException("Bitte geben Sie an, ob die Gremien zu beteiligen sind.");
    }
    if (ground == null && (!used || committees == Committees.NO)) {
      throw new BusinessException("Bitte geben Sie einen Grund an.");
    }
    amendment.state = used ? AmendmentState.AGREED : AmendmentState.NOT_TAKEN;
    amendment.committeesNeeded = !used || committees == Committees.OPEN ? null : committees == Committees.YES;
    amendment.committeesGround = used ? ground : null;
    amendment.refusal = used ? null : ground;
    amendments.save(amendment);
    history.add(amendment.projectId, !used ? "Die Möglichkeit zur Verlängerung wird nicht genutzt: " + ground
        : "Die Möglichkeit zur Verlängerung wird genutzt; Beteiligung der Gremien: " + committees.label()
            + (ground == null ? "." : ": " + ground));
  }

  /** Ends a change that the committees did not agree to. */
  public void decline(Long amendmentId) {
    Amendment amendment = open(amendmentId);
    amendment.state = AmendmentState.DECLINED;
    amendments.save(amendment);
    history.add(amendment.projectId, "Die Gremien haben der Änderung nicht zugestimmt; sie wird nicht beantragt.");
  }

  /** Whether the committees must take part, as it was decided. */
  @Transactional(readOnly = true)
  public boolean committeesNeeded(Long amendmentId) {
    return Boolean.TRUE.equals(amendments.required(amendmentId).committeesNeeded);
  }

  /** Whether the city wants the change, or has not decided against it. */
  @Transactional(readOnly = true)
  public boolean wanted(Long amendmentId) {
    return amendments.required(amendmentId).state != AmendmentState.NOT_TAKEN;
  }

  /** Whether somebody has to decide first if the city wants the change, as with every extension. */
  @Transactional(readOnly = true)
  public boolean toDecide(Long amendmentId, AmendmentStep begun) {
    return begun == AmendmentStep.OPTION
        || begun == AmendmentStep.APPLICATION && amendments.required(amendmentId).kind == NoticeKind.EXTENSION;
  }

  /** Keeps what the city said in the hearing before a burdening notice (§ 28 VwVfG NRW). */
  public void comment(Long amendmentId, String statement) {
    Amendment amendment = open(amendmentId);
    if (statement == null) {
      throw new BusinessException("Bitte halten Sie die Stellungnahme fest, auch wenn keine abgegeben wird.");
    }
    amendment.hearingStatement = statement;
    amendments.save(amendment);
    history.add(amendment.projectId, "Zur Anhörung Stellung genommen: " + statement);
  }

  /** Notes that the city has applied for the change. An extension is asked for before the end. */
  public void file(Long amendmentId, NewApplication filed) {
    Amendment amendment = open(amendmentId);
    applications.file(amendment.projectId, amendmentId, filed);
    amendment.state = AmendmentState.APPLIED_FOR;
    amendments.save(amendment);
    LocalDate filedOn = filed.filedOn();
    LocalDate end = notices.period(amendment.projectId).approvalUntil();
    if (amendment.kind == NoticeKind.EXTENSION && end != null && filedOn != null && filedOn.isAfter(end)) {
      findings.raise(amendment.projectId, FindingCode.EXTENSION_APPLIED_LATE, subject(amendmentId),
          "Die Verlängerung wurde am " + printWithWeekday(filedOn) + " beantragt; der Bewilligungszeitraum endete schon"
              + " am " + printWithWeekday(end) + ".");
    }
  }

  /** Lets the notice on a change take effect: an extension moves the end, and everything that waits for it. */
  public void apply(Long amendmentId) {
    Amendment amendment = open(amendmentId);
    FundingNotice notice = notice(amendmentId);
    amendment.state = notice.kind == NoticeKind.REFUSAL ? AmendmentState.REFUSED : AmendmentState.DECIDED;
    amendments.save(amendment);
    if (notice.kind == NoticeKind.REFUSAL) {
      history.add(amendment.projectId, "Der Fördergeber hat die Änderung abgelehnt (" + notice.title() + ").");
    } else if (notice.kind == NoticeKind.EXTENSION) {
      extend(amendment, notice);
    } else {
      history.add(amendment.projectId, notice.title() + " angewendet; die Zeiträume bleiben, wie sie sind.");
    }
  }

  /** Ends a change about which no notice will come. */
  public void drop(Long amendmentId, String reason) {
    Amendment amendment = open(amendmentId);
    if (reason == null) {
      throw new BusinessException("Bitte geben Sie an, warum kein Bescheid ergeht.");
    }
    amendment.state = AmendmentState.DROPPED;
    amendment.refusal = reason;
    amendments.save(amendment);
    history.add(amendment.projectId, "Änderung ohne Bescheid beendet: " + reason);
  }

  private void extend(Amendment amendment, FundingNotice notice) {
    LocalDate oldEnd = endBefore(notice);
    history.add(amendment.projectId, notice.title() + " angewendet: Der Bewilligungszeitraum endet nun am "
        + print(notice.approvalUntil) + (oldEnd == null ? "." : " statt am " + print(oldEnd) + "."));
    if (oldEnd != null && notice.noticeDate.isAfter(oldEnd)) {
      findings.raise(amendment.projectId, FindingCode.EXTENSION_GAP, subject(amendment.id), "Der "
          + notice.title() + " erging nach dem bisherigen Ende vom " + printWithWeekday(oldEnd)
          + ": Für die Zeit vom " + print(oldEnd.plusDays(1)) + " bis zum " + print(notice.noticeDate)
          + " gab es keine Bewilligung.");
    }
    if (!Boolean.FALSE.equals(amendment.committeesNeeded) && !resolved(amendment)) {
      findings.raise(amendment.projectId, FindingCode.EXTENSION_WITHOUT_COMMITTEES, subject(amendment.id), "Zum "
          + notice.title() + " liegt kein Beschluss eines Gremiums vor, "
          + (amendment.committeesNeeded == null ? "und ob einer nötig ist, wurde nicht entschieden."
              : "obwohl die Gremien zu beteiligen waren."));
    }
    life.periodChanged(amendment.projectId);
  }

  /** Ends what is under way for a project that is aborted; a notice that has come, and an appeal, go on. */
  @EventListener
  void onStopped(ProjectStopped stopped) {
    for (Amendment amendment : amendments.findByProjectIdOrderById(stopped.projectId())) {
      if (OVER.contains(amendment.state) || !noticeRows.findByAmendmentIdOrderById(amendment.id).isEmpty()) {
        continue;
      }
      drop(amendment.id, "Das Projekt wird abgebrochen: " + stopped.reason());
      if (amendment.processInstanceId != null && messages.awaits(PROJECT_ABORTED, amendment.processInstanceId)) {
        messages.send(PROJECT_ABORTED, amendment.processInstanceId, Map.of());
      }
    }
  }

  /** The end that was in force before a notice. */
  private LocalDate endBefore(FundingNotice notice) {
    LocalDate end = projects.required(notice.projectId).plannedUntil;
    for (FundingNotice earlier : noticeRows.findByProjectIdOrderByNoticeDateAscIdAsc(notice.projectId)) {
      boolean sets = earlier.inForce() && earlier.approvalUntil != null;
      if (sets && earlier.approvalUntil.isBefore(notice.approvalUntil)) {
        end = earlier.approvalUntil;
      }
    }
    return end;
  }

  private boolean resolved(Amendment amendment) {
    return papers.findByProjectIdAndPurposeOrderById(amendment.projectId, PaperPurpose.EXTENSION).stream()
        .filter(paper -> paper.amendmentId() == null || paper.amendmentId().equals(amendment.id))
        .anyMatch(paper -> paper.outcome() == PaperOutcome.ACCEPTED);
  }

  private FundingNotice notice(Long amendmentId) {
    return noticeRows.findByAmendmentIdOrderById(amendmentId).stream().findFirst()
        .orElseThrow(() -> new IllegalStateException("Amendment " + amendmentId + " has no notice"));
  }

  private Amendment open(Long amendmentId) {
    Amendment amendment = amendments.required(amendmentId);
    if (OVER.contains(amendment.state)) {
      throw BusinessException.conflict("Diese Änderung ist schon " + amendment.state.label() + ".");
    }
    return amendment;
  }

  private static String subject(Long amendmentId) {
    return "Änderung " + amendmentId;
  }

  /** The changes of a project in the order in which they began. */
  @Transactional(readOnly = true)
  public List<AmendmentDetails> of(Long projectId) {
    return amendments.findByProjectIdOrderById(projectId).stream().map(AmendmentDetails::of).toList();
  }

  @Transactional(readOnly = true)
  public AmendmentDetails details(Long amendmentId) {
    return AmendmentDetails.of(amendments.required(amendmentId));
  }
}
