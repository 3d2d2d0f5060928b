package io.vespene.server.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers what goes wrong in other filters, before the web server would log and show it. */
public final class FailureFilter extends OncePerRequestFilter {
  private final ProblemTranslation translation;
  private final ProblemAnswer answer;

  FailureFilter(ProblemTranslation translation, ProblemAnswer answer) {
    this.translation = translation;
    this.answer = answer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      answer.send(request, response, translation.translate(e));
    }
  }
}
