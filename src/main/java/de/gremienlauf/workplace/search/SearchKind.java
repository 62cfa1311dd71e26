package de.gremienlauf.workplace.search;

/** What can be found. */
enum SearchKind {

  PAPER("Vorlagen"),
  PROJECT("Förderprojekte"),
  MEETING("Sitzungen"),
  ITEM("Tagesordnungspunkte"),
  PERSON("Personen"),
  BODY("Gremien und Dienststellen");

  private final String label;

  SearchKind(String label) {
    this.label = label;
  }

  /** What people read, of several. */
  String label() {
    return label;
  }
}
