package de.gremienlauf.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A piece of a line with one look. A line break is "\n".
 *
 * @param formats how it stands out
 * @param note the note that is referred to here, instead of a text; null for a text
 */
record Run(String text, Set<Format> formats, List<Run> note) {

  /** How words stand out; in the order in which their elements are nested. */
  enum Format {
    BOLD("strong"), ITALIC("em"), UNDERLINED("u"), STRUCK("s"), LOWERED("sub"), RAISED("sup");

    private final String element;

    Format(String element) {
      this.element = element;
    }

    String element() {
      return element;
    }
  }

  Run {
    formats = Set.copyOf(formats);
  }

  static Run of(String text) {
    return new Run(text, Set.of(), null);
  }

  static Run of(String text, Set<Format> formats) {
    return new Run(text, formats, null);
  }

  static Run note(List<Run> note) {
    return new Run("", Set.of(), note);
  }

  /** One spelling for what looks the same: one space between words, none at the ends of a line, neighbours merged. */
  static List<Run> tidy(List<Run> runs) {
    List<Run> tidy = new ArrayList<>();
    boolean gap = true;
    for (Run run : runs) {
      if (run.note != null) {
        tidy.add(note(tidy(run.note)));
        gap = false;
        continue;
      }
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < run.text.length(); i++) {
        char letter = run.text.charAt(i);
        boolean space = letter == ' ' || letter == '\t' || letter == '\r' || letter == '\f';
        if (letter == '\n') {
          trimEnd(tidy, text);
        }
        if (!space || !gap) {
          text.append(space ? ' ' : letter);
        }
        gap = space || letter == '\n';
      }
      add(tidy, text.toString(), run.formats);
    }
    StringBuilder rest = new StringBuilder();
    while (trimEnd(tidy, rest)) {
      // Line breaks at the end say nothing.
    }
    while (!tidy.isEmpty() && tidy.get(0).note == null && tidy.get(0).text.startsWith("\n")) {
      replaceFirst(tidy, tidy.get(0).text.substring(1).stripLeading());
    }
    return List.copyOf(tidy);
  }

  private static void replaceFirst(List<Run> runs, String text) {
    Run first = runs.remove(0);
    if (!text.isEmpty()) {
      runs.add(0, of(text, first.formats));
    }
  }

  /** Takes blanks, and at the very end line breaks, off what was written last. Returns whether there were any. */
  private static boolean trimEnd(List<Run> runs, StringBuilder text) {
    boolean atEnd = text.isEmpty();
    int length = text.length();
    while (length > 0 && text.charAt(length - 1) == ' ') {
      length--;
    }
    boolean trimmed = length < text.length();
    text.setLength(length);
    if (length > 0 || runs.isEmpty() || runs.get(runs.size() - 1).note != null) {
      return trimmed;
    }
    Run last = runs.get(runs.size() - 1);
    String shorter = last.text;
    while (!shorter.isEmpty() && (shorter.endsWith(" ") || atEnd && shorter.endsWith("\n"))) {
      shorter = shorter.substring(0, shorter.length() - 1);
    }
    if (shorter.length() == last.text.length()) {
      return trimmed;
    }
    runs.remove(runs.size() - 1);
    if (!shorter.isEmpty()) {
      runs.add(of(shorter, last.formats));
    }
    return true;
  }

  private static void add(List<Run> runs, String text, Set<Format> formats) {
    if (text.isEmpty()) {
      return;
    }
    int lineBreak = text.indexOf('\n');
    if (lineBreak >= 0 && !formats.isEmpty()) {
      // A line break has no look.
      add(runs, text.substring(0, lineBreak), formats);
      add(runs, "\n", Set.of());
      add(runs, text.substring(lineBreak + 1), formats);
      return;
    }
    Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
    // A blank looks the same in bold.
    Set<Format> look = text.equals(" ") && last != null && last.note == null ? last.formats : formats;
    if (last != null && last.note == null && last.formats.equals(look)) {
      runs.remove(runs.size() - 1);
      runs.add(of(last.text + text, look));
    } else {
      runs.add(of(text, look));
    }
  }

  static List<Run> without(Format format, List<Run> runs) {
    return tidy(runs.stream().map(run -> run.formats.contains(format) ? of(run.text, others(format, run.formats)) : run)
        .toList());
  }

  private static Set<Format> others(Format format, Set<Format> formats) {
    Set<Format> others = EnumSet.copyOf(formats);
    others.remove(format);
    return others;
  }

  static boolean isBlank(List<Run> runs) {
    return runs.stream().allMatch(run -> run.note == null && run.text.isBlank());
  }

  /** The words alone, without notes. */
  static String words(List<Run> runs) {
    return runs.stream().map(Run::text).collect(Collectors.joining());
  }
}
