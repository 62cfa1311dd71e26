package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.Euro;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The plan of financing of a project (Finanzierungsplan): what it costs and who pays. Both sides come to the same sum,
 * else the plan is refused. Its total binds (ANBest-P Nr. 1.2).
 */
@Service
@Transactional
public class FinancingPlan {

  private final FinancingLineRepository rows;
  private final FundedProjectRepository projects;
  private final ProjectHistory history;

  FinancingPlan(FinancingLineRepository rows, FundedProjectRepository projects, ProjectHistory history) {
    this.rows = rows;
    this.projects = projects;
    this.history = history;
  }

  /**
   * The sums of both sides of a plan, in euro.
   *
   * @param eligible the part of the expenditure that counts for the grant
   * @param ownShare what the city pays itself
   */
  public record Balance(BigDecimal expenditure, BigDecimal eligible, BigDecimal financing, BigDecimal ownShare) {

    /** What is not financed; negative if more money is planned than is spent. */
    public BigDecimal gap() {
      return expenditure.subtract(financing);
    }

    public boolean balanced() {
      return gap().signum() == 0;
    }

    /** The sums in one sentence, and by how much they differ. */
    public String sentence() {
      String sums = "Ausgaben " + Euro.print(expenditure) + ", Finanzierung " + Euro.print(financing);
      return balanced() ? "Der Finanzierungsplan geht auf: " + sums + "."
          : "Der Finanzierungsplan geht nicht auf: " + sums + "; " + (gap().signum() > 0 ? "es fehlen " : "es sind ")
              + Euro.print(gap().abs()) + (gap().signum() > 0 ? "." : " zu viel.");
    }
  }

  /** Replaces the plan; refused as soon as somebody has said what a line came to. An empty list removes it. */
  public void replace(Long projectId, List<PlanLine> planned) {
    projects.required(projectId);
    List<FinancingLine> former = rows.findByProjectIdOrderByLineNumber(projectId);
    if (former.stream().anyMatch(line -> line.actual() != null)) {
      throw new BusinessException("Zum Finanzierungsplan sind schon tatsächliche Beträge erfasst;"
          + " er lässt sich nicht mehr ersetzen.");
    }
    planned.forEach(FinancingPlan::check);
    Balance balance = sum(planned);
    if (!balance.balanced()) {
      throw new BusinessException(balance.sentence());
    }
    rows.deleteAll(former);
    int number = 0;
    for (PlanLine line : planned) {
      rows.save(new FinancingLine(null, projectId, ++number, line.side(), line.source(), line.label(),
          Euro.cents(line.planned()), line.eligible(), null));
    }
    if (!planned.isEmpty()) {
      history.add(projectId, "Finanzierungsplan erfasst: " + Euro.print(balance.expenditure) + ", davon "
          + Euro.print(balance.eligible) + " zuwendungsfähig, Eigenmittel " + Euro.print(balance.ownShare) + ".");
    } else if (!former.isEmpty()) {
      history.add(projectId, "Finanzierungsplan entfernt.");
    }
  }

  private static void check(PlanLine line) {
    if (line.label() == null || line.label().isBlank()) {
      throw new BusinessException("Jede Zeile des Finanzierungsplans braucht eine Bezeichnung.");
    }
    if (line.planned() == null || line.planned().signum() < 0) {
      throw new BusinessException("Der Ansatz „" + line.label() + "“ braucht einen Betrag, der nicht negativ ist.");
    }
    if ((line.side() == LineSide.FINANCING) != (line.source() != null)) {
      throw new BusinessException("„" + line.label() + "“: Bitte geben Sie an, woher das Geld kommt"
          + " (Eigenmittel, Mittel Dritter, öffentliche Mittel oder Landesmittel).");
    }
  }

  /** The lines in their order. */
  public List<PlanLine> lines(Long projectId) {
    return rows.findByProjectIdOrderByLineNumber(projectId).stream()
        .map(line -> new PlanLine(line.id(), line.side(), line.source(), line.label(), line.planned(),
            line.eligible(), line.actual()))
        .toList();
  }

  public Balance balance(Long projectId) {
    return sum(lines(projectId));
  }

