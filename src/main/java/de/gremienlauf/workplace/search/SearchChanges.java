package de.gremienlauf.workplace.search;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.event.AfterDeleteEvent;
import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices which things a transaction changed and brings their entries up to date before it commits: found is always
 * what is stored, and what was rolled back is not found. Modules need not know that there is a search.
 */
@Component
class SearchChanges {

  /** What is found by a table, and the column that names it. */
  private record Source(SearchKind kind, String column) {
  }

  private static final Source PAPER = new Source(SearchKind.PAPER, "paper_id");
  private static final Source PROJECT = new Source(SearchKind.PROJECT, "project_id");
  private static final Map<String, Source> SOURCES = Map.ofEntries(
      Map.entry("paper", new Source(SearchKind.PAPER, "id")),
      Map.entry("wording", PAPER), Map.entry("attachment", PAPER), Map.entry("signature", PAPER),
      Map.entry("co_signature", PAPER), Map.entry("consultation", PAPER),
      Map.entry("agenda_item", new Source(SearchKind.ITEM, "id")),
      Map.entry("meeting", new Source(SearchKind.MEETING, "id")),
      Map.entry("meeting_minutes", new Source(SearchKind.MEETING, "meeting_id")),
      Map.entry("organization", new Source(SearchKind.BODY, "id")),
      Map.entry("person", new Source(SearchKind.PERSON, "id")),
      Map.entry("membership", new Source(SearchKind.PERSON, "person_id")),
      Map.entry("funded_project", new Source(SearchKind.PROJECT, "id")),
      Map.entry("project_partner", PROJECT), Map.entry("focus_topic", PROJECT), Map.entry("objective", PROJECT),
      Map.entry("recommendation", PROJECT), Map.entry("project_paper", PROJECT),
      Map.entry("funding_notice", PROJECT), Map.entry("project_document", PROJECT), Map.entry("concept", PROJECT),
      Map.entry("progress_report", PROJECT), Map.entry("final_report", PROJECT), Map.entry("proof_of_use", PROJECT));

  private final SearchIndex index;
  private final SearchSources sources;
  private final JdbcMappingContext mapping;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  SearchChanges(SearchIndex index, SearchSources sources, JdbcMappingContext mapping, JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.index = index;
    this.sources = sources;
    this.mapping = mapping;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  private record Thing(SearchKind kind, Long id) {
  }

  @EventListener
  void saved(AfterSaveEvent<?> event) {
    changed(event.getEntity(), false);
  }

  @EventListener
  void deleted(AfterDeleteEvent<?> event) {
    if (event.getEntity() != null) {
      changed(event.getEntity(), true);
    }
  }

  private void changed(Object aggregate, boolean deleted) {
    RelationalPersistentEntity<?> entity = mapping.getRequiredPersistentEntity(aggregate.getClass());
    Source source = SOURCES.get(entity.getTableName().getReference().toLowerCase(Locale.ROOT));
    if (source == null) {
      return;
    }
    for (var property : entity) {
      if (property.getColumnName().getReference().equalsIgnoreCase(source.column)
          && entity.getPropertyAccessor(aggregate).getProperty(property) instanceof Long id) {
        remember(new Thing(source.kind, id), deleted);
      }
    }
  }

  private void remember(Thing thing, boolean deleted) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      transaction.executeWithoutResult(status -> remember(thing, deleted));
      return;
    }
    Update update = TransactionSynchronizationManager.getSynchronizations().stream().filter(Update.class::isInstance)
        .map(Update.class::cast).filter(known -> known.owner() == this).findFirst().orElseGet(() -> {
          Update begun = new Update();
          TransactionSynchronizationManager.registerSynchronization(begun);
          return begun;
        });
    update.things.add(thing);
    if (deleted) {
      update.deleted.add(thing);
    }
  }

  /** What is left to do in one transaction. */
  private final class Update implements TransactionSynchronization {

    private final Set<Thing> things = new LinkedHashSet<>();
    /** Of these the whole thing may be gone; what is only changed and not found was never found. */
    private final Set<Thing> deleted = new HashSet<>();

    private SearchChanges owner() {
      return SearchChanges.this;
    }

    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      // Minutes that are released, and a day that is moved, concern every item.
      List.copyOf(things).stream()
          .filter(thing -> thing.kind == SearchKind.MEETING && sources.isOwn(thing.kind, thing.id))
          .forEach(meeting -> jdbc.sql("select id from agenda_item where meeting_id = ?").param(meeting.id)
              .query(Long.class).list().forEach(item -> things.add(new Thing(SearchKind.ITEM, item))));
      // In one order whoever does it, so that two transactions never wait for each other.
      things.stream().sorted(Comparator.comparing(Thing::kind).thenComparing(Thing::id))
          .forEach(thing -> index.update(thing.kind, thing.id, deleted.contains(thing)));
    }
  }
}
