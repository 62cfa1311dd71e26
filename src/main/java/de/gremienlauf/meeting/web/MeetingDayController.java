package de.gremienlauf.meeting.web;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.Attendances;
import de.gremienlauf.meeting.Ballot;
import de.gremienlauf.meeting.ElectionKind;
import de.gremienlauf.meeting.ElectionSheet;
import de.gremienlauf.meeting.Elections;
import de.gremienlauf.meeting.ItemExclusion;
import de.gremienlauf.meeting.LateItems;
import de.gremienlauf.meeting.MeetingAccess;
import de.gremienlauf.meeting.MeetingEnding;
import de.gremienlauf.meeting.MeetingQueries;
import de.gremienlauf.meeting.MinuteTaking;
import de.gremienlauf.meeting.Minutes;
import de.gremienlauf.meeting.ObjectionChoice;
import de.gremienlauf.meeting.Quorums;
import de.gremienlauf.meeting.SeatMethod;
import de.gremienlauf.meeting.VoteEntry;
import de.gremienlauf.meeting.VoteSheet;
import de.gremienlauf.meeting.Votes;
import de.gremienlauf.meeting.process.HeldMeetings;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happens in a session beside the results: who comes and goes, how is voted, what becomes of the agenda. */
@RestController
@RequestMapping("/api")
class MeetingDayController {

  private static final int TEXT = 4000;
  private static final int TITLE = 2000;
  private static final int GROUND = 500;

  private final MeetingAccess access;
  private final MinuteTaking minutes;
  private final Agenda agenda;
  private final Attendances attendances;
  private final Quorums quorums;
  private final Votes votes;
  private final Elections elections;
  private final LateItems lateItems;
  private final HeldMeetings heldMeetings;
  private final Minutes releasedMinutes;
  private final MeetingQueries queries;

  MeetingDayController(MeetingAccess access, MinuteTaking minutes, Agenda agenda, Attendances attendances,
      Quorums quorums, Votes votes, Elections elections, LateItems lateItems, HeldMeetings heldMeetings,
      Minutes releasedMinutes, MeetingQueries queries) {
    this.access = access;
    this.minutes = minutes;
    this.agenda = agenda;
    this.attendances = attendances;
    this.quorums = quorums;
    this.votes = votes;
    this.elections = elections;
    this.lateItems = lateItems;
    this.heldMeetings = heldMeetings;
    this.releasedMinutes = releasedMinutes;
    this.queries = queries;
  }

  /** What is noted of somebody. */
  enum Act { ARRIVE, ARRIVE_ALL, ARRIVE_GUEST, LEAVE, LEAVE_GUEST, EXCUSE, UNDO, UNDO_GUEST }

  /**
   * A coming or going.
   *
   * @param stayId the stay of a guest
   * @param at as 18:05; null for now
   */
  record Attendance(Act act, Long personId, Long stayId, String at, Long deputyFor, String name, String note) {
  }

  @PostMapping("/meetings/{id}/attendance")
  Map<String, Object> attend(@PathVariable Long id, @RequestParam String client, @RequestParam String request,
      @RequestBody Attendance entered) {
    access.requireWrite();
    LocalTime at = time(entered.at());
    return done(() -> minutes.once(id, client, request, () -> {
      switch (required(entered.act(), "was geschehen ist")) {
        case ARRIVE -> attendances.arrive(id, required(entered.personId(), "wer es ist"), at, entered.deputyFor());
        case ARRIVE_ALL -> attendances.arriveAll(id, at);
        case ARRIVE_GUEST -> attendances.arriveGuest(id, text(entered.name(), TITLE), at);
        case LEAVE -> attendances.leave(id, required(entered.personId(), "wer es ist"), at);
        case LEAVE_GUEST -> attendances.leaveGuest(id, required(entered.stayId(), "wer es ist"), at);
        case EXCUSE -> attendances.excuse(id, required(entered.personId(), "wer es ist"), text(entered.note(), TEXT));
        case UNDO -> attendances.undo(id, required(entered.personId(), "wer es ist"));
        default -> attendances.undoGuest(id, required(entered.stayId(), "wer es ist"));
      }
    }));
  }

  /** What the chair established about the quorum. */
  record Finding(boolean quorate, String by, String at) {
  }

