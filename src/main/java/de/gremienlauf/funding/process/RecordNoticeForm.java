package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.AMENDMENT_ID;
import static de.gremienlauf.funding.process.FundingVariables.DECISION;
import static de.gremienlauf.funding.process.FundingVariables.NOTICE_ID;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.funding.Amendments;
import de.gremienlauf.funding.FinancingKind;
import de.gremienlauf.funding.FundingPeriod;
import de.gremienlauf.funding.FundingRules;
import de.gremienlauf.funding.GrantTerms;
import de.gremienlauf.funding.NewNotice;
import de.gremienlauf.funding.NoticeKind;
import de.gremienlauf.funding.NoticeLetter;
import de.gremienlauf.funding.NoticeMethod;
import de.gremienlauf.funding.Notices;
import de.gremienlauf.funding.PaymentKind;
import de.gremienlauf.funding.ProjectHead;
import de.gremienlauf.funding.Projects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The tasks "Zuwendungsbescheid erfassen" and "Bescheid zur Änderung erfassen". Leaves in the variable {@code decision}
 * whether the authority GRANTED or REFUSED, or NONE if there will be no notice.
 */
@Component("recordNoticeForm")
class RecordNoticeForm extends ProjectForm {

  private static final String GRANTED = "GRANTED";
  private static final String REFUSED = "REFUSED";
  private static final String NONE = "NONE";
  private static final String UNKNOWN = "UNKNOWN";

  private final Notices notices;
  private final Amendments amendments;
  private final FundingRules rules;

  RecordNoticeForm(Projects projects, Notices notices, Amendments amendments, FundingRules rules) {
    super(projects);
    this.notices = notices;
    this.amendments = amendments;
    this.rules = rules;
  }

  private NoticeKind kind(DelegateTask task) {
    Long amendmentId = AMENDMENT_ID.from(task);
    return amendmentId == null ? NoticeKind.GRANT : amendments.details(amendmentId).kind();
  }

  private static List<String> outcomes(NoticeKind kind) {
    return kind == NoticeKind.GRANT ? List.of(GRANTED, REFUSED) : List.of(GRANTED, REFUSED, NONE);
  }

  private static String outcomeLabel(String outcome, NoticeKind kind) {
    return switch (outcome) {
      case GRANTED -> kind.label();
      case REFUSED -> NoticeKind.REFUSAL.label();
      default -> "Es ergeht kein Bescheid";
    };
  }

  @Override
  Map<String, Object> fields(DelegateTask task) {
    ProjectHead project = projects.head(projectId(task));
    NoticeKind kind = kind(task);
    FundingPeriod period = notices.period(project.id());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("noticeKind", kind.name());
    fields.put("periodNow", "Bewilligungszeitraum bisher: " + span(period));
    fields.put("outcomeChoices", outcomes(kind).stream().map(each -> choice(each, outcomeLabel(each, kind))).toList());
    fields.put("noticeOutcome", GRANTED);
    fields.put("noOutcomeReason", null);
    fields.put("authority", project.grantor());
    fields.put("fileReference", null);
    fields.put("noticeDate", null);
    fields.put("postedOn", null);
    fields.put("methodChoices", methodChoices());
    fields.put("method", UNKNOWN);
    fields.put("receivedOn", null);
    fields.put("instruction", true);
    fields.put("approvalFrom", kind == NoticeKind.GRANT ? GermanDate.print(period.approvalFrom()) : null);
    fields.put("approvalUntil", kind == NoticeKind.GRANT ? GermanDate.print(period.approvalUntil()) : null);
    fields.put("executionFrom", null);
    fields.put("executionUntil", null);
    fields.put("financingChoices", Arrays.stream(FinancingKind.values())
        .map(each -> choice(each.name(), each.label())).toList());
    fields.put("financingKind", null);
    fields.put("paymentChoices", Arrays.stream(PaymentKind.values())
        .map(each -> choice(each.name(), each.label())).toList());
    fields.put("paymentKind", null);
    fields.put("rate", null);
    fields.put("eligibleTotal", null);
    fields.put("grantLimit", null);
    fields.put("years", null);
    fields.put("conditions", null);
    fields.put("clauses", null);
    fields.put("rulesNow", rules.of(project.id()).stream().map(rule -> Map.of("label", rule.key().label(), "value",
        rule.printed(), "ground", rule.ground())).toList());
    return fields;
  }

