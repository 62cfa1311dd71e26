package de.gremienlauf.workplace.search;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the search page asks; everybody who is logged in may, and gets what they may read. */
@RestController
class SearchController {

  private final Search search;

  SearchController(Search search) {
    this.search = search;
  }

  @GetMapping("/api/search")
  Search.Result find(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) SearchKind kind,
      @RequestParam(defaultValue = "1") int page) {
    return search.find(q, kind, page);
  }
}
