package de.gremienlauf.workplace.search;

import de.gremienlauf.engine.RecordRows;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what can be found in tables of its own, word by word (see docs/decisions). */
@Component
class SearchIndex {

  private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
  private static final int CONTENT = 1_000_000;
  private static final int HEAD = 5000;
  private static final int WORDS_AT_ONCE = 1000;
  private static final int THINGS_AT_ONCE = 200;

  private final SearchSources sources;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  SearchIndex(SearchSources sources, JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.sources = sources;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  private record Known(Long targetId, Long id, boolean everybody, String textHash, String printedNumber, String title,
      String typeLabel, String stateLabel, String detail, LocalDate entryDate, String link) {

    boolean shows(SearchDocument document) {
      return Stream.of(printedNumber, title, typeLabel, stateLabel, detail, entryDate, link).map(Optional::ofNullable)
          .toList().equals(shown(document).map(Optional::ofNullable).toList());
    }
  }

  /** What is said of a document that was found, in the order of the columns. */
  private static Stream<Object> shown(SearchDocument document) {
    return Stream.of(document.number(), document.title(), document.type(), document.state(), document.detail(),
        document.date(), document.link());
  }

  /** Brings the entries of some things of a kind to what its tables say, as of the running transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void update(SearchKind kind, Collection<Long> ids) {
    // Locked before anything is read: of two who change the same thing the second sees what the first did.
    Map<Long, List<Known>> known = jdbc.sql("select target_id, id, everybody, text_hash, printed_number, title,"
            + " type_label, state_label, detail, entry_date, link from search_entry where kind = :kind"
            + " and target_id in (:ids) order by target_id, id for update")
        .param("kind", kind.name()).param("ids", ids).query(RecordRows.of(Known.class)).list().stream()
        .collect(Collectors.groupingBy(Known::targetId));
    Map<Long, List<SearchDocument>> documents = sources.of(kind, ids);
    ids.forEach(id -> update(kind, id, known.getOrDefault(id, List.of()), documents.getOrDefault(id, List.of())));
  }

  private void update(SearchKind kind, Long id, List<Known> known, List<SearchDocument> documents) {
    Map<Long, Known> stale = known.stream().collect(Collectors.toMap(Known::id, Function.identity(),
        (one, other) -> one, LinkedHashMap::new));
    for (SearchDocument document : documents) {
      String head = head(document);
      String hash = hash(head, document.content());
      Known same = stale.values().stream().filter(entry -> entry.everybody == document.everybody()
          && entry.textHash.equals(hash)).findFirst().orElse(null);
      if (same == null) {
        add(kind, id, document, head, hash);
      } else {
        stale.remove(same.id);
        if (!same.shows(document)) {
          show(same.id, document);
        }
      }
    }
    if (!stale.isEmpty()) {
      jdbc.sql("delete from search_entry where id in (:ids)").param("ids", stale.keySet()).update();
    }
  }

  private void show(Long entry, SearchDocument document) {
    jdbc.sql("update search_entry set printed_number = ?, title = ?, type_label = ?, state_label = ?, detail = ?,"
            + " entry_date = ?, link = ? where id = ?")
        .params(Stream.concat(shown(document), Stream.of(entry)).toList()).update();
  }

  private void add(SearchKind kind, Long id, SearchDocument document, String head, String hash) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("insert into search_entry (kind, target_id, everybody, printed_number, title, type_label, state_label,"
            + " detail, entry_date, link, numbers, head, text_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(Arrays.asList(kind.name(), id, document.everybody(), document.number(), document.title(),
            document.type(), document.state(), document.detail(), document.date(), document.link(),
            numbers(document), head, hash)).update(key, "id");
    Long entry = key.getKeyAs(Long.class);
    String content = cut(document.content(), CONTENT);
    jdbc.sql("insert into search_text (entry_id, content) values (?, ?)").params(entry, content).update();
    Set<String> found = new LinkedHashSet<>(Folding.words(content));
    Stream.of(document.title(), document.type(), document.detail()).forEach(text -> found.addAll(Folding.words(text)));
    document.numbers().forEach(number -> found.addAll(Folding.words(number)));
    List<String> words = List.copyOf(found);
    for (int from = 0; from < words.size(); from += WORDS_AT_ONCE) {
      List<String> some = words.subList(from, Math.min(words.size(), from + WORDS_AT_ONCE));
      List<Object> parameters = new ArrayList<>();
      some.forEach(word -> parameters.addAll(List.of(entry, word)));
      jdbc.sql("insert into search_word (entry_id, word) values "
          + some.stream().map(word -> "(?, ?)").collect(Collectors.joining(", "))).params(parameters).update();
    }
  }

  /** Whether there are entries at all. */
  boolean isEmpty() {
    return jdbc.sql("select count(*) from (select id from search_entry limit 1) one").query(Integer.class)
        .single() == 0;
  }

  /** Writes all entries anew, some at a time. Returns how many things can be found. */
  int rebuild() {
    transaction.executeWithoutResult(status -> jdbc.sql("delete from search_entry").update());
    int things = 0;
    for (SearchKind kind : SearchKind.values()) {
      List<Long> ids = sources.ids(kind);
      for (int from = 0; from < ids.size(); from += THINGS_AT_ONCE) {
        List<Long> some = ids.subList(from, Math.min(ids.size(), from + THINGS_AT_ONCE));
        transaction.executeWithoutResult(status -> update(kind, some));
      }
      things += ids.size();
      LOG.info("Suche: {} {} aufgenommen.", ids.size(), kind.label());
    }
    return things;
  }

  private static String numbers(SearchDocument document) {
    return surrounded(document.numbers().stream().map(Folding::words).flatMap(Set::stream)
        .filter(word -> word.indexOf('/') > 0 || word.startsWith("fp")).distinct().collect(Collectors.joining(" ")),
        HEAD);
  }

  /** What people look at first: numbers and title, in which a part of a word is found too. */
  private static String head(SearchDocument document) {
    return surrounded(Stream.concat(document.numbers().stream(), Stream.of(document.title())).map(Folding::words)
        .flatMap(Set::stream).distinct().collect(Collectors.joining(" ")), HEAD);
  }

  private static String surrounded(String words, int limit) {
    return " " + cut(words, limit - 2) + " ";
  }

  private static String cut(String text, int limit) {
    return text.length() > limit ? text.substring(0, limit) : text;
  }

  private static String hash(String head, String content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(head.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
