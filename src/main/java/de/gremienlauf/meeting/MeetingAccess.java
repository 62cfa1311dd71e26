package de.gremienlauf.meeting;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.UserGroups;
import java.util.Collections;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may read a meeting and who may write in it. Its public items are for everybody who is logged in; to all but
 * those who carry papers through the house a non-public item does not exist. What the state of the meeting allows is a
 * different question, which the services answer.
 */
@Component
public class MeetingAccess {

  private static final Set<String> CARRIERS = Set.of(UserGroups.COUNCIL_OFFICE, UserGroups.MINUTE_TAKERS,
      UserGroups.SIGNATORIES, UserGroups.AUDITORS, UserGroups.ADMINISTRATORS);
  private static final Set<String> WRITERS = Set.of(UserGroups.COUNCIL_OFFICE, UserGroups.MINUTE_TAKERS);
  private static final Set<String> ARRANGERS = Set.of(UserGroups.COUNCIL_OFFICE, UserGroups.ADMINISTRATORS);

  private final AgendaItemRepository items;
  private final CurrentUser user;

  MeetingAccess(AgendaItemRepository items, CurrentUser user) {
    this.items = items;
    this.user = user;
  }

  /** Refuses everybody who is not logged in. */
  public void requireRead() {
    if (user.id() == null) {
      throw BusinessException.forbidden();
    }
  }

  /** Whether the person may read an item. */
  public boolean mayRead(ItemDetails item) {
    return user.id() != null && (item.publicItem() || seesNonPublic());
  }

  /** Whether the person may read what was dealt with behind closed doors (§ 48 (2) GO NRW). */
  public boolean seesNonPublic() {
    return any(CARRIERS);
  }

  public boolean mayWrite() {
    return any(WRITERS);
  }

  /** The agenda, the attendance, the results and the minutes of meetings. */
  public void requireWrite() {
    if (!mayWrite()) {
      throw BusinessException.forbidden();
    }
  }

  /** Refuses an item that the person may not read as if it did not exist, and one that the person may only read. */
  public void requireWrite(Long itemId) {
    items.findById(itemId).map(ItemDetails::of).filter(this::mayRead)
        .orElseThrow(() -> BusinessException.unknown("Diesen Tagesordnungspunkt gibt es nicht (mehr)."));
    requireWrite();
  }

  /** Whether the person may move meetings, call them off and let further bodies take part. */
  public boolean mayArrange() {
    return any(ARRANGERS);
  }

  /** Refuses everybody who does not keep the calendar of meetings. */
  public void requireArrange() {
    if (!mayArrange()) {
      throw BusinessException.forbidden();
    }
  }

  private boolean any(Set<String> groups) {
    return !Collections.disjoint(user.groups(), groups);
  }
}
