package de.gremienlauf.workplace.search;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Quotes the place of a text where something was found. Parts are plain text; what shows them adds the marks. */
@Component
class Snippets {

  private static final int AROUND = 90;
  private static final int LENGTH = 240;

  /** A piece of text; marked if it is what was looked for. */
  record Part(String text, boolean marked) {
  }

  /** The whole text with its marks. */
  List<Part> marked(String text, List<Folding.Term> terms) {
    String clean = Folding.clean(text);
    return parts(clean, 0, clean.length(), hits(clean, terms, true));
  }

  /** The place around the first hit in the line that has most of the words, cut at words; empty if there is none. */
  List<Part> of(String text, List<Folding.Term> terms) {
    String best = "";
    long most = 0;
    for (String line : text.split("\\s*\n\\s*")) {
      String clean = Folding.clean(line);
      List<Folding.Token> hits = hits(clean, terms, false);
      long met = terms.stream().filter(term -> hits.stream().anyMatch(hit -> hit.words().stream().anyMatch(term::meets)))
          .count();
      if (met > most) {
        best = clean;
        most = met;
      }
    }
    return around(best, terms);
  }

  private static List<Part> around(String clean, List<Folding.Term> terms) {
    List<Folding.Token> hits = hits(clean, terms, false);
    if (hits.isEmpty()) {
      return List.of();
    }
    int start = atWord(clean, Math.max(0, hits.get(0).start() - AROUND));
    int end = atWord(clean, Math.min(clean.length(), Math.max(start + LENGTH, hits.get(0).end())));
    List<Part> parts = new ArrayList<>(parts(clean, start, end, hits));
    if (start > 0) {
      parts.add(0, new Part("… ", false));
    }
    if (end < clean.length()) {
      parts.add(new Part(" …", false));
    }
    return parts;
  }

  private static List<Folding.Token> hits(String clean, List<Folding.Term> terms, boolean inside) {
    return Folding.tokens(clean).stream().filter(token -> token.words().stream()
        .anyMatch(word -> terms.stream().anyMatch(term -> term.meets(word)
            || inside && term.isInside(word)))).toList();
  }

  private static int atWord(String text, int position) {
    if (position == 0 || position == text.length()) {
      return position;
    }
    int blank = text.indexOf(' ', position);
    return blank < 0 ? text.length() : blank;
  }

  private static List<Part> parts(String text, int start, int end, List<Folding.Token> hits) {
    List<Part> parts = new ArrayList<>();
    int from = start;
    for (Folding.Token hit : hits) {
      if (hit.start() >= from && hit.end() <= end) {
        if (hit.start() > from) {
          parts.add(new Part(text.substring(from, hit.start()), false));
        }
        parts.add(new Part(text.substring(hit.start(), hit.end()), true));
        from = hit.end();
      }
    }
    if (from < end) {
      parts.add(new Part(text.substring(from, end), false));
    }
    return parts;
  }
}
