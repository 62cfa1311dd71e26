package de.gremienlauf.workplace;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;

/**
 * What ties a session to the login service. Only texts: sessions lie in the database. Whether anybody is logged in says
 * the login of the web applications in the same session, as for everybody else.
 */
final class SingleSignOnSession {

  private static final String ID_TOKEN = "gremienlauf.oidc.id-token";
  private static final String REFRESH_TOKEN = "gremienlauf.oidc.refresh-token";
  private static final String LEFT = "gremienlauf.oidc.left";
  private static final String UNTIL = "gremienlauf.oidc.until";

  private SingleSignOnSession() {
  }

  /**
   * Begins or goes on.
   *
   * @param refreshToken null if the service gives none; then the session ends with the token
   * @param until when the service has to be asked again
   */
  static void keep(HttpSession session, String idToken, String refreshToken, Instant until) {
    session.setAttribute(ID_TOKEN, idToken);
    session.setAttribute(REFRESH_TOKEN, refreshToken);
    session.setAttribute(UNTIL, until.toString());
  }

  static boolean exists(HttpSession session) {
    return session != null && session.getAttribute(ID_TOKEN) != null;
  }

  /**
   * Notes that the person logs out. A request of the same page that ends later may store the login of the web
   * applications once more.
   */
  static void leave(HttpSession session) {
    session.setAttribute(LEFT, "");
  }

  static boolean isLeft(HttpSession session) {
    return session != null && session.getAttribute(LEFT) != null;
  }

  static boolean isOver(HttpSession session) {
    return exists(session) && Instant.parse((String) session.getAttribute(UNTIL)).isBefore(Instant.now());
  }

  static String idToken(HttpSession session) {
    return (String) session.getAttribute(ID_TOKEN);
  }

  static String refreshToken(HttpSession session) {
    return (String) session.getAttribute(REFRESH_TOKEN);
  }
}
