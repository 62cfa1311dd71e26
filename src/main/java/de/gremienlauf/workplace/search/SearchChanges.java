package de.gremienlauf.workplace.search;

import de.gremienlauf.engine.AggregateChanges;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.springframework.core.Ordered;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
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
class SearchChanges implements AggregateChanges {

  /** What is found by a table, and the column that names it. */
  private record Source(SearchKind kind, String column) {
  }

  /** What is found by the rows of a class, and which property names it. */
  private record Found(SearchKind kind, RelationalPersistentEntity<?> entity, RelationalPersistentProperty id) {
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
  private final JdbcMappingContext mapping;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Map<Class<?>, Optional<Found>> found = new ConcurrentHashMap<>();

  SearchChanges(SearchIndex index, JdbcMappingContext mapping, JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.index = index;
    this.mapping = mapping;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void changed(Object aggregate) {
    found.computeIfAbsent(aggregate.getClass(), this::found).ifPresent(thing -> {
      if (thing.entity.getPropertyAccessor(aggregate).getProperty(thing.id) instanceof Long id) {
        remember(thing.kind, id);
      }
    });
  }

  private Optional<Found> found(Class<?> type) {
    RelationalPersistentEntity<?> entity = mapping.getRequiredPersistentEntity(type);
    Source source = SOURCES.get(entity.getTableName().getReference().toLowerCase(Locale.ROOT));
    return source == null ? Optional.empty() : StreamSupport.stream(entity.spliterator(), false)
        .filter(property -> property.getColumnName().getReference().equalsIgnoreCase(source.column))
        .map(property -> new Found(source.kind, entity, property)).findFirst();
  }

  private void remember(SearchKind kind, Long id) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      transaction.executeWithoutResult(status -> remember(kind, id));
      return;
    }
    Update update = (Update) TransactionSynchronizationManager.getResource(this);
    if (update == null) {
      update = new Update();
      TransactionSynchronizationManager.bindResource(this, update);
      TransactionSynchronizationManager.registerSynchronization(update);
    }
    update.add(kind, id);
  }

  /** What is left to do in one transaction. */
  private final class Update implements TransactionSynchronization {

    private final Map<SearchKind, SortedSet<Long>> things = new EnumMap<>(SearchKind.class);

    private void add(SearchKind kind, Long id) {
      things.computeIfAbsent(kind, unknown -> new TreeSet<>()).add(id);
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(SearchChanges.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(SearchChanges.this, this);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(SearchChanges.this);
    }

    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      // Minutes that are released, and a day that is moved, concern every item.
      if (things.containsKey(SearchKind.MEETING)) {
        jdbc.sql("select id from agenda_item where meeting_id in (:ids)").param("ids", things.get(SearchKind.MEETING))
            .query(Long.class).list().forEach(item -> add(SearchKind.ITEM, item));
      }
      // In one order whoever does it, so that two transactions never wait for each other.
      things.forEach(index::update);
    }
  }
}
