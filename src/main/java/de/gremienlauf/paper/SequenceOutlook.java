package de.gremienlauf.paper;

import java.util.List;

/** What planning knows of a sequence; the paper's own tasks show it. */
public interface SequenceOutlook {

  /** What is possible for a paper with its sequence as it is now, in German sentences; empty if nothing is open. */
  List<String> sentences(Long paperId);

  /** The sequence was confirmed: its days are what happens later is compared with. */
  void confirmed(Long paperId);
}
