package de.gremienlauf.workplace;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A person of the engine as Spring Security knows people: each group is a role. */
final class EngineLogin {

  private static final String ROLE = "ROLE_";

  private EngineLogin() {
  }

  /** The person with the groups of this moment. */
  static AbstractAuthenticationToken of(String userId, IdentityService identity) {
    return of(userId, identity.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).toList());
  }

  /** The person with these groups. */
  static AbstractAuthenticationToken of(String userId, Collection<String> groups) {
    return UsernamePasswordAuthenticationToken.authenticated(userId, null,
        groups.stream().map(group -> new SimpleGrantedAuthority(ROLE + group)).toList());
  }

  static List<String> groups(Authentication authentication) {
    return authentication.getAuthorities().stream().map(GrantedAuthority::getAuthority)
        .filter(authority -> authority.startsWith(ROLE)).map(authority -> authority.substring(ROLE.length())).toList();
  }
}
