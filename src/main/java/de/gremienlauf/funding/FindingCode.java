package de.gremienlauf.funding;

/** What the application notices about a project and asks a person about: a question, never an error. */
public enum FindingCode {

  EARLY_START("Liegt eine Genehmigung zum vorzeitigen Maßnahmenbeginn vor?"),
  START_BEFORE_RESOLUTION("Warum begann das Projekt vor dem Beschluss, und wer hat das entschieden?"),
  APPLICATION_BEFORE_RESOLUTION("Steht der Antrag unter dem Vorbehalt des Beschlusses?"),
  NOTICE_BEFORE_RESOLUTION("War der Bescheid vorbehaltlich der Gremienentscheidung?"),
  NO_RESOLUTION("Welcher Beschluss trägt die Teilnahme?"),
  RESOLUTION_REFUSED("Wie geht es ohne den Beschluss weiter?"),
  POSTING_ASSUMED("Wann wurde der Bescheid zur Post gegeben?"),
  EXTENSION_WITHOUT_COMMITTEES("Müssen die Gremien an der Verlängerung beteiligt werden?"),
  EXTENSION_APPLIED_LATE("Wurde die Verlängerung rechtzeitig vor dem Ende beantragt?"),
  EXTENSION_GAP("Wie wird die Zeit zwischen dem alten Ende und dem Bescheid finanziert?"),
  CALL_BEFORE_FINALITY("Warum wurden Mittel vor der Bestandskraft abgerufen?"),
  CALL_OUTSIDE_PERIOD("Warum liegt der Abruf außerhalb des Bewilligungszeitraums?"),
  CALL_TOO_EARLY("Warum werden Mittel für spätere Zahlungen schon jetzt abgerufen?"),
  FUNDS_UNUSED("Was geschieht mit den nicht fristgerecht verwendeten Mitteln (Zinsen)?"),
  SINGLE_ITEM_EXCEEDED("Hat die Bewilligungsbehörde der Überschreitung des Einzelansatzes zugestimmt?"),
  PASSED_ON_WITHOUT_CONSENT("Hat die Bewilligungsbehörde der Weitergabe zugestimmt?"),
  PARTNER_PROOF_MISSING("Wann legt der Partner seinen Nachweis vor?"),
  FINAL_REPORT_AFTER_END("Der Abschlussbericht wird nach dem Projektende beraten: Ist das abgestimmt?"),
  PROOF_LATE("Warum wurde der Verwendungsnachweis nach der Frist vorgelegt?"),
  REPORT_LATE("Warum wurde der Bericht nach der Frist vorgelegt?"),
  OPEN_POINTS("Wie wurden die offenen Punkte des Konzepts gelöst?");

  private final String question;

  FindingCode(String question) {
    this.question = question;
  }

  /** The question as a person reads it. */
  public String question() {
    return question;
  }
}
