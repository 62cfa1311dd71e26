package de.gremienlauf.funding;

import de.gremienlauf.engine.DecisionTables;
import de.gremienlauf.engine.Phrases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rules that hold for a project: those of its programme by the decision table {@code funding-rules} in the version
 * of the day of its first notice, unless a notice in force says otherwise; the latest notice wins.
 */
@Service
@Transactional(readOnly = true)
public class FundingRules {

  private static final String TABLE = "funding-rules";

  private final FundedProjectRepository projects;
  private final FundingNoticeRepository notices;
  private final DecisionTables tables;
  private final Clock clock;

  FundingRules(FundedProjectRepository projects, FundingNoticeRepository notices, DecisionTables tables, Clock clock) {
    this.projects = projects;
    this.notices = notices;
    this.tables = tables;
    this.clock = clock;
  }

  /** A rule that every programme has. */
  public FundingRule rule(Long projectId, RuleKey key) {
    return find(projectId, key)
        .orElseThrow(() -> new IllegalStateException("Decision table " + TABLE + " has no row for " + key.key()));
  }

  /** A rule; empty if neither the programme nor a notice has one, e.g. for a day that only a notice can set. */
  public Optional<FundingRule> find(Long projectId, RuleKey key) {
    return findFirst(projectId, List.of(key));
  }

  /**
   * Of rules that exclude each other, the one that holds: of the latest notice that has any of them, else of the
   * programme; where one of these has several, the first in the order that is asked for.
   */
  Optional<FundingRule> findFirst(Long projectId, List<RuleKey> keys) {
    FundedProject project = projects.required(projectId);
    List<FundingNotice> all = inForce(projectId);
    return all.stream().flatMap(notice -> keys.stream().flatMap(key -> clause(notice, key).stream()).limit(1))
        .reduce((earlier, later) -> later)
        .or(() -> keys.stream().flatMap(key -> row(project.programme, key, day(project, all)).stream()).findFirst());
  }

  /** All rules that hold for a project. */
  public List<FundingRule> of(Long projectId) {
    return Arrays.stream(RuleKey.values()).map(key -> find(projectId, key)).flatMap(Optional::stream).toList();
  }

  private List<FundingNotice> inForce(Long projectId) {
    return notices.findByProjectIdOrderByNoticeDateAscIdAsc(projectId).stream().filter(FundingNotice::inForce).toList();
  }

  private static Optional<FundingRule> clause(FundingNotice notice, RuleKey key) {
    return notice.clauses.stream().filter(clause -> clause.ruleKey().equals(key.key()))
        .map(clause -> new FundingRule(key, clause.ruleValue(), Stream.of(clause.printedText(), notice.title())
            .filter(Objects::nonNull).reduce((text, title) -> text + ", " + title).orElseThrow(),
            FundingRule.Origin.NOTICE))
        .reduce((earlier, later) -> later);
  }

  private Optional<FundingRule> row(String programme, RuleKey key, LocalDate day) {
    Map<String, Object> row = tables.first(TABLE, Map.of("key", key.key(),
        "programme", Phrases.normalize(programme), "day", day.toString()));
    return row.isEmpty() ? Optional.empty() : Optional.of(new FundingRule(key, key.checked((String) row.get("value")),
        (String) row.get("ground"), FundingRule.Origin.TABLE));
  }

  private LocalDate day(FundedProject project, List<FundingNotice> all) {
    return all.stream().findFirst().map(notice -> notice.noticeDate)
        .or(() -> Optional.ofNullable(project.plannedFrom)).orElseGet(() -> LocalDate.now(clock));
  }
}
