package io.vespene.server.problem;

import io.vespene.protocol.rest.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where Tomcat sends requests that failed outside of the request handlers. */
@Controller
final class ErrorRoute {
  private final ProblemAnswer answer;

  ErrorRoute(ProblemAnswer answer) {
    this.answer = answer;
  }

  @RequestMapping("/error")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer.send(request, response, problem(request));
  }

  private static Problem problem(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
      return ProblemTranslation.unexpected(failure);
    }
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? ProblemTranslation.known(status)
        : ProblemTranslation.known(HttpStatus.NOT_FOUND.value());
  }
}
