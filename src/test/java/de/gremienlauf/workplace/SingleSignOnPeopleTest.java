package de.gremienlauf.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a token does to the users of the engine, and to whom it may not. */
@IntegrationTest
class SingleSignOnPeopleTest {

  private static final Set<String> CLERK = Set.of("sachbearbeitung");

  @Autowired IdentityService identity;
  @Autowired PlatformTransactionManager transactions;
  @Autowired People users;
  private SingleSignOnPeople people;
  private final String name = "t" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void people() {
    people = people("groups", Map.of());
  }

  private SingleSignOnPeople people(String claim, Map<String, String> groups) {
    return new SingleSignOnPeople(new SingleSignOn("https://login.example", "gremienlauf", "geheim", claim, groups),
        identity, transactions);
  }

  private Map<String, Object> token(String subject, Object... more) {
    Map<String, Object> claims = new HashMap<>(Map.of("sub", subject, "preferred_username", name, "given_name", "Eva",
        "family_name", "Berg", "email", "eva@berg.example"));
    for (int i = 0; i < more.length; i += 2) {
      claims.put((String) more[i], more[i + 1]);
    }
    return claims;
  }

  private List<String> groupsOfUser() {
    return new ArrayList<>(identity.createGroupQuery().groupMember(name).list().stream().map(Group::getId).toList());
  }

  @Test
  void whoComesForTheFirstTimeIsKnownFromThenOn() {
    assertThat(people.user(token("1"), CLERK)).isEqualTo(name);
    User user = identity.createUserQuery().userId(name).singleResult();
    assertThat(user.getFirstName() + " " + user.getLastName() + " " + user.getEmail())
        .isEqualTo("Eva Berg eva@berg.example");
    people.user(token("1", "family_name", "Tal", "email", "eva@tal.example"), CLERK);
    user = identity.createUserQuery().userId(name).singleResult();
    assertThat(user.getLastName() + " " + user.getEmail()).isEqualTo("Tal eva@tal.example");
  }

  @Test
  void nobodyLogsInWithoutAPasswordAsSomebodyWhoHasNone() {
    people.user(token("1"), CLERK);
    assertThat(identity.checkPassword(name, "")).isFalse();
    assertThat(identity.checkPassword(name, "null")).isFalse();
    assertThat(people.user(token("1"), CLERK)).isEqualTo(name);
  }

  @Test
  void aNameAloneTakesNobodysPlace() {
    people.user(token("1"), CLERK);
    assertThatThrownBy(() -> people.user(token("2"), CLERK)).isInstanceOf(NotAdmitted.class);
    identity.deleteUser(name);
    people.user(token("2"), CLERK);
    assertThatThrownBy(() -> people.user(token("1"), CLERK)).isInstanceOf(NotAdmitted.class);
  }

  @Test
  void aUserOfTheDatabaseStaysAsHeIs() {
    String administrator = users.named("Vera", "Stein", "camunda-admin");
    Map<String, Object> token = token("1", "preferred_username", administrator);
    assertThatThrownBy(() -> people.user(token, CLERK)).isInstanceOf(NotAdmitted.class);
    assertThatThrownBy(() -> people.user(token, Set.of())).isInstanceOf(NotAdmitted.class);
    assertThat(identity.createUserQuery().userId(administrator).singleResult().getFirstName()).isEqualTo("Vera");
    assertThat(identity.checkPassword(administrator, People.PASSWORD)).isTrue();
    assertThat(identity.createGroupQuery().groupMember(administrator).list()).extracting(Group::getId)
        .containsExactly("camunda-admin");
  }

  @Test
  void nobodyComesInBeforeTheFirstAdministrator() {
    new TransactionTemplate(transactions).executeWithoutResult(nobodyAdministers -> {
      nobodyAdministers.setRollbackOnly();
      identity.createUserQuery().memberOfGroup(UserGroups.ADMINISTRATORS).list()
          .forEach(user -> identity.deleteMembership(user.getId(), UserGroups.ADMINISTRATORS));
      people.user(token("1"), CLERK);
      people.setGroups(name, CLERK);
      assertThatThrownBy(people::verifyAdministered).isInstanceOfSatisfying(NotAdmitted.class,
          refused -> assertThat(refused.page()).isEqualTo("/anmeldung/ohne-administration.html"));
      people.setGroups(name, Set.of(UserGroups.ADMINISTRATORS));
      people.verifyAdministered();
    });
  }

