package de.gremienlauf.paper.process;

import static de.gremienlauf.paper.process.PaperVariables.RESULT_KIND;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.meeting.ResultKind;
import de.gremienlauf.paper.PaperContents;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.Results;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Art des Ergebnisses bestimmen": a person decides where no table knows the phrase. */
@Component("classifyResultForm")
class ClassifyResultForm extends StationForm {

  private final Results results;

  ClassifyResultForm(PaperQueries queries, Results results) {
    super(queries);
    this.results = results;
  }

  @Override
  Map<String, Object> fields(DelegateTask task, PaperContents paper, PaperContents.Stop station) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("result", queries.station(station.id()).result());
    fields.put("kindChoices", kindChoices());
    fields.put("resultKind", null);
    return fields;
  }

  static List<Map<String, String>> kindChoices() {
    return Stream.of(ResultKind.values()).map(kind -> choice(kind.name(), kind.label())).toList();
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    String kind = form.requiredChoice("resultKind", "Art des Ergebnisses",
        Stream.of(ResultKind.values()).map(ResultKind::name).toList());
    results.classify(stationId(task), ResultKind.valueOf(kind));
    RESULT_KIND.set(task.getExecution(), kind);
  }
}
