package de.gremienlauf.paper.process;

import static de.gremienlauf.paper.process.PaperVariables.RESULT_KIND;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.meeting.Handling;
import de.gremienlauf.meeting.MeetingQueries;
import de.gremienlauf.meeting.RecordedResult;
import de.gremienlauf.meeting.ResultKind;
import de.gremienlauf.paper.Consultations;
import de.gremienlauf.paper.PaperContents;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.Results;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Ergebnis erfassen". */
@Component("recordResultForm")
class RecordResultForm extends StationForm {

  private static final List<String> EMPTY_FIELDS = List.of("handling", "usualResult", "result", "resultKind", "vote",
      "yes", "no", "abstentions", "against", "abstaining", "pointVotes", "condition", "amendedWording", "postponedTo",
      "postponedAfter", "remark");

  private final Consultations consultations;
  private final Results results;
  private final Council council;
  private final Clock clock;

  RecordResultForm(PaperQueries queries, Consultations consultations, Results results, Council council, Clock clock) {
    super(queries);
    this.consultations = consultations;
    this.results = results;
    this.council = council;
    this.clock = clock;
  }

  @Override
  Map<String, Object> fields(DelegateTask task, PaperContents paper, PaperContents.Stop station) {
    PaperDetails.WordingLine current = queries.currentWording(paper.id());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("meetingDate", GermanDate.print(station.date()));
    fields.put("roleLabel", station.roleLabel());
    fields.put("wordingLabel", current.label());
    fields.put("earlierOpen", String.join(", ", consultations.withoutResult(station.id())));
    fields.put("supplements", queries.supplementsFor(station.id()).stream()
        .map(supplement -> "Anlage " + supplement.number() + " vom " + GermanDate.print(supplement.supplementOn())
            + ": " + supplement.name())
        .collect(Collectors.joining("; ")));
    EMPTY_FIELDS.forEach(key -> fields.put(key, null));
    fields.put("noResult", false);
    fields.put("details", List.of());
    fields.put("usualResults", MeetingQueries.USUAL_RESULTS.stream().map(usual -> choice(usual, usual)).toList());
    fields.put("kindChoices", ClassifyResultForm.kindChoices());
    fields.put("wordingChoices", paper.wordings().stream()
        .map(wording -> choice(wording.id(), wording.label())).toList());
    fields.put("votedWording", String.valueOf(current.id()));
    fields.put("stationChoices", otherStations(paper, station)
        .map(other -> choice(other.organizationId(), other.organization())).distinct().toList());
    fields.put("organizationChoices", bodies(paper.id()).stream()
        .map(body -> choice(body.id(), body.name())).toList());
    fields.put("referredTo", List.of());
    return fields;
  }

  private static Stream<PaperContents.Stop> otherStations(PaperContents paper, PaperContents.Stop station) {
    return paper.consultations().stream().filter(other -> other.state().open()
        && !other.organizationId().equals(station.organizationId()));
  }

  private List<Organization> bodies(Long paperId) {
    return council.bodies(queries.municipality(paperId), LocalDate.now(clock));
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    PaperContents paper = queries.contents(results.lock(stationId(task)));
    PaperContents.Stop station = paper.stop(stationId(task));
    String votedWording = form.choice("votedWording", "Wortlaut",
        paper.wordings().stream().map(wording -> String.valueOf(wording.id())).toList());
    String after = form.choice("postponedAfter", "Vertagt nach",
        otherStations(paper, station).map(other -> String.valueOf(other.organizationId())).toList());
    String usual = form.choice("usualResult", "Ergebnis", MeetingQueries.USUAL_RESULTS);
    String other = form.phrase("result", "Anderer Wortlaut");
    boolean noResult = form.ticked("noResult", "Es ist kein Ergebnis bekannt");
    ResultKind kind = results.record(station.id(), new RecordedResult(
        other == null ? usual : other,
        noResult,
        form.choice("resultKind", "Art des Ergebnisses", ResultKind.class),
        form.choice("handling", "Umgang damit in der Sitzung", Handling.class),
        form.phrase("vote", "Abstimmung im Wortlaut"),
        new RecordedResult.Counts(form.count("yes", "Ja"), form.count("no", "Nein"),
            form.count("abstentions", "Enthaltungen")),
        names(form.text("against", "Dagegen")),
        names(form.text("abstaining", "Enthalten haben sich")),
        form.longText("pointVotes", "Abstimmung nach Punkten"),
        form.text("condition", "Unter der Bedingung / vorbehaltlich"),
        votedWording == null ? null : Integer.valueOf(votedWording),
        form.longText("amendedWording", "Geänderter Wortlaut"),
        form.day("postponedTo", "Vertagt auf den"),
        after == null ? null : Long.valueOf(after),
        form.choices("referredTo", "Verwiesen an",
            () -> bodies(paper.id()).stream().map(body -> String.valueOf(body.id())).toList()).stream()
            .map(Long::valueOf).toList(),
        form.longText("remark", "Bemerkung")), task.getId());
    RESULT_KIND.set(task.getExecution(), kind == null ? null : kind.name());
  }

  private static List<String> names(String text) {
    return text == null ? List.of()
        : Stream.of(text.split(";")).map(String::strip).filter(name -> !name.isEmpty()).toList();
  }
}
