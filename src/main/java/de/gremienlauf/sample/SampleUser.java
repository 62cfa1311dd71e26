package de.gremienlauf.sample;

import de.gremienlauf.engine.UserGroups;
import java.util.List;

/** A login for each role, with an invented person. The table in README.md lists the same. */
enum SampleUser {

  CLERK("sachbearbeitung", "Sabine", "Lindenhof", UserGroups.CLERKS, "amt-integration"),
  LAW("mitzeichnung", "Jens", "Uferkamp", UserGroups.CO_SIGNERS, "amt-recht"),
  TREASURY("kaemmerei", "Aylin", "Brückner", UserGroups.TREASURY, "amt-kaemmerei"),
  SIGNATORY("zeichnung", "Ottilie", "Maarweg", UserGroups.SIGNATORIES),
  COUNCIL_OFFICE("gremienbuero", "Bernd", "Domhof", UserGroups.COUNCIL_OFFICE),
  MINUTE_TAKER("schriftfuehrung", "Liv", "Rheinau", UserGroups.MINUTE_TAKERS),
  FUNDING_CONTROLLER("foerderung", "Anton", "Severin", UserGroups.FUNDING_CONTROLLERS),
  MANAGER("amtsleitung", "Hatice", "Sternengasse", UserGroups.MANAGERS),
  AUDITOR("revision", "Konrad", "Wallraf", UserGroups.AUDITORS),
  ANALYST("organisation", "Mareike", "Südbrück", UserGroups.ANALYSTS),
  ADMINISTRATOR("admin", "Technische", "Administration", UserGroups.ADMINISTRATORS);

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

  String fullName() {
    return firstName + " " + lastName;
  }

  List<String> groups() {
    return groups;
  }
}
