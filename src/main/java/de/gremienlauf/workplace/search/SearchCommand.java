package de.gremienlauf.workplace.search;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.ConsoleCommand;
import java.io.PrintStream;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code search-index}: writes everything that can be found anew. */
@Component
class SearchCommand implements ConsoleCommand {

  private final SearchIndex index;

  SearchCommand(SearchIndex index) {
    this.index = index;
  }

  @Override
  public String name() {
    return "search-index";
  }

  @Override
  public int run(List<String> arguments, PrintStream out) {
    if (!arguments.isEmpty()) {
      throw new BusinessException("Der Befehl search-index nimmt keine Angaben an.");
    }
    out.println(index.rebuild() + " Einträge sind über die Suche zu finden.");
    return OK;
  }
}
