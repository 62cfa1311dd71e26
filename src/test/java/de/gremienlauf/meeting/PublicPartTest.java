package de.gremienlauf.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.council.Organization;
import de.gremienlauf.council.Person;
import de.gremienlauf.document.InvitationCalendar;
import de.gremienlauf.document.MeetingRenderer;
import de.gremienlauf.support.IntegrationTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Nothing non-public reaches what everybody may read: 1 000 generated meetings whose non-public strings each carry a
 * mark that stands nowhere else. Of each the text of every public document and mail is searched, of many the PDFs.
 */
@IntegrationTest
class PublicPartTest {

  private static final int MEETINGS = 1000;
  /** How many of them are printed and read as PDFs too. {@code -Dgremienlauf.test.printed=1000} prints all. */
  private static final int PRINTED = Math.min(Integer.getInteger("gremienlauf.test.printed", 200), MEETINGS);
  private static final String MARK = "GEHEIM";
  private static final LocalDate DAY = LocalDate.of(2026, 3, 17);

  @Autowired MinutesWorld world;
  @Autowired MeetingRepository meetings;
  @Autowired AgendaItemRepository items;
  @Autowired ItemVoteRepository votes;
  @Autowired ItemExclusionRepository exclusions;
  @Autowired AttendanceRepository attendances;
  @Autowired ElectionRepository elections;
  @Autowired MeetingPrinter printer;
  @Autowired MeetingRenderer renderer;
  @Autowired InvitationCalendar calendar;

  private final Random random = new Random(20260317);
  private final AtomicInteger marks = new AtomicInteger();
  private Organization body;
  private Organization project;
  private List<Person> people;
  private List<Person> secretPeople;

