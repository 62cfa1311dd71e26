package de.gremienlauf.substitution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.TestBrowser;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of absences as people use it. */
@IntegrationTest
class AbsencePageBrowserTest {

  @LocalServerPort private int port;
  @Autowired private People people;
  @Autowired private Substitutions substitutions;
  @Autowired private Absences absences;
  @Autowired private Clock clock;

  private TestBrowser browser;
  private LocalDate today;
  private String anna;
  private String bernd;

  @BeforeEach
  void start() {
    browser = TestBrowser.start(port);
    today = LocalDate.now(clock);
    anna = people.user(UserGroups.CLERKS);
    bernd = people.user(UserGroups.CO_SIGNERS);
  }

  @AfterEach
  void stop() {
    absences.list().stream().filter(absence -> absence.person().equals(anna) || absence.person().equals(bernd))
        .forEach(absence -> absences.revoke(absence.id()));
    browser.close();
  }

  private Page open(String user) {
    Page page = browser.login(user, People.PASSWORD).newPage();
    page.navigate("/vertretung/");
    assertThat(page.getByText("Abwesenheit eintragen")).isVisible();
    return page;
  }

  private static Locator input(Page page, String label) {
    return page.getByLabel(label);
  }

  private void fill(Page page, LocalDate first, LocalDate last, String deputy) {
    input(page, "Erster Tag").fill(GermanDate.print(first));
    input(page, "Letzter Tag").fill(GermanDate.print(last));
    if (deputy != null) {
      page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Vertretung")).selectOption(deputy);
    }
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Eintragen")).click();
  }

  @Test
  void onesOwnAbsenceIsEnteredChangedAndEnded() {
    Page page = open(anna);
    fill(page, today, today.plusDays(4), bernd);
    assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("ist eingetragen")))
        .isVisible();
    Locator row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(anna));
    assertThat(row).containsText(GermanDate.print(today.plusDays(4)));
    assertThat(row).containsText("Erika " + bernd);
    assertThat(substitutions.actingFor(anna, null, today)).contains(bernd);
    TestBrowser.assertAccessible(page);
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/vertretung.png")));

    row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("ändern")).click();
    input(page, "Letzter Tag").fill(GermanDate.print(today));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Änderung speichern")).click();
    assertThat(page.getByText("Die Änderung ist gespeichert.")).isVisible();
    assertThat(substitutions.actingFor(anna, null, today.plusDays(1))).isEmpty();

    page.onDialog(dialog -> dialog.accept());
    page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(anna))
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("beenden")).click();
    assertThat(page.getByText("Die Abwesenheit ist beendet.")).isVisible();
    assertThat(substitutions.actingFor(anna, null, today)).isEmpty();
  }

  @Test
  void mistakesAreShownWhereTheyWereMade() {
    absences.enter(new AbsenceEntry(Chain.ADMINISTRATION, bernd, anna, null, today, today));
    Page page = open(anna);
    assertThat(page.getByText("Sie vertreten heute: Erika " + bernd + ".")).isVisible();
    input(page, "Erster Tag").fill("morgen");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Eintragen")).click();
    assertThat(input(page, "Erster Tag")).hasAccessibleDescription("Bitte als TT.MM.JJJJ angeben.");
    assertThat(input(page, "Erster Tag")).isFocused();
    assertThat(input(page, "Letzter Tag")).hasAccessibleDescription("Bitte ausfüllen.");

    fill(page, today, today.minusDays(1), null);
    assertThat(input(page, "Letzter Tag")).hasAccessibleDescription("Der letzte Tag ("
        + GermanDate.print(today.minusDays(1)) + ") liegt vor dem ersten (" + GermanDate.print(today) + ").");

    fill(page, today, today.plusDays(4), bernd);
    Locator deputy = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Vertretung"));
    assertThat(deputy).hasAccessibleDescription("Die Vertretung würde am " + GermanDate.print(today)
        + " im Kreis laufen: Erika " + anna + " wird von Erika " + bernd + " vertreten, Erika " + bernd + " von Erika "
        + anna + ".");
    assertThat(input(page, "Erster Tag")).hasValue(GermanDate.print(today));
    assertThat(absences.list()).noneMatch(absence -> absence.person().equals(anna));
    TestBrowser.assertAccessible(page);
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/vertretung-fehler.png")));
  }

  @Test
  void whoMayEnterForOthersChoosesThemByName() {
    Page page = open(people.user(UserGroups.MANAGERS, UserGroups.CLERKS));
    page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Wer ist abwesend?")).selectOption(anna);
    fill(page, today.plusDays(3), today.plusDays(3), bernd);
    assertThat(page.getByText("Die Abwesenheit ist eingetragen.")).isVisible();
    assertThat(substitutions.actingFor(anna, null, today.plusDays(3))).contains(bernd);
    Page own = open(bernd);
    assertThat(own.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Wer ist abwesend?"))
        .locator("option").allTextContents()).containsExactly("Erika " + bernd);
    assertThat(own.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(anna))
        .getByRole(AriaRole.BUTTON)).hasCount(0);
  }
}