  private static List<Map<String, String>> methodChoices() {
    List<Map<String, String>> choices = new ArrayList<>();
    for (NoticeMethod method : NoticeMethod.values()) {
      choices.add(choice(method.name(), method.label()));
    }
    choices.add(choice(UNKNOWN, "nicht bekannt"));
    return choices;
  }

  private static String span(FundingPeriod period) {
    return period.approvalUntil() == null ? "nicht bekannt" : (period.approvalFrom() == null ? ""
        : GermanDate.print(period.approvalFrom()) + " ") + "bis " + GermanDate.print(period.approvalUntil());
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    NoticeKind kind = kind(task);
    String outcome = form.requiredChoice("noticeOutcome", "Was die Behörde entschieden hat", outcomes(kind));
    if (NONE.equals(outcome)) {
      amendments.drop(AMENDMENT_ID.from(task), form.reason("noOutcomeReason", "Warum kein Bescheid ergeht"));
    } else {
      NOTICE_ID.set(task, notices.record(projectId(task), AMENDMENT_ID.from(task),
          notice(form, REFUSED.equals(outcome) ? NoticeKind.REFUSAL : kind)));
    }
    DECISION.set(task, outcome);
  }

  private static NewNotice notice(FormData form, NoticeKind kind) {
    boolean periods = kind == NoticeKind.GRANT || kind == NoticeKind.EXTENSION;
    return new NewNotice(kind, letter(form), !periods ? null : new FundingPeriod(
        form.day("approvalFrom", "Bewilligungszeitraum von"), form.day("approvalUntil", "Bewilligungszeitraum bis"),
        form.day("executionFrom", "Durchführungszeitraum von"),
        form.day("executionUntil", "Durchführungszeitraum bis")), terms(form, kind));
  }

  private static NoticeLetter letter(FormData form) {
    var noticeDate = form.day("noticeDate", "Datum des Bescheids");
    if (noticeDate == null) {
      throw new BusinessException("Bitte geben Sie das Datum des Bescheids an.");
    }
    List<String> methods = new ArrayList<>(List.of(UNKNOWN));
    Arrays.stream(NoticeMethod.values()).map(Enum::name).forEach(methods::add);
    String method = form.choice("method", "Weg der Bekanntgabe", methods);
    return new NoticeLetter(form.requiredText("authority", "Bewilligungsbehörde"),
        shortened(form.text("fileReference", "Geschäftszeichen")), noticeDate,
        form.day("postedOn", "Aufgabe zur Post am"),
        method == null || UNKNOWN.equals(method) ? null : NoticeMethod.valueOf(method),
        form.day("receivedOn", "Zugegangen am"), form.ticked("instruction", "Richtige Rechtsbehelfsbelehrung"));
  }

  private static String shortened(String reference) {
    if (reference != null && reference.length() > 200) {
      throw new BusinessException("„Geschäftszeichen“ darf höchstens 200 Zeichen haben.");
    }
    return reference;
  }

  private static GrantTerms terms(FormData form, NoticeKind kind) {
    boolean grants = kind != NoticeKind.REFUSAL;
    return new GrantTerms(
        grants ? form.choice("financingKind", "Art der Finanzierung", FinancingKind.class) : null,
        grants ? form.choice("paymentKind", "Art der Auszahlung", PaymentKind.class) : null,
        grants ? form.percent("rate", "Fördersatz") : null,
        grants ? form.amount("eligibleTotal", "Zuwendungsfähige Ausgaben") : null,
        grants ? form.amount("grantLimit", "Höchstbetrag") : null,
        NoticeLines.years(grants ? form.longText("years", "Beträge nach Haushaltsjahren") : null),
        conditions(form), NoticeLines.clauses(grants ? form.longText("clauses", "Abweichende Regeln") : null));
  }

  private static String conditions(FormData form) {
    String text = form.longText("conditions", "Nebenbestimmungen");
    if (text != null && text.length() > 8000) {
      throw new BusinessException("„Nebenbestimmungen“ darf höchstens 8000 Zeichen haben.");
    }
    return text;
  }
}
