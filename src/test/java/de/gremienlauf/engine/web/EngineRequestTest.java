package de.gremienlauf.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
      "/task/1/variables", "/task/1/variables/reasons", "/task/1/localVariables/reasons/data",
      "/task/1/identity-links", "/task/1/identity-links/delete", "/process-instance/1/variables/paperId",
      "/process-instance/1/modification", "/process-instance/variables-async", "/execution/1/localVariables",
      "/execution/1/signal", "/execution/1/messageSubscriptions/RevisionRequested/trigger", "/message", "/signal",
      "/modification/execute", "/migration/execute", "/process-definition/1/restart",
      "/external-task/1/complete"})
  void somePathsGoPastTheModels(String path) {
    assertThat(request("POST", "/engine-rest" + path).goesPastTheModels()).isTrue();
    assertThat(request("GET", "/engine-rest" + path).goesPastTheModels()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/task/1/complete", "/task/1/claim", "/task/1/unclaim", "/task/1/comment/create", "/task",
      "/filter/1/list", "/process-definition/key/paper/submit-form", "/task/count"})
  void ordinaryWorkDoesNot(String path) {
    assertThat(request("POST", "/engine-rest" + path).goesPastTheModels()).isFalse();
  }
}
