package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.pool.WorkerPools;
import io.vespene.core.problem.NotFound;
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
import io.vespene.server.view.ObjectForm;
import io.vespene.server.view.ObjectIdentity;
import io.vespene.server.view.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.json.JsonMapper;

/** Where projects are made, edited and deleted. */
@Controller
@RequestMapping("/projects")
final class ProjectFormPages extends ObjectPages<Project> {
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
    super(templates, ObjectKind.PROJECT);
    this.templates = templates;
    this.projects = projects;
    this.pools = pools;
    this.logins = logins;
    this.secretUse = secretUse;
    this.forms = new ProjectForms(json);
  }

  @Override
  Project require(long id) {
    return projects.find(id).orElseThrow(() -> new NotFound("project", id));
  }

  @Override
  ObjectIdentity identity(Project project) {
    return new ObjectIdentity(project.id(), project.name(), project.version());
  }

  @Override
  Map<String, String> values(Project project) {
    return forms.values(project.settings());
  }

  @Override
  Map<String, String> firstValues() {
    return forms.firstValues(pools.list().stream().findFirst().map(WorkerPool::name).orElse(""));
  }

  @Override
  JteModel form(Frame frame, ObjectForm page) {
    return templates.projectsForm(
        frame,
        page,
        poolChoices(page.form().value("worker_pool")),
        sourceChoices(),
        loginChoices(page.form().value("service_login")));
  }

  @Override
  String effectOfDeletion(Project project) {
    return "The project, all its builds and their logs are gone for ever. Nothing brings them back.";
  }

  @Override
  void requireMayChange(User user, Project project) {
    Rights.requireOwner(user, project);
  }

  @Override
  long make(Author author, Form typed) {
    ProjectDraft draft = forms.draft(typed);
    secretUse.requireOwn(author.user(), ProjectAccess.NONE, draft.access());
    secretUse.requireOwn(author.user(), ObjectVariables.NONE, draft.variables());
    return projects.create(draft, author.actor()).id();
  }

  @Override
  void edit(Author author, Project project, int version, Form typed) {
    ProjectDraft draft = forms.draft(typed);
    secretUse.requireOwn(author.user(), project.settings().access(), draft.access());
    secretUse.requireOwn(author.user(), project.settings().variables(), draft.variables());
    projects.edit(project.id(), version, draft, author.actor());
  }

  @Override
  void delete(Author author, Project project) {
    projects.delete(project.id(), author.actor());
  }

  private List<Choice> poolChoices(String typed) {
    var choices = new ArrayList<Choice>();
    pools.list().forEach(pool -> choices.add(Choice.of(pool.name())));
    return withTyped(choices, typed);
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
    return withTyped(choices, typed);
  }

  /** What was typed stays, even if there is no such thing. */
  private static List<Choice> withTyped(List<Choice> choices, String typed) {
    if (!typed.isEmpty() && !choices.contains(Choice.of(typed))) {
      choices.add(Choice.of(typed));
    }
    return choices;
  }
}
