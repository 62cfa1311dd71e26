package de.gremienlauf.sample;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Member;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.AgendaItemKind;
import de.gremienlauf.meeting.AgendaItemState;
import de.gremienlauf.meeting.Attendances;
import de.gremienlauf.meeting.Ballot;
import de.gremienlauf.meeting.ElectionKind;
import de.gremienlauf.meeting.Elections;
import de.gremienlauf.meeting.ItemDetails;
import de.gremienlauf.meeting.LateItems;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.MeetingCalendar;
import de.gremienlauf.meeting.MeetingEnding;
import de.gremienlauf.meeting.MeetingKind;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.meeting.MinuteTaking;
import de.gremienlauf.meeting.NewMeeting;
import de.gremienlauf.meeting.Quorums;
import de.gremienlauf.meeting.RecordedResult;
import de.gremienlauf.meeting.Stance;
import de.gremienlauf.meeting.VoteEntry;
import de.gremienlauf.meeting.VoteMode;
import de.gremienlauf.meeting.Votes;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One meeting of the sample: everything that happens to it happens through its process, by the sample's users. */
final class MeetingStory {

  private static final String START_TIME = "15:30";
  private static final String LOCATION = "Rathaus, Saal 2";
  private static final LocalTime ARRIVAL = LocalTime.of(15, 25);
  private static final LocalTime OPENING = LocalTime.of(15, 30);
  private static final LocalTime FINDING = LocalTime.of(15, 45);
  private static final int WITHOUT_QUORUM = 2;
  private static final int DAYS_AHEAD = 35;

  private final Tools tools;
  private final Long meetingId;

  private MeetingStory(Tools tools, Long meetingId) {
    this.tools = tools;
    this.meetingId = meetingId;
  }

  /** What a story needs of the application. */
  record Tools(TaskDriver driver, Council council, Meetings meetings, MeetingCalendar calendar, Agenda agenda,
      LateItems lateItems, MinuteTaking minuteTaking, Attendances attendances, Quorums quorums, Votes votes,
      Elections elections) {
  }

  /** Begins with a meeting that is planned early enough for every period, with a matter on its agenda. */
  static MeetingStory planned(Tools tools, MeetingKind kind, LocalDate day, LocalDate today,
      List<Organization> bodies, String matter) {
    LocalDate planning = day.minusDays(DAYS_AHEAD);
    tools.driver().onDay(planning.isAfter(today) ? today : planning);
    Long meeting = tools.calendar().plan(new NewMeeting(bodies.get(0).id(), day, START_TIME, LOCATION, kind,
        bodies.stream().skip(1).map(Organization::id).toList(), null));
    return new MeetingStory(tools, meeting).matter(matter);
  }

  MeetingStory matter(String title) {
    return add(AgendaItemKind.MATTER, title, null);
  }

  MeetingStory nonPublic(String title, String ground) {
    return add(AgendaItemKind.MATTER, title, ground);
  }

  MeetingStory election(String title) {
    return add(AgendaItemKind.ELECTION, title, null);
  }

  private MeetingStory add(AgendaItemKind kind, String title, String ground) {
    as(SampleUser.COUNCIL_OFFICE, () -> tools.agenda().add(meetingId, kind, title, ground == null, ground));
    return this;
  }

  MeetingStory move(LocalDate day, String reason) {
    as(SampleUser.COUNCIL_OFFICE, () -> tools.calendar().move(meetingId, day, START_TIME, LOCATION, reason));
    return this;
  }

  void cancel(String reason) {
    as(SampleUser.COUNCIL_OFFICE, () -> tools.calendar().cancel(meetingId, reason));
    tools.driver().runDueJobs();
  }

  /** Releases the agenda on the day after the submission period; the letters lie in the office. */
  MeetingStory release() {
    tools.driver().onDay(meeting().submissionUntil().toLocalDate().plusDays(1));
    return complete(SampleUser.COUNCIL_OFFICE, "Task_ReleaseAgenda",
        Map.of("agendaChecked", true, "startTime", START_TIME, "location", LOCATION));
  }

  /** Releases the agenda and posts the letters. */
  MeetingStory invite() {
    return release().post();
  }

  private MeetingStory post() {
    return complete(SampleUser.COUNCIL_OFFICE, "Task_SendByPost", Map.of("sent", true));
  }

  /** Takes a matter that comes after the release onto the agenda. */
  MeetingStory supplement(String title, String reason) {
    matter(title);
    return complete(SampleUser.COUNCIL_OFFICE, "Task_DecideLateItem",
        Map.of("lateDecision", "SUPPLEMENT", "reason", reason)).post();
  }

  /** Invites, lets the day come and opens the meeting with everybody there. */
  MeetingStory open() {
    invite().tools.driver().onDay(meeting().day());
    as(SampleUser.MINUTE_TAKER, () -> {
      tools.attendances().arriveAll(meetingId, ARRIVAL);
      tools.minuteTaking().open(meetingId, OPENING);
    });
    return this;
  }

