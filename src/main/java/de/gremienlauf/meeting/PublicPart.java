package de.gremienlauf.meeting;

import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.Phrases;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Decides alone what of a meeting everybody may read (§ 48 (2), § 52 (2) GO NRW): its public items and, of the others,
 * that there is one. Every document and every mail asks here; nobody else looks whether an item is public.
 */
final class PublicPart {

  /** Stands on the public agenda for an item without a neutral title. */
  static final String NEUTRAL = "Nichtöffentliche Angelegenheit";

  private PublicPart() {
  }

  /** What the public agenda says of an item that is not public. */
  record Announcement(String number, String title) {
  }

  static boolean contains(ItemDetails item) {
    return item.publicItem();
  }

  /** The items that everybody may read. */
  static List<MinutedItem> of(List<MinutedItem> items) {
    return items.stream().filter(item -> contains(item.item())).toList();
  }

  /** The items that only those may read who belong to the body or work for it. */
  static List<MinutedItem> rest(List<MinutedItem> items) {
    return items.stream().filter(item -> !contains(item.item())).toList();
  }

  /** What everybody may read of the rest: a number and a title that betrays nothing. */
  static List<Announcement> announcements(List<MinutedItem> items) {
    return rest(items).stream().map(MinutedItem::item)
        .map(item -> new Announcement(number(item), neutralTitle(item))).toList();
  }

  private static String neutralTitle(ItemDetails item) {
    // A neutral title that repeats the subject is none.
    return item.neutralTitle() == null
        || Phrases.normalize(item.neutralTitle()).contains(Phrases.normalize(item.title())) ? NEUTRAL
        : item.neutralTitle();
  }

  static String number(ItemDetails item) {
    return item.number() != null ? item.number() : contains(item) ? "Ö" : "N";
  }

  /**
   * The attendance list of the public part: the members, and those guests who were there before the non-public part
   * began. When it began tells its first vote; if nobody noted that, no guest is named.
   */
  static List<Attendee> people(MeetingFile file) {
    List<MinutedItem> rest = rest(file.items());
    LocalTime begin = rest.stream().map(MinutedItem::votedAt).filter(Objects::nonNull)
        .min(Comparator.comparingInt(SessionTime::seconds)).orElse(null);
    return file.people().stream().filter(person -> person.organizationId() != null || rest.isEmpty()
        || begin != null && person.stays().stream().anyMatch(stay -> SessionTime.after(begin, stay.arrivedAt())))
        .toList();
  }

  /**
   * Whether the public part of the minutes becomes everybody's on its release: those of a project's body name people
   * of other houses and need a decision of their own.
   *
   * @param decision who decided when; null if nobody did
   * @param redacted whether names in it stay secret, so that only a redacted copy is everybody's
   */
  static boolean published(Organization body, String decision, boolean redacted) {
    return !redacted && (!body.projectBody() || decision != null);
  }
}
