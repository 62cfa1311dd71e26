package de.gremienlauf.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Headings, order and numbers of an agenda. */
class AgendaDraftTest extends MeetingStory {

  @Autowired AgendaDraft draft;

  /** Items as type, reference, amended reference, N for non-public; separated by semicolons. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      Bauausschuss      | Beschlussvorlage,0002;Beschlussvorlage,0001          | Ö 1 Vorlagen der Verwaltung, Ö 1.1 0001, Ö 1.2 0002, Ö 2 Mitteilungen der Verwaltung, Ö 3 Mündliche Anfragen
      Bauausschuss      | Mitteilung,0001;Antrag,AN1                           | Ö 1 Anträge, Ö 1.1 AN1, Ö 2 Mitteilungen der Verwaltung, Ö 2.1 0001, Ö 3 Mündliche Anfragen
      Bauausschuss      | Beschlussvorlage,0002;Änderungsantrag,AN9,0002       | Ö 1 Vorlagen der Verwaltung, Ö 1.1 AN9, Ö 1.2 0002, Ö 2 Mitteilungen der Verwaltung, Ö 3 Mündliche Anfragen
      Bauausschuss      | Beschlussvorlage,0002/1;Änderungsantrag,AN9,0002;Änderungsantrag,AN8,AN9;Beschlussvorlage,0001 | Ö 1 Vorlagen der Verwaltung, Ö 1.1 0001, Ö 1.2 AN8, Ö 1.3 AN9, Ö 1.4 0002/1, Ö 2 Mitteilungen der Verwaltung, Ö 3 Mündliche Anfragen
      Bauausschuss      | Änderungsantrag,AN9,0002                             | Ö 1 Anträge, Ö 1.1 AN9, Ö 2 Mitteilungen der Verwaltung, Ö 3 Mündliche Anfragen
      Bauausschuss      | Änderungsantrag,AN1,AN2;Änderungsantrag,AN2,AN1      | Ö 1 Mitteilungen der Verwaltung, Ö 2 Mündliche Anfragen, Ö 3 Weitere Beratungsgegenstände, Ö 3.1 AN1, Ö 3.2 AN2
      Bauausschuss      | Beschlussvorlage,0001,,N;Antrag,AN1,,N;Beschlussvorlage,0002 | Ö 1 Vorlagen der Verwaltung, Ö 1.1 0002, Ö 2 Mitteilungen der Verwaltung, Ö 3 Mündliche Anfragen, N 1 Anträge und Anfragen, N 1.1 AN1, N 2 Vorlagen der Verwaltung, N 2.1 0001
      Bauausschuss      | Beantwortung einer Anfrage,0001;Anfrage,AN1          | Ö 1 Beantwortung von Anfragen, Ö 1.1 0001, Ö 2 Anfragen, Ö 2.1 AN1, Ö 3 Mitteilungen der Verwaltung, Ö 4 Mündliche Anfragen
      Rat               | Dringlichkeitsentscheidung,0001                      | Ö 1 Fragestunde für Einwohnerinnen und Einwohner, Ö 2 Dringlichkeitsentscheidungen, Ö 2.1 0001, Ö 3 Mitteilungen der Verwaltung
      Integrationsrat   | Stellungnahme,0001                                   | Ö 1 Beratungen und Stellungnahmen, Ö 1.1 0001, Ö 2 Mitteilungen der Verwaltung, Ö 3 Berichte aus den Arbeitskreisen
      Bezirksvertretung Kalk | Bürgereingabe,0001                              | Ö 1 Fragestunde für Einwohnerinnen und Einwohner, Ö 2 Anregungen und Beschwerden, Ö 2.1 0001, Ö 3 Mitteilungen der Verwaltung
      Runder Tisch      | Bericht,0001,,N                                      | N 1 Beratungsgegenstände, N 1.1 0001
      """)
  void itemsAreOrderedAndNumbered(String body, String items, String expected) {
    Meeting meeting = plan(body, DAY, MeetingKind.REGULAR);
    for (String item : items.split(";")) {
      String[] parts = Arrays.copyOf(item.split(","), 4);
      boolean publicItem = parts[3] == null;
      request(meeting, parts[0], parts[1], publicItem, publicItem ? null : "Vertrag",
          parts[2] == null || parts[2].isEmpty() ? null : parts[2]);
    }
    draft.draft(meeting.id());
    assertThat(printed(meeting)).containsExactly(expected.split(", "));
    assertThat(agenda.of(meeting.id())).extracting(ItemDetails::position).doesNotHaveDuplicates();
    draft.draft(meeting.id());
    assertThat(printed(meeting)).containsExactly(expected.split(", "));
  }

  @Test
  void anAgendaIsDraftedAnewUntilItIsReleased() {
    Meeting meeting = plan(DAY);
    Long second = request(meeting, "Antrag", "0002", true, null, null);
    draft.draft(meeting.id());
    assertThat(item(second).number()).isEqualTo("Ö 1.1");
    request(meeting, "Antrag", "0001", true, null, null);
    draft.draft(meeting.id());
    assertThat(item(second).number()).isEqualTo("Ö 1.2");
    release(meeting);
    assertThatThrownBy(() -> draft.draft(meeting.id())).hasMessageContaining("ändern sich nicht mehr");
  }

  @Test
  void whatComesWhileTheOfficeChecksIsPutInItsOrder() {
    Meeting meeting = plan(DAY);
    Long second = request(meeting, "Antrag", "0002", true, null, null);
    clerk.onDay(meeting.submissionUntil().toLocalDate().plusDays(1));
    assertThat(item(second).number()).isEqualTo("Ö 1.1");
    Long first = request(meeting, "Antrag", "0001", true, null, null);
    complete(meeting, "Task_ReleaseAgenda", Map.of("agendaChecked", true, "startTime", "9:05", "location", "Rathaus"));
    assertThat(item(first)).returns("Ö 1.1", ItemDetails::number).returns(true, ItemDetails::late);
    assertThat(item(second).number()).isEqualTo("Ö 1.2");
    assertThat(told(meeting)).contains("Tagesordnung freigegeben. Seit ihrer Aufstellung hinzugekommen:"
        + " Betreff 0001.");
  }

  @Test
  void nothingNonPublicIsReleasedWithoutItsGround() {
    Meeting meeting = plan(DAY);
    Long secret = request(meeting, "Beschlussvorlage", false, null);
    clerk.onDay(meeting.submissionUntil().toLocalDate().plusDays(1));
    var task = clerk.task(meeting.processInstanceId(), "Task_ReleaseAgenda");
    assertThat((String) clerk.fields(task).get("warningText")).contains("Ohne Grund der Nichtöffentlichkeit: N 1.1");
    assertThatThrownBy(() -> clerk.complete(task,
        Map.of("agendaChecked", true, "startTime", "9:05", "location", "Rathaus")))
        .hasMessage("Ohne Grund der Nichtöffentlichkeit: N 1.1 Betreff 0001/2026.");
    assertThat(now(meeting).state()).isEqualTo(MeetingState.PLANNED);
    agenda.withdraw(secret, "Grund fehlt");
  }

  @ParameterizedTest
  @CsvSource({"Personalsache, Personalangelegenheit", "Kauf eines Grundstücks, Grundstücksangelegenheit",
      "Vergabe von Bauleistungen, Vergabeangelegenheit", "Stundung, Abgabenangelegenheit",
      "Laufender Prozess, Rechtsangelegenheit", "Geheim, Angelegenheit der nichtöffentlichen Sitzung"})
  void thePublicReadsANeutralTitle(String ground, String title) {
    Meeting meeting = plan(DAY);
    Long secret = request(meeting, "Beschlussvorlage", false, ground);
    release(meeting);
    assertThat(item(secret).neutralTitle()).isEqualTo(title);
  }

  @Test
  void theMinutesOfTheLastMeetingAreOnTheNextAgendaOnce() {
    Meeting first = plan(LocalDate.of(2026, 2, 3));
    reach(first);
    end(first, MeetingEnding.CLOSED, null);
    Meeting second = plan(DAY);
    Meeting third = plan(LATER);
    draft.draft(second.id());
    assertThat(printed(second)).startsWith("Ö 1 Einwendungen gegen die Niederschrift der Sitzung vom 03.02.2026");
    draft.draft(third.id());
    assertThat(printed(third)).noneMatch(line -> line.contains("Einwendungen"));
    reach(second);
    end(second, MeetingEnding.CLOSED, null);
    draft.draft(third.id());
    assertThat(printed(third)).filteredOn(line -> line.contains("Einwendungen"))
        .containsExactly("Ö 1 Einwendungen gegen die Niederschrift der Sitzung vom 03.03.2026");
  }

  @Test
  void whatGoesOnHasNoHeadingsOfItsOwn() {
    Meeting meeting = plan("Rat", DAY, MeetingKind.SPECIAL);
    request(meeting, "Antrag", "0001", true, null, null);
    draft.draft(meeting.id());
    assertThat(printed(meeting)).isEqualTo(List.of("Ö 1 Anträge", "Ö 1.1 0001"));
  }
}
