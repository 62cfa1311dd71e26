package de.gremienlauf.paper;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The deadlines that somebody else has set for a paper, e.g. a grantor, and what is done to keep them. */
@Service
@Transactional
public class OutsideDeadlines {

  private final PaperRepository papers;
  private final Papers readers;
  private final PaperHistory history;

  OutsideDeadlines(PaperRepository papers, Papers readers, PaperHistory history) {
    this.papers = papers;
    this.readers = readers;
    this.history = history;
  }

  /** Somebody else has set another day. */
  public void move(Long paperId, LocalDate day) {
    papers.lock(paperId);
    Paper paper = readers.get(paperId);
    paper.outsideDeadline = day;
    papers.save(paper);
  }

  /** Keeps a sentence about the deadline in the paper's history. */
  public void note(Long paperId, String sentence) {
    history.add(paperId, sentence);
  }
}
