package de.gremienlauf.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who leads a body, by the roles as cities print them. */
class MemberTest {

  private static Member member(String name, String role, boolean deputy) {
    return new Member(new Person((long) name.hashCode(), "Musterstadt", name, null, null), new Membership(1L, 1L, 1L,
        role, null, Seat.COUNCIL_MEMBER, true, deputy, null, Participation.PERMANENT, null, null));
  }

  @ParameterizedTest
  @CsvSource({"Vorsitz, true", "Vorsitzende, true", "Vorsitzende/r, true", "Vorsitzendes Mitglied, true",
      "Ausschussvorsitzender, true", "Beiratsvorsitz, true", "Ehrenvorsitzende, false",
      "1. Vorsitzende, true", "stellv. Vorsitz, false",
      "Stellvertretender Vorsitzender, false", "1. stellvertretende Vorsitzende, false", "2. stellv. Vorsitz, false",
      "Erster stellvertretender Vorsitzender, false", "2. Vorsitzende, false", "Vorsitz (stellv.), false",
      "Vorsitz (Stv.), false", "Fraktionsvorsitzender, false", "Mitglied und Fraktionsvorsitzende, false",
      "Vorsitzende der SPD-Fraktion, false", "stellv. Fraktionsvorsitzende, false", "Mitglied, false",
      "Vorsitz der Ratsgruppe, false", "Gruppenvorsitzende, false", "Vorsitz der Lenkungsgruppe, true",
      "Vorsitz der Arbeitsgruppe, true", "Oberbürgermeister, false"})
  void onlyTheChairChairs(String role, boolean chairs) {
    assertThat(member("Anna Amsel", role, false).chairs()).isEqualTo(chairs);
    assertThat(member("Anna Amsel", role, true).chairs()).as("a deputy").isFalse();
  }

  @Test
  void theChairIsPrintedFirstAndItsDeputiesNext() {
    List<Member> printed = Stream.of(member("Anna Amsel", "Fraktionsvorsitzende", false),
        member("Bert Bussard", "2. stellv. Vorsitz", false), member("Carla Chukar", "Vorsitzende", false),
        member("Dirk Dohle", "Mitglied", false), member("Emma Elster", "1. stellvertretende Vorsitzende", false))
        .sorted(Member.asPrinted()).toList();
    assertThat(printed).extracting(one -> one.person().lastName())
        .containsExactly("Chukar", "Bussard", "Elster", "Amsel", "Dohle");
  }
}
