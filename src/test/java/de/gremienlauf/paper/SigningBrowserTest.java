package de.gremienlauf.paper;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.substitution.AbsenceEntry;
import de.gremienlauf.substitution.Absences;
import de.gremienlauf.substitution.Chain;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.TestBrowser;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A deputy signs in Tasklist: the task is in „In Vertretung“, the form proposes as what to sign. */
@IntegrationTest
class SigningBrowserTest {

  @LocalServerPort private int port;
  @Autowired private PaperWorld world;
  @Autowired private SigningRights rights;
  @Autowired private SignatureRepository signatures;
  @Autowired private Absences absences;
  @Autowired private People people;
  @Autowired private Clerk clerk;
  @Autowired private Clock clock;

  @Test
  void theDeputySignsInVertretung() {
    LocalDate today = LocalDate.now(clock);
    // Without an administrator the web applications know nothing but their setup.
    people.user(UserGroups.ADMINISTRATORS);
    City city = world.city();
    String subject = "In Vertretung gezeichnet in " + city.name;
    PaperRun paper = city.paper("Beschlussvorlage").draft(Map.of("subject", subject))
        .stations(new Wish("Rat", ConsultationRole.DECISION, 1, today.plusDays(60))).confirm();
    String head = people.user(UserGroups.SIGNATORIES);
    rights.add(new SigningAuthority(null, city.name, head, "OB Muster", Capacity.OWN, null, null, false, null, null));
    String deputy = people.user(UserGroups.CO_SIGNERS);
    absences.enter(new AbsenceEntry(Chain.ADMINISTRATION, head, deputy, null, today, today));
    try (TestBrowser browser = TestBrowser.start(port)) {
      Page page = browser.login(deputy, People.PASSWORD).newPage();
      page.navigate("/camunda/app/tasklist/default/");
      page.getByText("In Vertretung").first().click();
      page.locator("li.task", new Page.LocatorOptions().setHasText(subject)).click();
      page.evaluate("window.beforeClaim = true");
      page.getByText("Diese Aufgabe übernehmen").click();
      page.waitForFunction("!window.beforeClaim");
      Locator form = page.locator(".task-card .fjs-container");
      form.getByLabel("Zeichnen", new Locator.GetByLabelOptions().setExact(true)).check();
      assertThat(form.getByLabel("Name, wie er unter der Vorlage steht")).hasValue("Erika " + deputy);
      assertThat(form.getByLabel("i. V.")).isChecked();
      assertThat(form.getByLabel("In Vertretung oder im Auftrag von")).hasValue("OB Muster");
      form.getByLabel("selbst").check();
      Locator complete =
          page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Abschließen").setExact(true));
      complete.click();
      assertThat(page.locator(".page-notifications")).containsText("möglich ist: i. V. von OB Muster");
      form.getByLabel("i. V.").check();
      form.getByLabel("In Vertretung oder im Auftrag von").fill("OB Muster");
      complete.click();
      assertThat(page.locator(".task-card .fjs-container")).hasCount(0);
    } finally {
      absences.list().stream().filter(absence -> absence.person().equals(head))
          .forEach(absence -> absences.revoke(absence.id()));
    }
    assertThat(signatures.findOfPaper(paper.id)).singleElement()
        .satisfies(signature -> assertThat(signature.printed())
            .isEqualTo("gez. Erika " + deputy + " i. V. von OB Muster"));
    assertThat(clerk.tasks(paper.process(), "Task_Sign")).isEmpty();
  }
}