  MeetingStory extend(String title, String reason) {
    as(SampleUser.MINUTE_TAKER, () -> tools.lateItems().extend(meetingId, title, true, null, reason));
    return this;
  }

  /** Elects a person in the first ballot. */
  MeetingStory elect(String position, String elected, String other) {
    Long item = openItems().stream().filter(one -> one.kind() == AgendaItemKind.ELECTION).findFirst().orElseThrow()
        .id();
    as(SampleUser.MINUTE_TAKER, () -> {
      tools.elections().setUp(item, ElectionKind.SINGLE, position, 1, null);
      Map<String, Integer> votes = new LinkedHashMap<>();
      votes.put(elected, 3);
      votes.put(other, 1);
      tools.elections().ballot(item, new Ballot(1, 5, 1, 0, votes));
      tools.agenda().conclude(item, RecordedResult.of("gewählt: " + elected, null));
    });
    return this;
  }

  /** Lets the members vote by name on the first matter: all for it, only the last against it. */
  MeetingStory voteByName() {
    Long item = openItems().get(0).id();
    List<Member> voters = tools.council().members(meeting().organizationId(), meeting().day()).stream()
        .filter(member -> member.membership().votingRight()).toList();
    Member last = voters.get(voters.size() - 1);
    as(SampleUser.MINUTE_TAKER, () -> {
      tools.votes().record(item, new VoteEntry(VoteMode.NAMED, null, OPENING, null, null, null, null, List.of(),
          voters.stream().collect(Collectors.toMap(member -> member.person().id(),
              member -> member == last ? Stance.NO : Stance.YES)), List.of()), null);
      tools.agenda().conclude(item, RecordedResult.of("zugestimmt", null));
    });
    return this;
  }

  /** Concludes what is open, and closes the meeting. */
  MeetingStory close() {
    openItems().forEach(item -> conclude(item));
    return end(MeetingEnding.CLOSED, null);
  }

  /** Leaves the last item open for another day. Returns the story of the meeting on that day. */
  MeetingStory adjourn(LocalDate resumesOn) {
    List<ItemDetails> open = openItems();
    open.subList(0, open.size() - 1).forEach(item -> conclude(item));
    return end(MeetingEnding.ADJOURNED, resumesOn).next();
  }

  /** Invites, but too few come. Returns the story of the meeting after the second invitation. */
  MeetingStory withoutQuorum(LocalDate resumesOn) {
    invite().tools.driver().onDay(meeting().day());
    List<Member> members = tools.council().members(meeting().organizationId(), meeting().day());
    as(SampleUser.MINUTE_TAKER, () -> {
      members.stream().limit(WITHOUT_QUORUM)
          .forEach(member -> tools.attendances().arrive(meetingId, member.person().id(), ARRIVAL, null));
      tools.minuteTaking().open(meetingId, OPENING);
      tools.quorums().establishIncapacity(meetingId, FINDING, members.get(0).person().name());
    });
    return end(MeetingEnding.NO_QUORUM, resumesOn).next();
  }

  private MeetingStory end(MeetingEnding ending, LocalDate resumesOn) {
    Map<String, Object> entered = new HashMap<>(Map.of("ending", ending.name(), "endTime", "17:10"));
    if (resumesOn != null) {
      entered.put("resumesOn", resumesOn.toString());
    }
    return complete(SampleUser.MINUTE_TAKER, "Task_HoldMeeting", entered);
  }

  private MeetingStory next() {
    Meeting next = tools.meetings().of(meeting().organizationId()).stream()
        .filter(other -> meetingId.equals(other.previousMeetingId())).findFirst().orElseThrow();
    return new MeetingStory(tools, next.id());
  }

  /** Lets the minutes of a meeting that is over be drafted, signed and released. */
  MeetingStory minutes() {
    tools.driver().onDay(meeting().day().plusDays(1));
    complete(SampleUser.MINUTE_TAKER, "Task_DraftMinutes", Map.of());
    // Each form proposes the name of who has that function.
    tools.driver().openTasks(process(), "Task_SignMinutes")
        .forEach(task -> tools.driver().complete(task, Map.of("decision", "SIGN")));
    return complete(SampleUser.COUNCIL_OFFICE, "Task_ReleaseMinutes", Map.of("released", true));
  }

  private void conclude(ItemDetails item) {
    as(SampleUser.MINUTE_TAKER, () -> tools.agenda().conclude(item.id(), RecordedResult.of("zugestimmt", "einstimmig")));
  }

  private List<ItemDetails> openItems() {
    return tools.agenda().of(meetingId).stream().filter(item -> item.state() == AgendaItemState.ON_AGENDA
        && item.kind() != AgendaItemKind.STANDING).toList();
  }

  private MeetingStory complete(SampleUser user, String task, Map<String, Object> entered) {
    as(user, () -> tools.driver().complete(process(), task, entered));
    return this;
  }

  private void as(SampleUser user, Runnable action) {
    tools.driver().as(user.id(), action);
  }

  private String process() {
    return meeting().processInstanceId();
  }

  private Meeting meeting() {
    return tools.meetings().get(meetingId);
  }
}
