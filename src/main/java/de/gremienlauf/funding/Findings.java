package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.ProcessMessages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts questions about a project to its lead office, each as a task of its own, and keeps the answers. */
@Service
@Transactional
public class Findings {

  static final String PROCESS = "project-finding";
  private static final String FINDING_CHANGED = "FindingChanged";
  private static final String FINDING_SETTLED = "FindingSettled";

  private final FindingRepository findings;
  private final FundedProjectRepository projects;
  private final ProjectHistory history;
  private final ProcessMessages messages;
  private final CurrentUser user;
  private final Clock clock;

  Findings(FindingRepository findings, FundedProjectRepository projects, ProjectHistory history,
      ProcessMessages messages, CurrentUser user, Clock clock) {
    this.findings = findings;
    this.projects = projects;
    this.history = history;
    this.messages = messages;
    this.user = user;
    this.clock = clock;
  }

  /**
   * Puts a question, once for each subject. What was noticed may be known better later: an open question then shows it.
   *
   * @param subject what it is about, e.g. "Bescheid 7"; at most 60 characters
   * @param detail what was noticed, in German sentences with the dates
   */
  void raise(Long projectId, FindingCode code, String subject, String detail) {
    Finding known = findings.findByProjectIdAndCodeAndSubject(projectId, code, subject).orElse(null);
    if (known == null) {
      Finding raised = findings.save(new Finding(null, projectId, code, subject, code.question(), detail,
          LocalDate.now(clock), null, null, null, null));
      history.add(projectId, "Frage gestellt: " + detail + " " + code.question());
      String instance = messages.startProcess(PROCESS, projects.required(projectId).projectNumber,
          Map.of("projectId", projectId, "findingId", raised.id()));
      findings.save(raised.runBy(instance));
    } else if (known.answer() == null && !known.detail().equals(detail)) {
      findings.save(known.because(detail));
      history.add(projectId, "Anlass einer Frage ergänzt: " + detail);
      messages.send(FINDING_CHANGED, known.processInstanceId(), Map.of());
    }
  }

  /** Keeps the answer to a question. */
  public void answer(Long findingId, String text) {
    Finding finding = required(findingId);
    if (text == null) {
      throw new BusinessException("Bitte beantworten Sie die Frage.");
    }
    if (finding.answer() != null) {
      throw BusinessException.conflict("Die Frage ist schon beantwortet.");
    }
    findings.save(finding.answered(text, LocalDate.now(clock), user.id()));
    history.add(finding.projectId(), "Frage beantwortet: " + finding.question() + " " + text);
  }

  /** Takes a fact that was recorded elsewhere as the answer and ends the task; nothing happens if none is open. */
  void settle(Long projectId, FindingCode code, String subject, String text) {
    findings.findByProjectIdAndCodeAndSubject(projectId, code, subject).filter(open -> open.answer() == null)
        .ifPresent(open -> {
          answer(open.id(), text);
          messages.send(FINDING_SETTLED, open.processInstanceId(), Map.of());
        });
  }

  /**
   * A question with its occasion.
   *
   * @param detail what was noticed, with the dates
   */
  public record Question(String question, String detail) {
  }

  public Question question(Long findingId) {
    Finding finding = required(findingId);
    return new Question(finding.question(), finding.detail());
  }

  private Finding required(Long findingId) {
    return findings.findById(findingId)
        .orElseThrow(() -> BusinessException.unknown("Diese Frage gibt es nicht (mehr)."));
  }
}
