package de.gremienlauf.paper;

import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.meeting.ExcerptMade;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The excerpts from minutes that are filed with the papers. */
@Service
@Transactional
public class PaperExcerpts {

  private final PaperExcerptRepository excerpts;
  private final ConsultationRepository consultations;
  private final DocumentStore documents;

  PaperExcerpts(PaperExcerptRepository excerpts, ConsultationRepository consultations, DocumentStore documents) {
    this.excerpts = excerpts;
    this.consultations = consultations;
    this.documents = documents;
  }

  @EventListener
  void onMade(ExcerptMade made) {
    excerpts.save(new PaperExcerpt(null, made.consultationId(), made.documentHash(), made.fileName(),
        made.certified(), made.publicItem(), made.createdOn()));
  }

  /** The excerpts of some stations in the order in which they were made. */
  @Transactional(readOnly = true)
  Map<Long, List<PaperDetails.ExcerptLine>> of(Collection<Long> consultationIds) {
    return consultationIds.isEmpty() ? Map.of() : excerpts.findByConsultationIdInOrderById(consultationIds).stream()
        .collect(Collectors.groupingBy(PaperExcerpt::consultationId,
            Collectors.collectingAndThen(Collectors.toList(), PaperExcerpts::lines)));
  }

  private static List<PaperDetails.ExcerptLine> lines(List<PaperExcerpt> all) {
    return all.stream().map(excerpt -> new PaperDetails.ExcerptLine(excerpt.id(), excerpt.certified(),
        excerpt.publicItem(), excerpt.createdOn(),
        (excerpt.certified() ? "Beglaubigter" : "Vorläufiger") + " Beschlussauszug vom "
            + GermanDate.print(excerpt.createdOn()) + (replaced(excerpt, all) ? " (ersetzt)" : ""))).toList();
  }

  /** A certified excerpt replaces all before it, a provisional one only the provisional ones. */
  private static boolean replaced(PaperExcerpt excerpt, List<PaperExcerpt> all) {
    return all.stream().anyMatch(other -> other.id() > excerpt.id() && (other.certified() || !excerpt.certified()));
  }

  /**
   * An excerpt as a file.
   *
   * @param publicItem whether everybody may read it who may read the paper
   */
  public record Content(String fileName, boolean publicItem, byte[] bytes) {
  }

  @Transactional(readOnly = true)
  public Content content(Long paperId, Long excerptId) {
    return excerpts.findById(excerptId)
        .filter(excerpt -> consultations.findById(excerpt.consultationId()).orElseThrow().paperId.equals(paperId))
        .map(excerpt -> new Content(excerpt.fileName(), excerpt.publicItem(), documents.content(excerpt.documentHash())))
        .orElseThrow(() -> BusinessException.unknown("Diesen Beschlussauszug gibt es nicht."));
  }
}
