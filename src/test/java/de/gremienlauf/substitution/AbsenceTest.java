package de.gremienlauf.substitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.council.Person;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Absences as people enter and change them, and who acts then. */
@IntegrationTest
class AbsenceTest {

  private static final LocalDate MONDAY = LocalDate.of(2027, Month.MARCH, 1);
  private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
  private static final LocalDate FRIDAY = MONDAY.plusDays(4);

  @Autowired
  private Absences absences;
  @Autowired
  private Substitutions substitutions;
  @Autowired
  private People people;
  @Autowired
  private TaskDriver driver;
  @Autowired
  private Council council;
  @Autowired
  private JdbcClient jdbc;

  private String anna;
  private String bernd;
  private String cem;

  @BeforeEach
  void threePeople() {
    EngineClock.set(MONDAY.atTime(9, 0).atZone(EngineClock.BERLIN).toInstant());
    anna = people.user(UserGroups.SIGNATORIES, UserGroups.CLERKS);
    bernd = people.user(UserGroups.CLERKS);
    cem = people.user(UserGroups.CLERKS);
  }

  @AfterEach
  void resetClock() {
    EngineClock.reset();
  }

  private Long absent(String person, String deputy, String group, LocalDate first, LocalDate last) {
    return absences.enter(new AbsenceEntry(Chain.ADMINISTRATION, person, deputy, group, first, last));
  }

  private String acting(String person, LocalDate day) {
    return substitutions.actingFor(person, null, day).orElse(null);
  }

  @Test
  void theDeputyActsOnThoseDaysOnlyAndTheDeputysDeputyAfterThat() {
    absent(anna, bernd, null, MONDAY, FRIDAY);
    absent(bernd, cem, null, WEDNESDAY, WEDNESDAY);
    assertThat(acting(anna, MONDAY)).isEqualTo(bernd);
    assertThat(acting(anna, WEDNESDAY)).isEqualTo(cem);
    assertThat(acting(anna, FRIDAY)).isEqualTo(bernd);
    assertThat(acting(anna, FRIDAY.plusDays(1))).isNull();
    assertThat(substitutions.representedBy(cem, WEDNESDAY)).containsExactlyInAnyOrder(new Represented(anna, null),
        new Represented(bernd, null));
    assertThat(substitutions.representedBy(bernd, WEDNESDAY)).isEmpty();
  }

  @Test
  void aCircleIsRefusedWithItsPeopleAndDays() {
    absent(anna, bernd, null, MONDAY, WEDNESDAY);
    assertThatThrownBy(() -> absent(bernd, anna, null, WEDNESDAY, FRIDAY)).isInstanceOf(BusinessException.class)
        .hasMessage("Die Vertretung würde am 03.03.2027 im Kreis laufen: Erika " + bernd + " wird von Erika " + anna
            + " vertreten, Erika " + anna + " von Erika " + bernd + ".");
    absent(bernd, cem, null, MONDAY, FRIDAY);
    assertThatThrownBy(() -> absent(cem, anna, null, MONDAY, FRIDAY)).isInstanceOf(BusinessException.class)
        .hasMessage("Die Vertretung würde vom 01.03.2027 bis 03.03.2027 im Kreis laufen: Erika " + cem
            + " wird von Erika " + anna + " vertreten, Erika " + anna + " von Erika " + bernd + ", Erika " + bernd
            + " von Erika " + cem + ".");
    absent(cem, anna, null, WEDNESDAY.plusDays(1), FRIDAY);
    assertThat(acting(cem, FRIDAY)).isEqualTo(anna);
  }

  @Test
  void aCircleIsAlsoRefusedWhenAnAbsenceIsMadeLonger() {
    Long id = absent(anna, bernd, null, MONDAY, MONDAY);
    absent(bernd, anna, null, WEDNESDAY, FRIDAY);
    assertThatThrownBy(() -> absences.change(id, new AbsenceEntry(Chain.ADMINISTRATION, anna, bernd, null, MONDAY,
        FRIDAY))).hasMessageStartingWith("Die Vertretung würde vom 03.03.2027 bis 05.03.2027 im Kreis laufen");
  }

