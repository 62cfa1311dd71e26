package de.gremienlauf.funding;

/** What a notice of the grantor says. Most amendments are no extensions: only an extension moves an end date. */
public enum NoticeKind {

  GRANT("Zuwendungsbescheid", AmountEffect.ADDS),
  EXTENSION("Verlängerungsbescheid", AmountEffect.ADDS),
  REALLOCATION("Umwidmungsbescheid", AmountEffect.REPLACES),
  CUT("Kürzungsbescheid", AmountEffect.REPLACES),
  NEXT_YEAR("Bescheid über weitere Haushaltsmittel", AmountEffect.ADDS),
  REPAYMENT("Rückforderungsbescheid", AmountEffect.TAKES_BACK),
  REFUSAL("Ablehnungsbescheid", AmountEffect.NONE);

  /** What the amounts of a notice do to those that were granted before for the same year. */
  enum AmountEffect { ADDS, REPLACES, TAKES_BACK, NONE }

  private final String label;
  private final AmountEffect effect;

  NoticeKind(String label, AmountEffect effect) {
    this.label = label;
    this.effect = effect;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  AmountEffect effect() {
    return effect;
  }

  /** Whether it changes an earlier notice (Änderungsbescheid). */
  public boolean amends() {
    return this != GRANT && this != REFUSAL;
  }
}
