package de.gremienlauf.funding;

import static de.gremienlauf.engine.GermanDate.print;
import static de.gremienlauf.engine.GermanDate.printWithWeekday;

import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.council.Council;
import de.gremienlauf.document.ProjectSheet;
import de.gremienlauf.document.ProjectSheet.Column;
import de.gremienlauf.document.ProjectSheet.Fact;
import de.gremienlauf.document.ProjectSheet.Section;
import de.gremienlauf.document.ProjectSheet.Table;
import de.gremienlauf.document.ProjectSheetRenderer;
import de.gremienlauf.engine.Euro;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints the deadline sheet of a notice (Fristenblatt): what it says, and every day that follows, step by step. */
@Service
@Transactional
public class DeadlineSheets {

  private final FundingNoticeRepository rows;
  private final FundedProjectRepository projects;
  private final Notices notices;
  private final FundingRules rules;
  private final ProofsOfUse proofs;
  private final ProjectClosing closing;
  private final ProjectDocuments documents;
  private final ProjectSheetRenderer renderer;
  private final Clock clock;

  DeadlineSheets(FundingNoticeRepository rows, FundedProjectRepository projects, Notices notices, FundingRules rules,
      ProofsOfUse proofs, ProjectClosing closing, ProjectDocuments documents, ProjectSheetRenderer renderer,
      Clock clock) {
    this.rows = rows;
    this.projects = projects;
    this.notices = notices;
    this.rules = rules;
    this.proofs = proofs;
    this.closing = closing;
    this.documents = documents;
    this.renderer = renderer;
    this.clock = clock;
  }

  /** Prints the sheet as things stand and keeps it with the project, unless nothing has changed since the last one. */
  public void issue(Long noticeId) {
    FundingNotice notice = rows.required(noticeId);
    if (isCurrent(notice)) {
      return;
    }
    ProjectDocument kept = documents.keep(notice.projectId, ProjectDocumentKind.DEADLINE_SHEET,
        "Fristenblatt zum " + notice.title(), renderer.render(sheet(notice, LocalDate.now(clock))));
    notice.sheetHash = kept.documentHash();
    rows.save(notice);
  }

  private boolean isCurrent(FundingNotice notice) {
    return documents.of(notice.projectId).stream().filter(kept -> kept.documentHash().equals(notice.sheetHash))
        .findFirst().map(kept -> Arrays.equals(renderer.render(sheet(notice, kept.createdOn())),
            documents.content(notice.projectId, kept.id()).bytes()))
        .orElse(false);
  }

  private ProjectSheet sheet(FundingNotice row, LocalDate createdOn) {
    FundedProject project = projects.required(row.projectId);
    NoticeDetails notice = NoticeDetails.of(row);
    List<Section> sections = new ArrayList<>();
    sections.add(Section.of("Bescheid", facts(letter(notice)), null));
    Map<String, ExplainedDate> all = days(notice);
    sections.add(Section.of("Fristen im Überblick", overview(all), !notice.postedAssumed() ? null
        : "Wann der Bescheid zur Post gegeben wurde, ist nicht bekannt. Die Fristen beruhen auf der Annahme, dass es"
            + " am Tag seines Datums geschah; wird der wirkliche Tag nachgetragen, wird neu gerechnet."));
    all.forEach((label, day) -> sections.add(Section.of(label + ": " + printWithWeekday(day.date()),
        numbered(day.steps()) + "\n\nRechtsgrund: " + day.ground())));
    sections.add(Section.of("Zeiträume nach diesem Bescheid", facts(periods(notices.period(project.id))), null));
    addGrant(sections, notice);
    sections.add(Section.of("Regeln, die gelten", rules(project.id), null));
    if (notice.terms().conditions() != null) {
      sections.add(Section.of("Nebenbestimmungen", notice.terms().conditions()));
    }
    return new ProjectSheet("Stadt " + Council.displayName(project.municipality).replaceFirst("^Stadt ", ""),
        project.leadOffice, "Fristenblatt", notice.title() + ", Förderprojekt „" + project.name + "“ ("
        + project.projectNumber + ")",
        List.of(new Fact("Anfechtbar bis", printWithWeekday(notice.appealUntil())),
            new Fact("Bestandskräftig ab", printWithWeekday(notice.finalFrom())),
            new Fact("Stand", notice.state().label())),
        sections, List.of(), createdOn);
  }

