package de.gremienlauf.funding.process;

import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.funding.ExplainedAmount;
import de.gremienlauf.funding.NoticeDeadlines;
import de.gremienlauf.funding.NoticeDetails;
import de.gremienlauf.funding.Notices;
import de.gremienlauf.funding.Projects;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Bescheid prüfen". */
@Component("checkNoticeForm")
class CheckNoticeForm extends NoticeForm {

  CheckNoticeForm(Projects projects, Notices notices) {
    super(projects, notices);
  }

  @Override
  Map<String, Object> fields(NoticeDetails notice) {
    NoticeDeadlines deadlines = notices.deadlines(notice.id());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("deadlines", List.of(row("Bekanntgabe", deadlines.notified()),
        row("Ende der Rechtsbehelfsfrist", deadlines.appealUntil()), row("Bestandskraft", deadlines.finalFrom())));
    fields.put("arithmetic", notice.computedGrant().map(ExplainedAmount::steps).map(steps -> String.join(" ", steps))
        .orElse("Der Bescheid nennt nicht alle Angaben, aus denen sich der Betrag berechnen lässt."));
    fields.put("conditions", Objects.requireNonNullElse(notice.terms().conditions(), "keine erfasst"));
    fields.put("postingAssumed", notice.postedAssumed());
    fields.put("postedOn", null);
    fields.put("stanceChoices", Arrays.stream(Notices.Stance.values())
        .map(stance -> choice(stance.name(), stance.label())).toList());
    fields.put("stance", null);
    fields.put("stanceDay", null);
    return fields;
  }

  private static Map<String, String> row(String label, ExplainedDate day) {
    return Map.of("label", label, "day", GermanDate.printWithWeekday(day.date()), "steps",
        String.join(" ", day.steps()), "ground", day.ground());
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    Notices.Stance stance = form.choice("stance", "Wie mit dem Bescheid umgegangen wird", Notices.Stance.class);
    if (stance == null) {
      throw new BusinessException("Bitte entscheiden Sie, wie mit dem Bescheid umgegangen wird.");
    }
    notices.check(noticeId(task), stance, stance == Notices.Stance.KEEP ? null : form.day("stanceDay",
        "Tag des Verzichts oder der Klage"), form.day("postedOn", "Wirklicher Tag der Aufgabe zur Post"));
  }
}
