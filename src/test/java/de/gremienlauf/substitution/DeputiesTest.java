package de.gremienlauf.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Chains and loops as tables. Absences are written {@code A>B 1-5 g}: A is absent from the 1st to the 5th of the month in
 * the group g and B stands in; without group for all; {@code A>-} has no deputy.
 */
class DeputiesTest {

  @ParameterizedTest(name = "{0}: for {1} in {2} on {3} acts {4}")
  @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
      A>B 1-5                     | A | g | 1 | B
      A>B 1-5                     | A | g | 5 | B
      A>B 1-5                     | A | g | 6 | -
      A>B 2-5                     | A | g | 1 | -
      A>B 1-5                     | B | g | 3 | -
      A>B 1-5                     | A | - | 3 | B
      A>B 1-5, B>C 3-4            | A | g | 2 | B
      A>B 1-5, B>C 3-4            | A | g | 3 | C
      A>B 1-5, B>C 3-4            | A | g | 5 | B
      A>B 1-5, B>C 1-5, C>D 1-5   | A | g | 3 | D
      A>B 1-5, B>- 1-5            | A | g | 3 | -
      A>- 1-5                     | A | g | 3 | -
      A>B 1-5 g                   | A | g | 3 | B
      A>B 1-5 g                   | A | h | 3 | -
      A>B 1-5 g                   | A | - | 3 | B
      A>B 1-5, A>C 1-5 g          | A | g | 3 | C
      A>B 1-5, A>C 1-5 g          | A | h | 3 | B
      A>B 1-5, A>C 1-5 g          | A | - | 3 | B
      A>B 1-5, B>C 1-5 h          | A | g | 3 | B
      A>B 1-5, B>C 1-5 h          | A | h | 3 | C
      A>B 1-5 g, B>C 1-5          | A | g | 3 | C
      """)
  void theEndOfTheChainActs(String absences, String person, String scope, int day, String acting) {
    Deputies deputies = new Deputies(parse(absences));
    assertThat((scope == null ? deputies.actingInAnyScope(person, on(day)) : deputies.actingFor(person, scope, on(day)))
        .orElse(null)).isEqualTo(acting);
  }

  @ParameterizedTest(name = "{0}: on {2} {1} stands in for {3}")
  @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
      A>B 1-5                     | B | 3 | A
      A>B 1-5                     | B | 6 | ''
      A>B 1-5 g                   | B | 3 | A g
      A>B 1-5, B>C 3-4            | B | 3 | ''
      A>B 1-5, B>C 3-4            | C | 3 | A, B
      A>B 1-5, A>C 1-5 g          | B | 3 | A
      A>B 1-5, A>C 1-5 g          | C | 3 | A g
      A>B 1-5, B>C 1-5 g          | C | 3 | A g, B g
      A>C 1-5, B>C 1-5            | C | 3 | A, B
      """)
  void oneStandsInForAllWhoseChainEndsThere(String absences, String deputy, int day, String represented) {
    assertThat(new Deputies(parse(absences)).representedBy(deputy, on(day)).stream()
        .map(one -> one.person() + (one.scope() == null ? "" : " " + one.scope())))
        .containsExactlyInAnyOrder(represented.isEmpty() ? new String[0] : represented.split(", "));
  }

  @ParameterizedTest(name = "{0} and then {1}: {2}")
  @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
      A>B 1-5                     | B>A 1-5   | B A 1-5
      A>B 1-5                     | B>A 5-9   | B A 5-5
      A>B 1-5                     | B>A 6-9   | -
      A>B 1-5                     | B>C 1-5   | -
      A>B 1-5, B>C 3-7            | C>A 4-9   | C A B 4-5
      A>B 1-3, B>C 4-7            | C>A 1-9   | -
      A>B 1-5, B>C 1-5, C>D 2-4   | D>A 1-9   | D A B C 2-4
      A>B 1-5 g                   | B>A 1-5 g | B A 1-5
      A>B 1-5 g                   | B>A 1-5   | B A 1-5
      A>B 1-5                     | B>A 1-5 g | B A 1-5
      A>B 1-5 g                   | B>A 1-5 h | -
      A>B 1-5 g, B>C 1-5 h        | C>A 1-5   | -
      A>B 1-5                     | B>- 1-5   | -
      A>B 1-2, A>C 3-5, C>B 3-5   | B>A 1-5   | B A 1-2
      A>C 3-5, C>B 4-9            | B>A 1-5   | B A C 4-5
      """)
  void aLoopIsFoundWithItsPeopleAndDays(String known, String added, String loop) {
    assertThat(new Deputies(parse(known)).loopOf(parse(added).get(0))
        .map(found -> String.join(" ", found.people()) + " " + found.first().getDayOfMonth() + "-"
            + found.last().getDayOfMonth()).orElse(null)).isEqualTo(loop);
  }

  private static List<Absence> parse(String text) {
    List<Absence> absences = new ArrayList<>();
    Stream.of(text.split(", ")).forEach(one -> {
      String[] words = one.split(" ");
      String[] people = words[0].split(">");
      String[] days = words[1].split("-");
      absences.add(new Absence((long) absences.size(), Chain.ADMINISTRATION, people[0],
          people[1].equals("-") ? null : people[1], words.length > 2 ? words[2] : null,
          on(Integer.parseInt(days[0])), on(Integer.parseInt(days[1])), null));
    });
    return absences;
  }

  private static LocalDate on(int day) {
    return LocalDate.of(2027, Month.MARCH, day);
  }
}
