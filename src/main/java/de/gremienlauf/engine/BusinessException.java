package de.gremienlauf.engine;

/**
 * A mistake that a person made and can mend: the message is one German sentence that is shown to them as it stands.
 * It rolls back what was under way and is never an incident.
 */
public class BusinessException extends RuntimeException {

  public BusinessException(String message) {
    super(message);
  }
}
