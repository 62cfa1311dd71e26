package de.gremienlauf.engine;

/** Is told of each aggregate of the domain that was saved or deleted, in the transaction that does it. */
public interface AggregateChanges {

  void changed(Object aggregate);
}
