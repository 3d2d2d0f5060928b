package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.problem.NotFound;
import io.vespene.core.project.Project;
import io.vespene.core.project.Projects;
import io.vespene.core.script.Scripts;
import io.vespene.server.template.Templates;
import io.vespene.server.view.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** What a build of a project would run now. */
@Controller
final class PreviewPages {
  private final Templates templates;
  private final Projects projects;
  private final Scripts scripts;
  private final ScriptViews views;

  PreviewPages(Templates templates, Projects projects, Scripts scripts, JsonMapper json) {
    this.templates = templates;
    this.projects = projects;
    this.scripts = scripts;
    this.views = new ScriptViews(json);
  }

  @GetMapping("/projects/{id}/preview")
  JteModel preview(Frame frame, @PathVariable long id) {
    Project project = projects.find(id).orElseThrow(() -> new NotFound("project", id));
    return templates.projectsPreview(frame, project, views.preview(scripts.preview(project)));
  }
}
