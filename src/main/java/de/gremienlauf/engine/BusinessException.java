package de.gremienlauf.engine;

/**
 * A person's mistake or a rule of the domain that forbids an act. The message is one German sentence for that person;
 * whatever was done in the same transaction is rolled back. Never an incident and never an ERROR in the log.
 */
public class BusinessException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BusinessException(String message) {
    super(message);
  }
}
