package de.gremienlauf.feed;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.document.CalendarInvitation;
import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.document.InvitationCalendar;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.UserNames;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.MeetingState;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calendars that people read by secret links, and take the links back. */
@Service
@Transactional
public class CalendarFeeds {

  private static final int SECRET_BYTES = 24;
  private static final int MONTHS_BACK = 3;
  private static final int MONTHS_AHEAD = 24;
  private static final int LIMIT = 30;

  private final CalendarFeedRepository feeds;
  private final FeedMeetings meetings;
  private final InvitationCalendar calendar;
  private final Council council;
  private final UserNames names;
  private final CurrentUser user;
  private final Clock clock;
  private final String domain;
  private final SecureRandom random = new SecureRandom();

  CalendarFeeds(CalendarFeedRepository feeds, FeedMeetings meetings, InvitationCalendar calendar, Council council,
      UserNames names, CurrentUser user, Clock clock, @Value("${gremienlauf.mail.domain}") String domain) {
    this.feeds = feeds;
    this.meetings = meetings;
    this.calendar = calendar;
    this.council = council;
    this.names = names;
    this.user = user;
    this.clock = clock;
    this.domain = domain;
  }

  /** A link of the person who asks; the secret is not shown again. */
  public record Link(Long id, String name, LocalDate createdOn) {
  }

  /** A new link with its secret. */
  public record NewLink(Link link, String secret) {
  }

  /** The links of the person that work. */
  @Transactional(readOnly = true)
  public List<Link> own() {
    return feeds.findByUserIdAndRevokedOnIsNullOrderById(user.id()).stream().map(this::link).toList();
  }

  /**
   * Makes a link.
   *
   * @param organizationId for the meetings of a body of the own municipality; null for the person's own
   */
  public NewLink create(Long organizationId) {
    LocalDate today = LocalDate.now(clock);
    if (organizationId != null && council.bodies(council.ownMunicipality(), today).stream()
        .noneMatch(body -> body.id().equals(organizationId))) {
      throw new BusinessException("Bitte wählen Sie ein Gremium aus.");
    }
    if (own().size() >= LIMIT) {
      throw new BusinessException("Sie haben schon " + LIMIT + " Links. Bitte widerrufen Sie zuerst einen anderen.");
    }
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new NewLink(link(feeds.save(new CalendarFeed(null, hash(secret), user.id(), organizationId, today, null))),
        secret);
  }

  /** Lets a link of the person work no longer. */
  public void revoke(Long id) {
    CalendarFeed feed = feeds.findById(id)
        .filter(found -> found.userId().equals(user.id()) && found.revokedOn() == null)
        .orElseThrow(() -> BusinessException.unknown("Diesen Link gibt es nicht (mehr)."));
    feeds.save(feed.revoked(LocalDate.now(clock)));
  }

  /** The calendar behind a secret, in iCalendar. Unknown if the link was revoked or its user has gone. */
  @Transactional(readOnly = true)
  public byte[] read(String secret) {
    CalendarFeed feed = feeds.findBySecretHashAndRevokedOnIsNull(hash(secret))
        .filter(found -> names.known(found.userId()))
        .orElseThrow(() -> BusinessException.unknown("Diesen Kalender gibt es nicht (mehr)."));
    LocalDate today = LocalDate.now(clock);
    LocalDate from = today.minusMonths(MONTHS_BACK);
    LocalDate to = today.plusMonths(MONTHS_AHEAD);
    List<FeedMeetings.Row> rows = feed.organizationId() == null ? meetings.ofPerson(feed.userId(), from, to)
        : meetings.ofBody(feed.organizationId(), from, to);
    return calendar.feed(name(feed), rows.stream().map(this::entry).toList());
  }

  private CalendarInvitation entry(FeedMeetings.Row meeting) {
    return new CalendarInvitation("meeting-" + meeting.id() + "@" + domain, meeting.version(),
        meeting.state() == MeetingState.CANCELLED, meeting.name(), meeting.meetingDay(), Meeting.time(meeting.startTime()),
        Meeting.time(meeting.endTime()), meeting.location(), meeting.submissionUntil() == null ? null
            : "Vorlagen abzugeben bis " + GermanDate.printWithWeekday(
                meeting.submissionUntil().minusSeconds(1).toLocalDate()), clock.instant(), null);
  }

  private Link link(CalendarFeed feed) {
    return new Link(feed.id(), name(feed), feed.createdOn());
  }

  private String name(CalendarFeed feed) {
    Organization body = feed.organizationId() == null ? null : council.get(feed.organizationId());
    return body == null ? "Sitzungen von " + Objects.requireNonNullElse(names.of(feed.userId()), feed.userId())
        : body.name();
  }

  private static String hash(String secret) {
    return DocumentStore.sha256(secret.getBytes(StandardCharsets.UTF_8));
  }
}
