package de.gremienlauf.meeting;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders and numbers the items of an agenda: the public part first (§ 48 (2) GO NRW), under the headings of the body's
 * template, amendments directly before their paper. Until the agenda is released it can be drafted anew; afterwards
 * numbers never change, and what comes later gets the next free one.
 */
@Service
@Transactional
public class AgendaDraft {

  private static final String FURTHER = "Weitere Beratungsgegenstände";

  private final AgendaItemRepository items;
  private final MeetingRepository meetings;
  private final AgendaTemplate template;
  private final Clock clock;

  AgendaDraft(AgendaItemRepository items, MeetingRepository meetings, AgendaTemplate template, Clock clock) {
    this.items = items;
    this.meetings = meetings;
    this.template = template;
    this.clock = clock;
  }

  /** Orders and numbers everything that was asked for. */
  public void draft(Long meetingId) {
    Meeting meeting = get(meetingId);
    if (meeting.agendaReleasedOn != null) {
      throw new BusinessException("Die Tagesordnung ist freigegeben; ihre Nummern ändern sich nicht mehr.");
    }
    Sections sections = new Sections(meeting);
    List<AgendaTemplate.Heading> headings = template.headings(meeting);
    for (AgendaTemplate.Heading heading : headings) {
      if (heading.forEarlierMeeting()) {
        unapproved(meeting).forEach(earlier ->
            sections.open(heading.titleFor(earlier), heading.publicPart()));
      } else {
        sections.open(heading.title(), heading.publicPart());
      }
    }
    List<AgendaItem> asked = of(meetingId, AgendaItemState.ON_AGENDA).stream()
        .filter(item -> item.itemKind != AgendaItemKind.STANDING)
        .sorted(Comparator.comparing((AgendaItem item) -> item.paperReference,
            Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(item -> item.id)).toList();
    for (AgendaItem item : asked) {
      if (paperOf(item, asked) == null) {
        String title = AgendaTemplate.headingOf(headings, item);
        addWithAmendments(sections.open(title == null ? FURTHER : title, item.publicItem), item, asked,
            new HashSet<>());
      }
    }
    asked.stream().filter(item -> !sections.contain(item)).forEach(item ->
        sections.open(FURTHER, item.publicItem).add(item));
    sections.number(headings);
  }

  private static void addWithAmendments(List<AgendaItem> section, AgendaItem item, List<AgendaItem> asked,
      Set<Long> seen) {
    if (seen.add(item.id)) {
      asked.stream().filter(other -> item.equals(paperOf(other, asked)))
          .forEach(amendment -> addWithAmendments(section, amendment, asked, seen));
      section.add(item);
    }
  }

  /** The item of the paper that this one wants to amend, if it stands in the same part; null else. */
  private static AgendaItem paperOf(AgendaItem item, List<AgendaItem> asked) {
    return item.amendedReference == null ? null : asked.stream()
        .filter(other -> other != item && other.publicItem == item.publicItem && other.paperReference != null
            && (other.paperReference.equals(item.amendedReference)
                || other.paperReference.startsWith(item.amendedReference + "/")))
        .findFirst().orElse(null);
  }

  /** The days, as they are printed, of the body's earlier meetings whose minutes have not been on an agenda yet. */
  private List<String> unapproved(Meeting meeting) {
    List<String> earlier = meetings.heldBefore(meeting.organizationId, meeting.day).stream().map(GermanDate::print)
        .toList();
    if (earlier.isEmpty()) {
      return earlier;
    }
    Set<String> listed = items.sections(meeting.organizationId, meeting.id);
    return earlier.stream().filter(day -> listed.stream().noneMatch(title -> title.endsWith(day))).toList();
  }

  /** Fixes the numbers: what comes later is late. Every non-public item needs a ground by then. */
  void release(Long meetingId) {
    Meeting meeting = get(meetingId);
    List<String> groundless = withoutGround(meetingId);
    if (!groundless.isEmpty()) {
      throw new BusinessException("Ohne Grund der Nichtöffentlichkeit: " + String.join("; ", groundless) + ".");
    }
    of(meetingId, AgendaItemState.ON_AGENDA).stream().filter(item -> !item.publicItem && item.neutralTitle == null)
        .forEach(item -> {
          item.neutralTitle = template.neutralTitle(item.nonPublicGround);
          items.save(item);
        });
    meeting.agendaReleasedOn = LocalDate.now(clock);
    meeting.state = MeetingState.AGENDA_RELEASED;
    meetings.save(meeting);
  }

  /** The non-public items that lack their ground, by number and title. */
  @Transactional(readOnly = true)
  public List<String> withoutGround(Long meetingId) {
    return of(meetingId, AgendaItemState.ON_AGENDA).stream()
        .filter(item -> !item.publicItem && item.nonPublicGround == null && item.itemKind != AgendaItemKind.STANDING)
        .map(item -> (item.printedNumber == null ? "" : item.printedNumber + " ") + item.title).toList();
  }

  /**
   * Gives an item the next free number of its section.
   *
   * @param otherwise the title of a new last section if the agenda has none for it
   */
  void place(AgendaItem item, String otherwise) {
    Meeting meeting = get(item.meetingId);
    String wanted = AgendaTemplate.headingOf(template.headings(meeting), item);
    List<AgendaItem> printed = items.findOfMeeting(meeting.id).stream()
        .filter(other -> other.printedNumber != null && !other.id.equals(item.id)).toList();
    AgendaItem heading = heading(printed, wanted, item.publicItem);
    if (heading == null) {
      heading = heading(printed, otherwise, item.publicItem);
    }
    if (heading == null) {
      heading = standing(meeting, otherwise, item.publicItem);
      heading.printedNumber = prefix(item.publicItem) + (1 + printed.stream()
          .filter(other -> other.publicItem == item.publicItem).mapToInt(other -> number(other, 0)).max().orElse(0));
      heading.position = insert(printed, lastOf(printed, item.publicItem));
      heading = items.save(heading);
      printed = items.findOfMeeting(meeting.id).stream()
          .filter(other -> other.printedNumber != null && !other.id.equals(item.id)).toList();
    }
    String below = heading.printedNumber + ".";
    String section = heading.title;
    List<AgendaItem> siblings = printed.stream().filter(other -> other.printedNumber.startsWith(below)).toList();
    item.section = section;
    item.printedNumber = below + (1 + siblings.stream().mapToInt(other -> number(other, 1)).max().orElse(0));
    item.position = insert(printed,
        siblings.stream().mapToInt(other -> other.position).max().orElse(heading.position));
    if (!item.publicItem && item.neutralTitle == null) {
      item.neutralTitle = template.neutralTitle(item.nonPublicGround);
    }
    items.save(item);
  }

  private static AgendaItem heading(List<AgendaItem> printed, String title, boolean publicPart) {
    return printed.stream().filter(other -> other.itemKind == AgendaItemKind.STANDING
        && other.publicItem == publicPart && other.title.equals(title)).findFirst().orElse(null);
  }

  /** The last position in a part; the public part stands first. */
  private static int lastOf(List<AgendaItem> printed, boolean publicPart) {
    return printed.stream().filter(other -> other.publicItem || !publicPart).mapToInt(other -> other.position).max()
        .orElse(0);
  }

  /** Makes room after a position. Returns the free position. */
  private int insert(List<AgendaItem> printed, int after) {
    printed.stream().filter(other -> other.position > after).forEach(other -> {
      other.position++;
      items.save(other);
    });
    return after + 1;
  }

  private static String prefix(boolean publicPart) {
    return publicPart ? "Ö " : "N ";
  }

  private static int number(AgendaItem item, int level) {
    String[] numbers = item.printedNumber.substring(2).split("\\.");
    return level < numbers.length ? Integer.parseInt(numbers[level]) : 0;
  }

  private AgendaItem standing(Meeting meeting, String title, boolean publicPart) {
    AgendaItem standing = new AgendaItem();
    standing.meetingId = meeting.id;
    standing.itemKind = AgendaItemKind.STANDING;
    standing.title = title;
    standing.section = title;
    standing.publicItem = publicPart;
    standing.requestedOn = LocalDate.now(clock);
    return standing;
  }

  private List<AgendaItem> of(Long meetingId, AgendaItemState state) {
    return items.in(meetingId, state);
  }

  private Meeting get(Long meetingId) {
    return meetings.required(meetingId);
  }

  /** The sections of one draft in their order; headings of an earlier draft are used again. */
  private final class Sections {

    private final Meeting meeting;
    private final Map<Key, List<AgendaItem>> byHeading = new LinkedHashMap<>();

    private record Key(boolean publicPart, String title) {
    }

    private Sections(Meeting meeting) {
      this.meeting = meeting;
    }

    private List<AgendaItem> open(String title, boolean publicPart) {
      return byHeading.computeIfAbsent(new Key(publicPart, title), key -> new ArrayList<>());
    }

    private boolean contain(AgendaItem item) {
      return byHeading.values().stream().anyMatch(section -> section.contains(item));
    }

    private void number(List<AgendaTemplate.Heading> headings) {
      List<AgendaItem> former = new ArrayList<>(of(meeting.id, AgendaItemState.ON_AGENDA).stream()
          .filter(item -> item.itemKind == AgendaItemKind.STANDING).toList());
      int position = 0;
      for (boolean publicPart : new boolean[] {true, false}) {
        int number = 0;
        for (Map.Entry<Key, List<AgendaItem>> section : byHeading.entrySet()) {
          Key key = section.getKey();
          if (key.publicPart != publicPart || section.getValue().isEmpty() && !standsAlone(key, headings)) {
            continue;
          }
          AgendaItem heading = former.stream()
              .filter(item -> item.publicItem == publicPart && item.title.equals(key.title)).findFirst()
              .orElseGet(() -> standing(meeting, key.title, publicPart));
          former.remove(heading);
          place(heading, key.title, ++position, prefix(publicPart) + ++number);
          int below = 0;
          for (AgendaItem item : section.getValue()) {
            place(item, key.title, ++position, heading.printedNumber + "." + ++below);
          }
        }
      }
      items.deleteAll(former);
    }

    private void place(AgendaItem item, String section, int position, String number) {
      if (item.id == null || item.position != position || !number.equals(item.printedNumber)
          || !section.equals(item.section)) {
        item.section = section;
        item.position = position;
        item.printedNumber = number;
        items.save(item);
      }
    }

    private boolean standsAlone(Key key, List<AgendaTemplate.Heading> headings) {
      return headings.stream().filter(heading -> heading.publicPart() == key.publicPart)
          .noneMatch(heading -> heading.title().equals(key.title) && !heading.always());
    }
  }
}
