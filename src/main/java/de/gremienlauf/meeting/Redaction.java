package de.gremienlauf.meeting;

import de.gremienlauf.document.AttendanceGroup;
import de.gremienlauf.document.AttendanceLine;
import de.gremienlauf.document.ExcerptDocument;
import de.gremienlauf.document.MeetingHead;
import de.gremienlauf.document.MinutesDocument;
import de.gremienlauf.document.MinutesItem;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes names out of minutes: each whole name and each word of it, in whatever case and with the ending of a genitive,
 * so that "Herrn Mustermanns Vorschlag" goes with "Max Mustermann". Rather a word too many than one too few.
 */
final class Redaction {

  private static final Set<String> NO_NAMES =
      Set.of("dr", "prof", "frau", "herr", "herrn", "von", "van", "der", "den", "de", "zu", "zur", "med", "phil", "jur");
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String GAP = "[\\s\\u00A0\\u00AD\\u200B]+";

  private final List<Pattern> patterns = new ArrayList<>();

  /** One name in each line; blank lines do not count. */
  Redaction(String names) {
    List<String> lines = names.lines().map(Redaction::clean).filter(line -> !line.isEmpty()).toList();
    Stream.concat(lines.stream(), lines.stream().flatMap(Redaction::words)).distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(Redaction::pattern).forEach(patterns::add);
  }

  private static String clean(String line) {
    return Normalizer.normalize(line, Normalizer.Form.NFC).replaceAll("[\\u00AD\\u200B]", "").strip();
  }

  private static Stream<String> words(String name) {
    return Stream.of(name.split("[^\\p{L}\\p{M}']+"))
        .filter(word -> word.length() > 1 && !NO_NAMES.contains(word.toLowerCase(Locale.GERMAN)));
  }

  private static Pattern pattern(String name) {
    String words = Stream.of(name.split("\\s+")).map(Pattern::quote).collect(Collectors.joining(GAP));
    return Pattern.compile("(?<![\\p{L}\\p{M}])" + words + "(?:s|es|['’]s?)?(?![\\p{L}\\p{M}])", FLAGS);
  }

  String apply(String text) {
    if (text == null) {
      return null;
    }
    // Invisible characters inside a word would hide it from the patterns, not from the reader.
    String redacted = clean(text);
    for (Pattern pattern : patterns) {
      redacted = pattern.matcher(redacted).replaceAll(Matcher.quoteReplacement(MinutesDocument.REDACTED));
    }
    return redacted;
  }

  private List<String> apply(List<String> texts) {
    return texts.stream().map(this::apply).toList();
  }

  MinutesDocument apply(MinutesDocument minutes) {
    return new MinutesDocument(apply(minutes.head()), minutes.publicPart(), minutes.startedAt(), minutes.endedAt(),
        minutes.attendance().stream().map(group -> new AttendanceGroup(apply(group.heading()),
            group.lines().stream().map(line -> new AttendanceLine(apply(line.name()), apply(line.group()),
                apply(line.remark()))).toList())).toList(),
        apply(minutes.opening()), minutes.items().stream().map(this::apply).toList(), apply(minutes.signatures()),
        minutes.draft(), apply(minutes.closing()), minutes.createdOn(), true);
  }

  ExcerptDocument apply(ExcerptDocument excerpt) {
    return new ExcerptDocument(apply(excerpt.head()), excerpt.certified(), excerpt.publicPart(), excerpt.itemNumber(),
        apply(excerpt.title()), apply(excerpt.reference()), excerpt.paperType(), apply(excerpt.text()),
        apply(excerpt.resolution()), apply(excerpt.result()), apply(excerpt.vote()), apply(excerpt.votes()),
        excerpt.enforceableFrom(), apply(excerpt.correctionNote()), apply(excerpt.signatures()), excerpt.createdOn());
  }

  private MeetingHead apply(MeetingHead head) {
    return new MeetingHead(head.city(), apply(head.body()), apply(head.meetingName()), apply(head.kind()), head.day(),
        head.startTime(), apply(head.location()), head.term());
  }

  private MinutesItem apply(MinutesItem item) {
    return new MinutesItem(item.number(), apply(item.title()), apply(item.reference()), item.heading(),
        apply(item.text()), apply(item.resolution()), apply(item.result()), apply(item.vote()), apply(item.votes()),
        apply(item.recusals()), apply(item.remark()));
  }
}
