package de.gremienlauf.paper;

import de.gremienlauf.engine.GermanDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The wordings of a paper: each body must know, and the document must show, which one it votes on. */
@Component
class Wordings {

  /** A number at the beginning of a line that is not the day of a date; further in are the items within a point. */
  private static final Pattern NUMBERED_POINT =
      Pattern.compile("(?m)^ ?(\\d{1,2})[.)]\\s+(?=\\S)(?!" + GermanDate.AFTER_DAY + ")");

  private final WordingRepository wordings;

  Wordings(WordingRepository wordings) {
    this.wordings = wordings;
  }

  /** Replaces the wording of the draft. */
  void writeDraft(Paper paper, List<Wording.Point> points, LocalDate today) {
    stored(paper).ifPresent(wordings::delete);
    String label = paper.revision == 0 ? "Fassung der Vorlage" : "Neufassung " + paper.printedReference();
    wordings.save(new Wording(null, paper.id, paper.currentWording, label, today, null, points));
  }

  /** Opens a new wording for a revision, with the text of the current one to start from. */
  void beginRevision(Paper paper, LocalDate today) {
    List<Wording.Point> text = current(paper).points();
    paper.currentWording = nextNumber(paper.id);
    wordings.save(new Wording(null, paper.id, paper.currentWording, "Neufassung " + paper.printedReference(), today,
        null, text));
  }

  /** Stores what a body made of the resolution; from now on it is what the next bodies vote on. */
  void amend(Paper paper, Consultation consultation, String body, String text) {
    int number = nextNumber(paper.id);
    wordings.save(new Wording(null, paper.id, number,
        "Fassung " + body + " vom " + GermanDate.print(consultation.concludedOn), consultation.concludedOn,
        consultation.id, points(text)));
    paper.currentWording = number;
  }

  /**
   * Stores the current wording as one that was decided urgently.
   *
   * @param consultationId the station of the body that decided it; null if two people signed it
   */
  void decideUrgently(Paper paper, String label, LocalDate decidedOn, Long consultationId) {
    List<Wording.Point> text = current(paper).points();
    paper.currentWording = nextNumber(paper.id);
    wordings.save(new Wording(null, paper.id, paper.currentWording, label, decidedOn, consultationId, text));
  }

  /**
   * Goes back to the wording before the one a body gave, if that is the current one.
   *
   * @param amending the other consultations whose result still amends; what the rest gave was taken back before
   */
  void takeBack(Paper paper, Long consultationId, Set<Long> amending) {
    Wording current = current(paper);
    if (consultationId.equals(current.consultationId())) {
      paper.currentWording = of(paper.id).stream()
          .filter(wording -> wording.consultationId() == null || amending.contains(wording.consultationId()))
          .mapToInt(Wording::wordingNumber).filter(number -> number < current.wordingNumber()).max().orElse(1);
    }
  }

  Wording current(Paper paper) {
    return stored(paper).orElseGet(() -> new Wording(null, paper.id, paper.currentWording, "Fassung der Vorlage", null,
        null, List.of()));
  }

  private Optional<Wording> stored(Paper paper) {
    return of(paper.id).stream().filter(wording -> wording.wordingNumber() == paper.currentWording).findFirst();
  }

  List<Wording> of(Long paperId) {
    return wordings.findOfPaper(paperId);
  }

  private int nextNumber(Long paperId) {
    return of(paperId).stream().mapToInt(Wording::wordingNumber).max().orElse(0) + 1;
  }

  /**
   * Splits a text at its numbered points. A text that is not numbered from 1 on without a gap, from its first line on,
   * is one point with all its words: a number in it may be an ordinal.
   */
  static List<Wording.Point> points(String text) {
    if (text == null || text.isBlank()) {
      return List.of();
    }
    String whole = text.strip();
    List<String> parts = new ArrayList<>();
    Matcher number = NUMBERED_POINT.matcher(whole);
    int begin = 0;
    int last = 0;
    while (number.find()) {
      if (Integer.parseInt(number.group(1)) != last + 1 || last == 0 && number.start() > 0) {
        return List.of(new Wording.Point(whole, null));
      }
      if (last > 0) {
        parts.add(whole.substring(begin, number.start()).strip());
      }
      begin = number.end();
      last++;
    }
    parts.add(whole.substring(begin).strip());
    return last < 2 || parts.contains("") ? List.of(new Wording.Point(whole, null))
        : parts.stream().map(part -> new Wording.Point(part, null)).toList();
  }

  /** The points as a text that {@link #points} reads again; null if there are none. */
  static String text(List<Wording.Point> points) {
    if (points.isEmpty()) {
      return null;
    }
    if (points.size() == 1) {
      return points.get(0).text();
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      text.append(i == 0 ? "" : "\n\n").append(i + 1).append(". ").append(points.get(i).text());
    }
    return text.toString();
  }
}
