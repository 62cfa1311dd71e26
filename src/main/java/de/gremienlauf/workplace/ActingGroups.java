package de.gremienlauf.workplace;

import de.gremienlauf.substitution.Substitutions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** In whose work somebody stands in today: for our own pages, and for the filter „In Vertretung“ of Tasklist. */
@Component
public class ActingGroups implements Function<String, Set<String>> {

  private final Substitutions substitutions;
  private final Clock clock;

  ActingGroups(Substitutions substitutions, Clock clock) {
    this.substitutions = substitutions;
    this.clock = clock;
  }

  @Override
  public Set<String> apply(String userId) {
    return substitutions.groupsActedFor(userId, LocalDate.now(clock));
  }

  /** The group that marks the tasks which somebody sees in the place of others. */
  public String mark(String userId) {
    return Substitutions.mark(userId);
  }
}
