package de.gremienlauf.calendar;

/** A request for a deadline that cannot be answered; the message is one German sentence. */
final class DeadlineFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;

  DeadlineFault(String field, String message) {
    super(message);
    this.field = field;
  }

  String field() {
    return field;
  }
}
