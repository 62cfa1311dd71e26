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
    for (int slash = text.indexOf('/', 1); slash > 0 && slash + 1 < text.length(); slash = text.indexOf('/', slash + 1)) {
      if (Character.isLetter(text.charAt(slash - 1)) && Character.isLetter(text.charAt(slash + 1))) {
        found.add(slash + 1);
      }
    }
    positions = found.iterator();
  }

  @Override
  public int next() {
    return positions.hasNext() ? positions.next() : BreakIterator.DONE;
  }
}
