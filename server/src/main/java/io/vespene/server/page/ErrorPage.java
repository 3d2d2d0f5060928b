package io.vespene.server.page;

import io.vespene.protocol.rest.Problem;
import io.vespene.server.problem.ProblemPage;
import io.vespene.server.template.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The page that says what went wrong. */
final class ErrorPage implements ProblemPage {
  private final Templates templates;
  private final FrameResolver frames;

  ErrorPage(Templates templates, FrameResolver frames) {
    this.templates = templates;
    this.frames = frames;
  }

  @Override
  public void show(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    TemplateWriter.write(templates.layoutProblem(frames.frame(request), problem), response);
  }
}
