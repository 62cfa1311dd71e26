package de.gremienlauf.engine;

/** Ids of the groups that this product brings along. Offices may have groups of their own beside them. */
public final class UserGroups {

  public static final String CLERKS = "sachbearbeitung";
  public static final String CO_SIGNERS = "mitzeichnung";
  /** Co-signs what costs money, as an office and a role of its own. */
  public static final String TREASURY = "kaemmerei";
  public static final String SIGNATORIES = "zeichnung";
  public static final String COUNCIL_OFFICE = "gremienbuero";
  public static final String MINUTE_TAKERS = "schriftfuehrung";
  public static final String FUNDING_CONTROLLERS = "foerdercontrolling";
  public static final String MANAGERS = "amtsleitung";
  public static final String AUDITORS = "revision";
  public static final String ANALYSTS = "organisation";
  public static final String ADMINISTRATORS = "camunda-admin";

  private UserGroups() {
  }
}
