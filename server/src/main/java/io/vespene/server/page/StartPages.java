package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.audit.Actor;
import io.vespene.core.build.Build;
import io.vespene.core.build.Builds;
import io.vespene.core.build.StartRequest;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotFound;
import io.vespene.core.project.Project;
import io.vespene.core.project.Projects;
import io.vespene.core.user.User;
import io.vespene.server.security.Rights;
import io.vespene.server.template.Templates;
import io.vespene.server.view.Form;
import io.vespene.server.view.Frame;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where builds are started: at once, after answers to questions, or as another one was. */
@Controller
final class StartPages {
  private final Templates templates;
  private final Projects projects;
  private final Builds builds;

  StartPages(Templates templates, Projects projects, Builds builds) {
    this.templates = templates;
    this.projects = projects;
    this.builds = builds;
  }

  /** The start buttons. A project that asks something goes on to its questions. */
  @PostMapping("/projects/{id}/builds")
  FormAnswer start(
      User user,
      Actor actor,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String revision) {
    Project project = mine(user, id);
    if (!project.settings().questions().written().isEmpty()) {
      return new FormAnswer.GoOn(
          "/projects/"
              + id
              + "/start"
              + (revision.isBlank() ? "" : "?revision=" + encode(revision)));
    }
    Optional<String> wanted = Optional.of(revision.strip()).filter(text -> !text.isEmpty());
    return goOn(builds.start(project, new StartRequest(actor, wanted, Map.of())));
  }

  @GetMapping("/projects/{id}/start")
  JteModel ask(
      Frame frame,
      User user,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String revision) {
    Project project = mine(user, id);
    StartForms forms = forms(project);
    return page(frame, project, forms, forms.empty(revision.strip()));
  }

  @PostMapping("/projects/{id}/start")
  FormAnswer startWithAnswers(
      Frame frame,
      User user,
      Actor actor,
      @PathVariable long id,
      @RequestParam MultiValueMap<String, String> typed) {
    Project project = mine(user, id);
    StartForms forms = forms(project);
    var request = new StartRequest(actor, forms.revision(typed), forms.answers(typed));
    try {
      return goOn(builds.start(project, request));
    } catch (InvalidInput refusal) {
      return FormAnswer.refuse(page(frame, project, forms, forms.refused(typed, refusal)));
    }
  }

  /** Starts a build with the answers and the revision of another; if they don't fit, asks anew. */
  @PostMapping("/builds/{id}/restart")
  FormAnswer restart(Frame frame, User user, Actor actor, @PathVariable long id) {
    Project project = mine(user, builds.require(id).project().id());
    try {
      return goOn(builds.restart(id, actor));
    } catch (InvalidInput refusal) {
      StartForms forms = forms(project);
      Form form = RefusedForm.of(forms.empty("").values(), refusal);
      return FormAnswer.refuse(page(frame, project, forms, form));
    }
  }

  private JteModel page(Frame frame, Project project, StartForms forms, Form form) {
    return templates.projectsStart(frame, project, forms.questions(), form);
  }

  private static StartForms forms(Project project) {
    return new StartForms(project.settings().questions().list());
  }

  private Project mine(User user, long id) {
    Project project = projects.find(id).orElseThrow(() -> new NotFound("project", id));
    Rights.requireOwner(user, project);
    return project;
  }

  private static FormAnswer goOn(Build build) {
    return new FormAnswer.GoOn("/builds/" + build.id());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text.strip(), StandardCharsets.UTF_8);
  }
}