  @PostMapping("/meetings/{id}/quorum")
  Map<String, Object> establish(@PathVariable Long id, @RequestParam String client, @RequestParam String request,
      @RequestBody Finding finding) {
    access.requireWrite();
    LocalTime at = time(finding.at());
    return done(() -> minutes.once(id, client, request, () -> {
      if (finding.quorate()) {
        quorums.establishCapacity(id, at, text(finding.by(), GROUND));
      } else {
        quorums.establishIncapacity(id, at, text(finding.by(), GROUND));
      }
    }));
  }

  record Opening(String at) {
  }

  @PostMapping("/meetings/{id}/open")
  Map<String, Object> open(@PathVariable Long id, @RequestParam String client, @RequestParam String request,
      @RequestBody Opening opening) {
    access.requireWrite();
    LocalTime at = time(opening.at());
    return done(() -> minutes.once(id, client, request, () -> minutes.open(id, at)));
  }

  record Ending(MeetingEnding ending, String endTime, String resumesOn) {
  }

  @PostMapping("/meetings/{id}/end")
  Map<String, Object> end(@PathVariable Long id, @RequestParam String client, @RequestParam String request,
      @RequestBody Ending entered) {
    access.requireWrite();
    return done(() -> minutes.once(id, client, request,
        () -> heldMeetings.end(id, entered.ending(), text(entered.endTime(), GROUND),
            text(entered.resumesOn(), GROUND))));
  }

  /**
   * A matter without paper that the body takes onto its agenda in session.
   *
   * @param election whether somebody is elected
   */
  record Extension(Long meetingId, String title, boolean publicItem, String ground, String reason,
      boolean election) {
  }

  @PostMapping("/items")
  Map<String, Object> extend(@RequestParam String client, @RequestParam String request,
      @RequestBody Extension entered) {
    access.requireWrite();
    Long meetingId = required(entered.meetingId(), "welche Sitzung es ist");
    String title = required(text(entered.title(), TITLE), "worum es geht");
    return done(() -> minutes.once(meetingId, client, request, () -> {
      Long itemId = lateItems.extend(meetingId, title, entered.publicItem(), text(entered.ground(), GROUND),
          text(entered.reason(), TEXT));
      if (entered.election()) {
        elections.treat(itemId, true);
      }
    }));
  }

  record Reason(String reason) {
  }

  /** The body takes a late request onto its agenda. */
  @PostMapping("/items/{id}/extension")
  Map<String, Object> extend(@PathVariable Long id, @RequestParam String client, @RequestParam String request,
      @RequestBody Reason why) {
    access.requireWrite(id);
    return done(() -> minutes.once(meetingOf(id), client, request,
        () -> lateItems.extend(id, text(why.reason(), TEXT))));
  }

  record Part(boolean publicItem, String ground, String reason) {
  }

  @PostMapping("/items/{id}/part")
  Map<String, Object> changePart(@PathVariable Long id, @RequestParam String client, @RequestParam String request,
      @RequestBody Part part) {
    access.requireWrite(id);
    return done(() -> minutes.once(meetingOf(id), client, request, () -> lateItems.changePart(id, part.publicItem(),
        text(part.ground(), GROUND), text(part.reason(), TEXT))));
  }

  record Exclusion(Long personId, ItemExclusion.Kind kind, String reason) {
  }

  /** Keeps somebody from voting on an item; without a kind the person votes again. */
  @PostMapping("/items/{id}/exclusion")
  Map<String, Object> exclude(@PathVariable Long id, @RequestParam String client, @RequestParam String request,
      @RequestBody Exclusion entered) {
    access.requireWrite(id);
    Long person = required(entered.personId(), "wer es ist");
    return done(() -> minutes.once(meetingOf(id), client, request, () -> {
      if (entered.kind() == null) {
        attendances.include(id, person);
      } else {
        attendances.exclude(id, person, entered.kind(), text(entered.reason(), TEXT));
      }
    }));
  }

  /** The earlier meetings against whose minutes something can be raised. */
  @GetMapping("/meetings/{id}/objections")
  List<ObjectionChoice> objections(@PathVariable Long id) {
    return queries.objectionChoices(id);
  }

  /**
   * What is raised in a meeting.
   *
   * @param meetingId whose minutes it is about
   * @param itemId the item of those minutes; null for none
   */
  record Raised(Long meetingId, Long itemId, boolean publicPart, String by, String text, boolean accepted) {
  }

