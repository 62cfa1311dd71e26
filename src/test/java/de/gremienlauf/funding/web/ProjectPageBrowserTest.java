package de.gremienlauf.funding.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.gremienlauf.council.Council;
import de.gremienlauf.council.Participation;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.funding.Concepts;
import de.gremienlauf.funding.FinancingKind;
import de.gremienlauf.funding.FinancingPlan;
import de.gremienlauf.funding.FundingPeriod;
import de.gremienlauf.funding.GrantTerms;
import de.gremienlauf.funding.NewNotice;
import de.gremienlauf.funding.NewObjective;
import de.gremienlauf.funding.NewPartner;
import de.gremienlauf.funding.NewProject;
import de.gremienlauf.funding.NoticeKind;
import de.gremienlauf.funding.NoticeLetter;
import de.gremienlauf.funding.Notices;
import de.gremienlauf.funding.Objectives;
import de.gremienlauf.funding.PartnerKind;
import de.gremienlauf.funding.Partners;
import de.gremienlauf.funding.PaymentKind;
import de.gremienlauf.funding.ProjectBodies;
import de.gremienlauf.funding.ProjectDates;
import de.gremienlauf.funding.Projects;
import de.gremienlauf.funding.Recommendations;
import de.gremienlauf.funding.Topics;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.TestBrowser;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of a funded project as the people who run it have it before them. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectPageBrowserTest {

  private static final List<String> VIEWS = List.of("ueberblick", "fristen", "bescheide", "vorlagen", "ergebnisse",
      "beteiligte", "finanzen", "verlauf");

  @Autowired People people;
  @Autowired Council council;
  @Autowired Projects projects;
  @Autowired Notices notices;
  @Autowired Topics topics;
  @Autowired Objectives objectives;
  @Autowired Recommendations recommendations;
  @Autowired Concepts concepts;
  @Autowired Partners partners;
  @Autowired ProjectBodies bodies;
  @Autowired ProjectDates dates;
  @Autowired FinancingPlan plan;
  @Autowired Clerk clerk;
  @LocalServerPort int port;

  private TestBrowser browser;
  private BrowserContext context;
  private Page page;
  private Long project;

  @BeforeAll
  void startBrowser() {
    browser = TestBrowser.start(port);
  }

  @AfterAll
  void stopBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void prepare() {
    clerk.onDay(LocalDate.of(2019, 3, 5));
    project = projects.create(new NewProject(council.ownMunicipality(), null, "Ankommen im Quartier",
        "Einwanderung gestalten NRW", "Ämter arbeiten über Rechtskreise hinweg zusammen.", "geflüchtete Menschen",
        "Amt für Integration und Vielfalt", "Bezirksregierung Arnsberg", LocalDate.of(2017, 4, 1),
        LocalDate.of(2019, 3, 31)));
    plan.replace(project, FinancingPlan.read("Personal; 400.000,00\nBewirtung; 2.000,00; nicht zuwendungsfähig",
        "Eigenmittel; 42.000,00\nLandesmittel; Zuwendung; 360.000,00"));
    TreeMap<Integer, BigDecimal> years = new TreeMap<>(Map.of(2017, new BigDecimal("180000.00"),
        2018, new BigDecimal("180000.00")));
    Long grant = notices.record(project, null, new NewNotice(NoticeKind.GRANT,
        new NoticeLetter("Bezirksregierung Arnsberg", "36.01.02", LocalDate.of(2017, 4, 10), null, null, null, true),
        new FundingPeriod(LocalDate.of(2017, 4, 1), LocalDate.of(2019, 3, 31), null, null),
        new GrantTerms(FinancingKind.SHARE, PaymentKind.ADVANCE, new BigDecimal("90"), new BigDecimal("400000.00"),
            new BigDecimal("360000.00"), years, "ANBest-G gelten.", List.of())));
    Long topic = topics.add(project, grant, "Casemanagement", "Hilfe über Rechtskreise hinweg.");
    objectives.add(project, new NewObjective(null, topic, "120 Beratungen im Jahr", "Lotsenstelle", "120"));
    recommendations.add(project, topic, "Zuständigkeiten bündeln", "Fachkoordination Arbeit");
    Long concept = concepts.add(project, topic, "KOKIP", "Kooperation zur Klärung von Integrationsprozessen");
    concepts.addVersion(concept, "Erste Fassung", null);
    concepts.raise(concept, "Finanzierung unklar", null);
    Long body = bodies.add(project, "Lenkungsgruppe " + project, null).id();
    concepts.decideElsewhere(concept, 1, body, LocalDate.of(2019, 2, 26));
    partners.add(project, new NewPartner("Caritasverband", PartnerKind.COOPERATION, Participation.PERMANENT, null));
    dates.add(project, "Betriebsbeginn", "voraussichtlich im Januar 2020", false);
  }

  @AfterEach
  void stop() {
    EngineClock.reset();
    context.close();
  }

  private void open(String role, String view) {
    context = browser.login(people.user(role), People.PASSWORD);
    page = context.newPage();
    page.navigate("/foerderung/#" + project + "/" + view);
    assertThat(heading("Ankommen im Quartier")).isVisible();
  }

  private Locator heading(String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)).first();
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private void save() {
    page.locator(".gl-panel:not([hidden])").getByRole(AriaRole.BUTTON,
        new Locator.GetByRoleOptions().setName("Speichern")).click();
  }

  private void enter(String label, String text) {
    page.locator(".gl-panel:not([hidden])").getByLabel(label).fill(text);
  }

  @Test
  void everyViewIsForEverybody() {
    open("foerdercontrolling", "ueberblick");
    for (String view : VIEWS) {
      page.locator("#reiter-" + view).click();
      assertThat(page.locator("#reiter-" + view)).hasAttribute("aria-selected", "true");
      assertThat(page.locator(".gl-content h3").first()).isVisible();
      TestBrowser.assertAccessible(page);
      assertThat(page.locator("#inhalt").textContent()).as(view).doesNotContain("undefined", "null", "NaN");
      page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
          .setPath(Path.of("target/screenshots/foerderung-" + view + ".png")));
    }
    page.getByText("Zur Liste der Förderprojekte").click();
    assertThat(page.getByText("Ankommen im Quartier").first()).isVisible();
    TestBrowser.assertAccessible(page);
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/foerderung-liste.png")));
  }

  @Test
  void daysSayHowTheyComeAbout() {
    open("sachbearbeitung", "fristen");
    Locator appeal = page.locator("details", new Page.LocatorOptions().setHasText("Ende der Rechtsbehelfsfrist"));
    assertThat(appeal).containsText("15.05.2017");
    assertThat(appeal.getByText("angenommen ist das Datum des Bescheids")).isVisible();
    assertThat(appeal).containsText("Grundlage: ");
    page.locator("#reiter-bescheide").click();
    assertThat(page.getByText("Alle Fristen rechnen mit dem 10.04.2017; das ist angenommen.")).isVisible();
    button("Tag der Aufgabe zur Post eintragen").click();
    enter("Zur Post gegeben am", "31.02.2017");
    save();
    assertThat(page.getByText("ist kein gültiges Datum")).isVisible();
    enter("Zur Post gegeben am", "12.04.2017");
    save();
    assertThat(page.getByText("Tag der Aufgabe zur Post eintragen: gespeichert.")).isVisible();
    page.locator("#reiter-fristen").click();
    assertThat(appeal).containsText("16.05.2017");
  }

  @Test
  void whatIsEnteredIsThereAtOnce() {
    open("sachbearbeitung", "ergebnisse");
    button("Thema hinzufügen").click();
    save();
    assertThat(page.getByText("Bitte füllen Sie „Thema“ aus.")).isVisible();
    enter("Thema", "Integrationsmonitoring");
    save();
    assertThat(heading("2. Integrationsmonitoring")).isVisible();
    button("Thema 2: Ergebnis hinzufügen").click();
    page.locator(".gl-panel:not([hidden])").getByLabel("Was daraus wird").selectOption("CONSOLIDATED");
    enter("Wer übernimmt", "Amt für Integration und Vielfalt");
    save();
    assertThat(page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("verstetigt"))).isVisible();
    button("Geklärt: Finanzierung unklar").click();
    enter("Wie geklärt", "Das Land fördert Teilhabemanagement.");
    save();
    assertThat(page.getByText("Finanzierung unklar: geklärt, Das Land fördert Teilhabemanagement.")).isVisible();
    page.locator("#reiter-beteiligte").click();
    button("Vereinbarung mit Caritasverband unterschrieben").click();
    enter("Unterschrieben am", "01.03.2019");
    save();
    assertThat(page.getByText("01.03.2019", new Page.GetByTextOptions().setExact(true))).isVisible();
  }

  @Test
  void whoMayOnlyReadIsOfferedNoEditing() {
    open("gremienbuero", "ergebnisse");
    assertThat(heading("1. Casemanagement")).isVisible();
    assertThat(button("Thema hinzufügen")).hasCount(0);
    page.locator("#reiter-ueberblick").click();
    assertThat(page.getByText("Offene Fragen")).isVisible();
    assertThat(button("Projekt abbrechen")).hasCount(0);
  }
}
