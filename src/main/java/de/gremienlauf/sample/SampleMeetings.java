package de.gremienlauf.sample;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.Attendances;
import de.gremienlauf.meeting.Elections;
import de.gremienlauf.meeting.LateItems;
import de.gremienlauf.meeting.MeetingCalendar;
import de.gremienlauf.meeting.MeetingKind;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.meeting.MinuteTaking;
import de.gremienlauf.meeting.Quorums;
import de.gremienlauf.meeting.Votes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * A meeting of every kind in every state that it may be in, see {@link MeetingKind#mayBe}. A continuation comes from a
 * meeting that was adjourned, a second invitation from one without quorum. All matters are invented.
 */
@Component
@Profile("sample")
class SampleMeetings {

  private static final List<String> MATTERS = List.of("Neue Stühle für den Sitzungssaal", "Bericht über das Quartal",
      "Öffnungszeiten am Samstag", "Beleuchtung der Wege", "Ausstellung im Foyer", "Wassersparende Brunnen",
      "Gebühren für Vereine", "Besuch einer Partnerstadt");

  private final MeetingStory.Tools tools;
  private final SampleCity city;

  SampleMeetings(TaskDriver driver, Council council, Meetings meetings, MeetingCalendar calendar, Agenda agenda,
      LateItems lateItems, MinuteTaking minuteTaking, Attendances attendances, Quorums quorums, Votes votes,
      Elections elections, SampleCity city) {
    this.tools = new MeetingStory.Tools(driver, council, meetings, calendar, agenda, lateItems, minuteTaking,
        attendances, quorums, votes, elections);
    this.city = city;
  }

  /** Tells the story of every meeting, each on its own days; the clock is left wherever the last one ends. */
  void tell(String municipality, LocalDate today) {
    List<Organization> bodies = SampleCity.SMALL_BODIES.stream().map(name -> city.organization(municipality, name))
        .toList();
    Round audit = new Round(today, MeetingKind.REGULAR, bodies.subList(0, 1));
    Round ballots = new Round(today, MeetingKind.SPECIAL, bodies.subList(1, 2));
    Round stages = new Round(today, MeetingKind.JOINT, bodies.subList(2, 4));
    Round gardens = new Round(today, MeetingKind.REGULAR, bodies.subList(4, 5));
    Round partners = new Round(today, MeetingKind.REGULAR, bodies.subList(5, 6));
    regular(audit, gardens);
    special(ballots);
    joint(stages);
    partners.meeting(-33).withoutQuorum(partners.day(-11)).open().close();
    partners.meeting(-16).withoutQuorum(partners.day(0)).open();
    partners.meeting(-15).withoutQuorum(partners.day(16)).cancel("Der Saal ist nicht benutzbar.");
    partners.meeting(-14).withoutQuorum(partners.day(45));
  }

  /** Among them one that is moved, one with a supplement and an extension, and the chain of continuations. */
  private void regular(Round audit, Round gardens) {
    audit.meeting(42).move(audit.day(50), "Der Saal wird an diesem Tag für eine Wahl gebraucht.");
    audit.meeting(11).release();
    audit.meeting(9).invite().supplement("Zuschuss für das Sommerfest", "Die Frist des Landes läuft vorher ab.");
    audit.meeting(0).open();
    audit.meeting(25).cancel("Es liegen keine Punkte vor.");
    MeetingStory first = audit.meeting(-62).matter("Zweiter Nachtragshaushalt").open();
    MeetingStory second = first.adjourn(audit.day(-48));
    first.minutes();
    second.matter("Prüfbericht des Vorjahres").open();
    MeetingStory third = second.adjourn(audit.day(-15));
    second.minutes();
    third.open().adjourn(audit.day(44));
    gardens.meeting(-12).matter("Wasseranschluss für die Anlage Nord")
        .open().extend("Sturmschaden an der Anlage Süd", "Die Wege sind seit gestern gesperrt.")
        .adjourn(gardens.day(0)).open();
    gardens.meeting(-41).withoutQuorum(gardens.day(-27)).open().close().minutes();
  }

  /** Among them one with a vote by name and one with an election. */
  private void special(Round ballots) {
    ballots.meeting(41);
    ballots.meeting(11).release();
    ballots.meeting(10).invite();
    ballots.meeting(0).open();
    ballots.meeting(24).cancel("Die Sache hat sich erledigt.");
    MeetingStory named = ballots.meeting(-58).matter("Einspruch im Wahlbezirk 7").open().voteByName();
    MeetingStory next = named.adjourn(ballots.day(-30));
    named.minutes();
    next.withoutQuorum(ballots.day(-16)).matter("Wahlhelfende").open().adjourn(ballots.day(12)).release();
    ballots.meeting(-13).election("Wahl der stellvertretenden Schriftführung").matter("Wahllokale").open()
        .elect("stellvertretende Schriftführung", "Liv Rheinau", "Bernd Domhof").adjourn(ballots.day(9)).invite();
    ballots.meeting(-17).withoutQuorum(ballots.day(8)).invite();
  }

  /** Among them one with a non-public item. */
  private void joint(Round stages) {
    stages.meeting(40);
    stages.meeting(11).release();
    stages.meeting(10).invite();
    stages.meeting(0).open();
    stages.meeting(23).cancel("Ein Gremium hat nicht genug Punkte.");
    stages.meeting(-57).nonPublic("Kauf eines Nachlasses", "Grundstücks- und Vermögensangelegenheit").open().close()
        .minutes();
    stages.meeting(-14).matter("Tag der offenen Tür").open().adjourn(stages.day(20))
        .cancel("Die Büros sind geschlossen.");
    stages.meeting(-19).withoutQuorum(stages.day(12)).release();
  }

  /** The meetings of one kind of the same bodies, on days on which none of them meets yet. */
  private final class Round {

    private final LocalDate today;
    private final MeetingKind kind;
    private final List<Organization> bodies;
    private final List<String> matters = new ArrayList<>(MATTERS);

    Round(LocalDate today, MeetingKind kind, List<Organization> bodies) {
      this.today = today;
      this.kind = kind;
      this.bodies = bodies;
    }

    MeetingStory meeting(int days) {
      matters.add(matters.remove(0));
      return MeetingStory.planned(tools, kind, day(days), today, bodies, matters.get(0));
    }

    /** A working day so many days from today, or the last one before it that is free. */
    LocalDate day(int days) {
      LocalDate day = city.workingDay(today.plusDays(days));
      while (taken(day)) {
        day = city.workingDay(day.minusDays(1));
      }
      return day;
    }

    private boolean taken(LocalDate day) {
      return bodies.stream().anyMatch(body -> tools.meetings().on(body.id(), day).isPresent());
    }
  }
}
