package de.gremienlauf.workplace.search;

import de.gremienlauf.engine.RecordRows;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

  private record Known(Long id, boolean everybody, String textHash) {
  }

  /**
   * Brings the entries of one thing to what its tables say, as of the running transaction.
   *
   * @param deleted whether something of it was deleted, so that it may be gone altogether
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void update(SearchKind kind, Long id, boolean deleted) {
    if (!sources.isOwn(kind, id)) {
      if (!deleted) {
        return;
      }
      jdbc.sql("delete from search_entry where kind = ? and target_id = ?").params(kind.name(), id).update();
      return;
    }
    // Locked before anything is read: of two who change the same thing the second sees what the first did.
    List<Known> known = jdbc.sql("select id, everybody, text_hash from search_entry where kind = ? and target_id = ?"
        + " order by id for update").params(kind.name(), id).query(RecordRows.of(Known.class)).list();
    List<SearchDocument> documents = sources.of(kind, id);
    Set<Long> stale = known.stream().map(Known::id).collect(Collectors.toCollection(LinkedHashSet::new));
    for (SearchDocument document : documents) {
      String head = head(document);
      String hash = hash(head, document.content());
      Long same = known.stream().filter(entry -> stale.contains(entry.id)
          && entry.everybody == document.everybody() && entry.textHash.equals(hash)).map(Known::id).findFirst()
          .orElse(null);
      if (same == null) {
        add(kind, id, document, head, hash);
      } else {
        stale.remove(same);
        show(same, document);
      }
    }
    stale.forEach(entry -> jdbc.sql("delete from search_entry where id = ?").param(entry).update());
  }

  private void show(Long entry, SearchDocument document) {
    jdbc.sql("update search_entry set printed_number = ?, title = ?, type_label = ?, state_label = ?, detail = ?,"
            + " entry_date = ?, link = ? where id = ?")
        .params(Arrays.asList(document.number(), document.title(), document.type(), document.state(),
            document.detail(), document.date(), document.link(), entry)).update();
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
        transaction.executeWithoutResult(status -> some.forEach(id -> update(kind, id, false)));
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
