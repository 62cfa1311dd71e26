package de.gremienlauf.funding;

/** What belongs to one project and is named by an id of its own. */
public enum ProjectPart {

  NOTICE("funding_notice", "Diesen Bescheid gibt es nicht (mehr)."),
  TOPIC("focus_topic", "Dieses Schwerpunktthema gibt es nicht (mehr)."),
  OBJECTIVE("objective", "Dieses Ziel gibt es nicht (mehr)."),
  RECOMMENDATION("recommendation", "Diese Handlungsempfehlung gibt es nicht (mehr)."),
  CONCEPT("concept", "Dieses Konzept gibt es nicht (mehr)."),
  OPEN_POINT("(select point.id, concept.project_id from open_point point join concept on concept.id = point.concept)",
      "Diesen offenen Punkt gibt es nicht (mehr)."),
  PARTNER("project_partner", "Diesen Partner gibt es nicht (mehr)."),
  DATE("project_date", "Diese Angabe gibt es nicht (mehr).");

  private final String rows;
  private final String missing;

  ProjectPart(String rows, String missing) {
    this.rows = rows;
    this.missing = missing;
  }

  /** The table or select with the columns id and project_id. */
  String rows() {
    return rows;
  }

  /** What people read who ask for one that the project does not have. */
  String missing() {
    return missing;
  }
}
