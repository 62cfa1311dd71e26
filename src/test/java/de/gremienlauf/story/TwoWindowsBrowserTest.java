package de.gremienlauf.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Two windows on one task: the second is told so in one sentence, and nothing is stored twice. */
class TwoWindowsBrowserTest extends OneTaskStory {

  private static final String GONE = "Diese Aufgabe gibt es nicht mehr; vermutlich wurde sie schon erledigt.";

  @Test
  void twoPeopleInOneTask() {
    try (Desk first = desk("Sabine", "Lindenhof"); Desk second = desk("Murat", "Severin")) {
      first.see(DRAFT, subject);
      second.see(DRAFT, subject);
      first.takeOpened();
      second.page.getByText("Diese Aufgabe übernehmen").first().click();
      assertThat(second.message("Diese Aufgabe wurde gerade von jemand anderem bearbeitet.")).isVisible();
      first.enter("Begründung", "Die Bänke sind morsch.");
      first.finish();
      assertThat(sequencesToConfirm()).isEqualTo(1);
    }
  }

  @Test
  void onePersonInTwoWindows() {
    try (Desk desk = desk("Sabine", "Lindenhof")) {
      desk.take(DRAFT, subject);
      desk.enter("Begründung", "Die Bänke sind morsch.");
      Desk other = desk.secondWindow();
      other.enter("Begründung", "Die Bänke sind alt.");
      desk.finish();
      other.finishRefused(GONE);
      assertThat(sequencesToConfirm()).isEqualTo(1);
      assertThat(paper().blocks().toString()).contains("morsch").doesNotContain("alt.");
    }
  }

  @Test
  void aDoubleClickCompletesOnce() {
    try (Desk desk = desk("Sabine", "Lindenhof")) {
      desk.take(DRAFT, subject);
      desk.enter("Begründung", "Die Bänke sind morsch.");
      desk.complete().dblclick();
      assertThat(desk.complete()).isHidden();
      assertThat(desk.page.locator("[notifications-panel] .alert-danger")).hasCount(0);
      assertThat(sequencesToConfirm()).isEqualTo(1);
    }
  }

  @Test
  void theBackButtonOpensNoCompletedTaskAnew() {
    try (Desk desk = desk("Sabine", "Lindenhof")) {
      desk.take(DRAFT, subject);
      desk.enter("Begründung", "Die Bänke sind morsch.");
      desk.finish();
      desk.page.goBack(new Page.GoBackOptions().setTimeout(30_000));
      assertThat(desk.message(GONE)).isVisible();
      assertThat(desk.complete()).isHidden();
      assertThat(sequencesToConfirm()).isEqualTo(1);
    }
  }
}
