package de.gremienlauf.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A notice as pages and documents show it.
 *
 * @param title e.g. "Zuwendungsbescheid vom 10.04.2017"
 * @param letter what is known of its way here; what is only assumed is null in it
 * @param postedOn the day of posting that the deadlines are computed from
 * @param postedAssumed whether that day is only assumed to be the printed date
 * @param method how it came; an ordinary letter if unknown
 * @param period the periods as it states them
 * @param checkedOn when the office read it; null if it has not
 * @param finalOn since when it is final; null as long as it is not
 * @param sheetHash the hash of its deadline sheet; null before that is printed
 */
public record NoticeDetails(Long id, Long projectId, Long amendmentId, NoticeKind kind, NoticeState state,
    String title, NoticeLetter letter, LocalDate postedOn, boolean postedAssumed, NoticeMethod method,
    FundingPeriod period, GrantTerms terms, LocalDate deemedNotified, LocalDate appealUntil, LocalDate finalFrom,
    LocalDate checkedOn, LocalDate waivedOn, LocalDate challengedOn, String challengeOutcome, LocalDate finalOn,
    String sheetHash, String processInstanceId) {

  static NoticeDetails of(FundingNotice notice) {
    SortedMap<Integer, BigDecimal> years = new TreeMap<>();
    notice.years.forEach(year -> years.put(year.budgetYear(), year.amount()));
    return new NoticeDetails(notice.id, notice.projectId, notice.amendmentId, notice.kind, notice.state,
        notice.title(), notice.letter(), notice.postedOn, notice.postedAssumed, notice.method,
        new FundingPeriod(notice.approvalFrom, notice.approvalUntil, notice.executionFrom, notice.executionUntil),
        new GrantTerms(notice.financingKind, notice.paymentKind, notice.rate, notice.eligibleTotal, notice.grantLimit,
            years, notice.conditions, List.copyOf(notice.clauses)),
        notice.deemedNotified, notice.appealUntil, notice.finalFrom, notice.checkedOn, notice.waivedOn,
        notice.challengedOn, notice.challengeOutcome, notice.finalOn, notice.sheetHash, notice.processInstanceId);
  }

  /** What the grant comes to, compared with what the notice prints; empty unless it states enough to compute it. */
  public Optional<ExplainedAmount> computedGrant() {
    if (terms.eligibleTotal() == null) {
      return Optional.empty();
    }
    if (terms.financingKind() == FinancingKind.FIXED) {
      return Optional.ofNullable(terms.grantLimit())
          .map(limit -> GrantCalculator.fixed(terms.eligibleTotal(), limit));
    }
    return Optional.ofNullable(terms.rate())
        .map(rate -> GrantCalculator.share(terms.eligibleTotal(), rate, null).comparedWith(terms.grantLimit()));
  }
}
