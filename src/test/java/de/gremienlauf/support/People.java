package de.gremienlauf.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** People who use the application over HTTP, as a browser or a program does. */
@Lazy
@Component
public class People {

  private static final ObjectMapper JSON = new ObjectMapper();
  /** Everybody's. */
  public static final String PASSWORD = "Prüfung-2026-Rathaus!";

  private final IdentityService identity;
  private final String base;

  public People(IdentityService identity, @Value("http://localhost:${local.server.port}") String base) {
    this.identity = identity;
    this.base = base;
  }

  /** A new user in these groups; groups that do not exist are created. */
  public String user(String... groups) {
    return named("Erika", null, groups);
  }

  /**
   * A new user with the name that others read.
   *
   * @param lastName null for the user's id
   */
  public String named(String firstName, String lastName, String... groups) {
    return user("u" + UUID.randomUUID().toString().substring(0, 8), firstName, lastName, groups);
  }

  /** A new user with a login that the test chooses. */
  public String withLogin(String id, String... groups) {
    return user(id, "Erika", null, groups);
  }

  private String user(String id, String firstName, String lastName, String... groups) {
    User user = identity.newUser(id);
    user.setFirstName(firstName);
    user.setLastName(lastName == null ? id : lastName);
    user.setPassword(PASSWORD);
    identity.saveUser(user);
    for (String group : new LinkedHashSet<>(List.of(groups))) {
      if (identity.createGroupQuery().groupId(group).count() == 0) {
        identity.saveGroup(identity.newGroup(group));
      }
      identity.createMembership(id, group);
    }
    return id;
  }

  /** Nobody: a stranger's browser. */
  public Person stranger() {
    return new Person(null, HttpClient.newBuilder().cookieHandler(new CookieManager()).build(), null, null);
  }

  /** Somebody in these groups, logged in to Tasklist with a browser. */
  public Person browser(String... groups) {
    return login(user(groups), "tasklist");
  }

  /** Logs a user in to one of the web applications. */
  public Person login(String userId, String application) {
    CookieManager cookies = new CookieManager();
    Person person = new Person(userId, HttpClient.newBuilder().cookieHandler(cookies).build(), cookies, null);
    // The session gets its new token with the first page that the person may open.
    person.send("GET", "/camunda/app/" + application + "/default/", null, null);
    Answer answer = person.send("POST", "/camunda/api/admin/auth/user/default/login/" + application,
        ("username=" + userId + "&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded");
    if (answer.status() != 200) {
      throw new AssertionError("Login of " + userId + " failed: " + answer);
    }
    person.send("GET", "/camunda/app/" + application + "/default/", null, null);
    return person;
  }

  /** Somebody in these groups who sends the password with each request. */
  public Person program(String... groups) {
    return programOf(user(groups));
  }

  public Person programOf(String userId) {
    return new Person(userId, HttpClient.newHttpClient(), null, "Basic " + Base64.getEncoder()
        .encodeToString((userId + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
  }

  /** Somebody whom another service knows, with its token in each request. */
  public Person withToken(String userId, String token) {
    return new Person(userId, HttpClient.newHttpClient(), null, "Bearer " + token);
  }

  /** What came back. */
  public record Answer(int status, Map<String, List<String>> headers, byte[] bytes) {

    public String body() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      try {
        return JSON.readTree(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(body(), e);
      }
    }

    public String message() {
      return json().path("message").asText();
    }

    public String header(String name) {
      return headers.entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase(name))
          .map(entry -> entry.getValue().get(0)).findFirst().orElse(null);
    }

    @Override
    public String toString() {
      return status + " " + body();
    }
  }

  /** One person with a session or a password. */
  public final class Person {

    public final String id;
    private final HttpClient client;
    private final CookieManager cookies;
    private final String authorization;
    private boolean withToken = true;

    private Person(String id, HttpClient client, CookieManager cookies, String authorization) {
      this.id = id;
      this.client = client;
      this.cookies = cookies;
      this.authorization = authorization;
    }

    /** Forgets the token against forged requests, as a foreign page does not know it. */
    public Person withoutToken() {
      withToken = false;
      return this;
    }

    /** The address of the engine's REST interface for this kind of person. */
    public String engine() {
      return authorization == null ? "/camunda/api/engine/engine/default" : "/engine-rest";
    }

    public Answer get(String path) {
      return send("GET", path, null, null);
    }

    public Answer post(String path, Object body) {
      return json("POST", path, body);
    }

    public Answer put(String path, Object body) {
      return json("PUT", path, body);
    }

    public Answer delete(String path) {
      return send("DELETE", path, null, null);
    }

    private Answer json(String method, String path, Object body) {
      try {
        return send(method, path, body instanceof String text ? text.getBytes(StandardCharsets.UTF_8)
            : JSON.writeValueAsBytes(body), "application/json");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public Answer upload(String path, String fileName, byte[] content, Map<String, String> fields) {
      String boundary = "grenze" + UUID.randomUUID();
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      fields.forEach((name, value) -> body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
          + name + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
      body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
          + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      body.writeBytes(content);
      body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
      return send("POST", path, body.toByteArray(), "multipart/form-data; boundary=" + boundary);
    }

    public Answer send(String method, String path, byte[] body, String type) {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).method(method, body == null
          ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
      if (type != null) {
        request.header("Content-Type", type);
      }
      if (authorization != null) {
        request.header("Authorization", authorization);
      }
      String token = token();
      if (withToken && token != null) {
        request.header("X-XSRF-TOKEN", token);
      }
      try {
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), response.headers().map(), response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private String token() {
      return cookies == null ? null : cookies.getCookieStore().getCookies().stream()
          .filter(cookie -> cookie.getName().equals("XSRF-TOKEN")).map(HttpCookie::getValue)
          .findFirst().orElse(null);
    }
  }
}
