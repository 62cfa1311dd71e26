package de.gremienlauf.workplace;

import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.substitution.Substitutions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People of the login service among the users of the engine, where assignment, substitution and mail look for them.
 * Each belongs to one account of the service, named by issuer and subject: a name alone takes nobody's place. Whoever
 * has a password of his own belongs to the database and is never touched; a user who was entered without one belongs to
 * the first who comes by that name.
 */
class SingleSignOnPeople {

  static final String NO_RIGHTS = SingleSignOn.PAGES + "ohne-rechte.html";
  private static final String TAKEN = SingleSignOn.PAGES + "vergeben.html";
  private static final String UNADMINISTERED = SingleSignOn.PAGES + "ohne-administration.html";
  /** Names of what is kept with a user: the account, and the password (hashed) that the user had from us. */
  private static final String ACCOUNT = "gremienlauf.oidc.account";
  private static final String PASSWORD = "gremienlauf.oidc.password";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SingleSignOn settings;
  private final IdentityService identity;
  private final TransactionTemplate transaction;

  SingleSignOnPeople(SingleSignOn settings, IdentityService identity, PlatformTransactionManager transactions) {
    this.settings = settings;
    this.identity = identity;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * The user of a token, known to the engine with name and mail address from now on.
   *
   * @param groups what the token allows; whoever is allowed nothing does not become a user
   * @throws NotAdmitted if there is no such user, or the user of that name is somebody else
   */
  synchronized String user(Map<String, Object> claims, Set<String> groups) {
    String id = text(claims, StandardClaimNames.PREFERRED_USERNAME);
    String account = settings.issuer() + "#" + text(claims, StandardClaimNames.SUB);
    try {
      transaction.executeWithoutResult(status -> {
        User user = identity.createUserQuery().userId(id).singleResult();
        if (user == null && groups.isEmpty()) {
          throw new NotAdmitted(NO_RIGHTS, "The user " + id + " belongs to no group");
        }
        boolean nobodys = user == null || user.getPassword() == null;
        if (!nobodys && !(account.equals(identity.getUserInfo(id, ACCOUNT))
            && user.getPassword().equals(identity.getUserInfo(id, PASSWORD)))) {
          throw new NotAdmitted(TAKEN, "The user " + id + " is not the one of " + account);
        }
        User person = describe(user == null ? identity.newUser(id) : user, claims, nobodys);
        if (nobodys) {
          identity.setUserInfo(id, ACCOUNT, account);
          identity.setUserInfo(id, PASSWORD, person.getPassword());
        }
      });
    } catch (ProcessEngineException e) {
      throw new NotAdmitted(SingleSignOn.FAILED, "The user " + id + " cannot be stored: " + e.getMessage());
    }
    return id;
  }

  private User describe(User user, Map<String, Object> claims, boolean isNew) {
    String first = text(claims, StandardClaimNames.GIVEN_NAME);
    String last = text(claims, StandardClaimNames.FAMILY_NAME);
    String mail = text(claims, StandardClaimNames.EMAIL);
    if (isNew || !Objects.equals(user.getFirstName(), first) || !Objects.equals(user.getLastName(), last)
        || !Objects.equals(user.getEmail(), mail)) {
      user.setFirstName(first);
      user.setLastName(last);
      user.setEmail(mail);
      if (isNew) {
        user.setPassword(unknownPassword(user));
      }
      identity.saveUser(user);
    }
    return user;
  }

  /** Nobody ever learns it; the engine cannot compare with none. */
  private String unknownPassword(User user) {
    byte[] bytes = new byte[32];
    String password;
    do {
      RANDOM.nextBytes(bytes);
      password = Base64.getEncoder().encodeToString(bytes);
    } while (!identity.checkPasswordAgainstPolicy(password, user).isValid());
    return password;
  }

  /** The groups of this product that a token names; others are ignored. */
  Set<String> groups(Map<String, Object> claims) {
    Object value = claims;
    for (String name : settings.groupsClaim().split("\\.")) {
      value = value instanceof Map<?, ?> object ? object.get(name) : null;
    }
    Set<String> named = value instanceof Collection<?> several
        ? several.stream().map(String::valueOf).collect(Collectors.toSet()) : Set.of();
    if (!settings.groups().isEmpty()) {
      named = named.stream().map(settings.groups()::get).filter(Objects::nonNull).collect(Collectors.toSet());
    }
    return named.isEmpty() ? Set.of() : identity.createGroupQuery().groupIdIn(named.toArray(String[]::new)).list()
        .stream().map(Group::getId).filter(group -> !Substitutions.isMark(group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Makes somebody a member of these groups and of no others.
   *
   * @throws NotAdmitted if there are none
   */
  synchronized void setGroups(String userId, Set<String> groups) {
    transaction.executeWithoutResult(status -> {
      List<String> before = identity.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).toList();
      before.stream().filter(group -> !groups.contains(group))
          .forEach(group -> identity.deleteMembership(userId, group));
      Set<String> added = new HashSet<>(groups);
      before.forEach(added::remove);
      added.forEach(group -> identity.createMembership(userId, group));
    });
    if (groups.isEmpty()) {
      throw new NotAdmitted(NO_RIGHTS, "The user " + userId + " belongs to no group any more");
    }
  }

  /**
   * Lets nobody begin before there is somebody who administers the application: its web applications would show
   * everybody a page that is closed.
   *
   * @throws NotAdmitted if there is none yet
   */
  void verifyAdministered() {
    if (identity.createUserQuery().memberOfGroup(UserGroups.ADMINISTRATORS).count() == 0) {
      throw new NotAdmitted(UNADMINISTERED, FirstAdministrator.HOW_TO);
    }
  }

  private static String text(Map<String, Object> claims, String name) {
    return claims.get(name) instanceof String text && !text.isBlank() ? text : null;
  }
}
