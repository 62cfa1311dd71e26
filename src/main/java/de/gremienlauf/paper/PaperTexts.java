package de.gremienlauf.paper;

import de.gremienlauf.council.Council;
import de.gremienlauf.document.PaperSection;
import de.gremienlauf.document.RichText;
import de.gremienlauf.document.UploadedText;
import de.gremienlauf.document.WordDraft;
import de.gremienlauf.document.WordFiles;
import de.gremienlauf.document.WordFinding;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.Phrases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The text of a draft with its look: as it is edited in the browser, and as it goes to Word and comes back. */
@Service
@Transactional
public class PaperTexts {

  private static final int MAX_WORDS = 100_000;
  private static final int MAX_LOOK = 1_000_000;
  private static final int MAX_SUBJECT = 500;

  private final PaperRepository papers;
  private final Papers life;
  private final Wordings wordings;
  private final FourEyes fourEyes;
  private final PaperHistory history;
  private final WordFiles files;
  private final Clock clock;

  PaperTexts(PaperRepository papers, Papers life, Wordings wordings, FourEyes fourEyes, PaperHistory history,
      WordFiles files, Clock clock) {
    this.papers = papers;
    this.life = life;
    this.wordings = wordings;
    this.fourEyes = fourEyes;
    this.history = history;
    this.files = files;
    this.clock = clock;
  }

  /**
   * The text of a paper.
   *
   * @param version to be named by whoever changes it
   * @param draft whether it can still be changed
   */
  public record Text(int version, String subject, boolean draft, List<Part> parts) {
  }

  /**
   * A part of the text as XHTML.
   *
   * @param formatted whether it has a look that its words alone do not have
   */
  public record Part(PaperSection section, String heading, String html, boolean formatted) {
  }

  /**
   * What an uploaded file would make of the text.
   *
   * @param subject the new Betreff; null if it stays
   * @param findings what could not be taken over as it was
   */
  public record Preview(int version, String fileName, String subject, List<NewPart> parts,
      List<WordFinding> findings) {
  }

  /** What a part would become; the label says how it differs from what it is. */
  public record NewPart(PaperSection section, String heading, String html, Change change, String changeLabel) {
  }

  /** What happens to a part of the text. */
  public enum Change {
    NEW("wird ersetzt"), SAME("ist gleich"), EMPTY("wird geleert"), KEPT("steht nicht in der Datei und bleibt");

    private final String label;

    Change(String label) {
      this.label = label;
    }
  }

  @Transactional(readOnly = true)
  public Text text(Long paperId) {
    return text(life.get(paperId));
  }

  private Text text(Paper paper) {
    return new Text(paper.textVersion, paper.name, isDraft(paper), sections(paper).stream()
        .map(section -> part(paper, section)).toList());
  }

  private Part part(Paper paper, PaperSection section) {
    RichText text = read(paper, section);
    return new Part(section, heading(paper, section), text.html(), text.richOrNull() != null);
  }

  /** The text as a Word file. */
  @Transactional(readOnly = true)
  public byte[] word(Long paperId) {
    return files.write(draft(life.get(paperId)), LocalDate.now(clock));
  }

  /** What a file would make of the text; nothing is changed. */
  @Transactional(readOnly = true)
  public Preview preview(Long paperId, String fileName, byte[] content) {
    Paper paper = life.get(paperId);
    requireDraft(paper);
    return preview(paper, read(paper, fileName, content));
  }

  private Preview preview(Paper paper, UploadedText uploaded) {
    String subject = Objects.equals(uploaded.subject(), paper.name) ? null : uploaded.subject();
    return new Preview(paper.textVersion, uploaded.fileName(), subject, sections(paper).stream().map(section -> {
      RichText now = read(paper, section);
      RichText then = uploaded.sections().get(section);
      Change change = then == null ? Change.KEPT : then.equals(now) ? Change.SAME
          : then.isEmpty() ? Change.EMPTY : Change.NEW;
      return new NewPart(section, heading(paper, section), (then == null ? now : then).html(), change, change.label);
    }).toList(), uploaded.findings());
  }

  /** Takes the text of a file over, after its preview was seen in this version of the text. */
  public Text take(Long paperId, int version, String fileName, byte[] content) {
    Paper paper = lockedDraft(paperId, version);
    UploadedText uploaded = read(paper, fileName, content);
    boolean newSubject = uploaded.subject() != null && !uploaded.subject().equals(paper.name);
    if (newSubject) {
      paper.name = subject(uploaded.subject());
    }
    return write(paper, newSubject, uploaded.sections(),
        "Text aus der Word-Datei „" + uploaded.fileName() + "“ übernommen.");
  }

  /** Stores parts of the text as they were edited; the others stay. */
  public Text save(Long paperId, int version, Map<PaperSection, String> parts) {
    Paper paper = lockedDraft(paperId, version);
    Map<PaperSection, RichText> texts = new EnumMap<>(PaperSection.class);
    parts.forEach((section, html) -> texts.put(section, RichText.of(html)));
    return write(paper, false, texts, "Text bearbeitet.");
  }

  private Paper lockedDraft(Long paperId, int version) {
    papers.lock(paperId);
    Paper paper = life.get(paperId);
    requireDraft(paper);
    if (paper.textVersion != version) {
      throw BusinessException.conflict(
          "Der Text wurde inzwischen von jemand anderem geändert. Bitte laden Sie ihn neu.");
    }
    return paper;
  }

