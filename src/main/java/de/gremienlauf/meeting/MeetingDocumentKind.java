package de.gremienlauf.meeting;

/** What is issued for a meeting. */
public enum MeetingDocumentKind {

  AGENDA("Tagesordnung"),
  INVITATION("Einladung"),
  CALENDAR("Kalendereintrag"),
  ATTENDANCE("Anwesenheitsliste"),
  MINUTES_DRAFT("Niederschrift, Entwurf"),
  MINUTES("Niederschrift"),
  /** The minutes without the names that a release decision keeps secret. */
  MINUTES_REDACTED("Niederschrift, geschwärzte Fassung"),
  EXCERPT("Beschlussauszug"),
  /** What was corrected in released minutes. */
  CORRECTION("Berichtigungsvermerk");

  private final String label;

  MeetingDocumentKind(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /** Whether its public edition is for everybody and not only for those who make or receive it. */
  public boolean forEverybody() {
    return this != MINUTES_DRAFT && this != ATTENDANCE;
  }
}
