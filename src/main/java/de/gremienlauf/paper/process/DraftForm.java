package de.gremienlauf.paper.process;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.paper.Draft;
import de.gremienlauf.paper.PaperContents;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.PaperTexts;
import de.gremienlauf.paper.Papers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The task "Vorlage entwerfen". */
@Component("draftForm")
class DraftForm extends PaperForm {

  private static final String PUBLIC = "public";
  private static final String NON_PUBLIC = "nonPublic";
  private static final String TEXT_VERSION = "textVersion";

  private final Papers papers;
  private final PaperQueries queries;
  private final PaperTexts texts;
  private final Council council;
  private final Clock clock;
  private final List<String> topics;

  DraftForm(Papers papers, PaperQueries queries, PaperTexts texts, Council council, Clock clock,
      @Value("${gremienlauf.topics}") List<String> topics) {
    super(queries);
    this.papers = papers;
    this.queries = queries;
    this.texts = texts;
    this.council = council;
    this.clock = clock;
    this.topics = topics;
  }

  @Override
  Map<String, Object> fields(DelegateTask task, PaperContents paper) {
    papers.openDraft(paper.id());
    PaperQueries.PaperWords said = queries.words(paper.id());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("leadOffice", paper.leadOffice());
    fields.put("politics", queries.fromPolitics(paper.id()));
    fields.put("originator", paper.originator());
    fields.put("topicChoices", topics.stream().map(topic -> choice(topic, topic)).toList());
    fields.put("topics", said.topics());
    fields.put("districtChoices", districts(paper.id()).stream().map(name -> choice(name, name)).toList());
    fields.put("districts", said.districts());
    fields.put("visibility", paper.publicPaper() ? PUBLIC : NON_PUBLIC);
    fields.put("nonPublicGround", paper.nonPublicGround());
    fields.putAll(text(paper.id()));
    fields.put("references", String.join(", ",
        said.references().stream().map(PaperDetails.Reference::reference).toList()));
    fields.put("outsideDeadline", GermanDate.print(paper.outsideDeadline()));
    fields.put("outsideDeadlineNote", paper.outsideDeadlineNote());
    fields.put("officeChoices", offices(paper.id()).stream()
        .map(office -> choice(office.id(), office.name())).toList());
    fields.put("coSigningOffices", queries.coSigningOffices(paper.id()).stream().map(String::valueOf).toList());
    // Opening the draft has said why.
    fields.put("returned", queries.contents(paper.id()).returnedBecause());
    return fields;
  }

  /** What the form shows of the text: its words, which parts have a look that words do not have, and its version. */
  Map<String, Object> text(Long paperId) {
    PaperContents paper = queries.contents(paperId);
    PaperTexts.Text text = texts.text(paperId);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("subject", paper.name());
    fields.put("resolution", queries.resolutionText(paperId));
    fields.put("reasons", block(paper, "REASONS"));
    fields.put("budget", block(paper, "BUDGET"));
    fields.put("alternative", block(paper, "ALTERNATIVE"));
    fields.put("formatted", text.parts().stream().filter(PaperTexts.Part::formatted).map(PaperTexts.Part::heading)
        .collect(Collectors.joining(", ")));
    fields.put(TEXT_VERSION, String.valueOf(text.version()));
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    Long paperId = paperId(task);
    String seen = form.text(TEXT_VERSION, "Stand des Textes");
    if (seen != null && !seen.equals(String.valueOf(texts.text(paperId).version()))) {
      throw new BusinessException("Der Text wurde inzwischen im Reiter „Text“ oder von jemand anderem geändert. Bitte laden"
          + " Sie die Seite neu.");
    }
    List<String> offices = offices(paperId).stream().map(office -> String.valueOf(office.id())).toList();
    boolean nonPublic = NON_PUBLIC.equals(
        form.requiredChoice("visibility", "Behandlung", List.of(PUBLIC, NON_PUBLIC)));
    papers.saveDraft(paperId, new Draft(
        form.requiredLine("subject", "Betreff"),
        form.requiredText("leadOffice", "Federführende Dienststelle"),
        form.text("originator", "Eingebracht von"),
        form.choices("topics", "Themen", topics),
        form.choices("districts", "Stadtbezirke", districts(paperId)),
        !nonPublic,
        nonPublic ? form.text("nonPublicGround", "Grund der Nichtöffentlichkeit") : null,
        form.longText("resolution", "Beschlussvorschlag"),
        form.longText("reasons", "Begründung"),
        form.longText("budget", "Haushaltsmäßige Auswirkungen"),
        form.longText("alternative", "Alternative"),
        references(form.text("references", "Bezug")),
        form.day("outsideDeadline", "Frist von außen"),
        form.text("outsideDeadlineNote", "Anlass der Frist"),
        form.choices("coSigningOffices", "Mitzeichnende Dienststellen", offices).stream().map(Long::valueOf).toList()));
  }

  private static List<String> references(String text) {
    return text == null ? List.of()
        : Stream.of(text.split(",")).map(String::strip).filter(reference -> !reference.isEmpty()).distinct().toList();
  }

  private List<Organization> offices(Long paperId) {
    return council.offices(queries.municipality(paperId), LocalDate.now(clock));
  }

  private List<String> districts(Long paperId) {
    return council.bodies(queries.municipality(paperId), LocalDate.now(clock)).stream()
        .filter(body -> "Bezirksvertretung".equals(body.classification())).map(Organization::name).toList();
  }

  private static String block(PaperContents paper, String kind) {
    return paper.blocks().stream().filter(block -> block.kind().equals(kind)).map(PaperDetails.Block::text)
        .findFirst().orElse(null);
  }
}
