package de.gremienlauf.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class EngineRequestTest {

  private static EngineRequest request(String method, String address) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, address);
    request.setServletPath(address);
    return EngineRequest.of(request);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest/task/4711/complete", "/engine-rest/task/4711/complete/",
      "/engine-rest/engine/default/task/4711/submit-form", "/camunda/api/engine/engine/default/task/4711/complete"})
  void aCompletionIsFoundAtEveryAddress(String address) {
    assertThat(request("POST", address).completedTask()).isEqualTo("4711");
  }

  @Test
  void aStartIsFoundByKeyAndById() {
    assertThat(request("POST", "/engine-rest/process-definition/key/paper/start").startedKey()).isEqualTo("paper");
    assertThat(request("POST", "/engine-rest/process-definition/key/paper/tenant-id/t/submit-form").startedKey())
        .isEqualTo("paper");
    assertThat(request("POST", "/engine-rest/process-definition/paper:1:7/submit-form").startedDefinition())
        .isEqualTo("paper:1:7");
    assertThat(request("POST", "/engine-rest/process-definition/key/paper/start").startedDefinition()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/task/1/resolve", "/task/1/delegate", "/task/1/bpmnError", "/task/1/bpmnEscalation",
      "/task/1/variables", "/task/1/variables/reasons", "/task/1/localVariables/reasons/data", "/task/1/assignee",
      "/task/1/comment/create",
      "/task/1/identity-links", "/task/1/identity-links/delete", "/process-instance/1/variables/paperId",
      "/process-instance/1/modification", "/process-instance/variables-async", "/execution/1/localVariables",
      "/execution/1/signal", "/execution/1/messageSubscriptions/RevisionRequested/trigger", "/message", "/signal",
      "/modification/execute", "/migration/execute", "/process-definition/1/restart", "/task/create",
      "/external-task/1/complete", "/deployment/create", "/filter/create", "/authorization/create", "/user/create",
      "/identity/verify", "/decision-definition/key/paper-path/evaluate", "/history/cleanup", "/nirgends"})
  void mostIsForTheAdministrationAlone(String path) {
    for (String root : List.of("/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default")) {
      EngineRequest asked = request("POST", root + path);
      assertThat(EngineRequests.allow(asked, "anna", "sachbearbeitung"::equals)).as(root + path).isFalse();
      assertThat(EngineRequests.allow(asked, "anna", "camunda-admin"::equals)).as(root + path).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/task/1/complete", "/task/1/claim", "/task/1/unclaim", "/task",
      "/filter/1/list", "/process-definition/key/paper/submit-form", "/task/count"})
  void ordinaryWorkIsForEverybody(String path) {
    assertThat(EngineRequests.allow(request("POST", "/engine-rest" + path), "anna", group -> false)).isTrue();
    assertThat(EngineRequests.allow(request("DELETE", "/engine-rest" + path), "anna", group -> false)).isFalse();
  }

  @Test
  void somethingIsForSomeGroupsOrForOneselfOnly() {
    EngineRequest deployment = request("POST", "/engine-rest/deployment/create");
    assertThat(EngineRequests.allow(deployment, "anna", "organisation"::equals)).isTrue();
    assertThat(EngineRequests.allow(deployment, "anna", "revision"::equals)).isFalse();
    EngineRequest password = request("PUT", "/engine-rest/user/anna/credentials");
    assertThat(EngineRequests.allow(password, "anna", group -> false)).isTrue();
    assertThat(EngineRequests.allow(password, "bert", group -> false)).isFalse();
  }
}
