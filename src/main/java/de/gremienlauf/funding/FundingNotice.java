package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** A notice of the grantor (Zuwendungs- oder Änderungsbescheid) with its periods, amounts and way to finality. */
@Table("funding_notice")
class FundingNotice {

  @Id Long id;
  @Version int version;
  Long projectId;
  Long amendmentId;
  NoticeKind kind;
  NoticeState state = NoticeState.APPEALABLE;
  String authority;
  String fileReference;
  LocalDate noticeDate;
  LocalDate postedOn;
  boolean postedAssumed;
  NoticeMethod method;
  boolean methodAssumed;
  LocalDate receivedOn;
  boolean instruction;
  LocalDate approvalFrom;
  LocalDate approvalUntil;
  LocalDate executionFrom;
  LocalDate executionUntil;
  FinancingKind financingKind;
  PaymentKind paymentKind;
  BigDecimal rate;
  BigDecimal eligibleTotal;
  BigDecimal grantLimit;
  String conditions;
  LocalDate deemedNotified;
  LocalDate appealUntil;
  LocalDate finalFrom;
  LocalDate checkedOn;
  LocalDate waivedOn;
  LocalDate challengedOn;
  String challengeOutcome;
  LocalDate finalOn;
  String sheetHash;
  String processInstanceId;
  @MappedCollection(idColumn = "notice") Set<NoticeYear> years = new LinkedHashSet<>();
  @MappedCollection(idColumn = "notice") Set<NoticeClause> clauses = new LinkedHashSet<>();

  /** As it stands in sentences: "Zuwendungsbescheid vom 10.04.2017". */
  String title() {
    return kind.label() + " vom " + GermanDate.print(noticeDate);
  }

  /** Whether it says what is granted: it was not refused and not annulled. */
  boolean inForce() {
    return kind != NoticeKind.REFUSAL && state != NoticeState.ANNULLED;
  }

  /** Whether nobody can challenge it any more on a day. */
  boolean isFinalOn(LocalDate day) {
    return switch (state) {
      case FINAL -> !day.isBefore(finalOn);
      case APPEALABLE -> !day.isBefore(finalFrom);
      case CHALLENGED, ANNULLED -> false;
    };
  }

  /** The letter as it was recorded; what is only assumed is unknown in it. */
  NoticeLetter letter() {
    return new NoticeLetter(authority, fileReference, noticeDate, postedAssumed ? null : postedOn,
        methodAssumed ? null : method, receivedOn, instruction);
  }

  /** Takes what is known of the letter, and assumes the rest. */
  void take(NoticeLetter letter) {
    boolean served = letter.method() == NoticeMethod.SERVED;
    authority = letter.authority();
    fileReference = letter.fileReference();
    noticeDate = letter.noticeDate();
    postedAssumed = letter.postedOn() == null && !served;
    postedOn = Objects.requireNonNullElse(letter.postedOn(), letter.noticeDate());
    methodAssumed = letter.method() == null;
    method = Objects.requireNonNullElse(letter.method(), NoticeMethod.LETTER);
    receivedOn = letter.receivedOn();
    instruction = letter.instruction();
  }

  /** Whether it counts as final only because the day of its posting is assumed, and for no other reason. */
  boolean finalByAssumption() {
    return state == NoticeState.FINAL && postedAssumed && waivedOn == null && challengedOn == null;
  }

  /** Is final, or open again, as the days say that were computed anew. */
  void becomeFinalAnew(LocalDate today) {
    boolean over = !today.isBefore(finalFrom);
    state = over ? NoticeState.FINAL : NoticeState.APPEALABLE;
    finalOn = over ? finalFrom : null;
  }

  /** Refuses what can only be done as long as the notice can be challenged. */
  void requireAppealable() {
    if (state != NoticeState.APPEALABLE) {
      throw BusinessException.conflict("Der " + title() + " ist schon " + state.label() + "."
          + (finalByAssumption() ? " Das beruht auf einem angenommenen Tag der Aufgabe zur Post; tragen Sie zuerst den"
          + " wirklichen ein." : ""));
    }
  }
}
