package de.gremienlauf.paper.process;

import static de.gremienlauf.paper.process.PaperVariables.PAPER_ID;
import static de.gremienlauf.paper.process.PaperVariables.URGENT_DECISION_ID;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.paper.PaperAccess;
import de.gremienlauf.paper.Papers;
import de.gremienlauf.paper.UrgentDecisions;
import de.gremienlauf.paper.UrgentRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins an urgent decision from the start form and takes the form's fields off the process before they are stored. */
@Component("beginUrgentDecision")
class BeginUrgentDecision implements JavaDelegate {

  private static final String COMMITTEE = "COMMITTEE";
  private static final Set<String> START_FORM =
      Set.of("paper", "matter", "committee", "urgency", "neededBy", "mainCommitteeDay");

  private final UrgentDecisions decisions;
  private final Papers papers;
  private final PaperAccess access;
  private final CurrentUser user;

  BeginUrgentDecision(UrgentDecisions decisions, Papers papers, PaperAccess access, CurrentUser user) {
    this.decisions = decisions;
    this.papers = papers;
    this.access = access;
    this.user = user;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Set<String> unknown = new TreeSet<>(execution.getVariableNames());
    unknown.removeAll(START_FORM);
    if (!unknown.isEmpty()) {
      throw new BusinessException("Das Startformular kennt die Angabe „" + unknown.iterator().next() + "“ nicht.");
    }
    FormData form = new FormData(execution.getVariables());
    execution.removeVariables(START_FORM);
    UrgentRequest request = request(form);
    Long paperId = decisions.paperOf(request);
    if (user.id() != null) {
      access.requireWrite(paperId);
    }
    PAPER_ID.set(execution, paperId);
    URGENT_DECISION_ID.set(execution, decisions.begin(paperId, request, execution.getProcessInstanceId()));
    execution.setProcessBusinessKey(papers.reference(paperId) + "#Dringlichkeit");
  }

  private static UrgentRequest request(FormData form) {
    String reference = form.requiredText("paper", "Nummer der Vorlage");
    boolean committee =
        COMMITTEE.equals(form.requiredChoice("matter", "Zuständig wäre", List.of("COUNCIL", COMMITTEE)));
    String name = committee ? form.requiredText("committee", "Name des Ausschusses") : null;
    String urgency = form.reason("urgency", "Warum die Entscheidung nicht warten kann");
    if (urgency == null) {
      throw new BusinessException("Bitte begründen Sie, warum die Entscheidung nicht warten kann.");
    }
    LocalDate neededBy = form.day("neededBy", "Zu entscheiden bis");
    if (neededBy == null) {
      throw new BusinessException("Bitte geben Sie an, bis wann entschieden sein muss.");
    }
    return new UrgentRequest(reference, name, urgency, neededBy,
        committee ? null : form.day("mainCommitteeDay", "Der Hauptausschuss kann zusammentreten am"));
  }
}
