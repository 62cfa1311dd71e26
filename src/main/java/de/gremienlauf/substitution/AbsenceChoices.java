package de.gremienlauf.substitution;

import java.util.List;
import java.util.Map;

/** Who may be entered as absent, and who as the deputy. */
public record AbsenceChoices(List<Choice> persons, List<Choice> deputies) {

  /** One person, group or body. */
  public record Choice(String id, String name) {
  }

  static List<Choice> of(Map<String, String> names) {
    return names.entrySet().stream().map(one -> new Choice(one.getKey(), one.getValue())).toList();
  }
}
