package de.gremienlauf.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Membership;
import de.gremienlauf.council.Organization;
import de.gremienlauf.council.Person;
import de.gremienlauf.council.Seat;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.DecisionTables;
import de.gremienlauf.support.IntegrationTest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is there, whether that suffices, how they vote and whom they elect: a committee of seven with its deputies. */
@IntegrationTest
class SessionTest {

  private static final LocalTime START = LocalTime.of(15, 30);

  @Autowired Attendances attendances;
  @Autowired Quorums quorums;
  @Autowired Votes votes;
  @Autowired Elections elections;
  @Autowired Agenda agenda;
  @Autowired Meetings meetings;
  @Autowired MeetingRepository meetingRows;
  @Autowired AgendaItemRepository items;
  @Autowired Council council;
  @Autowired Clock clock;

  private final Map<String, Long> ids = new HashMap<>();
  private String city;
  private Organization committee;
  private Meeting meeting;
  private LocalDate day;

  /** Members A1 to A3 of group A and B1, B2 of B; X1 of A and X2 of B are expert citizens; R advises. */
  @BeforeEach
  void committeeOfSeven() {
    city = "Stadt " + UUID.randomUUID();
    day = LocalDate.now(clock);
    committee = council.addBody(city, "Ausschuss für Wege", 7, null, null);
    List.of("A1", "A2", "A3", "B1", "B2").forEach(name -> seat(name, group(name), Seat.COUNCIL_MEMBER, false, null));
    seat("X1", "A", Seat.EXPERT_CITIZEN, false, null);
    seat("X2", "B", Seat.EXPERT_CITIZEN, false, null);
    seat("DA", "A", Seat.COUNCIL_MEMBER, true, null);
    seat("DB", "B", Seat.COUNCIL_MEMBER, true, null);
    seat("DX", "A", Seat.EXPERT_CITIZEN, true, ids.get("X1"));
    council.addMembership(person("R"), committee, "sachkundiger Einwohner", false, null, null);
    meeting = meetings.plan(committee, day, "15:30", MeetingKind.REGULAR);
  }

  private static String group(String name) {
    return name.substring(0, 1);
  }

  private Person person(String name) {
    Person person = council.person(city, name, null);
    ids.put(name, person.id());
    return person;
  }

  private void seat(String name, String group, Seat seat, boolean deputy, Long deputyFor) {
    Membership membership =
        Membership.of(person(name), committee, "Mitglied", true, null, null).inGroup(group).on(seat);
    council.addMemberships(List.of(deputy ? membership.asDeputyOf(deputyFor) : membership));
  }

  private AgendaItem item(AgendaItemKind kind) {
    AgendaItem item = new AgendaItem();
    item.meetingId = meeting.id();
    item.itemKind = kind;
    item.title = "Ein Punkt";
    item.publicItem = true;
    item.requestedOn = day;
    return items.save(item);
  }

  private void arrive(String... names) {
    for (String name : names) {
      attendances.arrive(meeting.id(), ids.get(name), START, null);
    }
  }

  private void represent(String deputy, String member, int hour) {
    attendances.arrive(meeting.id(), ids.get(deputy), LocalTime.of(hour, 0), ids.get(member));
  }

  private void leave(String name, int hour) {
    attendances.leave(meeting.id(), ids.get(name), LocalTime.of(hour, 0));
  }

