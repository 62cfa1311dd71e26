package de.gremienlauf.document;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Iterator;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** Says where a line may end: as usual, and behind the slashes in the names of committees, but never before one. */
final class GermanLineBreaker implements FSTextBreaker {

  private final BreakIterator usual = BreakIterator.getLineInstance(Locale.GERMAN);
  private Iterator<Integer> positions;

  @Override
  public void setText(String text) {
    SortedSet<Integer> found = new TreeSet<>();
    usual.setText(text);
    for (int position = usual.next(); position != BreakIterator.DONE; position = usual.next()) {
      if (position == text.length() || text.charAt(position) != '/' || text.charAt(position - 1) == ' ') {
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

  @Override
  public int next() {
    return positions.hasNext() ? positions.next() : BreakIterator.DONE;
  }
}