  private Map<String, ExplainedDate> days(NoticeDetails notice) {
    NoticeDeadlines deadlines = notices.deadlines(notice.id());
    Map<String, ExplainedDate> all = new LinkedHashMap<>();
    all.put("Bekanntgabe", deadlines.notified());
    all.put("Ende der Rechtsbehelfsfrist", deadlines.appealUntil());
    all.put("Bestandskraft", deadlines.finalFrom());
    if (notices.period(notice.projectId()).approvalUntil() != null) {
      all.put("Beginn des Abschlussberichts", closing.begins(notice.projectId()));
    }
    proofs.due(notice.projectId()).ifPresent(due -> all.put("Verwendungsnachweis", due));
    return all;
  }

  private static String numbered(List<String> steps) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      text.append(i + 1).append(". ").append(steps.get(i)).append('\n');
    }
    return text.toString().strip();
  }

  private static Map<String, String> letter(NoticeDetails notice) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Art", notice.kind().label());
    facts.put("Bewilligungsbehörde", notice.letter().authority());
    facts.put("Geschäftszeichen", notice.letter().fileReference());
    facts.put("Datum", printWithWeekday(notice.letter().noticeDate()));
    if (notice.method() != NoticeMethod.SERVED) {
      facts.put("Aufgabe zur Post", printWithWeekday(notice.postedOn())
          + (notice.postedAssumed() ? " (angenommen: Datum des Bescheids)" : ""));
    }
    facts.put("Weg der Bekanntgabe", notice.method().label()
        + (notice.letter().method() == null ? " (angenommen)" : ""));
    facts.put("Nachweislicher Zugang", print(notice.letter().receivedOn()));
    facts.put("Rechtsbehelfsbelehrung", notice.letter().instruction() ? "richtig" : "fehlt oder ist falsch");
    facts.put("Rechtsbehelfsverzicht", print(notice.waivedOn()));
    facts.put("Angefochten am", print(notice.challengedOn()));
    return facts;
  }

  private static Map<String, String> periods(FundingPeriod period) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Bewilligungszeitraum", span(period.approvalFrom(), period.approvalUntil()));
    facts.put("Durchführungszeitraum", span(period.executionFrom(), period.executionUntil()));
    return facts;
  }

  private static String span(LocalDate from, LocalDate until) {
    return from == null && until == null ? null : (from == null ? "" : "vom " + print(from) + " ")
        + (until == null ? "an" : "bis zum " + print(until));
  }

  private static void addGrant(List<Section> sections, NoticeDetails notice) {
    GrantTerms terms = notice.terms();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Art der Finanzierung", terms.financingKind() == null ? null : terms.financingKind().label());
    facts.put("Art der Auszahlung", terms.paymentKind() == null ? null : terms.paymentKind().label());
    facts.put("Fördersatz", Euro.percent(terms.rate()));
    facts.put("Zuwendungsfähige Ausgaben", Euro.print(terms.eligibleTotal()));
    facts.put("Höchstbetrag", Euro.print(terms.grantLimit()));
    terms.years().forEach((year, amount) -> facts.put("Haushaltsjahr " + year, Euro.print(amount)));
    if (!terms.years().isEmpty()) {
      facts.put("Zusammen", Euro.print(terms.years().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
    }
    if (facts.values().stream().anyMatch(value -> value != null && !value.isEmpty())) {
      sections.add(Section.of("Bewilligung", facts(facts), notice.computedGrant()
          .map(grant -> numbered(grant.steps())).orElse(null)));
    }
  }

  private static Table facts(Map<String, String> facts) {
    return new Table(List.of(new Column("Angabe", 55, false), new Column("Inhalt", null, false)),
        facts.entrySet().stream().filter(fact -> fact.getValue() != null && !fact.getValue().isEmpty())
            .map(fact -> List.of(fact.getKey(), fact.getValue())).toList(), List.of());
  }

  private static Table overview(Map<String, ExplainedDate> all) {
    return new Table(List.of(new Column("Frist", 55, false), new Column("Tag", 32, false),
        new Column("Rechtsgrund", null, false)),
        all.entrySet().stream().map(day -> List.of(day.getKey(), printWithWeekday(day.getValue().date()),
            day.getValue().ground())).toList(), List.of());
  }

  private Table rules(Long projectId) {
    return new Table(List.of(new Column("Regel", 45, false), new Column("Wert", 50, false),
        new Column("Grundlage", null, false)),
        rules.of(projectId).stream().map(rule -> List.of(rule.key().label(), rule.printed(),
            rule.origin().label() + ": " + rule.ground())).toList(), List.of());
  }
}
