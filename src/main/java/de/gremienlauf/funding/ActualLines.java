package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.Euro;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the lines of a plan of financing came to, as people write it in a form: "1; Personal; Plan 400.000,00; Ist
 * 395.000,00", one line for each.
 */
public final class ActualLines {

  private static final Pattern LINE = Pattern.compile("\\s*(\\d{1,4})\\s*;.*;\\s*Ist\\b:?(.*)");

  private ActualLines() {
  }

  /** The lines of a plan, ready to be filled in. */
  public static String write(List<PlanLine> plan) {
    StringBuilder text = new StringBuilder();
    for (PlanLine line : plan) {
      text.append(text.isEmpty() ? "" : "\n").append(plan.indexOf(line) + 1).append("; ")
          .append(line.label().replace(';', ',')).append("; Plan ").append(Euro.plain(line.planned())).append("; Ist ")
          .append(Euro.plain(line.actual()));
    }
    return text.toString().strip();
  }

  /**
   * The amounts by the ids of their lines; a line without an amount is left out.
   *
   * @param text null for nothing
   * @throws BusinessException if a line is none of the plan, stands there twice or has no amount that can be read
   */
  public static Map<Long, BigDecimal> read(String text, List<PlanLine> plan) {
    Map<Long, BigDecimal> amounts = new LinkedHashMap<>();
    for (String line : text == null ? List.<String>of() : text.lines().filter(one -> !one.isBlank()).toList()) {
      Matcher matcher = LINE.matcher(line);
      int number = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
      if (number < 1 || number > plan.size()) {
        throw new BusinessException("Bitte lassen Sie jede Zeile stehen und ergänzen Sie nur den Betrag hinter „Ist“: „"
            + line.strip() + "“.");
      }
      PlanLine planned = plan.get(number - 1);
      if (amounts.containsKey(planned.id())) {
        throw new BusinessException("Zeile " + number + " des Finanzierungsplans steht zweimal da.");
      }
      if (!matcher.group(2).isBlank()) {
        amounts.put(planned.id(), Euro.parse(matcher.group(2), planned.label()));
      }
    }
    return amounts;
  }
}
