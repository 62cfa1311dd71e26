package de.gremienlauf.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import de.gremienlauf.council.Council;
import de.gremienlauf.council.Membership;
import de.gremienlauf.council.Organization;
import de.gremienlauf.council.Person;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.Capacity;
import de.gremienlauf.paper.SigningAuthority;
import de.gremienlauf.paper.SigningRights;
import de.gremienlauf.substitution.AbsenceEntry;
import de.gremienlauf.substitution.Absences;
import de.gremienlauf.substitution.Chain;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.TestBrowser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A paper from nothing to its result and the minutes, each person with a login of their own and nothing but what stands
 * on the screen. Only the days pass without them. Everybody first makes a mistake and reads what was wrong.
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaperStoryBrowserTest {

  /** A Monday. */
  private static final LocalDate BEGIN = LocalDate.of(2027, 1, 11);
  private static final LocalDate MEETING = LocalDate.of(2027, 3, 4);
  private static final String BODY = "Bezirksvertretung 4 (Ehrenfeld)";
  private static final String OFFICE = "Grünflächenamt";
  private static final String LAW = "Rechtsamt";
  private static final String MONEY = "Steueramt";
  private static final String SUBJECT = "Neue Bänke am Neptunplatz";
  private static final String CHAIR = "Annegret Venloer";
  private static final String RESOLUTION = "1. Die Bezirksvertretung beschließt zwölf neue Bänke am Neptunplatz.\n\n"
      + "2. Die Verwaltung wird beauftragt, die alten Bänke abzubauen.";
  private static final String REASONS = "Die alten Bänke sind morsch.";
  private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  /** A paragraph of the template that asks for a text. */
  private static final Pattern EMPTY_BLOCK =
      Pattern.compile("(<w:p(?: [^>]*)?>(?:(?!</w:p>).)*)Hier den Text eingeben(.*?</w:p>)", Pattern.DOTALL);

  @Autowired People people;
  @Autowired Council council;
  @Autowired Meetings meetings;
  @Autowired SigningRights rights;
  @Autowired Absences absences;
  @Autowired Clerk clerk;
  @LocalServerPort int port;

  private TestBrowser browser;
  private Long meeting;

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
    // As long as there is no administrator, the web applications show nothing but their setup.
    people.user(UserGroups.ADMINISTRATORS);
    clerk.onDay(BEGIN);
    String city = council.ownMunicipality();
    Organization body = council.find(city, BODY).orElseGet(() -> council.addBody(city, BODY, null, null, null));
    List<Person> members = council.addPersons(List.of(
        new Person(null, city, CHAIR, null, "venloer@example.org"),
        new Person(null, city, "Cem Gürtel", null, null)));
    council.addMemberships(List.of(Membership.of(members.get(0), body, "Vorsitz", true, null, null),
        Membership.of(members.get(1), body, "Mitglied", true, null, null)));
    List.of(OFFICE, LAW, MONEY).forEach(this::group);
    meeting = meetings.ensure(body, MEETING, "15:30").id();
    clerk.runDueJobs();
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  /** The group of an office. */
  private String group(String office) {
    String city = council.ownMunicipality();
    return council.find(city, office).orElseGet(() -> council.addOffice(city, office,
        "amt-" + office.toLowerCase(Locale.ROOT).replace("ü", "ue").replace("ä", "ae"))).candidateGroup();
  }

  private Desk desk(String firstName, String lastName, String... groups) {
    return Desk.of(browser, people.named(firstName, lastName, groups));
  }

  @Test
  void fromNothingToTheResult() {
    String author = people.named("Sabine", "Lindenhof", UserGroups.CLERKS, group(OFFICE));
    try (Desk desk = Desk.of(browser, author)) {
      begin(desk);
      draft(desk);
      confirmSequence(desk);
    }
    try (Desk desk = desk("Jens", "Uferkamp", UserGroups.CO_SIGNERS, group(LAW))) {
      coSign(desk);
    }
    try (Desk desk = desk("Aylin", "Brückner", UserGroups.CO_SIGNERS, group(MONEY))) {
      coSignAtOnce(desk);
    }
    String head = people.named("Ottilie", "Maarweg", UserGroups.SIGNATORIES);
    try (Desk desk = Desk.of(browser, deputyOf(head))) {
      sign(desk);
    }
    clerk.onDay(meetings.get(meeting).submissionUntil().toLocalDate().plusDays(1));
    try (Desk desk = desk("Bernd", "Domhof", UserGroups.COUNCIL_OFFICE)) {
      releaseAgenda(desk);
      post(desk);
    }
    clerk.onDay(MEETING);
    try (Desk desk = desk("Liv", "Rheinau", UserGroups.MINUTE_TAKERS)) {
      holdMeeting(desk);
      draftMinutes(desk);
      signMinutes(desk, "Liv Rheinau");
    }
    try (Desk desk = Desk.of(browser, head)) {
      signMinutes(desk, CHAIR);
    }
    try (Desk desk = desk("Bernd", "Domhof", UserGroups.COUNCIL_OFFICE)) {
      releaseMinutes(desk);
    }
    try (Desk desk = Desk.of(browser, author)) {
      resultArrives(desk);
    }
  }

  private void begin(Desk desk) {
    Page page = desk.page;
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Neu").setExact(true)).click();
    page.getByLabel("Art der Vorlage").selectOption("Beschlussvorlage");
    assertThat(page.getByLabel("Federführende Dienststelle")).hasValue(OFFICE);
    press(page, "Vorlage anlegen");
    assertThat(page.getByText("Bitte geben Sie den Betreff an.")).isVisible();
    page.getByLabel("Betreff").fill(SUBJECT);
    desk.assertAccessible();
    Pictures.take(page, "sachbearbeitung-beginnen");
    press(page, "Vorlage anlegen");
    assertThat(desk.form()).containsText("Beschlussvorlage");
    clerk.runDueJobs();
  }

  private void draft(Desk desk) {
    desk.takeOpened();
    writeInWord(desk);
    desk.tab("Formular");
    assertThat(desk.field("Beschlussvorschlag")).hasValue(RESOLUTION);
    assertThat(desk.field("Begründung")).hasValue(REASONS);
    desk.enter("Betreff", "");
    desk.wrongAt("Betreff", "Bitte füllen Sie dieses Feld aus.");
    desk.enter("Betreff", SUBJECT);
    desk.enter("Haushaltsmäßige Auswirkungen", "Kosten: 9.600,00 EUR.");
    desk.choose("Bezirk").choose(BODY);
    desk.select("Mitzeichnende Dienststellen", LAW);
    desk.select("Mitzeichnende Dienststellen", MONEY);
    Pictures.take(desk.page, "sachbearbeitung-entwerfen");
    desk.enter("Frist von außen", "31.02.2027");
    desk.finishRefused("„Frist von außen“");
    desk.enter("Frist von außen", "");
    attach(desk);
    desk.tab("Formular");
    assertThat(desk.field("Haushaltsmäßige Auswirkungen")).hasValue("Kosten: 9.600,00 EUR.");
    desk.finish();
    clerk.runDueJobs();
  }

  /** Takes the city's template to Word and comes back with what was written into its blocks. */
  private static void writeInWord(Desk desk) {
    desk.tab("Text");
    Download download = desk.page.waitForDownload(() -> desk.page.getByRole(AriaRole.LINK,
        new Page.GetByRoleOptions().setName("Word-Datei herunterladen")).click());
    Locator file = desk.page.locator("input[type=file]");
    file.setInputFiles(text("Bänke.txt", "Kein Word"));
    assertThat(desk.page.getByText("Die Datei „Bänke.txt“ ist keine Word-Datei")).isVisible();
    file.setInputFiles(new FilePayload("Bänke.docx", WORD, written(download, RESOLUTION, REASONS)));
    assertThat(desk.page.locator(".gl-word-preview")).containsText(REASONS);
    Pictures.take(desk.page, "sachbearbeitung-word");
    press(desk.page, "Text übernehmen");
    assertThat(desk.page.getByText("Der Text aus „Bänke.docx“ ist übernommen.")).isVisible();
  }

  /** The downloaded template with a text in each of its first blocks, a paragraph for each part of it. */
  private static byte[] written(Download download, String... blocks) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream template = new ZipInputStream(download.createReadStream());
        ZipOutputStream file = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = template.getNextEntry(); entry != null; entry = template.getNextEntry()) {
        byte[] content = template.readAllBytes();
        if (entry.getName().equals("word/document.xml")) {
          content = written(new String(content, StandardCharsets.UTF_8), blocks).getBytes(StandardCharsets.UTF_8);
        }
        file.putNextEntry(new ZipEntry(entry.getName()));
        file.write(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String written(String document, String... blocks) {
    String written = document;
    for (String block : blocks) {
      Matcher empty = EMPTY_BLOCK.matcher(written);
      written = empty.replaceFirst(found -> Matcher.quoteReplacement(block.lines().filter(line -> !line.isEmpty())
          .map(line -> found.group(1) + line + found.group(2)).collect(Collectors.joining())));
    }
    return written;
  }

  private void attach(Desk desk) {
    desk.tab("Anlagen");
    desk.page.waitForFileChooser(() -> press(desk.page, "Dateien auswählen")).setFiles(new FilePayload[] {
        text("Lageplan.txt", "Neptunplatz, zwölf Standorte"), text("Angebote.txt", "Drei Angebote, das günstigste: 9.600,00 EUR")});
    assertThat(desk.page.getByText("2 Dateien hochgeladen.")).isVisible();
    Pictures.take(desk.page, "sachbearbeitung-anlagen");
  }

  private static FilePayload text(String name, String content) {
    return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
  }

  private void confirmSequence(Desk desk) {
    desk.take("Beratungsfolge festlegen", SUBJECT);
    desk.tab("Beratungsfolge");
    Locator stations = desk.page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Stationen der Beratungsfolge"));
    assertThat(stations.getByRole(AriaRole.CELL, new Locator.GetByRoleOptions().setName(BODY).setExact(true))).isVisible();
    Pictures.take(desk.page, "sachbearbeitung-beratungsfolge");
    desk.tab("Formular");
    desk.choose("Die Beratungsfolge stimmt, jede Station hat ihre Sitzung");
    desk.finish();
    clerk.runDueJobs();
  }

  private void coSign(Desk desk) {
    desk.take("Vorlage mitzeichnen", SUBJECT);
    desk.choose("Einwand erheben");
    desk.finishRefused("Bitte begründen Sie den Einwand.");
    desk.choose("Mitgezeichnet");
    Pictures.take(desk.page, "sachbearbeitung-mitzeichnen");
    desk.finish();
    clerk.runDueJobs();
  }

  private void coSignAtOnce(Desk desk) {
    desk.take("Vorlage mitzeichnen", SUBJECT);
    desk.choose("Mitgezeichnet");
    desk.finish();
    clerk.runDueJobs();
  }

  /** Somebody who stands in for a person that is away today. */
  private String deputyOf(String head) {
    rights.add(new SigningAuthority(null, council.ownMunicipality(), head, "OB Maarweg", Capacity.OWN, null, null, false,
        null, null));
    String deputy = people.named("Theo", "Rosenow", UserGroups.CO_SIGNERS);
    absences.enter(new AbsenceEntry(Chain.ADMINISTRATION, head, deputy, null, BEGIN, BEGIN));
    return deputy;
  }

  private void sign(Desk desk) {
    desk.take(Desk.IN_PLACE_OF_OTHERS, "Vorlage zeichnen", SUBJECT);
    desk.choose("Zeichnen");
    assertThat(desk.field("Name, wie er unter der Vorlage steht")).hasValue("Theo Rosenow");
    desk.choose("selbst");
    desk.finishRefused("möglich ist: i. V. von OB Maarweg");
    desk.choose("i. V.");
    desk.enter("In Vertretung oder im Auftrag von", "OB Maarweg");
    Pictures.take(desk.page, "sachbearbeitung-zeichnen");
    desk.finish();
    clerk.runDueJobs();
  }

  private void releaseAgenda(Desk desk) {
    desk.take("Tagesordnung freigeben", BODY);
    assertThat(desk.form()).containsText(SUBJECT);
    desk.enter("Beginn", "25:00").enter("Ort", "Bezirksrathaus Ehrenfeld");
    desk.choose("Tagesordnung geprüft");
    desk.finishRefused("„Beginn“ ist keine Uhrzeit");
    desk.enter("Beginn", "17:00");
    desk.finish();
    clerk.runDueJobs();
  }

  private void post(Desk desk) {
    desk.take("Einladungen per Post versenden", BODY);
    assertThat(desk.form()).containsText("Cem Gürtel");
    desk.choose("Die Schreiben sind zur Post gegeben");
    desk.finish();
    clerk.runDueJobs();
  }

  private void holdMeeting(Desk desk) {
    desk.take("Sitzung durchführen", BODY);
    desk.page.getByText("Zur Sitzungsseite").click();
    Page page = desk.page;
    page.waitForURL("**/sitzung/**");
    assertThat(page.getByText("Alles gespeichert")).isVisible();
    desk.assertAccessible();
    page.keyboard().press("F9");
    page.keyboard().press("a");
    assertThat(page.getByRole(AriaRole.LISTBOX, new Page.GetByRoleOptions().setName("Anwesenheitsliste"))
        .getByText("anwesend").first()).isVisible();
    page.keyboard().press("Escape");
    press(page, "Ablauf (F10)");
    press(page, "Eröffnung festhalten");
    page.locator(".agenda [role=option]", new Page.LocatorOptions().setHasText(SUBJECT)).click();
    page.locator("[data-field=result]").fill("ungeändert beschlossen");
    page.locator("[data-field=vote]").fill("einstimmig");
    page.locator("[data-field=minutesText]").fill("Frau Venloer dankt der Verwaltung.");
    assertThat(page.getByText("Alles gespeichert")).isVisible();
    page.keyboard().press("Control+Enter");
    assertThat(page.getByText("1 von 1 Punkt beraten")).isVisible();
    press(page, "Ablauf (F10)");
    page.getByLabel("Ende", new Page.GetByLabelOptions().setExact(true)).fill("18:05");
    press(page, "Ende festhalten");
    assertThat(page.getByText("beendet").first()).isVisible();
    clerk.runDueJobs();
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
  }

  private void draftMinutes(Desk desk) {
    desk.take("Niederschrift erstellen", BODY);
    desk.enter("Einleitung", "Die Vorsitzende stellt die Beschlussfähigkeit fest.");
    desk.finish();
    clerk.runDueJobs();
  }

  private void signMinutes(Desk desk, String name) {
    desk.take("Niederschrift unterzeichnen", BODY);
    desk.choose("Einwand erheben");
    desk.finishRefused("Bitte begründen Sie den Einwand.");
    desk.choose("Unterzeichnen");
    desk.enter("Name, wie er unter der Niederschrift steht", name);
    desk.finish();
    clerk.runDueJobs();
  }

  private void releaseMinutes(Desk desk) {
    desk.take("Niederschrift freigeben", BODY);
    desk.choose("Den öffentlichen Teil zur Veröffentlichung und den nichtöffentlichen Teil für die Berechtigten freigeben");
    desk.finish();
    clerk.runDueJobs();
  }

  private void resultArrives(Desk desk) {
    desk.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Vorgänge").setExact(true)).click();
    desk.page.getByLabel("Vorlagen-Nummer, Betreff oder Federführung").fill(SUBJECT);
    press(desk.page, "Suchen");
    Locator row = desk.page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(SUBJECT));
    assertThat(row).containsText("beschlossen");
    desk.assertAccessible();
    row.getByRole(AriaRole.LINK).first().click();
    assertThat(desk.page.getByText("ungeändert beschlossen").first()).isVisible();
    desk.assertAccessible();
    Pictures.take(desk.page, "sachbearbeitung-ergebnis");
  }
}
