package de.gremienlauf.paper.process;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.paper.PaperContents;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.SequenceOutlook;
import de.gremienlauf.paper.Sequences;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Beratungsfolge festlegen"; the stations themselves are edited in the tab of that name. */
@Component("confirmSequenceForm")
class ConfirmSequenceForm extends PaperForm {

  static final String SEQUENCE_TEXT = "sequenceText";

  static final String OUTLOOK_TEXT = "outlookText";

  private final Sequences sequences;
  private final SequenceOutlook outlook;

  ConfirmSequenceForm(PaperQueries queries, Sequences sequences, SequenceOutlook outlook) {
    super(queries);
    this.sequences = sequences;
    this.outlook = outlook;
  }

  @Override
  Map<String, Object> fields(DelegateTask task, PaperContents paper) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.putAll(sequence(paper));
    fields.put("sequenceConfirmed", false);
    fields.put("remark", null);
    return fields;
  }

  /** The texts about the sequence as it is now. */
  Map<String, Object> sequence(PaperContents paper) {
    return Map.of(SEQUENCE_TEXT, sequenceText(paper), OUTLOOK_TEXT, outlook.sentences(paper.id()).stream()
        .map(sentence -> "- " + escaped(sentence)).collect(Collectors.joining("\n")));
  }

  /** The open stations as a list in Markdown. */
  private static String sequenceText(PaperContents paper) {
    return paper.consultations().stream().filter(station -> station.state().open())
        .map(station -> "- " + escaped(station.organization()) + " (" + station.roleLabel() + ")"
            + (station.date() == null ? ", noch ohne Sitzung" : ", " + GermanDate.print(station.date())))
        .collect(Collectors.joining("\n"));
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    if (!form.ticked("sequenceConfirmed", "Beratungsfolge bestätigt")) {
      throw new BusinessException("Bitte bestätigen Sie, dass die Beratungsfolge stimmt.");
    }
    sequences.confirm(paperId(task), form.reason("remark", "Bemerkung"));
    outlook.confirmed(paperId(task));
  }
}
