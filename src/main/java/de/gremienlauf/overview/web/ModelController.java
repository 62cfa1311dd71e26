package de.gremienlauf.overview.web;

import de.gremienlauf.overview.process.WaitingPlaces;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the tab and the picture of a model in Cockpit show. */
@RestController
class ModelController {

  private final OverviewReaders readers;
  private final WaitingPlaces places;

  ModelController(OverviewReaders readers, WaitingPlaces places) {
    this.readers = readers;
    this.places = places;
  }

  @GetMapping("/api/process-definitions/{definitionId}/waiting")
  List<WaitingPlaces.Place> waiting(@PathVariable String definitionId) {
    readers.require();
    return places.of(definitionId);
  }
}
