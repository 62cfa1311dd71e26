package de.gremienlauf.workplace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.jackson2.SecurityJackson2Modules;

/**
 * What a session may hold, as JSON in the database: text, the logins of the web applications, and what Spring Security
 * itself keeps and allows to be read. Nothing else gets in, and no object comes out of bytes by the bytes' own choice.
 */
final class SessionContent {

  private static final Logger LOG = LoggerFactory.getLogger(SessionContent.class);

  private final ObjectMapper plain = new ObjectMapper();
  private final ObjectMapper security = JsonMapper.builder()
      .addModules(SecurityJackson2Modules.getModules(SessionContent.class.getClassLoader())).build();

  private enum Kind {
    TEXT, LOGINS, SECURITY
  }

  private record Stored(Kind kind, JsonNode value) {
  }

  /** A login of the web applications; {@code checked} is when its rights were read last, in milliseconds. */
  private record Login(String user, String engine, List<String> groups, List<String> tenants, Set<String> apps,
      Long checked) {

    static Login of(UserAuthentication login) {
      return new Login(login.getIdentityId(), login.getProcessEngineName(), login.getGroupIds(), login.getTenantIds(),
          login.getAuthorizedApps(),
          login.getCacheValidationTime() == null ? null : login.getCacheValidationTime().getTime());
    }

    UserAuthentication login() {
      UserAuthentication login = new UserAuthentication(user, engine);
      login.setGroupIds(groups);
      login.setTenantIds(tenants);
      login.setAuthorizedApps(apps);
      login.setCacheValidationTime(checked == null ? null : new Date(checked));
      return login;
    }
  }

  /**
   * The bytes that are stored.
   *
   * @throws IllegalArgumentException if no session may hold that
   */
  byte[] write(Object value) {
    try {
      if (value instanceof String) {
        return plain.writeValueAsBytes(new Stored(Kind.TEXT, plain.valueToTree(value)));
      }
      if (value instanceof Authentications logins) {
        return plain.writeValueAsBytes(new Stored(Kind.LOGINS,
            plain.valueToTree(logins.getAuthentications().stream().map(Login::of).toList())));
      }
      JsonNode tree = security.readTree(security.writeValueAsBytes(value));
      // What cannot be read again would end the session later, where nobody sees why.
      security.treeToValue(tree, Object.class);
      return plain.writeValueAsBytes(new Stored(Kind.SECURITY, tree));
    } catch (IOException e) {
      throw new IllegalArgumentException("A session may not hold " + value.getClass().getName(), e);
    }
  }

  /** What was stored; null if another version of the program stored it in its own way. */
  Object read(byte[] bytes) {
    try {
      Stored stored = plain.readValue(bytes, Stored.class);
      return switch (stored.kind()) {
        case TEXT -> stored.value().textValue();
        case LOGINS -> logins(stored.value());
        case SECURITY -> security.treeToValue(stored.value(), Object.class);
      };
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("A part of a session cannot be read and counts as not there: {}", e.getMessage());
      return null;
    }
  }

  private Authentications logins(JsonNode value) throws JsonProcessingException {
    Authentications logins = new Authentications();
    for (JsonNode login : value) {
      logins.addOrReplace(plain.treeToValue(login, Login.class).login());
    }
    return logins;
  }
}
