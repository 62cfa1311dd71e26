package de.gremienlauf.paper.process;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.paper.PaperContents;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.Results;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Ziel der Verweisung festlegen". */
@Component("referralTargetForm")
class ReferralTargetForm extends StationForm {

  private final Results results;
  private final Council council;
  private final Clock clock;

  ReferralTargetForm(PaperQueries queries, Results results, Council council, Clock clock) {
    super(queries);
    this.results = results;
    this.council = council;
    this.clock = clock;
  }

  @Override
  Map<String, Object> fields(DelegateTask task, PaperContents paper, PaperContents.Stop station) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("result", Objects.requireNonNullElse(queries.station(station.id()).result(), ""));
    fields.put("organizationChoices", bodies(paper.id()).stream()
        .map(body -> choice(body.id(), body.name())).toList());
    fields.put("referredTo", List.of());
    fields.put("noTarget", false);
    return fields;
  }

  private List<Organization> bodies(Long paperId) {
    return council.bodies(queries.municipality(paperId), LocalDate.now(clock));
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    List<String> allowed = bodies(paperId(task)).stream().map(body -> String.valueOf(body.id())).toList();
    boolean none = form.ticked("noTarget", "Kein weiteres Gremium");
    results.assignReferralTargets(stationId(task),
        form.choices("referredTo", "Verwiesen an", allowed).stream().map(Long::valueOf).toList(), none);
  }
}
