package de.gremienlauf.feed.web;

import de.gremienlauf.document.Download;
import de.gremienlauf.feed.CalendarFeeds;
import de.gremienlauf.feed.YearCalendar;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Calendars by secret links, the links themselves, and the calendar of a year. */
@RestController
class FeedController {

  private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

  private final CalendarFeeds feeds;
  private final YearCalendar years;

  FeedController(CalendarFeeds feeds, YearCalendar years) {
    this.feeds = feeds;
    this.years = years;
  }

  /** For calendar programs: who has the link reads it. */
  @GetMapping("/kalender/{secret}")
  ResponseEntity<byte[]> calendar(@PathVariable String secret) {
    return ResponseEntity.ok().contentType(CALENDAR).cacheControl(CacheControl.noStore()).body(feeds.read(secret));
  }

  @GetMapping("/api/settings/calendars")
  List<CalendarFeeds.Link> own() {
    return feeds.own();
  }

  /** For a body, or for the person's own meetings if none is named. */
  record Wanted(Long organizationId) {
  }

  /** A link and the path that calendar programs read. */
  record Made(CalendarFeeds.Link link, String path) {
  }

  @PostMapping("/api/settings/calendars")
  @ResponseStatus(HttpStatus.CREATED)
  Made create(@RequestBody Wanted wanted) {
    CalendarFeeds.NewLink made = feeds.create(wanted.organizationId());
    return new Made(made.link(), "/kalender/" + made.secret());
  }

  @DeleteMapping("/api/settings/calendars/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable Long id) {
    feeds.revoke(id);
  }

  @GetMapping("/api/year-calendar")
  YearCalendar.Year year(@RequestParam(required = false) Integer year) {
    return years.of(year);
  }

  @GetMapping("/api/year-calendar.pdf")
  ResponseEntity<byte[]> pdf(@RequestParam(required = false) Integer year) {
    return Download.of("Sitzungskalender-" + years.of(year).year() + ".pdf", MediaType.APPLICATION_PDF_VALUE, true,
        years.pdf(year));
  }
}