  @Test
  void whoGetsAPasswordBelongsToTheDatabase() {
    people.user(token("1"), CLERK);
    User user = identity.createUserQuery().userId(name).singleResult();
    user.setPassword(People.PASSWORD);
    identity.saveUser(user);
    assertThatThrownBy(() -> people.user(token("1"), CLERK)).isInstanceOf(NotAdmitted.class);
  }

  @Test
  void whoWasEnteredWithoutAPasswordBelongsToTheFirstWhoComes() {
    identity.saveUser(identity.newUser(name));
    people.user(token("1"), CLERK);
    assertThatThrownBy(() -> people.user(token("2"), CLERK)).isInstanceOf(NotAdmitted.class);
  }

  @Test
  void whoMayNothingDoesNotBecomeAUser() {
    assertThatThrownBy(() -> people.user(token("1"), Set.of())).isInstanceOf(NotAdmitted.class);
    assertThat(identity.createUserQuery().userId(name).count()).isZero();
  }

  @Test
  void aNameThatTheEngineDoesNotTakeIsRefused() {
    assertThatThrownBy(() -> people.user(token("1", "preferred_username", "eva@berg"), CLERK))
        .isInstanceOf(NotAdmitted.class);
    assertThatThrownBy(() -> people.user(token("1", "preferred_username", null), CLERK))
        .isInstanceOf(NotAdmitted.class);
  }

  @Test
  void theTokenSaysTheGroupsAndTakesThemAway() {
    people.user(token("1"), CLERK);
    people.setGroups(name, Set.of("sachbearbeitung", "zeichnung"));
    assertThat(groupsOfUser()).containsExactlyInAnyOrder("sachbearbeitung", "zeichnung");
    people.setGroups(name, Set.of("zeichnung", "revision"));
    assertThat(groupsOfUser()).containsExactlyInAnyOrder("zeichnung", "revision");
    assertThatThrownBy(() -> people.setGroups(name, Set.of())).isInstanceOf(NotAdmitted.class);
    assertThat(groupsOfUser()).isEmpty();
  }

  @Test
  void unknownGroupsAreIgnored() {
    assertThat(people.groups(token("1", "groups", List.of("zeichnung", "kantine", "vertretung-" + name))))
        .containsExactly("zeichnung");
    assertThat(people.groups(token("1"))).isEmpty();
    assertThat(people.groups(token("1", "groups", "zeichnung"))).isEmpty();
  }

  @Test
  void groupsMayHaveOtherNamesAndStandElsewhere() {
    SingleSignOnPeople mapped = people("realm_access.roles", Map.of("GL Zeichnung", "zeichnung"));
    assertThat(mapped.groups(token("1", "realm_access", Map.of("roles", List.of("GL Zeichnung", "revision")))))
        .containsExactly("zeichnung");
    assertThat(mapped.groups(token("1", "groups", List.of("GL Zeichnung")))).isEmpty();
  }

  /** What operators import: every group of the product, no secret, and nobody who may log in unasked. */
  @Test
  void theRealmKnowsAllGroupsAndNoSecrets() throws IOException {
    JsonNode realm = new ObjectMapper().readTree(new File("src/main/operation/keycloak/gremienlauf-realm.json"));
    assertThat(realm.path("groups")).extracting(group -> group.path("name").asText())
        .containsExactlyInAnyOrderElementsOf(Rights.GROUPS.keySet());
    assertThat(realm.path("clients").get(0).path("secret").asText()).isEqualTo("${GREMIENLAUF_OIDC_CLIENT_SECRET}");
    assertThat(realm.path("users")).isNotEmpty().allSatisfy(person -> {
      assertThat(person.path("enabled").asText()).isEqualTo("${GREMIENLAUF_SAMPLE_PEOPLE:false}");
      assertThat(person.path("credentials").get(0).path("value").asText()).isEqualTo("${GREMIENLAUF_SAMPLE_PASSWORD}");
    });
  }
}
