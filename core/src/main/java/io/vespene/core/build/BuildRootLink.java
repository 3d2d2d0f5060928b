package io.vespene.core.build;

import io.vespene.core.problem.SetUpProblem;
import io.vespene.jinja.RenderOptions;
import io.vespene.jinja.Rendered;
import io.vespene.jinja.Template;
import io.vespene.jinja.TemplateException;
import java.util.Map;

/** Where a trigger publishes the files of builds: an address made from a template. */
public final class BuildRootLink {
  private static final String NAME = "buildroot-web-link";

  private final Template template;

  private BuildRootLink(Template template) {
    this.template = template;
  }

  /**
   * Reads a template such as {@code https://files.example.com/{{ build.id }}/}.
   *
   * @throws SetUpProblem if it is none, or what it makes is no address of the web
   */
  public static BuildRootLink parse(String text) {
    try {
      var link = new BuildRootLink(Template.parse(NAME, text));
      String example = link.of(1);
      if (!example.matches("https?://[^\\s/]+(/\\S*)?")) {
        throw new SetUpProblem(
            NAME + " must make an address such as https://files.example.com/1/, not " + example);
      }
      return link;
    } catch (TemplateException e) {
      throw new SetUpProblem(NAME + " is no template: " + e.error().summary(), e);
    }
  }

  /** The address of a build's files. */
  public String of(long build) {
    Map<String, Object> variables = Map.of("build", Map.of("id", build));
    return switch (template.render(variables, RenderOptions.STRICT)) {
      case Rendered.Text rendered -> rendered.text().strip();
      case Rendered.Failed failed ->
          throw new SetUpProblem(NAME + " can't be used: " + failed.error().summary());
    };
  }
}
