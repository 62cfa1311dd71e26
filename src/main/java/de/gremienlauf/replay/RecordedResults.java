package de.gremienlauf.replay;

import de.gremienlauf.engine.Phrases;
import de.gremienlauf.meeting.ResultKind;
import de.gremienlauf.meeting.Vote;
import de.gremienlauf.meeting.VoteOutcome;
import de.gremienlauf.meeting.VoteParser;
import de.gremienlauf.paper.ConsultationRole;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What somebody who has the whole record before them enters as the result of one of its consultations. */
@Component
class RecordedResults {

  private static final Pattern REFERS = Pattern.compile("(?iu)(ver|über)wies|verweis|überweis");
  private static final Pattern NEVER_RETURNS = Pattern.compile("ohne (rücklauf|wiedervorlage|rückkehr)");
  private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");
  private static final Pattern PROPOSAL =
      Pattern.compile("^(?:beschluss(?:empfehlung|vorschlag|entwurf)|wie (?:antrag|\\S*vorlage|verwaltung))\\b");
  private static final Set<String> VOTE_WORDS = Set.of("ja", "nein", "j", "n", "e", "enth", "stimme", "stimmen",
      "jastimmen", "neinstimmen", "gegenstimme", "gegenstimmen", "enthaltung", "enthaltungen", "stimmenthaltung",
      "stimmenthaltungen", "zustimmung", "ablehnung", "dafür", "dagegen", "für", "gegen", "einstimmig", "mehrheitlich",
      "einstimmigkeit", "mehrheit", "stimmenmehrheit", "debatte", "weiter", "votum", "mit", "bei", "und", "sowie",
      "der", "die", "des", "von", "zu", "ohne", "keine", "eine", "einer", "zwei", "drei", "befangen", "anwesend");
  private static final Set<ResultKind> DECIDING = EnumSet.of(ResultKind.ACCEPTED, ResultKind.ACCEPTED_AMENDED,
      ResultKind.REJECTED, ResultKind.REJECTED_FINALLY);
  private static final Set<ResultKind> WITHOUT_OPINION =
      EnumSet.of(ResultKind.NONE, ResultKind.NOTED, ResultKind.WITHOUT_VOTE);

  private final ResultKinds kinds;
  private final ResultInContext context;

  RecordedResults(ResultKinds kinds, ResultInContext context) {
    this.kinds = kinds;
    this.context = context;
  }

  /**
   * The fields of the form as far as the record fills them.
   *
   * @param hasStation whether a body has still to consult as the paper's sequence stands
   */
  Map<String, Object> entered(DrivenCase driven, int index, Predicate<PlannedEntry> hasStation) {
    RecordedCase.Entry recorded = driven.entries.get(index).recorded();
    Map<String, Object> entered = new HashMap<>();
    if (recorded.result() == null) {
      entered.put("noResult", true);
    } else {
      entered.put("result", recorded.result());
    }
    entered.put("vote", recorded.vote());
    ResultKind meant = context.of(driven, index);
    boolean onlyVote = (recorded.vote() != null || recorded.result() != null)
        && (meant == ResultKind.NONE || isVote(recorded.result()) || isProposalThatFell(recorded));
    ResultKind kind = onlyVote ? ofVote(driven, index) : meant;
    if (kind != null && (onlyVote || kind != kinds.of(recorded.result()))) {
      entered.put("resultKind", kind.name());
    }
    Set<PlannedEntry> targets = new LinkedHashSet<>(namedTargets(driven, index));
    if (kind == ResultKind.REFERRED || kind == ResultKind.REFERRED_WITH_RETURN) {
      targets.addAll(followers(driven, index, hasStation));
    }
    entered.put("referredTo", targets.stream().map(entry -> String.valueOf(entry.body().id())).distinct().toList());
    return entered;
  }

  /**
   * What a body decided of which a result is printed that no table knows, as far as the vote leaves no doubt: by the
   * counts or by the word for it. Null if it does.
   */
  ResultKind decidedByVote(DrivenCase driven, int index) {
    String text = driven.entries.get(index).recorded().vote();
    Vote vote = VoteParser.parse(text, null).orElse(null);
    boolean telling = vote != null && (vote.unanimous() != null
        || vote.yes() != null && (vote.yes() > 0 || vote.no() != null));
    ResultKind read = text == null ? null : kinds.of(text);
    return DECIDING.contains(read) || read == null && telling ? ofVote(driven, index) : null;
  }

  /**
   * Whether the body had nothing to say yet, as in a first reading, an introduction or a report: it gives no opinion,
   * and meets again in a role that is printed otherwise, or was only to take note. Its next meeting is then a station
   * of its own.
   */
  boolean leadsTo(PlannedEntry entry, PlannedEntry next) {
    RecordedCase.Entry recorded = entry.recorded();
    if (recorded.vote() != null || !WITHOUT_OPINION.contains(kinds.of(recorded.result()))) {
      return false;
    }
    return entry.role() == ConsultationRole.NOTICE || (recorded.role() == null ? recorded.result() == null
        : !Phrases.normalize(recorded.role()).equals(Phrases.normalize(next.recorded().role())));
  }

