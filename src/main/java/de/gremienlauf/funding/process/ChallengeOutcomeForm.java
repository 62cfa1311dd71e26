package de.gremienlauf.funding.process;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.funding.NoticeDetails;
import de.gremienlauf.funding.Notices;
import de.gremienlauf.funding.Projects;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Ausgang des Rechtsbehelfs erfassen". */
@Component("challengeOutcomeForm")
class ChallengeOutcomeForm extends NoticeForm {

  private static final String ANNULLED = "ANNULLED";
  private static final String UPHELD = "UPHELD";

  ChallengeOutcomeForm(Projects projects, Notices notices) {
    super(projects, notices);
  }

  @Override
  Map<String, Object> fields(NoticeDetails notice) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("challengedOn", GermanDate.printWithWeekday(notice.challengedOn()));
    fields.put("challengeResult", null);
    fields.put("settledOn", null);
    fields.put("challengeOutcome", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    boolean annulled = ANNULLED.equals(form.requiredChoice("challengeResult", "Was aus dem Bescheid wird",
        List.of(ANNULLED, UPHELD)));
    notices.settleChallenge(noticeId(task), annulled, form.day("settledOn", "Tag der Entscheidung"),
        form.reason("challengeOutcome", "Entscheidung"));
  }
}
