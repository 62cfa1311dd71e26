package de.gremienlauf.replay;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.gremienlauf.council.Participation;
import de.gremienlauf.council.Seat;
import de.gremienlauf.funding.FindingCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A funded project as somebody told of it: what happened on which day, and which facts have to be found again once it
 * has been replayed. What is not told is null.
 *
 * @param source where the story was found
 * @param invented whether nothing of it is real
 * @param until the day up to which time passes; null for the day of the last event
 * @param facts what has to be found in the database afterwards
 * @param findings the codes of the questions that the application has to ask; null to leave them open
 */
record ProjectStory(String id, String source, String note, boolean invented, String municipality, LocalDate until,
    Project project, List<Body> bodies, List<StoryEvent> events, List<Fact> facts, List<FindingCode> findings)
    implements Recorded {

  ProjectStory {
    bodies = List.copyOf(bodies);
    events = List.copyOf(events);
    facts = List.copyOf(facts);
  }

  /**
   * The project at its beginning.
   *
   * @param key how events, bodies and facts name it
   */
  record Project(@JsonProperty(required = true) String key, String number,
      @JsonProperty(required = true) String name, @JsonProperty(required = true) String programme, String idea,
      String targetGroup, @JsonProperty(required = true) String leadOffice, String grantor, LocalDate plannedFrom, LocalDate plannedUntil,
      Assumed assumed, String source, String note) {
  }

  /**
   * A body of the council or of a project, or an office.
   *
   * @param projects the keys of the projects that a project body belongs to; empty for the first
   */
  record Body(@JsonProperty(required = true) String name, @JsonProperty(required = true) Kind kind, LocalDate from,
      LocalDate until, List<String> projects, List<Seated> members, Assumed assumed, String source, String note) {

    /** What kind of body it is, as the file says. */
    enum Kind {
      @JsonProperty("Gremium") COUNCIL_BODY,
      @JsonProperty("Projektgremium") PROJECT_BODY,
      @JsonProperty("Dienststelle") OFFICE
    }

    Body {
      projects = projects == null ? List.of() : List.copyOf(projects);
      members = members == null ? List.of() : List.copyOf(members);
    }
  }

  /** Who sits in a body. */
  record Seated(@JsonProperty(required = true) String name, @JsonProperty(required = true) String role, String house,
      Seat seat, Participation participation) {
  }

  /**
   * Something that has to be found in the database.
   *
   * @param n its number
   * @param text what it says
   * @param assumed what of it the source does not state; null if it states all of it
   */
  record Fact(int n, @JsonProperty(required = true) String text, String assumed,
      @JsonProperty(required = true) List<Check> checks) {

    Fact {
      checks = checks == null ? List.of() : List.copyOf(checks);
    }
  }

  /**
   * Where and as what a fact has to be found.
   *
   * @param of what kind of thing to look at, see {@link StoryReader}
   * @param where what distinguishes it from others of its kind; may be empty
   * @param expected its properties; a star stands for anything but nothing, a text between ellipses for a part
   * @param count how many there have to be; null for at least one
   */
  record Check(@JsonProperty(required = true) String of, Map<String, Object> where,
      Map<String, Object> expected, Integer count) {

    Check {
      where = where == null ? Map.of() : where;
      expected = expected == null ? Map.of() : expected;
    }
  }
}
