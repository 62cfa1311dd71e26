package de.gremienlauf.paper;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the bodies of a paper have made of it, all their results taken together. */
@Component
class Outcomes {

  private static final Set<ResultEffect> WITHOUT_A_VIEW = EnumSet.of(ResultEffect.NONE, ResultEffect.POSTPONED,
      ResultEffect.REFERRED, ResultEffect.WITHOUT_VOTE);

  private final ConsultationRepository consultations;

  Outcomes(ConsultationRepository consultations) {
    this.consultations = consultations;
  }

  /** The state in which the paper ends. */
  PaperState of(Paper paper) {
    if (paper.answerReference != null) {
      return PaperState.ANSWERED;
    }
    List<Consultation> concluded = concluded(paper);
    ResultEffect decisive = decisive(concluded).map(consultation -> consultation.effect).orElse(null);
    if (decisive == null) {
      Set<ResultEffect> said = concluded.stream().map(consultation -> consultation.effect)
          .filter(effect -> !WITHOUT_A_VIEW.contains(effect)).collect(Collectors.toSet());
      return said.equals(Set.of(ResultEffect.NOTED)) ? PaperState.NOTED
          : said.equals(Set.of(ResultEffect.SETTLED)) ? PaperState.SETTLED : PaperState.CONSULTED;
    }
    return switch (decisive) {
      case DECIDED -> PaperState.DECIDED;
      case DECIDED_AMENDED -> PaperState.DECIDED_AMENDED;
      case REJECTED -> PaperState.REJECTED;
      case SETTLED -> PaperState.SETTLED;
      case LAPSED -> PaperState.LAPSED;
      case DEEMED_CONSENT -> PaperState.DEEMED_CONSENT;
      case WITHDRAWN -> PaperState.WITHDRAWN;
      default -> PaperState.CONSULTED;
    };
  }

  /** When the body that decided did so, else when the last body met; nothing if none met. */
  Optional<LocalDate> day(Paper paper) {
    List<Consultation> concluded = concluded(paper);
    return decisive(concluded).or(() -> concluded.stream().findFirst()).map(station -> station.concludedOn);
  }

  /** The last first. */
  private List<Consultation> concluded(Paper paper) {
    return consultations.findOfPaper(paper.id)
        .stream().filter(consultation -> consultation.state == ConsultationState.CONCLUDED)
        .sorted(Comparator.comparing((Consultation consultation) -> consultation.concludedOn).reversed())
        .toList();
  }

  private static Optional<Consultation> decisive(List<Consultation> concluded) {
    return concluded.stream()
        .filter(consultation -> Boolean.TRUE.equals(consultation.runEnds)
            || consultation.effect == ResultEffect.DECIDED || consultation.effect == ResultEffect.DECIDED_AMENDED)
        .findFirst();
  }
}
