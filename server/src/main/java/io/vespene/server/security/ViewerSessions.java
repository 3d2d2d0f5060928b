package io.vespene.server.security;

import io.vespene.core.user.User;
import io.vespene.core.user.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Remembers in the browser session who logged in: the user's name only. The user is looked up with
 * every request, so that a disabled user is out at once.
 */
final class ViewerSessions implements SecurityContextRepository {
  private static final String VIEWER = "viewer";

  private final Users users;

  ViewerSessions(Users users) {
    this.users = users;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new LoadedOnce(request);
  }

  @Override
  @Deprecated
  @SuppressWarnings("deprecation") // the interface still asks for it
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return load(holder.getRequest());
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    if (context.getAuthentication() instanceof Caller caller
        && caller.getPrincipal() instanceof User viewer) {
      request.getSession(true).setAttribute(VIEWER, viewer.name());
      return;
    }
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(VIEWER);
    }
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return userName(request).isPresent();
  }

  private SecurityContext load(HttpServletRequest request) {
    return userName(request)
        .flatMap(users::find)
        .filter(user -> !user.disabled())
        .map(user -> new SecurityContextImpl(Caller.of(user)))
        .orElseGet(SecurityContextImpl::new);
  }

  private static Optional<String> userName(HttpServletRequest request) {
    if (BearerFilter.hasToken(request)) {
      return Optional.empty();
    }
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(VIEWER) instanceof String name
        ? Optional.of(name)
        : Optional.empty();
  }

  private final class LoadedOnce implements DeferredSecurityContext {
    private final HttpServletRequest request;
    private Optional<SecurityContext> context = Optional.empty();

    LoadedOnce(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      if (context.isEmpty()) {
        context = Optional.of(load(request));
      }
      return context.get();
    }

    @Override
    public boolean isGenerated() {
      return get().getAuthentication() == null;
    }
  }
}
