package io.vespene.server.security;

import io.vespene.server.problem.ProblemAnswer;
import io.vespene.server.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;

/** Where browsers are sent before and after login. */
final class LoginRedirects {
  static final String LOGIN = "/login";
  private static final String NEXT = "next";

  private final ProblemAnswer answer;

  LoginRedirects(ProblemAnswer answer) {
    this.answer = answer;
  }

  /** To the login page, which leads back; scripts are told so instead of getting that page. */
  void demandLogin(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", LOGIN);
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      return;
    }
    if (!request.getMethod().equals("GET")) {
      answer.send(request, response, Problems.of(HttpStatus.UNAUTHORIZED, "sign in first"));
      return;
    }
    String query = request.getQueryString();
    String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
    String target = LocalTarget.parse(wanted).path();
    response.sendRedirect(target.equals("/") ? LOGIN : LOGIN + "?" + NEXT + "=" + encode(target));
  }

  void welcome(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendRedirect(LocalTarget.parse(request.getParameter(NEXT)).path());
  }

  void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    String problem = why instanceof LockedException ? "wait" : "wrong";
    String target = LocalTarget.parse(request.getParameter(NEXT)).path();
    response.sendRedirect(
        LOGIN + "?problem=" + problem + (target.equals("/") ? "" : "&next=" + encode(target)));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