  @Test
  void whatMakesNoSenseIsRefusedWithOneSentence() {
    assertThatThrownBy(() -> absent(anna, anna, null, MONDAY, FRIDAY))
        .hasMessage("Erika " + anna + " kann sich nicht selbst vertreten.");
    assertThatThrownBy(() -> absent(anna, bernd, null, FRIDAY, MONDAY))
        .hasMessage("Der letzte Tag (01.03.2027) liegt vor dem ersten (05.03.2027).");
    assertThatThrownBy(() -> absent("niemand", bernd, null, MONDAY, FRIDAY))
        .hasMessage("Als abwesende Person lässt sich nur jemand wählen, der oder die in Gremienlauf angelegt ist.");
    assertThatThrownBy(() -> absent(anna, "niemand", null, MONDAY, FRIDAY))
        .hasMessage("Als Vertretung lässt sich nur jemand wählen, der oder die in Gremienlauf angelegt ist.");
    assertThatThrownBy(() -> absent(bernd, anna, UserGroups.SIGNATORIES, MONDAY, FRIDAY))
        .hasMessage("Erika " + bernd + " gehört nicht zu der Gruppe, für die vertreten werden soll.");
    assertThatThrownBy(() -> absent(anna, bernd, null, MONDAY.minusDays(3), MONDAY.minusDays(1)))
        .hasMessage("Der letzte Tag der Abwesenheit ist schon vorbei.");
    assertThatThrownBy(() -> absent(anna, bernd, null, MONDAY, MONDAY.plusYears(3)))
        .hasMessageStartingWith("Eine Abwesenheit dauert höchstens 2 Jahre");
    absent(anna, bernd, null, MONDAY, FRIDAY);
    assertThatThrownBy(() -> absent(anna, cem, null, FRIDAY, FRIDAY))
        .hasMessage("Erika " + anna + " ist vom 01.03.2027 bis 05.03.2027 schon als abwesend eingetragen.");
    absent(anna, cem, UserGroups.SIGNATORIES, FRIDAY, FRIDAY);
    assertThat(substitutions.actingFor(anna, UserGroups.SIGNATORIES, FRIDAY)).contains(cem);
    assertThat(substitutions.actingFor(anna, UserGroups.CLERKS, FRIDAY)).contains(bernd);
  }

  @Test
  void anAbsenceIsTakenBackShortenedOrHandedOver() {
    Long coming = absent(anna, bernd, null, WEDNESDAY, FRIDAY);
    absences.revoke(coming);
    assertThat(acting(anna, WEDNESDAY)).isNull();
    assertThatThrownBy(() -> absences.revoke(coming)).hasMessage("Diese Abwesenheit gibt es nicht (mehr).");

    Long running = absent(anna, bernd, null, MONDAY, FRIDAY);
    EngineClock.set(WEDNESDAY.atTime(9, 0).atZone(EngineClock.BERLIN).toInstant());
    assertThatThrownBy(() -> absences.change(running, new AbsenceEntry(Chain.ADMINISTRATION, anna, bernd, null,
        WEDNESDAY, FRIDAY))).hasMessageContaining("ihr erster Tag lässt sich nicht mehr ändern");
    absences.change(running, new AbsenceEntry(Chain.ADMINISTRATION, anna, cem, null, MONDAY, FRIDAY));
    assertThat(acting(anna, MONDAY)).as("what has happened stays").isEqualTo(bernd);
    assertThat(acting(anna, WEDNESDAY)).isEqualTo(cem);

    Long second = absences.list().stream().filter(absence -> absence.person().equals(anna)).findFirst().orElseThrow()
        .id();
    absences.change(second, new AbsenceEntry(Chain.ADMINISTRATION, anna, cem, null, WEDNESDAY, WEDNESDAY));
    assertThat(acting(anna, WEDNESDAY)).isEqualTo(cem);
    assertThat(acting(anna, FRIDAY)).isNull();
    assertThat(jdbc.sql("select description from absence_event where absence_id = ? order by id").param(second)
        .query(String.class).list()).containsExactly(
            "Eingetragen: Erika " + anna + ", vom 03.03.2027 bis 05.03.2027, vertreten durch Erika " + cem + ".",
            "Geändert: Erika " + anna + ", am 03.03.2027, vertreten durch Erika " + cem + ".");
  }

