package de.gremienlauf.operation;

/** One part of what {@code verify} looks at. It only reads, in the transaction of its caller. */
public interface StockCheck {

  /** Looks at everything and reports what does not fit together. */
  void look(StockReport report);
}
