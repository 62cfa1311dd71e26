package de.gremienlauf.workplace.search;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills the search when there is nothing in it, as after an update from a version without one. */
@Component
@ConditionalOnWebApplication
@Order(3)
class SearchStart implements ApplicationRunner {

  private final SearchIndex index;

  SearchStart(SearchIndex index) {
    this.index = index;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (index.isEmpty()) {
      index.rebuild();
    }
  }
}
