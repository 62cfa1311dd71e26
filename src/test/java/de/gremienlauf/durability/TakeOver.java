package de.gremienlauf.durability;

import com.fasterxml.jackson.databind.JsonNode;
import de.gremienlauf.support.MailServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A node is killed in the middle of its jobs, which are mails to a slow server; shortly afterwards timers are due of a
 * model that was deployed through it. The other node has to do all of it.
 */
public final class TakeOver {

  static final int TIMERS = 40;
  static final int RECIPIENTS = 40;
  private static final long SLOW_MILLIS = 1500;
  /** Deployed through one node while both run, as an analyst does; its timer is due shortly after the kill. */
  private static final String MODEL = """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <process id="waiting" isExecutable="true" camunda:historyTimeToLive="P1D">
          <startEvent id="StartEvent"/>
          <sequenceFlow id="Flow_1" sourceRef="StartEvent" targetRef="Timer"/>
          <intermediateCatchEvent id="Timer"><timerEventDefinition>
            <timeDuration xsi:type="tFormalExpression">PT15S</timeDuration>
          </timerEventDefinition></intermediateCatchEvent>
          <sequenceFlow id="Flow_2" sourceRef="Timer" targetRef="Task_Look"/>
          <userTask id="Task_Look"/>
        </process>
      </definitions>
      """;

  private final Application victim;
  private final Application survivor;

  private TakeOver(Application victim, Application survivor) {
    this.victim = victim;
    this.survivor = survivor;
  }

  /** Starts two nodes at once on a database that has its tables, of which the first is to be killed. */
  public static TakeOver launch(String url, String user, Path folder) throws IOException, InterruptedException {
    MailServer.clear();
    MailServer.onContent(() -> {
      pause();
      return null;
    });
    List<String> mail = List.of("--spring.mail.host=localhost", "--spring.mail.port=" + MailServer.port());
    List<String> inviting = new ArrayList<>(mail);
    inviting.add("--" + OrderedInvitation.PROPERTY + "=" + RECIPIENTS);
    TakeOver takeOver = new TakeOver(Application.launch(url, user, folder, inviting.toArray(String[]::new)),
        Application.launch(url, user, folder, mail.toArray(String[]::new)));
    takeOver.victim.await();
    takeOver.survivor.await();
    return takeOver;
  }

  Application victim() {
    return victim;
  }

  Application survivor() {
    return survivor;
  }

  /** Waits until mails are under way, kills the node that has begun them, and returns when, in nanoseconds. */
  public long kill() throws IOException, InterruptedException {
    deploy(victim);
    for (int n = 0; n < TIMERS; n++) {
      survivor.post("/process-definition/key/waiting/start", Map.of());
    }
    for (int waited = 0; MailServer.mails().isEmpty() && waited < 600; waited++) {
      Thread.sleep(100);
    }
    int sent = MailServer.mails().size();
    if (sent == 0 || sent >= RECIPIENTS) {
      throw new IllegalStateException("The node has to be killed in the middle of its jobs, not after mail " + sent);
    }
    victim.kill();
    MailServer.onContent(() -> null);
    return System.nanoTime();
  }

  /** Waits until the other node has done everything. */
  public void awaitDone() throws IOException, InterruptedException {
    await("/task/count?processDefinitionKey=waiting", count -> count.get("count").asInt() >= TIMERS);
    await("/process-instance/count?processDefinitionKey=mail-delivery", count -> count.get("count").asInt() == 0);
  }

  /** Ends what is still running. */
  public void stop() throws InterruptedException {
    victim.kill();
    survivor.kill();
    MailServer.clear();
  }

  private static void pause() {
    try {
      Thread.sleep(SLOW_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void deploy(Application node) throws IOException, InterruptedException {
    String boundary = "----model";
    String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nAnalyse\r\n--"
        + boundary + "\r\nContent-Disposition: form-data; name=\"data\"; filename=\"waiting.bpmn\"\r\n\r\n" + MODEL
        + "\r\n--" + boundary + "--\r\n";
    node.send(node.request("/deployment/create").header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  private void await(String path, Predicate<JsonNode> done) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (!done.test(survivor.get(path))) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("Waiting for " + path + ", now " + survivor.get(path));
      }
      Thread.sleep(200);
    }
  }
}
