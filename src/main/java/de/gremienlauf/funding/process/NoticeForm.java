package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.NOTICE_ID;

import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.funding.NoticeDetails;
import de.gremienlauf.funding.Notices;
import de.gremienlauf.funding.Projects;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** A form about a notice: each shows which one. */
abstract class NoticeForm extends ProjectForm {

  final Notices notices;

  NoticeForm(Projects projects, Notices notices) {
    super(projects);
    this.notices = notices;
  }

  /** The fields of this form beside the heads. */
  abstract Map<String, Object> fields(NoticeDetails notice);

  static Long noticeId(DelegateTask task) {
    return NOTICE_ID.from(task);
  }

  @Override
  final Map<String, Object> fields(DelegateTask task) {
    NoticeDetails notice = notices.details(noticeId(task));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("notice", notice.title());
    fields.put("authority", notice.letter().authority());
    fields.put("noticeState", notice.state().label());
    fields.put("appealUntil", GermanDate.printWithWeekday(notice.appealUntil()));
    fields.putAll(fields(notice));
    return fields;
  }
}
