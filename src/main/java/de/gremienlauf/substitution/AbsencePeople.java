package de.gremienlauf.substitution;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Member;
import de.gremienlauf.council.Person;
import de.gremienlauf.engine.UserNames;
import de.gremienlauf.substitution.AbsenceRefused.Part;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who the people of the two chains are, and what people call them. */
@Component
class AbsencePeople {

  private static final String ID = "\\d{1,18}";

  private final UserNames users;
  private final Council council;

  AbsencePeople(UserNames users, Council council) {
    this.users = users;
    this.council = council;
  }

  String name(Chain chain, String person) {
    return chain == Chain.ADMINISTRATION ? users.of(person) : council.person(Long.valueOf(person)).name();
  }

  /** The login of an absent person; null if the person has none. */
  String login(Chain chain, String person) {
    return chain == Chain.ADMINISTRATION ? person : council.person(Long.valueOf(person)).userId();
  }

  /** The group or body of a scope. */
  String scope(Chain chain, String scope) {
    return chain == Chain.ADMINISTRATION ? users.group(scope) : council.get(Long.valueOf(scope)).name();
  }

  /** Everybody of a chain with the name. */
  Map<String, String> all(Chain chain, LocalDate day) {
    if (chain == Chain.ADMINISTRATION) {
      return users.everybody();
    }
    Map<String, String> persons = new LinkedHashMap<>();
    council.bodies(council.ownMunicipality(), day).stream()
        .flatMap(body -> council.members(body.id(), day).stream()).map(Member::person)
        .sorted(Comparator.comparing(Person::lastName).thenComparing(Person::name))
        .forEach(person -> persons.put(String.valueOf(person.id()), person.name()));
    return persons;
  }

  /** The groups or bodies of a person. */
  Map<String, String> scopes(Chain chain, String person, LocalDate day) {
    if (chain == Chain.ADMINISTRATION) {
      Map<String, String> groups = new LinkedHashMap<>(users.groups(person));
      groups.keySet().removeIf(Substitutions::isMark);
      return groups;
    }
    Map<String, String> bodies = new LinkedHashMap<>();
    council.bodies(council.ownMunicipality(), day).stream()
        .filter(body -> council.members(body.id(), day).stream()
            .anyMatch(member -> String.valueOf(member.person().id()).equals(person)))
        .forEach(body -> bodies.put(String.valueOf(body.id()), body.name()));
    return bodies;
  }

  /** Refuses who does not belong to the chain. */
  void requireKnown(Chain chain, String person, Part part) {
    String role = part == Part.PERSON ? "abwesende Person" : "Vertretung";
    if (person == null || (chain == Chain.ADMINISTRATION ? !users.known(person) : !isPerson(person))) {
      throw new AbsenceRefused(part, chain == Chain.ADMINISTRATION
          ? "Als " + role + " lässt sich nur jemand wählen, der oder die in Gremienlauf angelegt ist."
          : "Als " + role + " im Vorsitz lässt sich nur eine Person aus den Gremien wählen.");
    }
  }

  /** Refuses a group that the person does not work in, or a body that does not exist. */
  void requireScope(Chain chain, String person, String scope) {
    if (chain == Chain.ADMINISTRATION) {
      if (!users.groups(person).containsKey(scope)) {
        throw new AbsenceRefused(Part.SCOPE,
            name(chain, person) + " gehört nicht zu der Gruppe, für die vertreten werden soll.");
      }
    } else if (!scope.matches(ID)) {
      throw new AbsenceRefused(Part.SCOPE, "Bitte wählen Sie das Gremium, in dem vertreten werden soll.");
    } else {
      council.get(Long.valueOf(scope));
    }
  }

  private boolean isPerson(String id) {
    return id.matches(ID) && council.knownPerson(Long.valueOf(id)).map(Person::municipality)
        .filter(council.ownMunicipality()::equals).isPresent();
  }
}
