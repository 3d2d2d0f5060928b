package io.vespene.server.problem;

import io.vespene.protocol.rest.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request with a problem, in the form its sender reads. */
public final class ProblemAnswer {
  private static final List<String> PROGRAM_PATHS = List.of("/api/", "/worker/", "/health/");

  private final JsonMapper json;
  private final ProblemPage page;

  ProblemAnswer(JsonMapper json, ProblemPage page) {
    this.json = json;
    this.page = page;
  }

  /** Sends the problem, unless an answer is already under way. */
  public void send(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(problem.status());
    if (isForProgram(request)) {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      response.getOutputStream().write(json.writeValueAsBytes(problem));
    } else {
      page.show(request, response, problem);
    }
  }

  /** Whether the request came from a program rather than from a person's browser. */
  public static boolean isForProgram(HttpServletRequest request) {
    String path =
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
            ? original
            : request.getRequestURI();
    return PROGRAM_PATHS.stream().anyMatch(path::startsWith);
  }
}
