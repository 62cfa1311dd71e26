package de.gremienlauf.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The check for English can fail: it refuses what the web applications and forms say in English. */
class GermanWordsTest {

  @Test
  void englishIsRefused() {
    assertThat(GermanWords.unknown("""
        Field is required. Add new. No results. Nothing to show. Please try again. Sign out. Claim. Unclaim. Due date.
        Follow-up date. Dashboard. Deployments. Tasks. Users. Groups. Tenants. Search. Business Key. Created by."""))
        .containsExactly("Field", "is", "required", "Add", "new", "No", "results", "Nothing", "to", "show", "Please",
            "try", "again", "Sign", "out", "Claim", "Unclaim", "Due", "date", "Follow", "up", "Dashboard",
            "Deployments", "Tasks", "Users", "Groups", "Tenants", "Search", "Key", "Created", "by");
  }

  @Test
  void namesFromTheProgrammeAreRefused() {
    assertThat(GermanWords.unknown("Der Vorgang wartet auf MeetingReached, agendaItemId und DECISION."))
        .containsExactly("MeetingReached", "agendaItemId", "DECISION");
  }

  @Test
  void wrongSpellingIsRefused() {
    assertThat(GermanWords.unknown("Die Vorlge wurde geschlosen.")).containsExactly("Vorlge", "geschlosen");
  }

  @Test
  void germanIsAccepted() {
    assertThat(GermanWords.unknown("""
        Die Niederschrift ist von der/dem Vorsitzenden und der Schriftführung zu unterzeichnen (§ 52 Abs. 1 GO NRW).
        BERATUNGSFOLGE FESTLEGEN: Oberbürgermeister*innen, Kolleg:innen, Be\u00adwilligungszeitraum 31.12.2026, 08:00 Uhr.
        Drucksachen- und Vorlagennummer 0123/2026, Anlage1.pdf, erika.muster@stadt.example, „i. V.“, „i. A.“"""))
        .isEqualTo(List.of());
  }
}
