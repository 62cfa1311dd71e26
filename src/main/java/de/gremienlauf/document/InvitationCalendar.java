package de.gremienlauf.document;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

/**
 * Writes invitations, cancellations and calendars to subscribe to as iCalendar (RFC 5545, RFC 5546). The same
 * invitation gives the same bytes; nothing is asked of the network.
 */
@Component
public class InvitationCalendar {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneOffset WINTER = ZoneOffset.ofHours(1);
  private static final ZoneOffset SUMMER = ZoneOffset.ofHours(2);
  private static final int USUAL_HOURS = 2;
  /** Octets of a line without its end. */
  private static final int LINE_LENGTH = 75;

  /** The bytes of the file, as "text/calendar; charset=UTF-8; method=REQUEST" or "method=CANCEL". */
  public byte[] write(CalendarInvitation invitation) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Gremienlauf//Gremienlauf//DE"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(invitation.cancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
    if (invitation.start() != null) {
      calendar.add(berlin());
    }
    calendar.add(event(invitation));
    return fold(calendar.toString()).getBytes(StandardCharsets.UTF_8);
  }

  /** Meetings as a calendar to subscribe to (RFC 5545, method PUBLISH), as "text/calendar; charset=UTF-8". */
  public byte[] feed(String name, List<CalendarInvitation> meetings) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Gremienlauf//Gremienlauf//DE"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableMethod.PUBLISH);
    calendar.add(new XProperty("X-WR-CALNAME", text(name)));
    calendar.add(new XProperty("X-PUBLISHED-TTL", "PT1H"));
    calendar.add(berlin());
    meetings.forEach(meeting -> calendar.add(event(meeting)));
    return fold(calendar.toString()).getBytes(StandardCharsets.UTF_8);
  }

  private static VEvent event(CalendarInvitation invitation) {
    VEvent event = new VEvent(false);
    event.add(new Uid(invitation.uid()));
    event.add(new DtStamp(invitation.stamp().truncatedTo(ChronoUnit.SECONDS)));
    event.add(new Sequence(invitation.sequence()));
    event.add(invitation.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
    if (invitation.start() == null) {
      event.add(new DtStart<>(invitation.day()));
      event.add(new DtEnd<>(invitation.day().plusDays(1)));
    } else {
      LocalDateTime start = invitation.day().atTime(invitation.start());
      event.add(new DtStart<>(ZonedDateTime.of(start, BERLIN)));
      event.add(new DtEnd<>(ZonedDateTime.of(end(start, invitation.end()), BERLIN)));
    }
    event.add(new Summary(text(invitation.summary())));
    if (invitation.location() != null) {
      event.add(new Location(text(invitation.location())));
    }
    if (invitation.description() != null) {
      event.add(new Description(text(invitation.description())));
    }
    if (invitation.organizerMail() != null) {
      event.add(new Organizer(URI.create("mailto:" + invitation.organizerMail())));
    }
    return event;
  }

  private static LocalDateTime end(LocalDateTime start, LocalTime end) {
    if (end == null) {
      return start.plusHours(USUAL_HOURS);
    }
    return start.toLocalDate().plusDays(end.isAfter(start.toLocalTime()) ? 0 : 1).atTime(end);
  }

  /** The rule in force since 1996; the library's own description reaches back to 1893 and makes invitations long. */
  private static VTimeZone berlin() {
    return new VTimeZone(new PropertyList(List.of(new TzId(BERLIN.getId()))), new ComponentList<>(List.of(
        new Daylight(new PropertyList(List.of(new TzName("CEST"), new TzOffsetFrom(WINTER), new TzOffsetTo(SUMMER),
            new DtStart<>(LocalDateTime.of(1996, 3, 31, 2, 0)), new RRule<>("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")))),
        new Standard(new PropertyList(List.of(new TzName("CET"), new TzOffsetFrom(SUMMER), new TzOffsetTo(WINTER),
            new DtStart<>(LocalDateTime.of(1996, 10, 27, 3, 0)), new RRule<>("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")))))));
  }

  /** A text without what the format has no room for: control characters other than line breaks. */
  private static String text(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ').replaceAll("[\\p{Cc}&&[^\\n]]", "");
  }

  /** Breaks long lines between characters; the library counts letters where the standard counts octets. */
  private static String fold(String calendar) {
    StringBuilder folded = new StringBuilder(calendar.length());
    int length = 0;
    for (int codePoint : calendar.codePoints().toArray()) {
      String letter = Character.toString(codePoint);
      int octets = letter.getBytes(StandardCharsets.UTF_8).length;
      if (codePoint == '\r' || codePoint == '\n') {
        length = 0;
      } else if (length + octets > LINE_LENGTH) {
        folded.append("\r\n ");
        length = 1 + octets;
      } else {
        length += octets;
      }
      folded.append(letter);
    }
    return folded.toString();
  }
}
