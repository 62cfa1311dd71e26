package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.AMENDMENT_ID;

import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.funding.AmendmentDetails;
import de.gremienlauf.funding.Amendments;
import de.gremienlauf.funding.FundingPeriod;
import de.gremienlauf.funding.Notices;
import de.gremienlauf.funding.Projects;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** A form about an amendment: each shows what it is about and when the approval period ends by now. */
abstract class AmendmentForm extends ProjectForm {

  final Amendments amendments;
  private final Notices notices;

  AmendmentForm(Projects projects, Amendments amendments, Notices notices) {
    super(projects);
    this.amendments = amendments;
    this.notices = notices;
  }

  /** The fields of this form beside the heads. */
  abstract Map<String, Object> fields(AmendmentDetails amendment);

  static Long amendmentId(DelegateTask task) {
    return AMENDMENT_ID.from(task);
  }

  @Override
  final Map<String, Object> fields(DelegateTask task) {
    AmendmentDetails amendment = amendments.details(amendmentId(task));
    FundingPeriod period = notices.period(amendment.projectId());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("amendment", amendment.kind().label());
    fields.put("note", Objects.requireNonNullElse(amendment.note(), ""));
    fields.put("until", amendment.until() == null ? "keine Frist bekannt"
        : "Frist: " + GermanDate.printWithWeekday(amendment.until()));
    fields.put("approvalEnd", period.approvalUntil() == null ? "nicht bekannt"
        : GermanDate.printWithWeekday(period.approvalUntil()));
    fields.putAll(fields(amendment));
    return fields;
  }
}
