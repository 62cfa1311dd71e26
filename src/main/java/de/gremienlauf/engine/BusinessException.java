package de.gremienlauf.engine;

/**
 * A person's mistake or a rule of the domain that forbids an act. The message is one German sentence for that person;
 * whatever was done in the same transaction is rolled back. Never an incident and never an ERROR in the log.
 */
public class BusinessException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why something is refused, as far as a computer on the other side wants to know. */
  public enum Reason { INVALID, FORBIDDEN, UNKNOWN, CONFLICT }

  private final Reason reason;

  public BusinessException(String message) {
    this(Reason.INVALID, message);
  }

  private BusinessException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** The person may not do that. */
  public static BusinessException forbidden() {
    return forbidden("Dazu fehlt Ihnen das Recht.");
  }

  /** The person may not do that, for a reason that can be told. */
  public static BusinessException forbidden(String message) {
    return new BusinessException(Reason.FORBIDDEN, message);
  }

  /** What is asked for does not exist, or not for this person. */
  public static BusinessException unknown(String message) {
    return new BusinessException(Reason.UNKNOWN, message);
  }

  /** Somebody else was faster. */
  public static BusinessException conflict(String message) {
    return new BusinessException(Reason.CONFLICT, message);
  }

  public Reason reason() {
    return reason;
  }
}
