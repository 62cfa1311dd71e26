package de.gremienlauf.funding;

import static de.gremienlauf.engine.GermanDate.printWithWeekday;

import de.gremienlauf.calendar.AppealPeriod;
import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.calendar.NotificationMethod;
import de.gremienlauf.calendar.PeriodCalculator;
import de.gremienlauf.engine.BusinessException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Computes when a notice counts as notified, until when it can be challenged and when it is final (§ 41 VwVfG NRW,
 * §§ 58, 74 VwGO). What is unknown is assumed, and the steps say so.
 */
@Component
class NoticePeriods {

  private static final String SERVED_GROUND = "§ 41 Abs. 5 VwVfG NRW, LZG NRW";
  private static final String RECEIPT_GROUND = "§ 41 Abs. 2 VwVfG NRW (späterer Zugang)";
  private static final String FINALITY_GROUND = "§ 43 Abs. 2, § 51 Abs. 1 VwVfG NRW (Unanfechtbarkeit)";
  private static final String WAIVER_GROUND = "Rechtsbehelfsverzicht; VV Nr. 7.1 zu § 44 LHO NRW";

  private final PeriodCalculator calculator;

  NoticePeriods(PeriodCalculator calculator) {
    this.calculator = calculator;
  }

  /**
   * The days of a notice.
   *
   * @param waivedOn the day on which the city gave up its right to challenge it; null if it did not
   */
  NoticeDeadlines of(NoticeLetter letter, LocalDate waivedOn) {
    List<String> assumptions = assumptions(letter);
    ExplainedDate notified = begunWith(assumptions, notified(letter));
    AppealPeriod appeal = calculator.appeal(notified, letter.instruction());
    return new NoticeDeadlines(notified, appeal.end(), finality(notified, appeal, waivedOn));
  }

  private static List<String> assumptions(NoticeLetter letter) {
    List<String> assumptions = new ArrayList<>();
    if (letter.method() == null) {
      assumptions.add("Der Weg der Bekanntgabe ist nicht bekannt; angenommen ist ein einfacher Brief.");
    }
    if (letter.postedOn() == null && letter.method() != NoticeMethod.SERVED) {
      assumptions.add("Der Tag der Aufgabe zur Post ist nicht bekannt; angenommen ist das Datum des Bescheids, "
          + printWithWeekday(letter.noticeDate()) + ".");
    }
    return assumptions;
  }

  private ExplainedDate notified(NoticeLetter letter) {
    if (letter.method() == NoticeMethod.SERVED) {
      if (letter.receivedOn() == null) {
        throw new BusinessException("Bitte geben Sie an, wann der Bescheid zugestellt wurde.");
      }
      return new ExplainedDate(letter.receivedOn(), List.of("Der Bescheid wurde am "
          + printWithWeekday(letter.receivedOn()) + " förmlich zugestellt; damit ist er bekannt gegeben ("
          + SERVED_GROUND + ")."), SERVED_GROUND);
    }
    LocalDate posted = letter.postedOn() == null ? letter.noticeDate() : letter.postedOn();
    ExplainedDate deemed = calculator.notification(posted, letter.method() == NoticeMethod.ELECTRONIC
        ? NotificationMethod.ELECTRONIC : NotificationMethod.LETTER);
    if (letter.receivedOn() == null || !letter.receivedOn().isAfter(deemed.date())) {
      return deemed;
    }
    return new ExplainedDate(letter.receivedOn(), append(deemed.steps(), "Nachweislich zugegangen ist er erst am "
        + printWithWeekday(letter.receivedOn()) + "; dieser Tag gilt (§ 41 Abs. 2 VwVfG NRW)."), RECEIPT_GROUND);
  }

  private static ExplainedDate finality(ExplainedDate notified, AppealPeriod appeal, LocalDate waivedOn) {
    if (waivedOn == null || !waivedOn.isBefore(appeal.finalFrom())) {
      return new ExplainedDate(appeal.finalFrom(), List.of("Die Rechtsbehelfsfrist endet mit Ablauf des "
          + printWithWeekday(appeal.end().date()) + ".", "Unanfechtbar ist der Bescheid am Tag danach, ab "
          + printWithWeekday(appeal.finalFrom()) + "."), FINALITY_GROUND);
    }
    LocalDate day = waivedOn.isAfter(notified.date()) ? waivedOn : notified.date();
    return new ExplainedDate(day, append(notified.steps(), "Am " + printWithWeekday(waivedOn)
        + " wurde auf Rechtsbehelfe verzichtet; der Bescheid ist damit ab " + printWithWeekday(day)
        + " bestandskräftig."), WAIVER_GROUND);
  }

  private static ExplainedDate begunWith(List<String> assumptions, ExplainedDate day) {
    return assumptions.isEmpty() ? day : new ExplainedDate(day.date(),
        Stream.concat(assumptions.stream(), day.steps().stream()).toList(), day.ground() + " (angenommen)");
  }

  private static List<String> append(List<String> steps, String step) {
    return Stream.concat(steps.stream(), Stream.of(step)).toList();
  }
}
