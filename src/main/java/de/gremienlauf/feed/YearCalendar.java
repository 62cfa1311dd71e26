package de.gremienlauf.feed;

import de.gremienlauf.calendar.CouncilRecess;
import de.gremienlauf.calendar.Recess;
import de.gremienlauf.council.Council;
import de.gremienlauf.document.ProjectSheet;
import de.gremienlauf.document.ProjectSheetRenderer;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.meeting.MeetingState;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All meetings of a year in the own municipality, for a page and as a PDF. */
@Service
@Transactional(readOnly = true)
public class YearCalendar {

  private static final int YEARS = 10;

  private final FeedMeetings meetings;
  private final CouncilRecess recesses;
  private final Council council;
  private final ProjectSheetRenderer renderer;
  private final Clock clock;

  YearCalendar(FeedMeetings meetings, CouncilRecess recesses, Council council, ProjectSheetRenderer renderer,
      Clock clock) {
    this.meetings = meetings;
    this.recesses = recesses;
    this.council = council;
    this.renderer = renderer;
    this.clock = clock;
  }

  /** A year with its meetings and recesses, each by day. */
  public record Year(int year, List<Entry> meetings, List<Recess> recesses) {
  }

  /** A meeting; the time is null if it is not known. */
  public record Entry(Long id, String body, LocalDate day, String time, String location, boolean cancelled) {
  }

  /**
   * A year.
   *
   * @param year null for the present one
   */
  public Year of(Integer year) {
    int present = LocalDate.now(clock).getYear();
    int wanted = year == null ? present : year;
    if (Math.abs(wanted - present) > YEARS) {
      throw new BusinessException("Bitte wählen Sie ein Jahr zwischen " + (present - YEARS) + " und "
          + (present + YEARS) + ".");
    }
    LocalDate first = LocalDate.of(wanted, 1, 1);
    LocalDate last = LocalDate.of(wanted, 12, 31);
    return new Year(wanted, meetings.ofCity(council.ownMunicipality(), first, last).stream()
        .map(row -> new Entry(row.id(), row.organization(), row.meetingDay(), row.startTime(), row.location(),
            row.state() == MeetingState.CANCELLED)).toList(),
        recesses.of(Council.displayName(council.ownMunicipality())).recesses().stream()
            .filter(recess -> !recess.lastDay().isBefore(first) && !recess.firstDay().isAfter(last)).toList());
  }

  /** The same as a PDF, month by month. */
  public byte[] pdf(Integer year) {
    Year shown = of(year);
    List<ProjectSheet.Section> sections = new ArrayList<>();
    for (Month month : Month.values()) {
      List<List<String>> rows = shown.meetings().stream().filter(one -> one.day().getMonth() == month)
          .map(YearCalendar::row).toList();
      if (!rows.isEmpty()) {
        sections.add(ProjectSheet.Section.of(month.getDisplayName(TextStyle.FULL, Locale.GERMAN),
            new ProjectSheet.Table(List.of(new ProjectSheet.Column("Tag", 28, false),
                new ProjectSheet.Column("Beginn", 18, false), new ProjectSheet.Column("Gremium", null, false),
                new ProjectSheet.Column("Ort", 40, false)), rows, List.of()), null));
      }
    }
    if (sections.isEmpty()) {
      sections.add(ProjectSheet.Section.of("Sitzungen", "Für dieses Jahr sind keine Sitzungen geplant."));
    }
    String city = Council.displayName(council.ownMunicipality()).replaceFirst("^Stadt ", "");
    LocalDate today = LocalDate.now(clock);
    return renderer.render(new ProjectSheet("Stadt " + city, null, "Sitzungskalender " + shown.year(),
        "Sitzungen des Rates, seiner Ausschüsse und der Bezirksvertretungen",
        Stream.concat(Stream.of(new ProjectSheet.Fact("Stand", GermanDate.print(today))), shown.recesses().stream()
            .map(recess -> new ProjectSheet.Fact("Ratsferien", GermanDate.print(recess.firstDay()) + " bis "
                + GermanDate.print(recess.lastDay())))).toList(), sections, List.of(), today));
  }

  private static List<String> row(Entry one) {
    List<String> cells = new ArrayList<>();
    cells.add(GermanDate.printWithWeekday(one.day()));
    cells.add(one.time());
    cells.add(one.body() + (one.cancelled() ? " (abgesagt)" : ""));
    cells.add(one.location());
    return cells;
  }
}
