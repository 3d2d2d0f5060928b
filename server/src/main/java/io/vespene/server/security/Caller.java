package io.vespene.server.security;

import io.vespene.core.user.User;
import io.vespene.core.worker.WorkerIdentity;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** An authenticated sender of requests, as Spring Security wants to see it. */
final class Caller extends AbstractAuthenticationToken {
  static final String USER = "ROLE_USER";
  static final String WORKER = "ROLE_WORKER";

  private final transient Object identity;

  private Caller(Object identity, Collection<? extends GrantedAuthority> authorities) {
    super(authorities);
    this.identity = identity;
    setAuthenticated(true);
  }

  static Caller of(User user) {
    return new Caller(user, List.of(new SimpleGrantedAuthority(USER)));
  }

  static Caller of(WorkerIdentity worker) {
    return new Caller(worker, List.of(new SimpleGrantedAuthority(WORKER)));
  }

  @Override
  public Object getPrincipal() {
    return identity;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return switch (identity) {
      case User user -> user.name();
      case WorkerIdentity worker -> worker.name();
      default -> throw new IllegalStateException("an unknown kind of caller");
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Caller caller && identity.equals(caller.identity);
  }

  @Override
  public int hashCode() {
    return identity.hashCode();
  }
}