  /** The sums of a plan, be it balanced or not. */
  public static Balance sum(Collection<PlanLine> lines) {
    return new Balance(sum(lines, line -> line.side() == LineSide.EXPENDITURE),
        sum(lines, line -> line.side() == LineSide.EXPENDITURE && line.eligible()),
        sum(lines, line -> line.side() == LineSide.FINANCING),
        sum(lines, line -> line.source() == FinancingSource.OWN));
  }

  private static BigDecimal sum(Collection<PlanLine> lines, Function<PlanLine, Boolean> which) {
    return lines.stream().filter(which::apply).map(PlanLine::planned)
        .reduce(Euro.cents(BigDecimal.ZERO), BigDecimal::add);
  }

  /** Keeps what lines came to in the end, by their ids; null takes an amount back. */
  public void actuals(Long projectId, Map<Long, BigDecimal> amounts) {
    Map<Long, FinancingLine> known = rows.findByProjectIdOrderByLineNumber(projectId).stream()
        .collect(Collectors.toMap(FinancingLine::id, Function.identity()));
    amounts.forEach((id, amount) -> {
      if (!known.containsKey(id)) {
        throw BusinessException.unknown("Diese Zeile des Finanzierungsplans gibt es nicht (mehr).");
      }
      if (amount != null && amount.signum() < 0) {
        throw new BusinessException("Der Betrag zu „" + known.get(id).label() + "“ darf nicht negativ sein.");
      }
      rows.save(known.get(id).cameTo(amount == null ? null : Euro.cents(amount)));
    });
  }

  /**
   * Reads a plan as people write it in a form, one line for each item.
   *
   * @param expenditure lines like "Personal; 400.000,00" with "; nicht zuwendungsfähig" behind what does not count
   * @param financing lines like "Eigenmittel; 43.415,00" or "Landesmittel; Zuwendung; 390.735,00"
   */
  public static List<PlanLine> read(String expenditure, String financing) {
    List<PlanLine> lines = new ArrayList<>();
    cells(expenditure).forEach(cells -> lines.add(expenditureLine(cells)));
    cells(financing).forEach(cells -> lines.add(financingLine(cells)));
    return lines;
  }

  private static PlanLine expenditureLine(List<String> cells) {
    boolean marked = cells.size() == 3 && cells.get(2).equalsIgnoreCase("nicht zuwendungsfähig");
    if (cells.size() != 2 && !marked) {
      throw new BusinessException("Bitte schreiben Sie jede Ausgabe als „Bezeichnung; Betrag“, gegebenenfalls mit"
          + " „; nicht zuwendungsfähig“: „" + String.join("; ", cells) + "“.");
    }
    return PlanLine.expenditure(label(cells.get(0)), Euro.parse(cells.get(1), cells.get(0)), !marked);
  }

  private static PlanLine financingLine(List<String> cells) {
    FinancingSource source = FinancingSource.labelled(cells.get(0)).orElseThrow(() -> new BusinessException(
        "„" + cells.get(0) + "“ ist keine Herkunft. Bitte beginnen Sie die Zeile mit "
            + Stream.of(FinancingSource.values()).map(FinancingSource::label).collect(Collectors.joining(", ")) + "."));
    if (cells.size() < 2 || cells.size() > 3) {
      throw new BusinessException("Bitte schreiben Sie jede Zeile der Finanzierung als „Herkunft; Betrag“ oder"
          + " „Herkunft; Bezeichnung; Betrag“: „" + String.join("; ", cells) + "“.");
    }
    String label = cells.size() == 3 ? cells.get(1) : source.label();
    return PlanLine.financing(source, label(label), Euro.parse(cells.get(cells.size() - 1), label));
  }

  private static String label(String text) {
    if (text.length() > 500) {
      throw new BusinessException("Eine Bezeichnung im Finanzierungsplan darf höchstens 500 Zeichen haben.");
    }
    return text;
  }

  private static List<List<String>> cells(String text) {
    return text == null ? List.of() : text.lines().filter(line -> !line.isBlank())
        .map(line -> Stream.of(line.split(";")).map(String::strip).toList()).toList();
  }
}
