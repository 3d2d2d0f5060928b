package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.audit.Actor;
import io.vespene.core.pool.WorkerPools;
import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotFound;
import io.vespene.core.problem.StaleVersion;
import io.vespene.core.project.Project;
import io.vespene.core.project.ProjectAccess;
import io.vespene.core.project.ProjectDraft;
import io.vespene.core.project.Projects;
import io.vespene.core.servicelogin.ServiceLogins;
import io.vespene.core.user.User;
import io.vespene.core.variable.ObjectVariables;
import io.vespene.server.security.Rights;
import io.vespene.server.security.SecretUse;
import io.vespene.server.template.Templates;
import io.vespene.server.view.Choice;
import io.vespene.server.view.Form;
import io.vespene.server.view.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Where projects are made, edited and deleted. */
@Controller
final class ProjectFormPages {
  private final Templates templates;
  private final Projects projects;
  private final WorkerPools pools;
  private final ServiceLogins logins;
  private final SecretUse secretUse;
  private final ProjectForms forms;

  ProjectFormPages(
      Templates templates,
      Projects projects,
      WorkerPools pools,
      ServiceLogins logins,
      SecretUse secretUse,
      JsonMapper json) {
    this.templates = templates;
    this.projects = projects;
    this.pools = pools;
    this.logins = logins;
    this.secretUse = secretUse;
    this.forms = new ProjectForms(json);
  }

  @GetMapping("/projects/new")
  JteModel create(Frame frame) {
    List<Choice> choices = choices("");
    return newForm(frame, forms.empty(choices.isEmpty() ? "" : choices.getFirst().value()));
  }

  @PostMapping("/projects")
  FormAnswer create(Frame frame, User user, Actor actor, @RequestParam Map<String, String> typed) {
    try {
      ProjectDraft draft = forms.draft(Form.of(typed));
      secretUse.requireOwn(user, ProjectAccess.NONE, draft.access());
      secretUse.requireOwn(user, ObjectVariables.NONE, draft.variables());
      Project project = projects.create(draft, actor);
      return new FormAnswer.GoOn(path(project.id()));
    } catch (InvalidInput refusal) {
      return FormAnswer.refuse(newForm(frame, RefusedForm.of(typed, refusal)));
    }
  }

  @GetMapping("/projects/{id}/edit")
  JteModel edit(Frame frame, User user, @PathVariable long id) {
    Project project = mine(user, id);
    return editForm(frame, project, forms.of(project));
  }

  @PostMapping("/projects/{id}/edit")
  FormAnswer edit(
      Frame frame,
      User user,
      Actor actor,
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam Map<String, String> typed) {
    Project project = mine(user, id);
    try {
      ProjectDraft draft = forms.draft(Form.of(typed));
      secretUse.requireOwn(user, project.settings().access(), draft.access());
      secretUse.requireOwn(user, project.settings().variables(), draft.variables());
      projects.edit(id, version, draft, actor);
      return new FormAnswer.GoOn(path(id));
    } catch (InvalidInput refusal) {
      return FormAnswer.refuse(editForm(frame, project, RefusedForm.of(typed, refusal)));
    } catch (StaleVersion refusal) {
      return FormAnswer.contradict(editForm(frame, project, RefusedForm.of(typed, refusal)));
    }
  }

  @GetMapping("/projects/{id}/delete")
  JteModel delete(Frame frame, User user, @PathVariable long id) {
    return templates.projectsDelete(frame, mine(user, id), Optional.empty());
  }

  @PostMapping("/projects/{id}/delete")
  FormAnswer deleteNow(Frame frame, User user, Actor actor, @PathVariable long id) {
    Project project = mine(user, id);
    try {
      projects.delete(id, actor);
      return new FormAnswer.GoOn("/projects");
    } catch (Conflict refusal) {
      return FormAnswer.contradict(
          templates.projectsDelete(frame, project, Optional.ofNullable(refusal.getMessage())));
    }
  }

  private JteModel newForm(Frame frame, Form form) {
    return templates.projectsForm(
        frame,
        "New project",
        "/projects",
        "/projects",
        form,
        choices(form.value("worker_pool")),
        sourceChoices(),
        loginChoices(form.value("service_login")),
        false);
  }

  private JteModel editForm(Frame frame, Project project, Form form) {
    String path = path(project.id());
    return templates.projectsForm(
        frame,
        "Edit " + project.name(),
        path + "/edit",
        path,
        form,
        choices(form.value("worker_pool")),
        sourceChoices(),
        loginChoices(form.value("service_login")),
        true);
  }

  /** The pools to choose from; what was typed stays, even if there is no such pool. */
  private List<Choice> choices(String typed) {
    var choices = new ArrayList<Choice>();
    pools.list().forEach(pool -> choices.add(Choice.of(pool.name())));
    if (!typed.isEmpty() && !choices.contains(Choice.of(typed))) {
      choices.add(Choice.of(typed));
    }
    return choices;
  }

  private List<Choice> sourceChoices() {
    var choices =
        new ArrayList<>(
            List.of(
                new Choice("none", "None: only the script"),
                new Choice("git", "Git"),
                new Choice("svn", "Subversion")));
    projects.pluginSources().forEach(name -> choices.add(Choice.of(name)));
    return choices;
  }

  private List<Choice> loginChoices(String typed) {
    var choices = new ArrayList<>(List.of(new Choice("", "None")));
    logins.list().forEach(login -> choices.add(Choice.of(login.name())));
    if (!typed.isEmpty() && !choices.contains(Choice.of(typed))) {
      choices.add(Choice.of(typed));
    }
    return choices;
  }

  private Project mine(User user, long id) {
    Project project = projects.find(id).orElseThrow(() -> new NotFound("project", id));
    Rights.requireOwner(user, project);
    return project;
  }

  private static String path(long id) {
    return "/projects/" + id;
  }
}
