package de.gremienlauf.funding;

import de.gremienlauf.council.Organization;
import de.gremienlauf.council.Participation;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a page offers to choose from: values with what people read.
 *
 * @param projectBodies bodies of projects that could serve this one too
 */
public record ProjectChoices(List<Choice> reportBasis, List<Choice> objectiveStates, List<Choice> outcomeKinds,
    List<Choice> partnerKinds, List<Choice> participations, List<Choice> projectBodies) {

  /** One value. */
  public record Choice(String value, String label) {
  }

  /** The choices of a project that these bodies could serve too. */
  static ProjectChoices with(List<Organization> bodies) {
    return new ProjectChoices(of(ReportBasis.class, ReportBasis::label),
        of(ObjectiveState.class, ObjectiveState::label), of(OutcomeKind.class, OutcomeKind::label), of(PartnerKind.class, PartnerKind::label),
        of(Participation.class, Participation::label),
        bodies.stream().map(body -> new Choice(String.valueOf(body.id()), body.name())).toList());
  }

  private static <E extends Enum<E>> List<Choice> of(Class<E> type, Function<E, String> label) {
    return Stream.of(type.getEnumConstants()).map(one -> new Choice(one.name(), label.apply(one))).toList();
  }
}
