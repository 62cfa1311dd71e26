package de.gremienlauf.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.support.IntegrationTest;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class HearingsTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 7, 20);
  private static final LocalDate LAST = LocalDate.of(2026, 9, 1);

  @Autowired Hearings hearings;
  @Autowired CouncilRecess recess;

  private final String city = "Stadt " + UUID.randomUUID();
  private final BodyKind district = new BodyKind(city, "Bezirksvertretung 8 (Kalk)", "Bezirksvertretung");

  @BeforeEach
  void summer() {
    assertThat(recess.add(city, FIRST, LAST)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
      "2026-03-02, , 2026-04-13, no recess",
      "2026-03-02, 2026-03-19, 2026-04-13, a meeting falls inside",
      "2026-03-02, 2026-04-13, 2026-04-13, a meeting on the last day",
      "2026-03-02, 2026-04-23, 2026-04-23, no meeting falls inside",
      "2026-02-23, , 2026-04-07, ends on Easter Monday",
      "2026-07-13, , 2026-10-07, six days before the recess",
      "2026-07-19, , 2026-10-13, provided on the eve of the recess",
      "2026-08-03, , 2026-10-13, provided in the recess",
      "2026-06-08, , 2026-09-02, the last day before the recess would be day 41",
      "2026-06-05, , 2026-07-17, ends before the recess"})
  void silenceIsConsentAfterSixWeeksWithoutTheRecess(LocalDate provided, LocalDate meeting, LocalDate end,
      String reason) {
    ExplainedDate consent = hearings.deemedConsent(district, "HEARING", provided, meeting).orElseThrow();
    assertThat(consent.date()).as(reason).isEqualTo(end);
    assertThat(consent.ground()).contains("§ 37 Abs. 5 GO NRW");
    assertThat(consent.steps()).first().asString().startsWith("Der Tag der Bereitstellung, ");
    assertThat(consent.steps()).last().asString().endsWith(" nicht, gilt das als Zustimmung.");
  }

  @Test
  void theStepsNameTheRecess() {
    assertThat(hearings.deemedConsent(district, "HEARING", LocalDate.of(2026, 7, 13), null).orElseThrow().steps())
        .contains("Die Ratsferien vom 20.07.2026 bis 01.09.2026 zählen nicht mit; in die Frist fallen davon 44 Tage.");
  }

  @Test
  void silenceMeansNothingInAnotherRoleOrBody() {
    assertThat(hearings.deemedConsent(district, "PRELIMINARY", FIRST, null)).isEmpty();
    assertThat(hearings.deemedConsent(new BodyKind(city, "Rat", "Parlament"), "HEARING", FIRST, null)).isEmpty();
  }

  @Test
  void aRecessIsKnownOnceAndForItsCityOnly() {
    assertThat(recess.add(city, FIRST, LAST)).isFalse();
    Recesses known = recess.of(city);
    assertThat(known.recesses()).hasSize(1);
    assertThat(known.isRecess(FIRST.minusDays(1))).isFalse();
    assertThat(known.isRecess(FIRST)).isTrue();
    assertThat(known.isRecess(LAST)).isTrue();
    assertThat(known.isRecess(LAST.plusDays(1))).isFalse();
    assertThat(known.count(FIRST.minusDays(5), LAST.plusDays(5))).isEqualTo(44);
    assertThat(recess.of("Andere " + city).recesses()).isEmpty();
  }

  @Test
  void recessesFollowEachOther() {
    assertThat(recess.add(city, LAST.plusDays(1), LAST.plusDays(3))).isTrue();
    assertThat(recess.add(city, FIRST.minusDays(3), FIRST.minusDays(1))).isTrue();
    assertThat(recess.of(city).recesses()).extracting(Recess::firstDay)
        .containsExactly(FIRST.minusDays(3), FIRST, LAST.plusDays(1));
  }

  @ParameterizedTest
  @CsvSource({"2026-07-01,2026-07-20", "2026-09-01,2026-09-02", "2026-08-01,2026-08-02", "2026-07-01,2026-10-01"})
  void overlappingRecessesAreRefused(LocalDate first, LocalDate last) {
    assertThatThrownBy(() -> recess.add(city, first, last)).isInstanceOf(BusinessException.class)
        .hasMessageContaining("überschneiden sich mit denen vom 20.07.2026 bis 01.09.2026.");
  }

  @Test
  void aRecessDoesNotEndBeforeItBegins() {
    assertThatThrownBy(() -> recess.add(city, LocalDate.of(2030, 7, 2), LocalDate.of(2030, 7, 1)))
        .isInstanceOf(BusinessException.class).hasMessageContaining("01.07.2030 vor ihrem Beginn am 02.07.2030");
  }
}
