package io.vespene.server.security;

import io.vespene.core.audit.Channel;
import io.vespene.core.user.TokenHolder;
import io.vespene.core.user.TokenScope;
import io.vespene.core.user.User;
import io.vespene.core.worker.WorkerIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** An authenticated sender of requests, as Spring Security wants to see it. */
final class Caller extends AbstractAuthenticationToken {
  static final String USER = "ROLE_USER";
  static final String WORKER = "ROLE_WORKER";

  /** May start and stop builds: not with a token that only reads. */
  static final String LAUNCHES = "ROLE_LAUNCHES";

  /** May change things: with tokens only if they are made for that. */
  static final String WRITES = "ROLE_WRITES";

  private final transient Object identity;
  private final Channel channel;

  private Caller(Object identity, Channel channel, List<String> authorities) {
    super(authorities.stream().map(SimpleGrantedAuthority::new).toList());
    this.identity = identity;
    this.channel = channel;
    setAuthenticated(true);
  }

  /** Somebody who has logged in. */
  static Caller of(User user) {
    return new Caller(user, Channel.PAGE, authorities(TokenScope.WRITE));
  }

  static Caller of(TokenHolder holder) {
    return new Caller(holder.user(), Channel.API_TOKEN, authorities(holder.scope()));
  }

  static Caller of(WorkerIdentity worker) {
    return new Caller(worker, Channel.SYSTEM, List.of(WORKER));
  }

  private static List<String> authorities(TokenScope scope) {
    return switch (scope) {
      case READ -> List.of(USER);
      case LAUNCH -> List.of(USER, LAUNCHES);
      case WRITE -> List.of(USER, LAUNCHES, WRITES);
    };
  }

  Channel channel() {
    return channel;
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
