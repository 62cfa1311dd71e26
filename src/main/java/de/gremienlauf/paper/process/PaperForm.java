package de.gremienlauf.paper.process;

import static de.gremienlauf.paper.process.PaperVariables.PAPER_ID;

import de.gremienlauf.engine.FormHandler;
import de.gremienlauf.paper.PaperContents;
import de.gremienlauf.paper.PaperQueries;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** A form about a paper: what every one of them shows of it. */
abstract class PaperForm extends FormHandler {

  final PaperQueries queries;

  PaperForm(PaperQueries queries) {
    this.queries = queries;
  }

  /** The fields of this form beside the head. */
  abstract Map<String, Object> fields(DelegateTask task, PaperContents paper);

  /** What is to be decided, or told where nothing is, and what it costs, as Markdown. */
  static String draftText(PaperContents paper) {
    String resolution = paper.resolutionPoints().stream()
        .map(point -> escaped(point.text())).collect(Collectors.joining("\n\n"));
    String first = resolution.isEmpty() ? blocks(paper, "REASONS") : part("Beschlussvorschlag", resolution);
    return (first + blocks(paper, "BUDGET")).strip();
  }

  private static String blocks(PaperContents paper, String kind) {
    return paper.blocks().stream().filter(block -> block.kind().equals(kind))
        .map(block -> part(block.heading(), escaped(block.text()))).collect(Collectors.joining());
  }

  private static String part(String heading, String text) {
    return "\n\n**" + heading + "**\n\n" + text;
  }

  Long paperId(DelegateTask task) {
    return PAPER_ID.from(task);
  }

  @Override
  protected final Map<String, Object> defaults(DelegateTask task) {
    PaperContents paper = queries.contents(paperId(task));
    Map<String, Object> defaults = new LinkedHashMap<>();
    defaults.put("reference", paper.reference());
    defaults.put("paperType", paper.type());
    defaults.put("subject", paper.name());
    defaults.putAll(fields(task, paper));
    return defaults;
  }
}
