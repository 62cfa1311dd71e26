package de.gremienlauf.substitution;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Person;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.UserNames;
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

  /** Refuses who does not belong to the chain. */
  void requireKnown(Chain chain, String person, String role) {
    if (chain == Chain.ADMINISTRATION ? !users.known(person) : !isPerson(person)) {
      throw new BusinessException(chain == Chain.ADMINISTRATION
          ? "Als " + role + " lässt sich nur jemand wählen, der oder die in Gremienlauf angelegt ist."
          : "Als " + role + " im Vorsitz lässt sich nur eine Person aus den Gremien wählen.");
    }
  }

  /** Refuses a group that the person does not work in, or a body that does not exist. */
  void requireScope(Chain chain, String person, String scope) {
    if (chain == Chain.ADMINISTRATION) {
      if (!users.groups(person).containsKey(scope)) {
        throw new BusinessException(name(chain, person) + " gehört nicht zu der Gruppe, für die vertreten werden soll.");
      }
    } else if (!scope.matches(ID)) {
      throw new BusinessException("Bitte wählen Sie das Gremium, in dem vertreten werden soll.");
    } else {
      council.get(Long.valueOf(scope));
    }
  }

  private boolean isPerson(String id) {
    return id.matches(ID) && council.knownPerson(Long.valueOf(id)).map(Person::municipality)
        .filter(council.ownMunicipality()::equals).isPresent();
  }
}
