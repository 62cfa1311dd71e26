package de.gremienlauf.workplace.search;

import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.RecordRows;
import de.gremienlauf.funding.ProjectAccess;
import de.gremienlauf.meeting.MeetingAccess;
import de.gremienlauf.paper.PaperAccess;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what has all words of a query, as far as the person may read it. Nothing else is counted, quoted or hinted at:
 * whether what is not everybody's may be read is asked before anything is said about it.
 */
@Service
@Transactional(readOnly = true)
class Search {

  static final int PAGE = 20;
  private static final int LIMIT = 1000;
  private static final int QUERY = 200;
  private static final String KIND_ORDER = Stream.of(SearchKind.values())
      .map(kind -> "when '" + kind + "' then " + kind.ordinal()).collect(Collectors.joining(" ", "case e.kind ", " end"));

  private final PaperAccess papers;
  private final ProjectAccess projects;
  private final MeetingAccess meetings;
  private final CurrentUser user;
  private final Snippets snippets;
  private final JdbcClient jdbc;

  Search(PaperAccess papers, ProjectAccess projects, MeetingAccess meetings, CurrentUser user, Snippets snippets,
      JdbcClient jdbc) {
    this.papers = papers;
    this.projects = projects;
    this.meetings = meetings;
    this.user = user;
    this.snippets = snippets;
    this.jdbc = jdbc;
  }

  /**
   * One page of what was found.
   *
   * @param total how many there are, at most {@link #LIMIT}
   * @param more whether there are more than that
   * @param direct the address of the one hit that must be meant; null if several may be
   */
  record Result(int total, boolean more, int page, int pages, String direct, List<KindCount> kinds, List<Hit> hits) {
  }

  record KindCount(SearchKind kind, String label, int count) {
  }

  /** Something that was found; the marked parts are what was looked for. */
  record Hit(SearchKind kind, Long id, String number, List<Snippets.Part> title, String type, String state,
      String detail, LocalDate date, String link, List<Snippets.Part> snippet) {
  }

  private record Match(Long id, SearchKind kind, Long targetId, boolean everybody, int rank, LocalDate entryDate) {
  }

  private record Target(SearchKind kind, Long id) {
  }

  private record Entry(Long id, String printedNumber, String title, String typeLabel, String stateLabel, String detail,
      LocalDate entryDate, String link, String content) {
  }

  /** @param kind null for all; @param page from 1 */
  Result find(String query, SearchKind kind, int page) {
    List<Folding.Term> terms = Folding.terms(query.length() > QUERY ? query.substring(0, QUERY) : query);
    if (terms.isEmpty() || user.id() == null) {
      return new Result(0, false, 1, 1, null, List.of(), List.of());
    }
    Map<Target, Match> readable = new LinkedHashMap<>();
    Stream.concat(matches(terms, true, 0).stream(), readableOnes(terms).stream())
        .sorted(Comparator.comparingInt(Match::rank).thenComparing(Match::kind)
            .thenComparing(Match::entryDate, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Match::targetId, Comparator.reverseOrder())
            .thenComparing(Match::everybody))
        .forEach(match -> readable.putIfAbsent(new Target(match.kind, match.targetId), match));
    List<Match> all = readable.values().stream().limit(LIMIT).toList();
    Map<SearchKind, Long> counts = all.stream()
        .collect(Collectors.groupingBy(Match::kind, () -> new EnumMap<>(SearchKind.class), Collectors.counting()));
    List<Match> chosen = all.stream().filter(match -> kind == null || match.kind == kind).toList();
    int pages = Math.max(1, (chosen.size() + PAGE - 1) / PAGE);
    int shown = Math.max(1, Math.min(page, pages));
    List<Match> visible = chosen.subList((shown - 1) * PAGE, Math.min(chosen.size(), shown * PAGE));
    Map<Long, Entry> entries = entries(visible);
    return new Result(chosen.size(), readable.size() > LIMIT, shown, pages, direct(chosen, entries),
        counts.entrySet().stream().map(count -> new KindCount(count.getKey(), count.getKey().label(),
            count.getValue().intValue())).toList(),
        visible.stream().map(match -> hit(match, entries.get(match.id), terms)).toList());
  }

  /** The only hit, or the only one whose own number was typed. */
  private static String direct(List<Match> chosen, Map<Long, Entry> entries) {
    List<Match> meant = chosen.stream().filter(match -> match.rank == 0 && match.kind != SearchKind.ITEM).toList();
    Match one = chosen.size() == 1 ? chosen.get(0) : meant.size() == 1 ? meant.get(0) : null;
    return one == null || entries.get(one.id) == null ? null : entries.get(one.id).link;
  }

