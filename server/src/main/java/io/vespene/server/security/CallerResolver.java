package io.vespene.server.security;

import io.vespene.core.audit.Actor;
import io.vespene.core.user.User;
import io.vespene.core.worker.WorkerIdentity;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives methods the {@link User} or {@link WorkerIdentity} on whose behalf they are called, and the
 * {@link Actor} that the audit log names.
 */
public final class CallerResolver implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == User.class
        || parameter.getParameterType() == Actor.class
        || parameter.getParameterType() == WorkerIdentity.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    if (caller instanceof Caller known && parameter.getParameterType() == Actor.class) {
      return new Actor(known.getName(), known.channel(), address(request));
    }
    if (caller != null && parameter.getParameterType().isInstance(caller.getPrincipal())) {
      return caller.getPrincipal();
    }
    throw new IllegalStateException("a path is open to callers that its method does not expect");
  }

  private static String address(NativeWebRequest request) {
    HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
    return servlet == null ? "" : servlet.getRemoteAddr();
  }
}
