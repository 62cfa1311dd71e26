package de.gremienlauf.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the words tell of a time, and nothing more. */
class FuzzyDateTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      voraussichtlich im Januar 2020      | 2020-01-01 | 2020-01-31
      voraussichtlich im Laufe des Januar 2020 | 2020-01-01 | 2020-01-31
      im Laufe des Monats Januar 2020     | 2020-01-01 | 2020-01-31
      Januar 2020                         | 2020-01-01 | 2020-01-31
      01/2020                             | 2020-01-01 | 2020-01-31
      Februar 2020                        | 2020-02-01 | 2020-02-29
      Anfang März 2019                    | 2019-03-01 | 2019-03-10
      Mitte März 2019                     | 2019-03-11 | 2019-03-20
      Ende Februar 2019                   | 2019-02-21 | 2019-02-28
      31.12.2019                          | 2019-12-31 | 2019-12-31
      am 31. Dezember 2019                | 2019-12-31 | 2019-12-31
      2019-12-31                          | 2019-12-31 | 2019-12-31
      im 1. Quartal 2020                  | 2020-01-01 | 2020-03-31
      IV. Quartal 2019                    | 2019-10-01 | 2019-12-31
      2. Halbjahr 2019                    | 2019-07-01 | 2019-12-31
      im Jahr 2020                        | 2020-01-01 | 2020-12-31
      2020                                | 2020-01-01 | 2020-12-31
      Anfang 2020                         | 2020-01-01 | 2020-04-30
      Mitte 2020                          | 2020-05-01 | 2020-08-31
      Ende 2019                           | 2019-09-01 | 2019-12-31
      bis Ende 2019                       | -          | 2019-12-31
      spätestens 31.03.2019               | -          | 2019-03-31
      vor dem 07.11.2019                  | -          | 2019-11-06
      ab Januar 2020                      | 2020-01-01 | -
      voraussichtlich ab Januar 2020      | 2020-01-01 | -
      nach dem 07.11.2019                 | 2019-11-08 | -
      zwischen dem 07.11.2019 und dem 28.01.2020 | 2019-11-07 | 2020-01-28
      vom 14.01.2020 bis 28.01.2020       | 2020-01-14 | 2020-01-28
      zwischen November 2019 und Januar 2020 | 2019-11-01 | 2020-01-31
      """)
  void wordsBecomeDays(String said, LocalDate earliest, LocalDate latest) {
    assertThat(FuzzyDate.read(said)).isEqualTo(new FuzzyDate(said, earliest, latest));
  }

  @ParameterizedTest
  @ValueSource(strings = {"demnächst", "zwischenzeitlich", "31.02.2020", "im 5. Quartal 2020", "3. Halbjahr 2020",
      "13/2020", "Nimmermonat 2020", "nach der Sommerpause", "zwischen Mai 2020 und April 2020", "bald; vielleicht",
      "0. Quartal 2020", "zwischen und", "bis"})
  void whatTheWordsDoNotTellStaysOpen(String said) {
    assertThat(FuzzyDate.read("  " + said + " ")).isEqualTo(new FuzzyDate(said, null, null));
  }
}
