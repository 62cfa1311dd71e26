package de.gremienlauf.durability;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Clerks who take papers from the draft to the signature. Where a node does not answer or refuses, they look again, on
 * whichever node, and go on from what they find, as people do.
 */
public final class ClerksOffice {

  /** A completed task whose completion the application has acknowledged. */
  record Acknowledged(String taskId, String taskKey, String subject) {
  }

  /** Signs what others have written; master data say that this person may. */
  static final String SIGNATORY = "zeichnung";

  private static final String SIGN = "Task_Sign";

  private final AtomicReferenceArray<Application> nodes;
  private final int runs;
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile String lastFailure = "";
  private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<String> signed = new ConcurrentLinkedQueue<>();

  public ClerksOffice(AtomicReferenceArray<Application> nodes, int runs) {
    this.nodes = nodes;
    this.runs = runs;
  }

  /** The bodies that the built-in sequence names for traffic, with a meeting each, and who signs. */
  private static Path masterData(Path folder) throws IOException {
    Path data = Files.createDirectories(folder.resolve("masterdata"));
    Files.writeString(data.resolve("bodies.csv"), """
        Name;Art;Sitze;Gruppe;Beginn;Ende;Nachfolge;E-Mail
        Verkehrsausschuss;Gremium;15;;;;;
        Rat;Gremium;47;;;;;
        """);
    Files.writeString(data.resolve("meetings.csv"), """
        Gremium;Datum;Uhrzeit
        Verkehrsausschuss;12.01.2099;17:00
        Rat;05.02.2099;15:30
        """);
    Files.writeString(data.resolve("signing-authorities.csv"), """
        Kennung;Name;Zeichnet;Für;Dienststelle;Allgemeine Vertretung;Beginn;Ende
        %s;Dr. Muster;i. V.;OB Beispielsweg;;ja;01.01.2026;
        """.formatted(SIGNATORY));
    return data;
  }

  /** Imports the master data that the papers need. */
  public static void importCity(String url, String user, Path folder) throws IOException, InterruptedException {
    if (Application.command(url, user, folder, "import", masterData(folder).toString()) != 0) {
      throw new IllegalStateException(Files.readString(folder.resolve("import.err")));
    }
  }

  /** Makes the signatory known to the application. */
  public void hireSignatory() throws IOException, InterruptedException {
    node().post("/user/create", Map.of("profile", Map.of("id", SIGNATORY, "firstName", "Zora", "lastName", "Zeichnung"),
        "credentials", Map.of("password", Application.PASSWORD)));
    node().send(node().request("/group/camunda-admin/members/" + SIGNATORY)
        .PUT(HttpRequest.BodyPublishers.noBody()).build());
  }

  /** One clerk: paper after paper, until all are signed. */
  public void work() {
    for (int run = begun.incrementAndGet(); run <= runs; run = begun.incrementAndGet()) {
      takeThrough(run);
    }
  }

  Queue<Acknowledged> acknowledged() {
    return acknowledged;
  }

  /** The process instances of the papers whose signature was acknowledged or found done. */
  Queue<String> signed() {
    return signed;
  }

  private void takeThrough(int run) {
    String instance = null;
    for (int attempt = 1; instance == null; attempt++) {
      instance = begin("Betreff " + run + " Versuch " + attempt);
    }
    while (!Thread.currentThread().isInterrupted()) {
      try {
        JsonNode tasks = node().get("/task?processInstanceId=" + instance);
        if (tasks.isEmpty()) {
          JsonNode last = node().get("/history/task?processInstanceId=" + instance + "&taskDefinitionKey=" + SIGN
              + "&finished=true");
          if (!last.isEmpty()) {
            signed.add(instance);
            return;
          }
          Thread.sleep(100);
        } else {
          complete(tasks.get(0), run);
        }
      } catch (IOException | IllegalStateException e) {
        failed(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private String begin(String subject) {
    try {
      return node().post("/process-definition/key/paper/submit-form", Map.of("variables", Map.of("type",
          text("Beschlussvorlage"), "subject", text(subject), "leadOffice", text("V/50")))).get("id").asText();
    } catch (IOException | IllegalStateException e) {
      failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return null;
  }

  private void complete(JsonNode task, int run) throws IOException, InterruptedException {
    String key = task.get("taskDefinitionKey").asText();
    String subject = "Vorlage " + run;
    Map<String, Object> entered = switch (key) {
      case "Task_Draft" -> Map.of("subject", text(subject), "leadOffice", text("V/50"), "visibility", text("public"),
          "resolution", text("Der Rat beschließt neue Bänke."), "reasons", text("Die alten sind morsch."),
          "topics", Map.of("value", "[\"Verkehr\"]", "type", "Json"));
      case "Task_ConfirmSequence" -> Map.of("sequenceConfirmed", Map.of("value", true, "type", "Boolean"));
      case SIGN -> Map.of("decision", text("SIGN"), "signatory", text("Dr. Muster"), "capacity", text("IV"),
          "represented", text("OB Beispielsweg"));
      default -> throw new IllegalStateException("Nobody expected the task " + key);
    };
    String id = task.get("id").asText();
    node().postAs(key.equals(SIGN) ? SIGNATORY : Application.USER, "/task/" + id + "/submit-form", Map.of("variables", entered));
    acknowledged.add(new Acknowledged(id, key, subject));
  }

  private Application node() {
    return nodes.get(ThreadLocalRandom.current().nextInt(nodes.length()));
  }

  private void failed(Exception failure) {
    failures.incrementAndGet();
    lastFailure = failure.toString();
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, Object> text(String value) {
    return Map.of("value", value, "type", "String");
  }

  @Override
  public String toString() {
    return acknowledged.size() + " completions acknowledged, " + failures + " requests failed, " + signed.size() + " of "
        + runs + " papers signed; the last failure was: " + lastFailure;
  }
}
