package io.vespene.server.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Turns whatever a request handler throws into a problem. */
final class ProblemResolver implements HandlerExceptionResolver, Ordered {
  private final ProblemTranslation translation;
  private final ProblemAnswer answer;

  ProblemResolver(ProblemTranslation translation, ProblemAnswer answer) {
    this.translation = translation;
    this.answer = answer;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    boolean nobodyReads =
        failure instanceof ClientAbortException
            || (failure instanceof IOException && response.isCommitted());
    if (nobodyReads) {
      return new ModelAndView();
    }
    try {
      translation.allowedMethods(failure).ifPresent(allow -> response.setHeader("Allow", allow));
      answer.send(request, response, translation.translate(failure));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ModelAndView();
  }
}
