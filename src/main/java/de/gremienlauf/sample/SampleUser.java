package de.gremienlauf.sample;

import java.util.List;

/** A login for each role, with an invented person. The table in README.md lists the same. */
enum SampleUser {

  CLERK("sachbearbeitung", "Sabine", "Lindenhof", "sachbearbeitung", "amt-integration"),
  LAW("mitzeichnung", "Jens", "Uferkamp", "mitzeichnung", "amt-recht"),
  TREASURY("kaemmerei", "Aylin", "Brückner", "mitzeichnung", "amt-kaemmerei"),
  SIGNATORY("zeichnung", "Ottilie", "Maarweg", "zeichnung"),
  COUNCIL_OFFICE("gremienbuero", "Bernd", "Domhof", "gremienbuero"),
  MINUTE_TAKER("schriftfuehrung", "Liv", "Rheinau", "schriftfuehrung"),
  MANAGER("amtsleitung", "Hatice", "Sternengasse", "amtsleitung"),
  AUDITOR("revision", "Konrad", "Wallraf", "revision"),
  ANALYST("organisation", "Mareike", "Südbrück", "organisation"),
  ADMINISTRATOR("admin", "Technische", "Administration", "camunda-admin");

  private final String id;
  private final String firstName;
  private final String lastName;
  private final List<String> groups;

  SampleUser(String id, String firstName, String lastName, String... groups) {
    this.id = id;
    this.firstName = firstName;
    this.lastName = lastName;
    this.groups = List.of(groups);
  }

  String id() {
    return id;
  }

  String firstName() {
    return firstName;
  }

  String lastName() {
    return lastName;
  }

  List<String> groups() {
    return groups;
  }
}
