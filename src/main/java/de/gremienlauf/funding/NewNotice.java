package de.gremienlauf.funding;

/**
 * A notice to record.
 *
 * @param period the periods of a grant, or the new end of an extension; null or unknown for all others
 */
public record NewNotice(NoticeKind kind, NoticeLetter letter, FundingPeriod period, GrantTerms terms) {

  public NewNotice {
    period = period == null ? FundingPeriod.UNKNOWN : period;
  }
}
