package de.gremienlauf.replay;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * What the source of a story does not state: {@code true} for all of it, or the names of the fields.
 *
 * @param all whether nothing of it is stated
 * @param fields what is not stated where the rest is
 */
record Assumed(boolean all, Set<String> fields) {

  static final Assumed NOTHING = new Assumed(false, Set.of());

  /** Throws {@link IllegalArgumentException} if it is neither true or false nor a list of names. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Assumed of(JsonNode node) {
    if (node.isBoolean()) {
      return new Assumed(node.booleanValue(), Set.of());
    }
    Set<String> names = new HashSet<>();
    node.forEach(name -> names.add(name.asText()));
    if (!node.isArray() || names.size() != node.size()) {
      throw new IllegalArgumentException("Hier muss true, false oder eine Liste von Feldern stehen.");
    }
    return new Assumed(false, Set.copyOf(names));
  }

  boolean of(String field) {
    return all || fields.contains(field);
  }
}