  @BeforeEach
  void seatTheBodies() {
    body = world.body("Sozialausschuss");
    project = world.projectBody("Arbeitsgruppe");
    people = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      people.add(world.member(body, "Mitglied Offen" + i, i == 0 ? "Vorsitz" : "Mitglied", null));
    }
    // They sit in no body: whatever names them comes from a non-public item.
    secretPeople = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      secretPeople.add(world.member(world.body("Anderes Gremium"), mark("Person"), "Mitglied", null));
    }
  }

  private String mark(String word) {
    return word + " " + MARK + marks.incrementAndGet() + " Ende";
  }

  private String text(boolean open, String word) {
    return open ? word + " öffentlich " + random.nextInt(1000) : mark(word);
  }

  private <T> T maybe(Supplier<T> value) {
    return random.nextInt(4) == 0 ? null : value.get();
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private Meeting generated(boolean atLeastOneSecret) {
    Organization of = random.nextInt(5) == 0 ? project : body;
    Meeting meeting = world.meeting(of, DAY.plusDays(random.nextInt(400)), row -> {
      row.kind = any(MeetingKind.values());
      row.state = MeetingState.CLOSED;
      row.changeReason = maybe(() -> "Der Saal ist belegt.");
      row.startTime = maybe(() -> "15:30");
      row.endTime = maybe(() -> "18:00");
      row.location = maybe(() -> "Rathaus");
    });
    int count = 1 + random.nextInt(8);
    for (int i = 1; i <= count; i++) {
      item(meeting, i, !(atLeastOneSecret && i == count) && random.nextBoolean());
    }
    Stream.of(people.get(0), people.get(1)).filter(one -> of == body).forEach(one -> attendances.save(
        new AttendanceRow(null, meeting.id, one.id(), null, LocalTime.of(15, 20), null, null, false, null)));
    if (!PublicPart.rest(printer.file(meeting.id).items()).isEmpty()) {
      attendances.save(new AttendanceRow(null, meeting.id, null, mark("Gast"), LocalTime.of(17, 30),
          maybe(() -> LocalTime.of(17, 40)), null, false, mark("Notiz")));
    }
    return meeting;
  }

  private void item(Meeting meeting, int number, boolean open) {
    AgendaItem item = world.item(meeting, (open ? "Ö " : "N ") + number, text(open, "Betreff"), row -> {
      row.publicItem = open;
      row.itemKind = any(new AgendaItemKind[] {AgendaItemKind.MATTER, AgendaItemKind.STANDING,
          AgendaItemKind.ELECTION, AgendaItemKind.PAPER});
      row.section = maybe(() -> text(open, "Abschnitt"));
      row.neutralTitle = open ? null : maybe(() -> random.nextInt(5) == 0 ? row.title : "Neutraler Gegenstand");
      row.paperReference = maybe(() -> text(open, "Nummer"));
      row.paperType = maybe(() -> text(open, "Art"));
      row.amendedReference = maybe(() -> mark("Geänderte Vorlage"));
      row.nonPublicGround = open ? null : maybe(() -> mark("Grund"));
      row.printedNumber = maybe(() -> row.printedNumber);
      row.state = any(new AgendaItemState[] {AgendaItemState.CONCLUDED, AgendaItemState.CONCLUDED,
          AgendaItemState.ON_AGENDA, AgendaItemState.REMOVED, AgendaItemState.REQUESTED, AgendaItemState.MOVED});
      if (row.state == AgendaItemState.REQUESTED || row.state == AgendaItemState.MOVED) {
        row.title = mark("Nicht auf der Tagesordnung");
      }
      row.admission = any(Admission.values());
      row.admissionReason = maybe(() -> text(open, "Dringlich"));
      row.supplementNumber = row.admission == Admission.SUPPLEMENT ? 1 : null;
      row.removalReason = maybe(() -> text(open, "Abgesetzt"));
      row.result = maybe(() -> text(open, "beschlossen"));
      row.voteText = maybe(() -> text(open, "einstimmig"));
      row.resolution = maybe(() -> text(open, "Beschluss"));
      row.amendedWording = maybe(() -> text(open, "Geänderter Wortlaut"));
      row.minutesText = maybe(() -> text(open, "Aussprache"));
      row.remark = maybe(() -> mark("Bemerkung"));
      row.resultCondition = maybe(() -> text(open, "Bedingung"));
      row.contradiction = maybe(() -> mark("Widerspruch"));
      row.pointVotes = maybe(() -> "1: " + text(open, "einstimmig"));
      if (random.nextBoolean()) {
        row.setVote(new Vote(VoteOutcome.ACCEPTED, null, 5, 3, 1, List.of(text(open, "Gegner")),
            List.of(text(open, "Enthaltener"))));
      }
    });
    if (item.state == AgendaItemState.CONCLUDED) {
      session(item, open);
    }
  }

  private void session(AgendaItem item, boolean open) {
    List<Person> named = open ? people : secretPeople;
    if (random.nextBoolean()) {
      VoteEntry entry = new VoteEntry(VoteMode.NAMED, null, null, 1, 1, 0, null,
          List.of(new VoteEntry.GroupCount(text(open, "Fraktion"), 1, 1, 0)),
          Map.of(named.get(2).id(), Stance.YES, named.get(3).id(), Stance.NO),
          List.of(new VoteEntry.PointCount("1", 1, 1, 0)));
      ItemVote vote = new ItemVote();
      vote.agendaItemId = item.id;
      vote.enter(entry, open ? LocalTime.of(16, 0) : maybe(() -> LocalTime.of(17, 0)));
      votes.save(vote);
    }
    if (random.nextBoolean()) {
      exclusions.save(new ItemExclusion(null, item.id, named.get(4).id(), ItemExclusion.Kind.RECUSAL,
          mark("Befangenheitsgrund")));
    }
    if (random.nextInt(4) == 0) {
      Election election = new Election();
      election.agendaItemId = item.id;
      election.kind = ElectionKind.LIST;
      election.position = text(open, "Amt");
      election.seats = 2;
      election.seatMethod = SeatMethod.HARE_NIEMEYER;
      election.unanimousProposal = text(open, "Wahlvorschlag");
      elections.save(election);
    }
  }

  /** Every public document and mail text of a meeting, by what it is. */
  private Map<String, byte[]> publicEditions(Meeting meeting) {
    Map<String, byte[]> all = new HashMap<>();
    MeetingFile file = printer.file(meeting.id);
    all.put("agenda", renderer.agenda(printer.agenda(file, true, null)));
    if (file.items().stream().anyMatch(item -> item.item().supplementNumber() != null)) {
      all.put("supplement", renderer.agenda(printer.agenda(file, true, 1)));
    }
    all.put("minutes", renderer.minutes(printer.minutes(file, true, new MinutesText("Beginn", "Ende", mark("Hinweis")),
        List.of("gez. Erika Muster"), false)));
    // One of a meeting: they are all made alike.
    PublicPart.of(file.items()).stream().filter(item -> item.item().state() == AgendaItemState.CONCLUDED).findAny()
        .ifPresent(item -> all.put("excerpt", renderer.excerpt(printer.excerpt(file, item.item().id(),
            random.nextBoolean(), null, null, List.of()))));
    return all;
  }

  /** What the printer is given for everybody, excerpts of every public item included. */
  private String records(Meeting meeting) {
    MeetingFile file = printer.file(meeting.id);
    StringBuilder all = new StringBuilder().append(printer.agenda(file, true, null))
        .append(printer.agenda(file, true, 1))
        .append(printer.minutes(file, true, new MinutesText("Beginn", "Ende", mark("Hinweis")), List.of(), true));
    PublicPart.of(file.items()).forEach(item ->
        all.append(printer.excerpt(file, item.item().id(), true, null, null, List.of())));
    return all.toString();
  }

  /** What is mailed, as plain text. */
  private String mails(Meeting meeting) {
    MeetingFile file = printer.file(meeting.id);
    StringBuilder all = new StringBuilder();
    for (InvitationAct act : InvitationAct.values()) {
      Integer supplement = act == InvitationAct.SUPPLEMENT ? 1 : null;
      InvitationText text = new InvitationText(file, act, supplement, "Die Vorsitzende");
      all.append(text.subject()).append(text.letter())
          .append(text.mail(new Invitee("Max", "Mitglied", random.nextBoolean(), "max@stadt.example")));
      all.append(new String(calendar.write(Invitations.entry(file, act, 0, text, DAY.atStartOfDay()
          .toInstant(java.time.ZoneOffset.UTC), "stadt.example")), StandardCharsets.UTF_8).replace("\r\n ", ""));
    }
    file.items().stream().map(MinutedItem::item).filter(item -> item.state() == AgendaItemState.CONCLUDED)
        .forEach(item -> all.append(excerptMail(file, item)));
    return all.toString();
  }

  private String excerptMail(MeetingFile file, ItemDetails item) {
    var mail = Excerpts.mail(body, file, item, new MeetingDocument(1L, file.meeting().id,
        MeetingDocumentKind.EXCERPT, PublicPart.contains(item), null, item.id(), "0", "a.pdf", "application/pdf", DAY,
        true, null));
    // The number of a non-public paper is named to its own office, so that it finds the excerpt.
    return PublicPart.contains(item) || item.reference() == null ? mail.subject() + mail.text()
        : (mail.subject() + mail.text()).replace(item.reference(), "");
  }

  @Test
  void nothingNonPublicReachesWhatEverybodyMayRead() {
    long begun = System.nanoTime();
    Map<String, Integer> read = new HashMap<>();
    for (int i = 0; i < MEETINGS; i++) {
      Meeting meeting = generated(false);
      assertThat(mails(meeting)).as("mails of meeting %s", i).doesNotContain(MARK);
      assertThat(records(meeting)).as("documents of meeting %s", i).doesNotContain(MARK);
      if (i >= PRINTED) {
        continue;
      }
      for (Map.Entry<String, byte[]> document : publicEditions(meeting).entrySet()) {
        assertThat(MinutesWorld.everything(document.getValue())).as("%s of meeting %s", document.getKey(), i)
            .doesNotContain(MARK);
        read.merge(document.getKey(), 1, Integer::sum);
      }
    }
    System.out.printf("%d meetings, %d marks, read %s in %d s%n", MEETINGS, marks.get(), read,
        (System.nanoTime() - begun) / 1_000_000_000);
    assertThat(read.get("agenda")).isEqualTo(PRINTED);
    assertThat(read.get("minutes")).isEqualTo(PRINTED);
    assertThat(read.get("excerpt")).isGreaterThan(PRINTED / 3);
    assertThat(read.get("supplement")).isGreaterThan(PRINTED / 3);
  }

  /** The search finds every kind of mark where it is allowed to stand, so it would find it elsewhere. */
  @Test
  void searchFindsTheMarksInTheNonPublicPart() {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Meeting meeting = generated(true);
      MeetingFile file = printer.file(meeting.id);
      found.add(MinutesWorld.everything(renderer.agenda(printer.agenda(file, false, null))));
      found.add(MinutesWorld.everything(renderer.minutes(printer.minutes(file, false,
          new MinutesText(null, null, null), List.of(), false))));
    }
    assertThat(String.join("", found)).contains("Betreff" + MARK, "Nummer" + MARK, "Art" + MARK, "Grund" + MARK,
        "Dringlich" + MARK, "Abgesetzt" + MARK, "beschlossen" + MARK, "einstimmig" + MARK, "Beschluss" + MARK,
        "Aussprache" + MARK, "Gegner" + MARK, "Enthaltener" + MARK, "Person" + MARK, "Fraktion" + MARK, "Gast" + MARK,
        "Wahlvorschlag" + MARK, "Amt" + MARK);
  }

  @Test
  void neutralTitleThatRepeatsTheSubjectIsNone() {
    Meeting meeting = world.meeting(body, DAY, row -> { });
    world.item(meeting, "N 1", "Kauf der Rheinstraße 7", item -> item.neutralTitle = "Beratung: kauf  der Rheinstraße 7");

    assertThat(PublicPart.announcements(printer.file(meeting.id).items()))
        .containsExactly(new PublicPart.Announcement("N 1", PublicPart.NEUTRAL));
  }
}
