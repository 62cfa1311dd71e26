package de.gremienlauf.replay;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Membership;
import de.gremienlauf.council.Organization;
import de.gremienlauf.council.Participation;
import de.gremienlauf.council.Person;
import de.gremienlauf.council.Seat;
import de.gremienlauf.funding.ProjectBodies;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The bodies and offices of a story, and who sits in them. */
@Component
class StoryBodies {

  private final Council council;
  private final ProjectBodies projectBodies;

  StoryBodies(Council council, ProjectBodies projectBodies) {
    this.council = council;
    this.projectBodies = projectBodies;
  }

  void add(DrivenStory driven) {
    for (ProjectStory.Body told : driven.story.bodies()) {
      Organization body = switch (told.kind()) {
        case COUNCIL_BODY -> council.addBody(driven.municipality, told.name(), null, told.from(), told.until());
        case PROJECT_BODY -> council.addProjectBody(driven.municipality, told.name(), "Projektgremium", told.from(),
            told.until());
        case OFFICE -> council.addOffice(driven.municipality, told.name(), null);
      };
      told.members().forEach(member -> seat(body, member));
    }
  }

  private void seat(Organization body, ProjectStory.Seated told) {
    Person person = council.person(body.municipality(), told.name(), null);
    council.addMemberships(List.of(
        Membership.of(person, body, told.role(), !body.projectBody(), body.startDate(), body.endDate())
            .inGroup(told.house())
            .on(Objects.requireNonNullElse(told.seat(), body.projectBody() ? Seat.PARTNER : Seat.COUNCIL_MEMBER))
            .taking(Objects.requireNonNullElse(told.participation(), Participation.PERMANENT))));
  }

  /** Lets the bodies of a project serve it; the first project has those that name none. */
  void connect(DrivenStory driven, String key) {
    boolean first = key.equals(driven.story.project().key());
    driven.story.bodies().stream().filter(body -> body.kind() == ProjectStory.Body.Kind.PROJECT_BODY)
        .filter(body -> body.projects().contains(key) || first && body.projects().isEmpty())
        .forEach(body -> projectBodies.add(driven.project(key),
            council.find(driven.municipality, body.name()).orElseThrow().id()));
  }
}
