package io.vespene.server.page;

import io.vespene.core.user.User;
import io.vespene.server.view.Assets;
import io.vespene.server.view.Frame;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives page methods their frame. */
final class FrameResolver implements HandlerMethodArgumentResolver {
  private final Assets assets;

  FrameResolver(Assets assets) {
    this.assets = assets;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Frame.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return frame((HttpServletRequest) request.getNativeRequest());
  }

  Frame frame(HttpServletRequest request) {
    return new Frame(viewer(), request.getRequestURI(), assets, () -> csrf(request));
  }

  private static Optional<User> viewer() {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    return caller != null && caller.getPrincipal() instanceof User viewer
        ? Optional.of(viewer)
        : Optional.empty();
  }

  private static String csrf(HttpServletRequest request) {
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      return token.getToken();
    }
    throw new IllegalStateException("no CSRF token is kept for " + request.getRequestURI());
  }
}
