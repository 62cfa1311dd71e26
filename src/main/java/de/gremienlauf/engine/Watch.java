package de.gremienlauf.engine;

/**
 * Something that is looked after about every minute, by one node at a time. A look that takes longer may meet the next
 * one on another node, and a node may end in the middle: what is done then has to bear being done again.
 */
public interface Watch {

  /** What is looked after, the same on all nodes and in all versions, at most 100 characters. */
  String name();

  /** Looks, and does what is to be done. */
  void look();
}
