package de.gremienlauf.overview.web;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.UserGroups;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who may look at everything that is under way. */
@Component
class OverviewReaders {

  private static final Set<String> READERS = Set.of(UserGroups.MANAGERS, UserGroups.ADMINISTRATORS);

  private final CurrentUser user;

  OverviewReaders(CurrentUser user) {
    this.user = user;
  }

  /** Refuses everybody else. */
  void require() {
    if (user.groups().stream().noneMatch(READERS::contains)) {
      throw BusinessException.forbidden();
    }
  }
}
