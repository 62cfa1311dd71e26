package de.gremienlauf.workplace.search;

/** What can be found; of what is equally good the first kind comes first. */
enum SearchKind {

  PAPER("Vorlagen"),
  PROJECT("Förderprojekte"),
  BODY("Gremien und Dienststellen"),
  PERSON("Personen"),
  ITEM("Tagesordnungspunkte"),
  MEETING("Sitzungen");

  private final String label;

  SearchKind(String label) {
    this.label = label;
  }

  /** What people read, of several. */
  String label() {
    return label;
  }
}
