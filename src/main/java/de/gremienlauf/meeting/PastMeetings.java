package de.gremienlauf.meeting;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over meetings that were held without this application, so that their minutes can be made with it. */
@Service
@Transactional
public class PastMeetings {

  private final Meetings meetings;
  private final MeetingRepository rows;
  private final AgendaItemRepository items;
  private final MeetingHistory history;
  private final Clock clock;

  PastMeetings(Meetings meetings, MeetingRepository rows, AgendaItemRepository items, MeetingHistory history,
      Clock clock) {
    this.meetings = meetings;
    this.rows = rows;
    this.items = items;
    this.history = history;
    this.clock = clock;
  }

  /**
   * What such a meeting dealt with.
   *
   * @param result as the minutes put it; null if nothing was decided
   * @param text what the minutes tell of it
   */
  public record Item(String title, boolean publicItem, String result, String text) {
  }

  /**
   * Notes a meeting that is over, with its items.
   *
   * @param endTime as printed; null if unknown
   * @throws BusinessException if its day is still to come
   */
  public Meeting take(NewMeeting held, String endTime, List<Item> dealtWith) {
    if (held.day().isAfter(LocalDate.now(clock))) {
      throw new BusinessException("Die Sitzung am " + GermanDate.print(held.day()) + " steht noch bevor.");
    }
    Meeting meeting = meetings.create(held);
    meeting.endTime = endTime;
    meeting.state = MeetingState.CLOSED;
    meeting = rows.save(meeting);
    int publicItems = 0;
    int others = 0;
    for (Item dealt : dealtWith) {
      AgendaItem item = new AgendaItem();
      item.meetingId = meeting.id;
      item.itemKind = AgendaItemKind.MATTER;
      item.title = dealt.title();
      item.publicItem = dealt.publicItem();
      item.position = publicItems + others + 1;
      item.printedNumber = dealt.publicItem() ? "Ö " + ++publicItems : "N " + ++others;
      item.requestedOn = meeting.day;
      item.state = AgendaItemState.CONCLUDED;
      item.concludedOn = meeting.day;
      item.result = dealt.result();
      item.minutesText = dealt.text();
      items.save(item);
    }
    history.add(meeting.id, "Nachträglich erfasst: die Sitzung hat am " + GermanDate.print(meeting.day)
        + " stattgefunden.");
    return meeting;
  }
}
