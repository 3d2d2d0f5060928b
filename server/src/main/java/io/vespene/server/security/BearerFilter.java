package io.vespene.server.security;

import io.vespene.server.problem.ProblemAnswer;
import io.vespene.server.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises senders by the bearer token in their request. A wrong token is refused at once. */
final class BearerFilter extends OncePerRequestFilter {
  private static final String PREFIX = "Bearer ";

  private final Function<String, Optional<? extends Authentication>> callers;
  private final ProblemAnswer answer;

  BearerFilter(Function<String, Optional<? extends Authentication>> callers, ProblemAnswer answer) {
    this.callers = callers;
    this.answer = answer;
  }

  /** Whether a request names a token, valid or not; then no session counts. */
  static boolean hasToken(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      chain.doFilter(request, response);
      return;
    }
    Optional<? extends Authentication> caller =
        header.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
            ? callers.apply(header.substring(PREFIX.length()).strip())
            : Optional.empty();
    if (caller.isEmpty()) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      answer.send(
          request, response, Problems.of(HttpStatus.UNAUTHORIZED, "this token is not valid"));
      return;
    }
    SecurityContextHolder.setContext(new SecurityContextImpl(caller.get()));
    chain.doFilter(request, response);
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }
}
