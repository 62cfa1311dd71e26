package de.gremienlauf.document;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Iterator;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says where a line may end: as usual, and behind the slashes in the names of committees, but never before one, and
 * quotation marks stay with what they quote.
 */
final class GermanLineBreaker implements FSTextBreaker {

  private final BreakIterator usual = BreakIterator.getLineInstance(Locale.GERMAN);
  private Iterator<Integer> positions;

  @Override
  public void setText(String text) {
    SortedSet<Integer> found = new TreeSet<>();
    usual.setText(text);
    for (int position = usual.next(); position != BreakIterator.DONE; position = usual.next()) {
      if (position == text.length() || text.charAt(position - 1) == ' ' || !staysWithItsWord(text, position)) {
        found.add(position);
      }
    }
    for (int i = 1; i < text.length() - 1; i++) {
      if (text.charAt(i) == '/' && Character.isLetter(text.charAt(i - 1)) && Character.isLetter(text.charAt(i + 1))) {
        found.add(i + 1);
      }
    }
    positions = found.iterator();
  }

  /** A slash, a German closing quotation mark and what follows an opening one never begin a line within a word. */
  private static boolean staysWithItsWord(String text, int position) {
    return "/“‘".indexOf(text.charAt(position)) >= 0 || "„‚".indexOf(text.charAt(position - 1)) >= 0;
  }

  @Override
  public int next() {
    return positions.hasNext() ? positions.next() : BreakIterator.DONE;
  }
}
