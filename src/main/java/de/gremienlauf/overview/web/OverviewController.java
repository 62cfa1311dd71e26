package de.gremienlauf.overview.web;

import de.gremienlauf.overview.FinishedPapers;
import de.gremienlauf.overview.Overview;
import de.gremienlauf.overview.OverviewQueries;
import de.gremienlauf.overview.process.Incidents;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What heads of offices look at in Cockpit. */
@RestController
@RequestMapping("/api/overview")
class OverviewController {

  private static final int QUERY = 200;

  private final OverviewQueries queries;
  private final FinishedPapers finished;
  private final Incidents incidents;
  private final OverviewReaders readers;

  OverviewController(OverviewQueries queries, FinishedPapers finished, Incidents incidents, OverviewReaders readers) {
    this.queries = queries;
    this.finished = finished;
    this.incidents = incidents;
    this.readers = readers;
  }

  @GetMapping
  Overview overview() {
    readers.require();
    return queries.now();
  }

  @GetMapping("/incidents")
  List<Incidents.StandsStill> incidents() {
    readers.require();
    return incidents.newest();
  }

  @GetMapping("/finished")
  FinishedPapers.Page finished(@RequestParam(defaultValue = "") String query,
      @RequestParam(required = false) Long body, @RequestParam(required = false)
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from, @RequestParam(required = false)
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until, @RequestParam(required = false) String after) {
    readers.require();
    return finished.find(new FinishedPapers.Wanted(query.length() > QUERY ? query.substring(0, QUERY) : query, body,
        from, until, after));
  }
}
