package de.gremienlauf.paper.process;

import static de.gremienlauf.paper.process.PaperVariables.CONSULTATION_ID;

import de.gremienlauf.paper.PaperContents;
import de.gremienlauf.paper.PaperQueries;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** A form about one station of a paper. */
abstract class StationForm extends PaperForm {

  final PaperQueries queries;

  StationForm(PaperQueries queries) {
    super(queries);
    this.queries = queries;
  }

  /** The fields of this form beside the head and the name of the body. */
  abstract Map<String, Object> fields(DelegateTask task, PaperContents paper, PaperContents.Stop station);

  Long stationId(DelegateTask task) {
    return CONSULTATION_ID.from(task);
  }

  @Override
  Long paperId(DelegateTask task) {
    return queries.paperOf(stationId(task));
  }

  @Override
  final Map<String, Object> fields(DelegateTask task, PaperContents paper) {
    PaperContents.Stop station = paper.stop(stationId(task));
    Map<String, Object> fields = fields(task, paper, station);
    fields.put("organization", station.organization());
    return fields;
  }
}
