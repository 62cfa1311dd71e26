package de.gremienlauf.operation;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long the city keeps what it need not keep for good.
 *
 * @param historyYears years for which the engine's history of a process is kept after its end, by the folder of the model
 * @param mailDays days for which mails are kept that need no more care
 * @param absenceDays days for which absences and what deputies took over are kept
 * @param calendarLinkDays days for which withdrawn calendar links are kept
 * @param draftDays days for which the text of a dropped draft is kept
 * @param escalationDays days for which it is kept what was sent about an overdue task; then it is told about anew
 * @param technicalDays days for which notes are kept that only keep things from being done twice
 */
@ConfigurationProperties("gremienlauf.retention")
public record RetentionRules(Map<String, Integer> historyYears, int mailDays, int absenceDays, int calendarLinkDays,
    int draftDays, int escalationDays, int technicalDays) {

  public RetentionRules {
    historyYears.forEach((folder, years) -> require("history-years." + folder, years));
    require("mail-days", mailDays);
    require("absence-days", absenceDays);
    require("calendar-link-days", calendarLinkDays);
    require("draft-days", draftDays);
    require("escalation-days", escalationDays);
    require("technical-days", technicalDays);
  }

  private static void require(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("gremienlauf.retention." + name + " must be at least 1: " + value);
    }
  }
}
