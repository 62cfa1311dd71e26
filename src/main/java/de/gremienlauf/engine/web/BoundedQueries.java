package de.gremienlauf.engine.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a query that names no number of results the largest number the engine allows. The engine would refuse it with a
 * message that no clerk understands.
 */
class BoundedQueries extends OncePerRequestFilter {

  private static final String MAX_RESULTS = "maxResults=";

  private final int limit;

  BoundedQueries(int limit) {
    this.limit = limit;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String query = request.getQueryString();
    if (query != null && query.contains(MAX_RESULTS)) {
      chain.doFilter(request, response);
      return;
    }
    String bounded = (query == null || query.isEmpty() ? "" : query + "&") + MAX_RESULTS + limit;
    chain.doFilter(new HttpServletRequestWrapper(request) {
      @Override
      public String getQueryString() {
        return bounded;
      }
    }, response);
  }
}