  private static void requireDraft(Paper paper) {
    if (!isDraft(paper)) {
      throw new BusinessException("Der Text kann nur geändert werden, solange die Vorlage ein Entwurf ist; sie steht auf „"
          + paper.state.label() + "“.");
    }
  }

  private static boolean isDraft(Paper paper) {
    return paper.state == PaperState.DRAFT && paper.releasedOn == null;
  }

  private static String subject(String subject) {
    if (subject.length() > MAX_SUBJECT) {
      throw new BusinessException("Der Betreff darf höchstens " + MAX_SUBJECT + " Zeichen haben.");
    }
    return subject;
  }

  private Text write(Paper paper, boolean newSubject, Map<PaperSection, RichText> texts, String sentence) {
    List<PaperSection> changed = new ArrayList<>();
    texts.forEach((section, text) -> {
      if (sections(paper).contains(section) && !text.equals(read(paper, section))) {
        write(paper, section, checked(paper, section, text));
        changed.add(section);
      }
    });
    if (changed.isEmpty() && !newSubject) {
      return text(paper);
    }
    paper.textVersion++;
    papers.save(paper);
    fourEyes.wrote(paper.id);
    history.add(paper.id, sentence + " Geändert: " + Stream.concat(newSubject ? Stream.of("Betreff") : Stream.empty(),
        changed.stream().sorted().map(section -> heading(paper, section))).collect(Collectors.joining(", ")) + ".");
    return text(paper);
  }

  private static RichText checked(Paper paper, PaperSection section, RichText text) {
    if (Objects.requireNonNullElse(text.plain(), "").length() > MAX_WORDS || text.html().length() > MAX_LOOK) {
      throw new BusinessException("Der Textteil „" + heading(paper, section)
          + "“ ist zu lang; erlaubt sind 100 000 Zeichen. Bitte laden Sie lange Teile als Anlage hoch.");
    }
    return text;
  }

  private void write(Paper paper, PaperSection section, RichText text) {
    switch (section) {
      case RESOLUTION -> wordings.writeDraft(paper, text.points().stream().map(Wording.Point::of).toList(),
          LocalDate.now(clock));
      case REASONS -> {
        paper.reasons = text.plain();
        paper.reasonsRich = text.richOrNull();
      }
      case BUDGET -> {
        paper.budget = text.plain();
        paper.budgetRich = text.richOrNull();
      }
      case ALTERNATIVE -> {
        paper.alternative = text.plain();
        paper.alternativeRich = text.richOrNull();
      }
    }
  }

  private RichText read(Paper paper, PaperSection section) {
    return switch (section) {
      case RESOLUTION -> RichText.ofPoints(wordings.current(paper).points().stream().map(Wording.Point::read).toList());
      case REASONS -> RichText.ofStored(paper.reasons, paper.reasonsRich);
      case BUDGET -> RichText.ofStored(paper.budget, paper.budgetRich);
      case ALTERNATIVE -> RichText.ofStored(paper.alternative, paper.alternativeRich);
    };
  }

  private UploadedText read(Paper paper, String fileName, byte[] content) {
    UploadedText uploaded = files.read(fileName, content, draft(paper));
    if (uploaded.sections().isEmpty()) {
      throw new BusinessException("In der Datei „" + uploaded.fileName() + "“ steht keine der Überschriften "
          + sections(paper).stream().map(section -> "„" + heading(paper, section) + "“")
              .collect(Collectors.joining(", "))
          + "; bitte gliedern Sie den Text damit oder benutzen Sie die Word-Datei aus dem Reiter „Text“.");
    }
    List<WordFinding> findings = new ArrayList<>(uploaded.findings());
    uploaded.sections().forEach((section, text) -> {
      if (!sections(paper).contains(section) && !text.isEmpty()) {
        findings.add(new WordFinding("Der Textteil „" + section.label() + "“ kommt bei der Art „" + paper.paperType
            + "“ nicht vor und wurde nicht übernommen.", List.of(text.plain())));
      }
    });
    RichText resolution = uploaded.sections().getOrDefault(PaperSection.RESOLUTION, RichText.ofPlain(null));
    if (resolution.hidesPoints()) {
      findings.add(new WordFinding("Der Beschlussvorschlag beginnt nicht mit einer Nummer und wird als ein einziger"
          + " Punkt übernommen.", List.of()));
    }
    return new UploadedText(uploaded.fileName(), uploaded.sections(), uploaded.subject(), findings);
  }

  private WordDraft draft(Paper paper) {
    return new WordDraft("Stadt " + Council.displayName(paper.municipality).replaceFirst("^Stadt ", ""),
        paper.paperType, paper.printedReference(), paper.name, paper.leadOffice, sections(paper).stream()
            .map(section -> new WordDraft.Part(section, heading(paper, section), read(paper, section))).toList());
  }

  /** The parts that a paper of this type has, and those that it has all the same. */
  private List<PaperSection> sections(Paper paper) {
    boolean onlyText = paper.informs() || Phrases.normalize(paper.paperType).startsWith("anfrage");
    return Stream.of(PaperSection.values()).filter(section -> switch (section) {
      case RESOLUTION -> !onlyText;
      case REASONS -> true;
      case BUDGET, ALTERNATIVE -> !onlyText && !paper.fromPolitics();
    } || !read(paper, section).isEmpty()).toList();
  }

  private static String heading(Paper paper, PaperSection section) {
    boolean onlyText = paper.informs() || Phrases.normalize(paper.paperType).startsWith("anfrage");
    return section == PaperSection.REASONS && onlyText ? "Text" : section.label();
  }
}
