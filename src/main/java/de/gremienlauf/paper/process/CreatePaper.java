package de.gremienlauf.paper.process;

import static de.gremienlauf.paper.process.PaperVariables.PAPER_ID;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.Phrases;
import de.gremienlauf.engine.SecondClick;
import de.gremienlauf.paper.NewPaper;
import de.gremienlauf.paper.PaperAccess;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.Papers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Creates the paper from the start form and takes the form's fields off the process before they are stored; a paper
 * that was begun by the application itself is only bound to its process.
 */
@Component("createPaper")
class CreatePaper implements JavaDelegate {

  private static final String LEAD_OFFICE = "Federführende Dienststelle";
  private static final Set<String> START_FORM = Set.of("type", "subject", "leadOffice", "superordinatedPaper");

  private final Papers papers;
  private final PaperQueries queries;
  private final PaperAccess access;
  private final Council council;
  private final SecondClick secondClick;
  private final CurrentUser user;
  private final Clock clock;

  CreatePaper(Papers papers, PaperQueries queries, PaperAccess access, Council council, SecondClick secondClick,
      CurrentUser user, Clock clock) {
    this.papers = papers;
    this.queries = queries;
    this.access = access;
    this.council = council;
    this.secondClick = secondClick;
    this.user = user;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Long begun = PAPER_ID.from(execution);
    if (begun == null) {
      PAPER_ID.set(execution, create(execution));
    } else if (execution.getVariableNames().size() > 1) {
      throw new BusinessException("Eine begonnene Vorlage nimmt keine weiteren Angaben an.");
    }
    papers.attachProcess(PAPER_ID.from(execution), execution.getProcessInstanceId());
  }

  private Long create(DelegateExecution execution) {
    Set<String> unknown = new TreeSet<>(execution.getVariableNames());
    unknown.removeAll(START_FORM);
    if (!unknown.isEmpty()) {
      throw new BusinessException("Das Startformular kennt die Angabe „" + unknown.iterator().next() + "“ nicht.");
    }
    FormData form = new FormData(execution.getVariables());
    execution.removeVariables(START_FORM);
    String type = form.requiredText("type", "Art der Vorlage");
    String superordinated = form.text("superordinatedPaper", "Nummer der Vorlage, die geändert werden soll");
    boolean amendment = Phrases.normalize(type).startsWith("änderungsantrag");
    if (amendment && superordinated == null) {
      throw new BusinessException("Bitte geben Sie die Nummer der Vorlage an, die der Antrag ändern soll.");
    }
    if (amendment) {
      requireReadable(superordinated);
    }
    if (type.length() > 200) {
      throw new BusinessException("„Art der Vorlage“ darf höchstens 200 Zeichen haben.");
    }
    String subject = form.requiredLine("subject", "Betreff");
    String office = council.officeOf(user.groups(), LocalDate.now(clock)).map(Organization::name)
        .filter(own -> form.text("leadOffice", LEAD_OFFICE) == null)
        .orElseGet(() -> form.requiredText("leadOffice", LEAD_OFFICE));
    secondClick.refuse("Diese Vorlage", type, subject, office);
    return papers.create(new NewPaper(council.ownMunicipality(), type, subject, office,
        amendment ? superordinated : null, null));
  }

  /** A paper that the person may not read is refused as if there was none with that number. */
  private void requireReadable(String reference) {
    Long paperId = queries.idOf(council.ownMunicipality(), reference);
    if (paperId != null && user.id() != null && !access.mayRead(paperId)) {
      throw new BusinessException("Eine Vorlage mit der Nummer „" + reference + "“ gibt es nicht.");
    }
  }
}