  private Attendee attendee(String name) {
    return attendances.of(meeting.id()).stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static void refused(ThrowingCallable act, String message) {
    assertThatThrownBy(act).isInstanceOf(BusinessException.class).hasMessageContaining(message);
  }

  private void inSession() {
    meetings.reach(meeting.id());
  }

  @Test
  void peopleComeAndGo() {
    assertThat(attendances.of(meeting.id())).hasSize(11).allMatch(one -> one.state() == AttendeeState.EXPECTED);
    assertThat(attendances.kept(meeting.id())).isFalse();
    attendances.excuse(meeting.id(), ids.get("A1"), "krank");
    attendances.arriveAll(meeting.id(), START);
    assertThat(attendee("A1").state()).isEqualTo(AttendeeState.EXCUSED);
    assertThat(attendee("A1").note()).isEqualTo("krank");
    assertThat(attendances.of(meeting.id()).stream().filter(Attendee::votes)).hasSize(6);
    assertThat(attendee("R")).matches(one -> one.state() == AttendeeState.PRESENT && !one.votes());
    assertThat(attendee("DA").state()).isEqualTo(AttendeeState.EXPECTED);
    leave("B1", 17);
    assertThat(attendee("B1").state()).isEqualTo(AttendeeState.LEFT);
    attendances.arrive(meeting.id(), ids.get("B1"), LocalTime.of(18, 0), null);
    assertThat(attendee("B1").stays()).extracting(Attendee.Stay::arrivedAt, Attendee.Stay::leftAt)
        .containsExactly(tuple(START, LocalTime.of(17, 0)),
            tuple(LocalTime.of(18, 0), null));
    attendances.leave(meeting.id(), ids.get("B1"), LocalTime.of(0, 40));
    assertThat(attendee("B1").state()).as("a meeting may end after midnight").isEqualTo(AttendeeState.LEFT);
    attendances.undo(meeting.id(), ids.get("B1"));
    assertThat(attendee("B1").state()).isEqualTo(AttendeeState.PRESENT);
    attendances.undo(meeting.id(), ids.get("A1"));
    assertThat(attendee("A1").state()).isEqualTo(AttendeeState.EXPECTED);
  }

  @Test
  void guestsNeedNoMoreThanAName() {
    Long stay = attendances.arriveGuest(meeting.id(), "Frau Amtsleiterin Muster", START);
    Attendee guest = attendee("Frau Amtsleiterin Muster");
    assertThat(guest.personId()).isNull();
    assertThat(guest.votes()).isFalse();
    refused(() -> attendances.leaveGuest(meeting.id() + 1_000_000, stay, LocalTime.of(16, 0)), "gibt es nicht");
    attendances.leaveGuest(meeting.id(), stay, LocalTime.of(16, 0));
    refused(() -> attendances.leaveGuest(meeting.id(), stay, LocalTime.of(16, 0)), "schon eingetragen");
    attendances.undoGuest(meeting.id(), stay);
    attendances.undoGuest(meeting.id(), stay);
    refused(() -> attendances.undoGuest(meeting.id(), stay), "gibt es nicht");
    refused(() -> attendances.arriveGuest(meeting.id(), " ", START), "Bitte geben Sie den Namen");
  }

  @Test
  void whatCannotBeIsRefused() {
    arrive("A1");
    refused(() -> arrive("A1"), "A1 ist bereits als anwesend eingetragen.");
    refused(() -> leave("A1", 14), "A1 ist um 15:30 Uhr gekommen und kann nicht schon um 14:00 Uhr gegangen sein.");
    refused(() -> leave("A2", 17), "A2 ist nicht anwesend.");
    refused(() -> attendances.excuse(meeting.id(), ids.get("A1"), null), "Für A1 ist schon etwas eingetragen.");
    refused(() -> attendances.undo(meeting.id(), ids.get("A2")), "nichts eingetragen");
    refused(() -> attendances.arrive(meeting.id(), -1L, START, null), "Diese Person gibt es nicht");
    refused(() -> attendances.arrive(-1L, ids.get("A2"), START, null), "Diese Sitzung gibt es nicht");
    refused(() -> attendances.exclude(-1L, ids.get("A2"), ItemExclusion.Kind.RECUSAL, null), "gibt es nicht");
    refused(() -> attendances.excuse(meeting.id(), person("Fremde").id(), null), "nicht Mitglied des Gremiums");
    refused(() -> attendances.excuse(meeting.id(), ids.get("A2"), "x".repeat(4001)), "höchstens 4000 Zeichen");
    Meeting later = meetings.plan(committee, day.plusDays(3), "15:30", MeetingKind.REGULAR);
    refused(() -> attendances.arrive(later.id(), ids.get("A2"), START, null), "Die Sitzung ist erst am");
    attendances.excuse(later.id(), ids.get("A2"), "Urlaub");
    Meeting closed = meetings.get(meeting.id());
    closed.state = MeetingState.MINUTES_RELEASED;
    meetingRows.save(closed);
    refused(() -> arrive("A2"), "Die Niederschrift ist freigegeben");
  }

  @Test
  void aDeputySitsOnlyForSomebodyAbsent() {
    arrive("A1", "A3");
    refused(() -> arrive("DA"), "Bitte geben Sie an, für wen DA die Stellvertretung übernimmt.");
    refused(() -> represent("DA", "A1", 16), "A1 ist selbst anwesend");
    refused(() -> represent("DA", "B1", 16), "DA kann B1 nicht vertreten.");
    refused(() -> represent("DA", "DB", 16), "DA kann DB nicht vertreten.");
    refused(() -> represent("DX", "A2", 16), "DX kann A2 nicht vertreten.");
    refused(() -> represent("A2", "B1", 16), "A2 ist kein stellvertretendes Mitglied.");
    represent("DA", "A2", 16);
    assertThat(attendee("DA")).matches(one -> one.votes() && one.deputyForName().equals("A2"));
    refused(() -> attendances.arrive(meeting.id(), ids.get("A2"), LocalTime.of(17, 0), null),
        "Den Platz von A2 nimmt DA ein. Bitte beenden Sie zuerst diese Stellvertretung.");
    leave("DA", 17);
    attendances.arrive(meeting.id(), ids.get("A2"), LocalTime.of(17, 0), null);
    assertThat(attendee("DA").votes()).isFalse();
    refused(() -> attendances.undo(meeting.id(), ids.get("DA")), "A2 ist selbst anwesend");
    arrive("DX");
    assertThat(attendee("DX").deputyForName()).as("a deputy of one person").isEqualTo("X1");
  }

  @Test
  void theQuorumFollowsWhoIsThere() {
    assertThat(quorums.of(meeting.id())).matches(quorum -> !quorum.attendanceKept() && quorum.needed() == 4);
    arrive("X1", "X2", "A1");
    assertThat(quorums.of(meeting.id()).reached()).as("three of seven").isFalse();
    arrive("A2");
    assertThat(quorums.of(meeting.id())).matches(quorum -> quorum.present() == 4 && !quorum.reached())
        .extracting(Quorum::explanation).asString().contains("nicht mehr Ratsmitglieder (2) als sachkundige");
    represent("DA", "A3", 16);
    Quorum quorum = quorums.of(meeting.id());
    assertThat(quorum.reached()).isTrue();
    assertThat(quorum.ground()).contains("§ 58");
    assertThat(quorums.each(meeting.id(), LocalTime.of(15, 45)).get(0).reached()).as("before DA came").isFalse();
    Long item = item(AgendaItemKind.MATTER).id;
    attendances.exclude(item, ids.get("A2"), ItemExclusion.Kind.RECUSAL, "Eigentümerin");
    assertThat(quorums.ofItem(item, null)).matches(ofItem -> ofItem.present() == 4 && !ofItem.reached());
    attendances.include(item, ids.get("A2"));
    attendances.exclude(item, ids.get("A2"), ItemExclusion.Kind.NO_VOTE, null);
    assertThat(quorums.ofItem(item, null).reached()).as("present without a vote").isTrue();
  }

  @Test
  void incapacityIsEstablishedNotInferred() {
    arrive("A1", "A2");
    assertThat(quorums.of(meeting.id())).matches(quorum -> !quorum.reached() && !quorum.incapacityEstablished())
        .extracting(Quorum::explanation).asString().contains("gilt als beschlussfähig");
    refused(() -> quorums.establishIncapacity(meeting.id(), null, " "), "wer das festgestellt hat");
    quorums.establishIncapacity(meeting.id(), LocalTime.of(16, 0), "Vorsitzende A1");
    assertThat(quorums.of(meeting.id()).incapacityEstablished()).isTrue();
    assertThat(quorums.each(meeting.id(), LocalTime.of(15, 45)).get(0).incapacityEstablished()).isFalse();
    refused(() -> quorums.establishCapacity(meeting.id(), LocalTime.of(16, 5), "A1"), "nicht beschlussfähig");
    arrive("A3", "B1");
    quorums.establishCapacity(meeting.id(), LocalTime.of(16, 10), "A1");
    assertThat(quorums.of(meeting.id()).incapacityEstablished()).isFalse();
    refused(() -> quorums.establishIncapacity(meeting.id(), null, "A1"), "ist das Gremium beschlussfähig");
    assertThat(quorums.findings(meeting.id())).extracting(QuorumFinding::quorate, QuorumFinding::presentMembers)
        .containsExactly(tuple(false, 2), tuple(true, 4));
  }

  @Test
  void projectBodiesAndSecondInvitationsNeedNobody() {
    Organization group = council.addProjectBody(city, "Lenkungsgruppe", "Projektgremium", null, null);
    Meeting project = meetings.plan(group, day, null, MeetingKind.REGULAR);
    assertThat(quorums.of(project.id())).matches(quorum -> quorum.reached() && quorum.needed() == null);
    refused(() -> quorums.establishIncapacity(project.id(), null, "A1"), "kann es hier nicht geben");
    Meeting second = meetings.plan(committee, day.plusDays(1), "15:30", MeetingKind.SECOND);
    assertThat(quorums.of(second.id())).matches(Quorum::reached).extracting(Quorum::ground)
        .isEqualTo("§ 49 Abs. 2 GO NRW");
  }

  @Test
  void aJointMeetingNeedsTheQuorumOfEachBody() {
    Organization other = council.addBody(city, "Rat", null, null, null);
    List.of("A1", "A2", "N1").forEach(name -> council.addMembership(person(name), other, "Mitglied", true, null, null));
    Meeting joint = meetings.get(meeting.id());
    joint.join(other.id());
    meetingRows.save(joint);
    arrive("A1", "A2", "A3", "B1");
    assertThat(quorums.each(meeting.id(), null)).extracting(Quorum::body, Quorum::present, Quorum::statutory,
        Quorum::needed, Quorum::reached).containsExactly(
            tuple("Ausschuss für Wege", 4, 7, 4, true),
            tuple("Rat", 2, 3, 2, true));
    leave("A1", 17);
    assertThat(quorums.of(meeting.id()).reached()).isFalse();
  }

  @Test
  void whoIsDeputyInOneBodyOfAJointMeetingAndMemberOfAnotherSitsAsMember() {
    Organization other = council.addBody(city, "Rat", null, null, null);
    Person both = person("Beides");
    council.addMemberships(List.of(
        Membership.of(both, committee, "Mitglied", true, null, null).inGroup("A").asDeputyOf(null),
        Membership.of(both, other, "Mitglied", true, null, null).inGroup("A")));
    Meeting joint = meetings.get(meeting.id());
    joint.join(other.id());
    meetingRows.save(joint);
    arrive("Beides");
    assertThat(attendee("Beides")).matches(one -> one.votes() && !one.deputy() && one.deputyForName() == null)
        .returns(other.id(), Attendee::organizationId);
    assertThat(quorums.each(meeting.id(), null)).extracting(Quorum::body, Quorum::present)
        .containsExactly(tuple("Ausschuss für Wege", 0), tuple("Rat", 1));
    refused(() -> represent("Beides", "A1", 16), "Beides ist kein stellvertretendes Mitglied.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Rat                                | Parlament         | STATUTORY_HALF
      Hauptausschuss                     | Hauptausschuss    | STATUTORY_HALF
      Finanzausschuss                    | Ausschuss         | STATUTORY_HALF
      Verkehrsausschuss                  | Ausschuss         | COMMITTEE
      Bezirksvertretung 1 (Innenstadt)   | Bezirksvertretung | STATUTORY_HALF
      Integrationsrat                    | Beirat            | STATUTORY_HALF
      UAG Casemanagement                 | Projektgremium    | NONE
      Informationsgespräch               | Sonstiges         | NONE
      """)
  void theTableSaysWhichRuleHolds(String name, String classification, QuorumRule rule,
      @Autowired DecisionTables tables) {
    Map<String, Object> row = tables.first("quorum", Map.of("classification", classification,
        "name", name.toLowerCase(Locale.GERMAN), "day", "2020-01-14"));
    assertThat(row.get("rule")).isEqualTo(rule.name());
    assertThat((String) row.get("ground")).isNotBlank();
  }

  @Test
  void votesAreCounted() {
    inSession();
    arrive("A1", "A2", "A3", "B1", "B2");
    Long item = item(AgendaItemKind.MATTER).id;
    VoteSheet sheet = votes.record(item, new VoteEntry(null, null, LocalTime.of(16, 0), null, null, null, null,
        List.of(new VoteEntry.GroupCount("A", 3, 0, 0), new VoteEntry.GroupCount("B", 0, 1, 1)), Map.of(),
        List.of(new VoteEntry.PointCount("1", 5, 0, 0), new VoteEntry.PointCount("2", 2, 2, 1))), null);
    assertThat(sheet).matches(one -> one.yes() == 3 && one.no() == 1 && one.abstentions() == 1 && one.entitled() == 5);
    assertThat(sheet.computed()).isEqualTo(VoteOutcome.ACCEPTED);
    assertThat(sheet.proposal())
        .isEqualTo("mehrheitlich zugestimmt gegen 1 Stimme von B bei Enthaltung 1 Stimme von B");
    assertThat(votes.of(item)).usingRecursiveComparison().ignoringCollectionOrder().isEqualTo(sheet);
    assertThat(sheet.points()).extracting(VoteSheet.PointCount::outcome)
        .containsExactlyInAnyOrder(VoteOutcome.ACCEPTED, VoteOutcome.REJECTED);
    agenda.conclude(item, RecordedResult.of("ungeändert beschlossen", null));
    ItemDetails concluded = agenda.details(item);
    assertThat(concluded.vote()).matches(vote -> vote.yes() == 3 && vote.no() == 1 && vote.abstentions() == 1);
    assertThat(concluded.contradiction()).isNull();
    assertThat(Agenda.pointVotes(concluded)).extracting(PointVote::outcome)
        .containsExactlyInAnyOrder(VoteOutcome.ACCEPTED, VoteOutcome.REJECTED);
    refused(() -> votes.record(item, VoteEntry.counted(1, 0, 0), null), "inzwischen ein Ergebnis erfasst");
  }

  @Test
  void theMajorityNeededDecidesNextToWhatIsStated() {
    arrive("A1", "A2", "A3", "B1", "B2");
    Long item = item(AgendaItemKind.MATTER).id;
    VoteSheet sheet = votes.record(item, new VoteEntry(null, MajorityType.STATUTORY, START, 3, 2, 0, null, List.of(),
        Map.of(), List.of()), null);
    assertThat(sheet.computed()).isEqualTo(VoteOutcome.REJECTED);
    assertThat(sheet.proposal()).isEqualTo("abgelehnt mit 3 Ja-Stimmen und 2 Nein-Stimmen; erforderlich war: Mehrheit"
        + " der gesetzlichen Mitgliederzahl");
    agenda.conclude(item, RecordedResult.of("mehrheitlich beschlossen", null));
    assertThat(agenda.details(item).vote().outcome()).isEqualTo(VoteOutcome.REJECTED);
    assertThat(agenda.details(item).contradiction()).isEqualTo("Das Ergebnis „mehrheitlich beschlossen“ passt nicht zu"
        + " den Stimmen: 3 dafür, 2 dagegen sind eine Ablehnung; nötig ist: Mehrheit der gesetzlichen Mitgliederzahl"
        + " (7).");
    Long proposed = item(AgendaItemKind.MATTER).id;
    votes.record(proposed, new VoteEntry(null, MajorityType.STATUTORY, START, 3, 2, 0, null, List.of(), Map.of(),
        List.of()), null);
    agenda.conclude(proposed, RecordedResult.of("abgelehnt", sheet.proposal()));
    assertThat(agenda.details(proposed).contradiction()).as("the application's own words").isNull();
  }

  @Test
  void wordsThatOnlyNameGroupsContradictNoCount() {
    arrive("A1", "A2", "A3", "B1", "B2");
    for (String words : List.of("gegen die Stimmen der B-Fraktion", "bei Enthaltung der B-Fraktion", "mehrheitlich")) {
      Long item = item(AgendaItemKind.MATTER).id;
      votes.record(item, VoteEntry.counted(2, 3, 0), null);
      agenda.conclude(item, RecordedResult.of("abgelehnt", words));
      assertThat(agenda.details(item).vote().outcome()).as(words).isEqualTo(VoteOutcome.REJECTED);
      assertThat(agenda.details(item).contradiction()).as(words).isNull();
      assertThat(votes.of(item).stated()).as(words).isEqualTo(VoteOutcome.REJECTED);
      Long open = item(AgendaItemKind.MATTER).id;
      agenda.conclude(open, RecordedResult.of("siehe Anlage", words));
      assertThat(votes.of(open).stated()).as("a guess is not what is stated: " + words).isNull();
    }
    Long said = item(AgendaItemKind.MATTER).id;
    votes.record(said, VoteEntry.counted(2, 3, 0), null);
    agenda.conclude(said, RecordedResult.of("abgelehnt", "einstimmig beschlossen"));
    assertThat(agenda.details(said).contradiction()).startsWith("Der Text zur Abstimmung „einstimmig beschlossen“");
  }

  private static VoteEntry entry(VoteMode mode, Integer yes, Integer no, Integer abstentions, Integer invalid,
      List<VoteEntry.GroupCount> groups, Map<Long, Stance> named) {
    return new VoteEntry(mode, null, START, yes, no, abstentions, invalid, groups, named, List.of());
  }

  @Test
  void nobodyVotesByNameWhoMayNot() {
    arrive("A1", "A2", "B1", "R");
    Long item = item(AgendaItemKind.MATTER).id;
    attendances.exclude(item, ids.get("B1"), ItemExclusion.Kind.RECUSAL, "Nachbar");
    assertThat(attendances.exclusions(item)).extracting(ItemExclusion::reason).containsExactly("Nachbar");
    VoteSheet sheet = votes.record(item, entry(VoteMode.NAMED, null, null, null, null, List.of(),
        Map.of(ids.get("A1"), Stance.YES, ids.get("A2"), Stance.ABSTENTION)), null);
    assertThat(sheet).matches(one -> one.yes() == 1 && one.no() == 0 && one.abstentions() == 1 && one.entitled() == 2);
    assertThat(sheet.named()).extracting(VoteSheet.NamedVote::name).containsExactly("A1", "A2");
    for (String name : List.of("B1", "R", "A3", "DA")) {
      refused(() -> votes.record(item, entry(VoteMode.NAMED, null, null, null, null, List.of(),
          Map.of(ids.get(name), Stance.YES)), null), name + " ist zu diesem Tagesordnungspunkt nicht als");
    }
    refused(() -> votes.record(item, entry(VoteMode.NAMED, 2, null, null, null, List.of(),
        Map.of(ids.get("A1"), Stance.YES)), null), "ergeben zusammen 1 Ja");
  }

  @Test
  void countsThatCannotBeAreRefused() {
    Long item = item(AgendaItemKind.MATTER).id;
    votes.record(item, entry(null, 40, 30, 0, null, List.of(), Map.of()), null);
    arrive("A1", "A2", "B1");
    refused(() -> votes.record(item, entry(null, 3, 1, 0, null, List.of(), Map.of()), null),
        "Es sind 4 Stimmen eingetragen, aber nur 3 Stimmberechtigte anwesend.");
    refused(() -> votes.record(item, entry(null, -1, 0, 0, null, List.of(), Map.of()), null), "kann keine Zahl");
    refused(() -> votes.record(item, entry(VoteMode.OPEN, 1, 0, 0, 1, List.of(), Map.of()), null), "Ungültige Stimmen");
    List<VoteEntry.GroupCount> both =
        List.of(new VoteEntry.GroupCount("A", 2, 0, 0), new VoteEntry.GroupCount("B", 0, 1, 0));
    refused(() -> votes.record(item, entry(VoteMode.SECRET, 2, 1, 0, 0, both, Map.of()), null), "geheimer Abstimmung");
    refused(() -> votes.record(item, entry(null, 3, 0, 0, null, both, Map.of()), null), "ergeben zusammen 2 Ja");
    refused(() -> votes.record(item, entry(null, null, null, null, null,
        List.of(new VoteEntry.GroupCount("B", 2, 0, 0)), Map.of()), null), "Für B sind 2 Stimmen eingetragen");
    refused(() -> votes.record(item, entry(null, 1, 0, 0, null,
        List.of(new VoteEntry.GroupCount("A", 2, 0, 0)), Map.of()), null), "mehr als insgesamt");
    refused(() -> votes.record(item, entry(null, 1, 0, 0, null, List.of(both.get(0), both.get(0)), Map.of()), null),
        "nur einmal");
    refused(() -> votes.record(item, new VoteEntry(null, null, START, 1, 0, 0, null, List.of(), Map.of(),
        List.of(new VoteEntry.PointCount("1; drop", 1, 0, 0))), null), "jeden Punkt mit seiner Nummer");
    VoteSheet secret = votes.record(item, entry(VoteMode.SECRET, 1, 1, 0, 1, List.of(), Map.of()), null);
    assertThat(secret.computed()).isEqualTo(VoteOutcome.REJECTED);
    assertThat(votes.record(item, VoteEntry.counted(2, 1, 0), secret.version()).computed())
        .isEqualTo(VoteOutcome.ACCEPTED);
    refused(() -> votes.record(item, VoteEntry.counted(1, 2, 0), secret.version()), "jemand anderes geändert");
  }

  @Test
  void anElectionGoesThroughItsBallots() {
    Long item = item(AgendaItemKind.ELECTION).id;
    refused(() -> elections.setUp(this.item(AgendaItemKind.MATTER).id, ElectionKind.SINGLE, "Amt", 1, null),
        "keine Wahl");
    refused(() -> elections.setUp(item, ElectionKind.SINGLE, "Amt", 2, null), "genau eine Person");
    refused(() -> elections.ballot(item, new Ballot(1, 1, 0, 0, Map.of("P", 1))), "noch keine Wahl angelegt");
    elections.setUp(item, ElectionKind.SINGLE, "Stellvertretender Vorsitz", 1, null);
    refused(() -> elections.ballot(item, new Ballot(2, 1, 0, 0, Map.of("P", 1))), "zuerst den ersten Wahlgang");
    refused(() -> elections.ballot(item, new Ballot(1, 7, 0, 0, Map.of("P", 3))), "Es sind 7 Stimmen abgegeben");
    ElectionSheet first = elections.ballot(item, new Ballot(1, 7, 1, 0, Map.of("P", 3, "Q", 2, "S", 1)));
    assertThat(first.state()).isEqualTo(ElectionSheet.State.SECOND_BALLOT);
    assertThat(first.next()).containsExactly("P", "Q");
    refused(() -> elections.ballot(item, new Ballot(2, 7, 0, 0, Map.of("P", 3, "S", 4))), "stehen P und Q.");
    refused(() -> elections.drawLot(item, Set.of("P"), "A1"), "Zu losen ist hier nichts");
    ElectionSheet second = elections.ballot(item, new Ballot(2, 7, 1, 0, Map.of("P", 3, "Q", 3)));
    assertThat(second.state()).isEqualTo(ElectionSheet.State.LOT);
    refused(() -> elections.drawLot(item, Set.of("S"), "A1"), "Das Los entscheidet zwischen");
    refused(() -> elections.drawLot(item, Set.of("P", "Q"), "A1"), "Das Los entscheidet zwischen");
    refused(() -> elections.drawLot(item, Set.of("Q"), null), "wer das Los gezogen hat");
    ElectionSheet drawn = elections.drawLot(item, Set.of("Q"), "Vorsitzende A1");
    assertThat(drawn.elected()).containsExactly("Q");
    assertThat(drawn.minutesText()).contains("1. Wahlgang: 7 abgegebene Stimmen, 1 ungültig")
        .contains("Das Los hat gezogen: Vorsitzende A1.").endsWith("Gewählt ist Q.");
    assertThat(elections.of(item)).contains(drawn);
    refused(() -> elections.setUp(item, ElectionKind.LIST, "Amt", 3, null), "schon gewählt");
    assertThat(elections.ballot(item, new Ballot(1, 7, 0, 0, Map.of("P", 4, "Q", 3))).lotWinners()).isEmpty();
  }

  @Test
  void listsAndUnanimousProposals() {
    Long item = item(AgendaItemKind.ELECTION).id;
    elections.setUp(item, ElectionKind.LIST, "Fünf Mitglieder des Beirats", 5, SeatMethod.D_HONDT);
    ElectionSheet sheet = elections.ballot(item, new Ballot(1, 9, 0, 0, Map.of("A", 6, "B", 3)));
    assertThat(sheet.state()).isEqualTo(ElectionSheet.State.LOT);
    assertThat(elections.drawLot(item, Set.of("B"), "A1").seatsOfLists()).isEqualTo(Map.of("A", 3, "B", 2));
    refused(() -> elections.ballot(item, new Ballot(2, 9, 0, 0, Map.of("A", 6, "B", 3))), "in einem Wahlgang");
    refused(() -> elections.acceptUnanimously(item, "A1, B1"), "schon gewählt");
    elections.reset(item);
    ElectionSheet unanimous = elections.acceptUnanimously(item, "A1, A2, A3, B1, B2");
    assertThat(unanimous.state()).isEqualTo(ElectionSheet.State.ELECTED);
    assertThat(unanimous.minutesText()).contains("A1, A2, A3, B1, B2").contains("einstimmig angenommen");
    refused(() -> elections.ballot(item, new Ballot(1, 1, 0, 0, Map.of("A", 1))), "einstimmig angenommen");
  }

  @Test
  void noSeatCountsTwiceWhateverPeopleDo() {
    Random random = new Random(31);
    List<String> everybody = List.of("A1", "A2", "A3", "B1", "B2", "X1", "X2", "DA", "DB", "DX", "R");
    int accepted = 0;
    LocalTime time = START;
    for (int step = 0; step < 200; step++) {
      time = time.plusMinutes(random.nextInt(2));
      Long person = ids.get(everybody.get(random.nextInt(everybody.size())));
      Long other = random.nextBoolean() ? null : ids.get(everybody.get(random.nextInt(everybody.size())));
      LocalTime at = time;
      try {
        switch (random.nextInt(5)) {
          case 0, 1 -> attendances.arrive(meeting.id(), person, at.minusMinutes(random.nextInt(5)), other);
          case 2 -> attendances.leave(meeting.id(), person, at);
          case 3 -> attendances.undo(meeting.id(), person);
          default -> attendances.excuse(meeting.id(), person, null);
        }
        accepted++;
      } catch (BusinessException e) {
        assertThat(e.getMessage()).endsWith(".");
      }
    }
    assertThat(accepted).isGreaterThan(50);
    Meeting held = meetings.get(meeting.id());
    for (LocalTime at = START.minusMinutes(5); at.isBefore(time); at = at.plusMinutes(1)) {
      List<Attendances.Voter> voters = attendances.voters(held, committee.id(), at);
      Set<Long> places = voters.stream().map(Attendances.Voter::place).collect(Collectors.toSet());
      assertThat(places).as("places at " + at).hasSize(voters.size()).hasSizeLessThanOrEqualTo(7);
      assertThat(quorums.each(meeting.id(), at).get(0).present()).isEqualTo(voters.size());
    }
    assertThat(attendances.of(meeting.id()).stream().filter(Attendee::votes).count())
        .isEqualTo(attendances.voters(held, committee.id(), null).size());
  }

  @Test
  void ofTwoAtOnceOneHasTheSeat() throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 3; round++) {
        Meeting own = meetings.plan(committee, day, "15:30", MeetingKind.SPECIAL);
        List<Callable<Boolean>> acts = List.of(() -> seats(own, "A1", null), () -> seats(own, "DA", "A1"));
        List<Future<Boolean>> done = two.invokeAll(acts);
        assertThat(IntStream.range(0, 2).filter(i -> Boolean.TRUE.equals(get(done.get(i)))).count()).isEqualTo(1);
        assertThat(attendances.of(own.id()).stream().filter(Attendee::votes)).hasSize(1);
      }
    } finally {
      two.shutdownNow();
    }
  }

  private boolean seats(Meeting own, String name, String member) {
    try {
      attendances.arrive(own.id(), ids.get(name), START, member == null ? null : ids.get(member));
      return true;
    } catch (BusinessException e) {
      return false;
    }
  }

  private static Boolean get(Future<Boolean> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
