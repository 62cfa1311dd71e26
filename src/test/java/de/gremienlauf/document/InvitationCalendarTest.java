package de.gremienlauf.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.util.Configurator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvitationCalendarTest {

  private static final LocalDate DAY = LocalDate.of(2020, 1, 14);
  private static final LocalTime START = LocalTime.of(15, 30);
  private static final Instant STAMP = Instant.parse("2020-01-06T09:00:00.123Z");
  private static final String AGENDA = """
      Ö 1 Anfragen, Anträge; Sonstiges \\ „Müller“
      Ö 2 Ämter für Übergänge und Größeres: %s 😀

      N 1 Grundstücksangelegenheit""".formatted("äöüßé€".repeat(60));

  private final InvitationCalendar calendar = new InvitationCalendar();

  @Test
  void saysWhoMeetsWhenWhereAndWhy() throws Exception {
    Calendar read = read(calendar.write(invitation(DAY, START, LocalTime.of(18, 0), AGENDA)));

    assertThat(read.getMethod().getValue()).isEqualTo("REQUEST");
    assertThat(read.getVersion().getValue()).isEqualTo("2.0");
    VEvent event = event(read);
    assertThat(event.getUid().orElseThrow().getValue()).isEqualTo("meeting-17@musterstadt.de");
    assertThat(event.getSequence().getSequenceNo()).isEqualTo(3);
    assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
    assertThat(event.getDateStamp().orElseThrow().getDate()).isEqualTo(Instant.parse("2020-01-06T09:00:00Z"));
    assertThat(event.getSummary().getValue()).isEqualTo("33. Sitzung, Ausschuss für Umwelt; Größe");
    assertThat(event.getLocation().getValue()).isEqualTo("Rathaus, Saal 1");
    assertThat(event.getDescription().getValue()).isEqualTo(AGENDA);
    assertThat(event.getOrganizer().getValue()).isEqualTo("mailto:gremien@musterstadt.de");
    assertThat(start(event)).isEqualTo(Instant.parse("2020-01-14T14:30:00Z"));
    assertThat(end(event)).isEqualTo(Instant.parse("2020-01-14T17:00:00Z"));
    read.validate();
  }

  @Test
  void cancelsTheSameMeeting() throws Exception {
    Calendar read = read(calendar.write(new CalendarInvitation("meeting-17@musterstadt.de", 4, true, "33. Sitzung", DAY,
        START, null, null, null, STAMP, "gremien@musterstadt.de")));

    assertThat(read.getMethod().getValue()).isEqualTo("CANCEL");
    assertThat(event(read).getStatus().getValue()).isEqualTo("CANCELLED");
    assertThat(event(read).getUid().orElseThrow().getValue()).isEqualTo("meeting-17@musterstadt.de");
    assertThat(event(read).getSequence().getSequenceNo()).isEqualTo(4);
    assertThat(event(read).getLocation()).isNull();
    assertThat(event(read).getDescription()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
      "2020-03-28, 15:30, , 2020-03-28T14:30:00Z, 2020-03-28T16:30:00Z",
      "2020-03-29, 15:30, , 2020-03-29T13:30:00Z, 2020-03-29T15:30:00Z",
      "2020-03-29, 02:30, , 2020-03-29T01:30:00Z, 2020-03-29T02:30:00Z",
      "2020-10-24, 15:30, , 2020-10-24T13:30:00Z, 2020-10-24T15:30:00Z",
      "2020-10-25, 15:30, , 2020-10-25T14:30:00Z, 2020-10-25T16:30:00Z",
      "2020-10-24, 22:00, 04:00, 2020-10-24T20:00:00Z, 2020-10-25T03:00:00Z",
      "2020-12-31, 23:00, , 2020-12-31T22:00:00Z, 2021-01-01T00:00:00Z",
      "2020-06-30, 23:00, 00:30, 2020-06-30T21:00:00Z, 2020-06-30T22:30:00Z"})
  void knowsSummerTime(LocalDate day, LocalTime start, LocalTime end, Instant from, Instant until) throws Exception {
    byte[] bytes = calendar.write(invitation(day, start, end, null));
    Calendar read = read(bytes);

    assertThat(text(bytes)).contains("DTSTART;TZID=Europe/Berlin:").contains("DTEND;TZID=Europe/Berlin:");
    assertThat(start(event(read))).isEqualTo(from);
    assertThat(end(event(read))).isEqualTo(until);
    VTimeZone zone = read.<VTimeZone>getComponent(Component.VTIMEZONE).orElseThrow();
    ZonedDateTime noon = day.atTime(12, 0).atZone(ZoneId.of("Europe/Berlin"));
    assertThat(zone.getApplicableObservance(noon).getRequiredProperty("TZOFFSETTO").getValue())
        .isEqualTo(noon.getOffset().getId().replace(":", ""));
  }

  @Test
  void takesTheWholeDayWhereNoTimeIsKnown() {
    assertThat(text(calendar.write(invitation(DAY, null, null, null))))
        .contains("DTSTART;VALUE=DATE:20200114\r\n", "DTEND;VALUE=DATE:20200115\r\n").doesNotContain("VTIMEZONE");
  }

  @Test
  void foldsLinesOfMoreThan75Octets() {
    byte[] bytes = calendar.write(invitation(DAY, START, null, AGENDA + "😀".repeat(200)));

    assertThat(text(bytes).getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
    assertThat(text(bytes)).doesNotContain("\uFFFD").endsWith("END:VCALENDAR\r\n");
    assertThat(text(bytes).replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(text(bytes).split("\r\n")).hasSizeGreaterThan(20)
        .allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
  }

  @Test
  void letsNoTextBecomeMarkup() throws Exception {
    Calendar read = read(calendar.write(
        invitation(DAY, START, null, "Ö 1\r\nEND:VEVENT\rATTENDEE:x\u0000\u0007\u0085\tEnde\\n")));

    assertThat(event(read).getDescription().getValue()).isEqualTo("Ö 1\nEND:VEVENT\nATTENDEE:x Ende\\n");
    assertThat(read.getComponents()).hasSize(2);
  }

  @Test
  void givesTheSameBytesEveryTime() {
    assertThat(new InvitationCalendar().write(invitation(DAY, START, null, AGENDA)))
        .isEqualTo(calendar.write(invitation(DAY, START, null, AGENDA)));
  }

  @Test
  void asksNothingOfTheNetwork() {
    assertThat(Configurator.getProperty("net.fortuna.ical4j.timezone.update.enabled")).contains("false");
  }

  private static CalendarInvitation invitation(LocalDate day, LocalTime start, LocalTime end, String description) {
    return new CalendarInvitation("meeting-17@musterstadt.de", 3, false, "33. Sitzung, Ausschuss für Umwelt; Größe",
        day, start, end, "Rathaus, Saal 1", description, STAMP, "gremien@musterstadt.de");
  }

  private static Calendar read(byte[] bytes) throws Exception {
    return new CalendarBuilder().build(new ByteArrayInputStream(bytes));
  }

  private static VEvent event(Calendar calendar) {
    return calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
  }

  private static Instant start(VEvent event) {
    return Instant.from(event.<Temporal>getStartDate().orElseThrow().getDate());
  }

  private static Instant end(VEvent event) {
    return Instant.from(event.<Temporal>getEndDate().orElseThrow().getDate());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
