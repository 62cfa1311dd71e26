package de.gremienlauf.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Notices as authorities write them, recorded for projects that no process runs. */
@Component
public class NoticeWorld {

  static final LocalDate NOTICE_DATE = LocalDate.of(2017, 4, 10);
  static final FundingPeriod PERIOD = new FundingPeriod(ProjectWorld.FROM, ProjectWorld.UNTIL, null, null);
  static final GrantTerms NOTHING = terms(null, null, null);

  private final ProjectWorld projects;
  private final Notices notices;

  public NoticeWorld(ProjectWorld projects, Notices notices) {
    this.projects = projects;
    this.notices = notices;
  }

  static NoticeLetter letter(LocalDate date, LocalDate posted) {
    return new NoticeLetter("Bezirksregierung Arnsberg", "36.01.02", date, posted,
        posted == null ? null : NoticeMethod.LETTER, null, true);
  }

  static GrantTerms terms(PaymentKind payment, SortedMap<Integer, BigDecimal> years, List<NoticeClause> clauses) {
    return new GrantTerms(null, payment, null, null, null, years == null ? new TreeMap<>() : years, null,
        clauses == null ? List.of() : clauses);
  }

  static SortedMap<Integer, BigDecimal> years(Object... yearsAndAmounts) {
    SortedMap<Integer, BigDecimal> years = new TreeMap<>();
    for (int i = 0; i < yearsAndAmounts.length; i += 2) {
      years.put((Integer) yearsAndAmounts[i], new BigDecimal(yearsAndAmounts[i + 1] + ".00"));
    }
    return years;
  }

  static NewNotice grant(LocalDate posted, GrantTerms terms) {
    return new NewNotice(NoticeKind.GRANT, letter(NOTICE_DATE, posted), PERIOD, terms);
  }

  static NewNotice extension(LocalDate date, LocalDate until) {
    return new NewNotice(NoticeKind.EXTENSION, letter(date, date), new FundingPeriod(null, until, null, null),
        NOTHING);
  }

  static NewNotice amending(NoticeKind kind, LocalDate date, GrantTerms terms) {
    return new NewNotice(kind, letter(date, date), null, terms);
  }

  /** A project with the notice that grants it, posted on its date. Returns the project's id. */
  Long granted() {
    return granted(NOTHING);
  }

  Long granted(GrantTerms terms) {
    Long project = projects.stored(projects.city());
    notices.record(project, null, grant(NOTICE_DATE, terms));
    return project;
  }

  /** What is entered in the form for a notice of a day. */
  static Map<String, Object> entered(LocalDate date, Map<String, Object> more) {
    Map<String, Object> entered = new HashMap<>(Map.of("noticeOutcome", "GRANTED", "authority",
        "Bezirksregierung Arnsberg", "noticeDate", date.toString(), "postedOn", date.toString(), "method", "LETTER",
        "instruction", true));
    entered.putAll(more);
    return entered;
  }
}
