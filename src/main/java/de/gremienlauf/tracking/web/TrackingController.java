package de.gremienlauf.tracking.web;

import de.gremienlauf.document.Download;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.tracking.Duty;
import de.gremienlauf.tracking.ForgottenPaper;
import de.gremienlauf.tracking.ResolutionDuties;
import de.gremienlauf.tracking.ResolutionDuties.TrackedBody;
import de.gremienlauf.tracking.TrackingAccess;
import de.gremienlauf.tracking.TrackingReport;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What resolutions oblige to and which papers were forgotten, for the page "Beschlüsse" and that of a paper. */
@RestController
class TrackingController {

  private static final int FIRST_YEAR = 1900;

  private final TrackingAccess access;
  private final ResolutionDuties duties;
  private final TrackingReport report;
  private final Clock clock;

  TrackingController(TrackingAccess access, ResolutionDuties duties, TrackingReport report, Clock clock) {
    this.access = access;
    this.duties = duties;
    this.report = report;
    this.clock = clock;
  }

  /**
   * The page.
   *
   * @param bodies for which reports can be printed; empty for who may not print them
   */
  record TrackingPage(LocalDate day, List<Duty> duties, List<Forgotten> forgotten, List<TrackedBody> bodies) {
  }

  /** A forgotten paper as the page shows it. */
  record Forgotten(Long paperId, String reference, String type, String name, String leadOffice, String kind, String body,
      LocalDate since, LocalDate forgottenOn, LocalDate nextMeeting, String why) {

    static Forgotten of(ForgottenPaper paper) {
      return new Forgotten(paper.paperId(), paper.reference(), paper.type(), paper.name(), paper.leadOffice(),
          paper.kind().label(), paper.body(), paper.since(), paper.forgottenOn(), paper.nextMeeting(), paper.why());
    }
  }

  @GetMapping("/api/resolutions")
  TrackingPage page() {
    return new TrackingPage(LocalDate.now(clock), access.duties(), access.forgotten().stream().map(Forgotten::of).toList(),
        access.oversees() ? duties.bodies() : List.of());
  }

  @GetMapping("/api/papers/{id}/resolutions")
  List<Duty> ofPaper(@PathVariable Long id) {
    return access.of(id);
  }

  @GetMapping("/api/organizations/{id}/resolutions/report")
  ResponseEntity<byte[]> report(@PathVariable Long id, @RequestParam int year,
      @RequestParam(defaultValue = "true") boolean publicVersion) {
    access.requireOverseer();
    if (year < FIRST_YEAR || year > LocalDate.now(clock).getYear()) {
      throw new BusinessException("Bitte wählen Sie ein Jahr, das schon begonnen hat.");
    }
    return Download.of(report.title(id, year) + (publicVersion ? "" : " (intern)") + ".pdf", "application/pdf", true,
        report.print(id, year, access.ofYear(id, year), publicVersion));
  }
}