  @Test
  void whoEndsAnAbsenceYesterdayNamesNobodyElseForThePastDays() {
    Long running = absent(anna, bernd, UserGroups.SIGNATORIES, MONDAY, FRIDAY);
    EngineClock.set(WEDNESDAY.atTime(9, 0).atZone(EngineClock.BERLIN).toInstant());
    absences.change(running, new AbsenceEntry(Chain.ADMINISTRATION, anna, cem, null, MONDAY, WEDNESDAY.minusDays(1)));
    assertThat(substitutions.actingFor(anna, UserGroups.SIGNATORIES, MONDAY)).as("what has happened stays")
        .contains(bernd);
    assertThat(substitutions.actingFor(anna, UserGroups.CLERKS, MONDAY)).isEmpty();
    assertThat(acting(anna, WEDNESDAY)).isNull();
    assertThat(jdbc.sql("select description from absence_event where absence_id = ? order by id desc limit 1")
        .param(running).query(String.class).single()).isEqualTo("Geändert: Erika " + anna
            + ", vom 01.03.2027 bis 02.03.2027, vertreten durch Erika " + bernd + ".");
  }

  @Test
  void whatHasNotBegunIsNotMovedIntoThePast() {
    Long coming = absent(anna, bernd, null, FRIDAY, FRIDAY.plusDays(7));
    EngineClock.set(WEDNESDAY.atTime(9, 0).atZone(EngineClock.BERLIN).toInstant());
    for (LocalDate last : List.of(WEDNESDAY.minusDays(1), MONDAY, WEDNESDAY, FRIDAY)) {
      assertThatThrownBy(() -> absences.change(coming, new AbsenceEntry(Chain.ADMINISTRATION, anna, cem, null, MONDAY,
          last))).as("until " + last).isInstanceOf(AbsenceRefused.class)
          .hasMessage("Die Abwesenheit hat noch nicht begonnen; ihr erster Tag kann nicht vor heute (03.03.2027)"
              + " liegen.");
    }
    assertThat(acting(anna, MONDAY)).as("what has happened stays").isNull();
    absences.change(coming, new AbsenceEntry(Chain.ADMINISTRATION, anna, cem, null, WEDNESDAY, WEDNESDAY));
    assertThat(acting(anna, WEDNESDAY)).isEqualTo(cem);
    assertThat(acting(anna, FRIDAY)).isNull();
  }

  @Test
  void peopleEnterTheirOwnAbsenceAndManagersThoseOfOthers() {
    driver.as(anna, () -> absent(anna, bernd, null, MONDAY, MONDAY));
    assertThatThrownBy(() -> driver.as(bernd, () -> absent(anna, bernd, null, FRIDAY, FRIDAY)))
        .hasMessage("Dazu fehlt Ihnen das Recht.");
    driver.as(people.user(UserGroups.MANAGERS), () -> absent(anna, bernd, null, FRIDAY, FRIDAY));
    Long id = absences.list().stream().filter(absence -> absence.person().equals(anna)).findFirst().orElseThrow().id();
    assertThatThrownBy(() -> driver.as(bernd, () -> absences.revoke(id))).hasMessage("Dazu fehlt Ihnen das Recht.");
  }

  @Test
  void theChairHasDeputiesOfItsOwn() {
    String municipality = council.ownMunicipality();
    Organization body = council.addBody(municipality, "Vertretungsausschuss", null, null, null);
    Person chair = council.person(municipality, "Vera Vorsitz", null);
    Person mayor = council.person(municipality, "Edith Ehrenamt", null);
    absences.enter(new AbsenceEntry(Chain.CHAIR, String.valueOf(chair.id()), String.valueOf(mayor.id()), null, MONDAY,
        FRIDAY));
    assertThat(substitutions.chairFor(chair.id(), body.id(), MONDAY)).contains(mayor.id());
    assertThat(substitutions.actingFor(String.valueOf(chair.id()), null, MONDAY)).as("never in the administration")
        .isEmpty();
    assertThatThrownBy(() -> absences.enter(new AbsenceEntry(Chain.CHAIR, String.valueOf(mayor.id()), anna, null,
        MONDAY, FRIDAY))).hasMessage("Als Vertretung im Vorsitz lässt sich nur eine Person aus den Gremien wählen.");
    assertThatThrownBy(() -> absent(anna, String.valueOf(mayor.id()), null, MONDAY, FRIDAY))
        .hasMessage("Als Vertretung lässt sich nur jemand wählen, der oder die in Gremienlauf angelegt ist.");
    assertThatThrownBy(() -> driver.as(anna, () -> absences.enter(new AbsenceEntry(Chain.CHAIR,
        String.valueOf(mayor.id()), null, null, MONDAY, FRIDAY)))).hasMessage("Dazu fehlt Ihnen das Recht.");
  }
}