  /** Whether it only says what was put to the vote, "Beschlussempfehlung an den Rat: Wie Antrag", and that fell. */
  private static boolean isProposalThatFell(RecordedCase.Entry recorded) {
    return PROPOSAL.matcher(Phrases.normalize(recorded.result())).find()
        && VoteParser.parse(recorded.vote(), null).filter(vote -> vote.outcome() == VoteOutcome.REJECTED).isPresent();
  }

  /** Whether it tells nothing but how was voted, and by whom. */
  private static boolean isVote(String printed) {
    String words = Objects.requireNonNullElse(printed, "");
    for (String name : VoteParser.parse(null, printed).map(RecordedResults::names).orElse(List.of())) {
      words = words.replace(name, "");
    }
    return NO_LETTERS.splitAsStream(Phrases.normalize(words))
        .allMatch(word -> word.isEmpty() || VOTE_WORDS.contains(word));
  }

  private static List<String> names(Vote vote) {
    return Stream.concat(vote.against().stream(), vote.abstaining().stream()).toList();
  }

  /** What a body did that has voted and of which nothing else is printed; null if that does not tell. */
  private ResultKind ofVote(DrivenCase driven, int index) {
    PlannedEntry entry = driven.entries.get(index);
    RecordedCase.Entry recorded = entry.recorded();
    String text = recorded.vote() == null ? recorded.result() : recorded.vote();
    Vote vote = VoteParser.parse(recorded.vote(), recorded.result()).orElse(null);
    if (vote == null || VoteParser.isUndecided(text)) {
      return null;
    }
    ResultKind read = kinds.of(text);
    boolean onThePaper = read == null || DECIDING.contains(read);
    if (onThePaper ? VoteParser.isAside(text) : vote.outcome() == VoteOutcome.REJECTED) {
      return null;
    }
    if (!onThePaper) {
      return read;
    }
    if (wasHeard(driven, index) || cutsTheRecordShort(driven, index)) {
      return ResultKind.CONTINUE;
    }
    boolean rejecting = read == ResultKind.REJECTED || read == ResultKind.REJECTED_FINALLY;
    if (vote.outcome() == VoteOutcome.REJECTED) {
      return rejecting ? read : ResultKind.REJECTED;
    }
    return entry.role() == ConsultationRole.NOTICE ? ResultKind.NOTED
        : read == null || rejecting ? ResultKind.ACCEPTED : read;
  }

  /** Whether the body was heard before: it says its mind again, unless its role now is printed as another. */
  private static boolean wasHeard(DrivenCase driven, int index) {
    PlannedEntry entry = driven.entries.get(index);
    return entry.recorded().role() == null && driven.entries.subList(0, index).stream()
        .anyMatch(other -> other.role() == ConsultationRole.HEARING && entry.sameBody(other));
  }

  /** Whether others consult later who would not if this body had decided. */
  private static boolean cutsTheRecordShort(DrivenCase driven, int index) {
    PlannedEntry entry = driven.entries.get(index);
    List<PlannedEntry> later = driven.entries.subList(index + 1, driven.entries.size());
    return (entry.role() == ConsultationRole.DECISION || entry.role() == ConsultationRole.APPROVAL)
        && later.stream().anyMatch(other -> !other.role().outlivesTheRun())
        && later.stream().noneMatch(other -> other.role() == ConsultationRole.DECISION && !entry.sameBody(other));
  }

  /** The first consultations of the bodies that the text of a referral names. */
  private static List<PlannedEntry> namedTargets(DrivenCase driven, int index) {
    PlannedEntry entry = driven.entries.get(index);
    String text = Stream.of(entry.recorded().result(), entry.recorded().vote())
        .filter(part -> part != null && REFERS.matcher(part).find()).collect(Collectors.joining(" "));
    return driven.entries.stream().filter(other -> !entry.sameBody(other)
        && Pattern.compile("(?<!\\p{L})" + Pattern.quote(other.body().name()) + "(?!\\p{L})").matcher(text).find())
        .toList();
  }

  /**
   * Where the record goes on from a referral: with whoever consults until the matter is back, else with the next body.
   * Only who has no station yet is named; so is the body itself if it comes back in the same role though not told so.
   */
  private List<PlannedEntry> followers(DrivenCase driven, int index, Predicate<PlannedEntry> hasStation) {
    PlannedEntry entry = driven.entries.get(index);
    List<PlannedEntry> later = driven.entries.subList(index + 1, driven.entries.size());
    int back = later.stream().filter(entry::sameBody).findFirst().map(later::indexOf).orElse(-1);
    List<PlannedEntry> between = later.subList(0, back < 0 ? Math.min(1, later.size()) : back);
    boolean returns = back > 0 && later.get(back).role() == entry.role()
        && !NEVER_RETURNS.matcher(Phrases.normalize(entry.recorded().result())).find();
    return Stream.concat(between.stream().filter(other -> !other.role().outlivesTheRun() && !hasStation.test(other)),
        returns ? Stream.of(entry) : Stream.empty()).toList();
  }
}
