package de.gremienlauf.funding;

/** How a notice came to the city (Bekanntgabe, § 41 VwVfG NRW). */
public enum NoticeMethod {

  LETTER("einfacher Brief"),
  ELECTRONIC("elektronisch übermittelt"),
  SERVED("förmlich zugestellt");

  private final String label;

  NoticeMethod(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}
