package de.gremienlauf.funding.process;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.funding.AmendmentDetails;
import de.gremienlauf.funding.Amendments;
import de.gremienlauf.funding.Notices;
import de.gremienlauf.funding.Projects;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Über Verlängerung entscheiden". */
@Component("decideExtensionForm")
class DecideExtensionForm extends AmendmentForm {

  private static final String EXTEND = "EXTEND";
  private static final String END = "END";

  DecideExtensionForm(Projects projects, Amendments amendments, Notices notices) {
    super(projects, amendments, notices);
  }

  @Override
  Map<String, Object> fields(AmendmentDetails amendment) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("extension", null);
    fields.put("committeeChoices", Arrays.stream(Amendments.Committees.values())
        .map(each -> choice(each.name(), each.label())).toList());
    fields.put("committees", null);
    fields.put("ground", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    boolean used = EXTEND.equals(form.requiredChoice("extension", "Soll verlängert werden?", List.of(EXTEND, END)));
    amendments.decide(amendmentId(task), used, used ? form.choice("committees", "Sind die Gremien zu beteiligen?",
        Amendments.Committees.class) : null, form.reason("ground", "Grund"));
  }
}