  @PostMapping("/meetings/{id}/objections")
  Map<String, Object> object(@PathVariable Long id, @RequestParam String client, @RequestParam String request,
      @RequestBody Raised raised) {
    access.requireWrite();
    Long earlier = required(raised.meetingId(), "um welche Niederschrift es geht");
    if (raised.itemId() != null && !earlier.equals(meetingOf(raised.itemId()))) {
      throw new BusinessException("Dieser Tagesordnungspunkt gehört nicht zu der Niederschrift.");
    }
    return done(() -> minutes.once(id, client, request, () -> releasedMinutes.object(earlier, id,
        new Minutes.Objection(raised.itemId(), raised.publicPart(), text(raised.by(), GROUND),
            text(raised.text(), TEXT), raised.accepted()))));
  }

  @GetMapping("/items/{id}/vote")
  VoteSheet vote(@PathVariable Long id) {
    access.requireWrite(id);
    return votes.of(id);
  }

  record CountedVote(VoteEntry entry, Integer version) {
  }

  @PostMapping("/items/{id}/vote")
  Map<String, Object> vote(@PathVariable Long id, @RequestParam String client, @RequestParam String request,
      @RequestBody CountedVote counted) {
    access.requireWrite(id);
    VoteEntry entry = required(counted.entry(), "wie abgestimmt wurde");
    return done(() -> minutes.once(meetingOf(id), client, request,
        () -> votes.record(id, entry, counted.version())));
  }

  @GetMapping("/items/{id}/election")
  ElectionSheet election(@PathVariable Long id) {
    access.requireWrite(id);
    return elections.of(id).orElseThrow(() -> BusinessException.unknown("Diese Wahl ist noch nicht vorbereitet."));
  }

  /**
   * One step of an election; what is null is not done.
   *
   * @param treat whether the item is dealt with as an election
   * @param setUp what is elected
   * @param ballot what a ballot brought
   * @param unanimous the single proposal that was accepted unanimously
   * @param lotWinners whom the lot favoured
   * @param reset whether all ballots are taken back
   */
  record ElectionStep(Boolean treat, SetUp setUp, Ballot ballot, String unanimous, Set<String> lotWinners,
      String lotDrawnBy, boolean reset) {

    record SetUp(ElectionKind kind, String position, int seats, SeatMethod method) {
    }
  }

  @PostMapping("/items/{id}/election")
  Map<String, Object> election(@PathVariable Long id, @RequestParam String client, @RequestParam String request,
      @RequestBody ElectionStep step) {
    access.requireWrite(id);
    return done(() -> minutes.once(meetingOf(id), client, request, () -> {
      if (step.treat() != null) {
        elections.treat(id, step.treat());
      }
      if (step.reset()) {
        elections.reset(id);
      }
      if (step.setUp() != null) {
        elections.setUp(id, required(step.setUp().kind(), "wie gewählt wird"),
            required(text(step.setUp().position(), GROUND), "wofür gewählt wird"), step.setUp().seats(),
            step.setUp().method());
      }
      if (step.ballot() != null) {
        elections.ballot(id, step.ballot());
      }
      if (step.unanimous() != null) {
        elections.acceptUnanimously(id, step.unanimous());
      }
      if (step.lotWinners() != null) {
        elections.drawLot(id, step.lotWinners(), step.lotDrawnBy());
      }
    }));
  }

  private Long meetingOf(Long itemId) {
    return agenda.details(itemId).meetingId();
  }

  private static Map<String, Object> done(Runnable action) {
    action.run();
    return Map.of();
  }

  private static <T> T required(T value, String what) {
    if (value == null) {
      throw new BusinessException("Bitte geben Sie an, " + what + ".");
    }
    return value;
  }

  private static String text(String text, int limit) {
    String stripped = text == null || text.isBlank() ? null : text.strip();
    if (stripped != null && (stripped.length() > limit || stripped.indexOf('\0') >= 0)) {
      throw new BusinessException("Eine Angabe ist zu lang; erlaubt sind höchstens " + limit + " Zeichen.");
    }
    return stripped;
  }

  private static LocalTime time(String text) {
    try {
      return text == null || text.isBlank() ? null : LocalTime.parse(text.strip());
    } catch (DateTimeException e) {
      throw new BusinessException("Die Uhrzeit ist nicht lesbar. Bitte als 18:05 angeben.");
    }
  }
}
