package de.gremienlauf.startup;

/**
 * What an operator can get wrong, each with an exit code of its own and one German sentence that says what to do. The
 * codes are listed in {@code docs/betrieb.md} and keep their meaning: whoever watches over the process relies on them.
 */
public enum Mistake {

  UNKNOWN_PROFILE(20, "Das Profil „%s“ gibt es nicht; bitte setzen Sie SPRING_PROFILES_ACTIVE auf „%s“."),
  SAMPLE_IN_PRODUCTION(21, "Die Profile „production“ und „sample“ schließen sich aus; bitte nehmen Sie „sample“ aus"
      + " SPRING_PROFILES_ACTIVE heraus."),
  UNKNOWN_SETTING(22, "Die Einstellung „%s“ gibt es nicht; gemeint ist vermutlich „%s“, bitte berichtigen Sie den Namen."),
  DATABASE_MISSING(23, "Es ist keine Datenbank angegeben; bitte setzen Sie SPRING_DATASOURCE_URL, z. B. auf"
      + " jdbc:postgresql://datenbank:5432/gremienlauf."),
  NOT_POSTGRESQL(24, "Die Datenbank „%s“ ist hier nicht zulässig; bitte setzen Sie SPRING_DATASOURCE_URL auf eine Adresse,"
      + " die mit jdbc:postgresql:// beginnt."),
  DATABASE_UNREACHABLE(25, "Die Datenbank „%s“ ist nicht erreichbar; bitte prüfen Sie SPRING_DATASOURCE_URL und ob"
      + " PostgreSQL dort läuft."),
  LOGIN_REFUSED(26, "Die Datenbank „%s“ weist den Benutzer „%s“ ab; bitte prüfen Sie SPRING_DATASOURCE_USERNAME und"
      + " SPRING_DATASOURCE_PASSWORD."),
  NO_SUCH_DATABASE(27, "Die Datenbank „%s“ gibt es auf diesem Server nicht; bitte legen Sie sie mit der Kodierung UTF8 an"
      + " oder berichtigen Sie SPRING_DATASOURCE_URL."),
  NOT_UTF8(28, "Die Datenbank „%s“ hat die Kodierung %s; bitte legen Sie sie mit der Kodierung UTF8 neu an."),
  FOREIGN_SCHEMA(29, "Die Datenbank „%s“ enthält Tabellen, die nicht von Gremienlauf stammen; bitte geben Sie in"
      + " SPRING_DATASOURCE_URL eine leere Datenbank oder die von Gremienlauf an."),
  SCHEMA_NEWER(30, "Das Schema der Datenbank ist neuer als dieses Programm (es kennt „%s“ nicht); bitte starten Sie die"
      + " neuere Version von Gremienlauf oder spielen Sie die Sicherung von vor der Aktualisierung zurück."),
  SCHEMA_OLDER(31, "Im Schema der Datenbank stehen Änderungen aus (%d) und gremienlauf.schema.update-at-start ist"
      + " ausgeschaltet; bitte sichern Sie die Datenbank und rufen Sie java -jar gremienlauf.jar schema auf."),
  SCHEMA_LOCKED(32, "Ein anderer Knoten ändert seit über zehn Minuten das Schema der Datenbank; bitte warten Sie, bis er"
      + " fertig ist, oder beenden Sie ihn, und starten Sie dann neu."),
  SCHEMA_FORBIDDEN(33, "Der Benutzer „%s“ darf das Schema der Datenbank nicht ändern; bitte rufen Sie"
      + " java -jar gremienlauf.jar schema mit dem Benutzer auf, dem die Tabellen gehören."),
  SCHEMA_FAILED(34, "Das Schema der Datenbank ließ sich nicht ändern; bitte spielen Sie die Sicherung zurück und melden"
      + " Sie den Fehler: %s"),
  DEFAULT_SECRET(35, "Das Kennwort in %s ist keines, weil es fehlt, der Kennung gleicht oder allgemein bekannt ist; bitte"
      + " setzen Sie ein eigenes."),
  ADMINISTRATOR_INCOMPLETE(36, "Für die Administration sind gremienlauf.administrator.id und"
      + " gremienlauf.administrator.password nur zusammen gültig; bitte setzen Sie beide oder keines."),
  ADMINISTRATOR_MISSING(37, "Es ist noch niemand für die Administration angelegt; bitte setzen Sie"
      + " GREMIENLAUF_ADMINISTRATOR_ID und GREMIENLAUF_ADMINISTRATOR_PASSWORD für den ersten Start."),
  ADMINISTRATOR_PASSWORD_WEAK(38, "Das Passwort in gremienlauf.administrator.password ist zu einfach; bitte wählen Sie"
      + " mindestens zehn Zeichen mit Groß- und Kleinbuchstaben, einer Ziffer und einem Sonderzeichen, ohne die Kennung."),
  BASE_ADDRESS(39, "Die Adresse „%s“ taugt nicht für Verweise in E-Mails; bitte setzen Sie GREMIENLAUF_MAIL_BASEADDRESS"
      + " auf die Adresse, unter der die Anwendung zu erreichen ist, z. B. https://gremien.stadt.de."),
  MAIL_SERVER(40, "Es ist kein Mailserver angegeben; bitte setzen Sie SPRING_MAIL_HOST."),
  MAIL_SENDER(41, "Der Absender „%s“ der E-Mails ist keine eigene Adresse; bitte setzen Sie GREMIENLAUF_MAIL_FROM, z. B."
      + " auf Gremienbüro <gremien@stadt.de>, und GREMIENLAUF_MAIL_DOMAIN auf deren Domäne."),
  MUNICIPALITY(42, "Es fehlt der Name der Kommune, der auf jedem Dokument steht; bitte setzen Sie"
      + " GREMIENLAUF_MUNICIPALITY."),
  NOT_WRITABLE(43, "In das Verzeichnis „%s“ lässt sich nicht schreiben; bitte geben Sie dem Benutzer des Programms dort"
      + " Schreibrechte oder setzen Sie LOGGING_FILE_NAME auf eine andere Datei."),
  PORT_IN_USE(44, "Der Port %d ist schon belegt; bitte beenden Sie das Programm, das ihn belegt, oder setzen Sie %s auf"
      + " einen freien."),
  UMLAUTS(45, "Die Umlaute in %s sind unleserlich angekommen; bitte setzen Sie für das Programm LC_ALL auf C.UTF-8."),
  OIDC_INCOMPLETE(46, "Für die Anmeldung über OpenID Connect gehören gremienlauf.oidc.issuer, .client-id und"
      + " .client-secret zusammen; bitte setzen Sie alle drei oder keines."),
  SCHEMA_BUSY(47, "Laufende Knoten geben Tabellen der Datenbank nicht frei; das Schema ist unversehrt, bitte rufen Sie"
      + " java -jar gremienlauf.jar schema noch einmal auf, wenn wenig zu tun ist, oder beenden Sie die Knoten vorher."),
  INCIDENT_RECIPIENTS(48, "„%s“ ist keine Adresse, an die Störungen gemeldet werden können; bitte setzen Sie"
      + " GREMIENLAUF_OPERATION_INCIDENTRECIPIENTS auf Adressen ohne Namen davor, mit Kommas getrennt, oder lassen Sie"
      + " die Einstellung weg.");

  private final int exitCode;
  private final String sentence;

  Mistake(int exitCode, String sentence) {
    this.exitCode = exitCode;
    this.sentence = sentence;
  }

  /** What the process returns to whoever started it. */
  public int exitCode() {
    return exitCode;
  }

  /** The mistake as an exception, with what its sentence leaves open. */
  public ConfigurationMistake with(Object... details) {
    return new ConfigurationMistake(this, String.format(sentence, details));
  }
}
