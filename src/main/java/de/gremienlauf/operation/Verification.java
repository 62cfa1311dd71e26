package de.gremienlauf.operation;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Whether everything that is stored fits together. */
@Service
public class Verification {

  private final List<StockCheck> checks;

  Verification(List<StockCheck> checks) {
    this.checks = checks;
  }

  /**
   * Looks at everything as it was at one moment, also while the application works: a process and its row begin and end
   * in one transaction, so that what is just being created is seen with both or with neither.
   *
   * @param lines takes each line of the report
   * @return the findings; empty if everything fits together
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<String> run(Consumer<String> lines) {
    StockReport report = new StockReport(lines);
    checks.forEach(check -> check.look(report));
    return report.findings();
  }
}