  /** What is not everybody's but this person's: read on behind what is not, until there is more than can be shown. */
  private List<Match> readableOnes(List<Folding.Term> terms) {
    List<Match> readable = new ArrayList<>();
    List<Match> some;
    int read = 0;
    do {
      some = matches(terms, false, read);
      readable.addAll(readable(some));
      read += some.size();
    } while (readable.size() <= LIMIT && some.size() > LIMIT);
    return readable;
  }

  /** A common word stands in a thousand things of others: what is of one kind is asked for together. */
  private List<Match> readable(List<Match> some) {
    Set<Long> readablePapers = papers.readable(targets(some, SearchKind.PAPER));
    Set<Long> readableProjects = projects.readable(targets(some, SearchKind.PROJECT));
    boolean nonPublic = meetings.seesNonPublic();
    return some.stream().filter(match -> switch (match.kind) {
      case PAPER -> readablePapers.contains(match.targetId);
      case PROJECT -> readableProjects.contains(match.targetId);
      case MEETING, ITEM, PERSON, BODY -> nonPublic;
    }).toList();
  }

  private static Set<Long> targets(List<Match> some, SearchKind kind) {
    return some.stream().filter(match -> match.kind == kind).map(Match::targetId).collect(Collectors.toSet());
  }

  private List<Match> matches(List<Folding.Term> terms, boolean everybody, int offset) {
    List<Object> parameters = new ArrayList<>();
    List<Object> rankParameters = new ArrayList<>();
    List<String> own = new ArrayList<>();
    List<String> inHead = new ArrayList<>();
    for (Folding.Term term : terms) {
      String first = term.alternatives().get(0).get(0);
      own.add("e.numbers like ?");
      rankParameters.add("% " + first + " %");
    }
    for (Folding.Term term : terms) {
      inHead.add("e.head like ?");
      rankParameters.add("%" + term.alternatives().get(0).get(0) + "%");
    }
    parameters.addAll(rankParameters);
    String sets = terms.stream().map(term -> "(" + set(term, parameters) + ")").collect(Collectors.joining(" intersect "));
    String kinds = everybody || meetings.seesNonPublic() ? "" : " and e.kind in ('PAPER', 'PROJECT')";
    parameters.add(everybody);
    return jdbc.sql("select e.id, e.kind, e.target_id, e.everybody, case when " + String.join(" and ", own)
            + " then 0 when " + String.join(" and ", inHead) + " then 1 else 2 end as rank, e.entry_date from (" + sets
            + ") found join search_entry e on e.id = found.entry_id where e.everybody = ?" + kinds
            + " order by rank, " + KIND_ORDER + ", e.entry_date desc nulls last, e.id desc limit " + (LIMIT + 1)
            + " offset " + offset)
        .params(parameters).query(RecordRows.of(Match.class)).list();
  }

  /** The entries that one word of the query finds. */
  private static String set(Folding.Term term, List<Object> parameters) {
    List<String> alternatives = new ArrayList<>();
    for (List<String> words : term.alternatives()) {
      alternatives.add(words.stream().map(word -> word(word, parameters)).collect(Collectors.joining(" intersect ",
          "(", ")")));
    }
    String whole = term.alternatives().get(0).get(0);
    if (!term.isNumber() && !Folding.wholeOnly(whole)) {
      alternatives.add("(select id as entry_id from search_entry where head like ?)");
      parameters.add("%" + whole + "%");
    }
    return String.join(" union ", alternatives);
  }

  private static String word(String word, List<Object> parameters) {
    if (Folding.wholeOnly(word)) {
      parameters.add(word);
      return "select entry_id from search_word where word = ?";
    }
    boolean number = word.indexOf('/') > 0;
    if (number) {
      parameters.addAll(Arrays.asList(word, word + "/", word + "0"));
      return "select entry_id from search_word where word = ? or word >= ? and word < ?";
    }
    parameters.addAll(Arrays.asList(word, word + '\uffff'));
    return "select entry_id from search_word where word >= ? and word < ?";
  }

  private Map<Long, Entry> entries(List<Match> visible) {
    return visible.isEmpty() ? Map.of() : jdbc.sql("select e.id, e.printed_number, e.title, e.type_label,"
            + " e.state_label, e.detail, e.entry_date, e.link, t.content from search_entry e"
            + " join search_text t on t.entry_id = e.id where e.id in (:ids)")
        .param("ids", visible.stream().map(Match::id).toList()).query(RecordRows.of(Entry.class)).list().stream()
        .collect(Collectors.toMap(Entry::id, entry -> entry));
  }

  private Hit hit(Match match, Entry entry, List<Folding.Term> terms) {
    return new Hit(match.kind, match.targetId, entry.printedNumber, snippets.marked(entry.title, terms),
        entry.typeLabel, entry.stateLabel, entry.detail, entry.entryDate, entry.link,
        snippets.of(entry.content, terms));
  }
}
