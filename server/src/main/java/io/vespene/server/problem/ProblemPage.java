package io.vespene.server.problem;

import io.vespene.protocol.rest.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows a problem to a person. */
public interface ProblemPage {
  /** Writes the page; the response's status is already set. */
  void show(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException;
}
