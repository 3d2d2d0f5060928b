package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.audit.Actor;
import io.vespene.core.build.Build;
import io.vespene.core.build.Builds;
import io.vespene.core.log.BuildLogs;
import io.vespene.core.pool.WorkerPools;
import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.NotFound;
import io.vespene.core.project.Project;
import io.vespene.core.project.Projects;
import io.vespene.core.user.User;
import io.vespene.server.files.FileLinks;
import io.vespene.server.security.Rights;
import io.vespene.server.template.Templates;
import io.vespene.server.view.BuildQuery;
import io.vespene.server.view.BuildStory;
import io.vespene.server.view.BuildView;
import io.vespene.server.view.Frame;
import io.vespene.server.view.Link;
import io.vespene.server.view.Phases;
import io.vespene.server.view.ScriptView;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The list of builds, and each build with its log. */
@Controller
final class BuildPages {
  private final Templates templates;
  private final Builds builds;
  private final Projects projects;
  private final ScriptViews scripts;
  private final FindBuilds find;
  private final BuildLogs logs;
  private final FileLinks links;

  BuildPages(
      Templates templates,
      Builds builds,
      Projects projects,
      WorkerPools pools,
      BuildLogs logs,
      FileLinks links,
      JsonMapper json) {
    this.templates = templates;
    this.builds = builds;
    this.projects = projects;
    this.scripts = new ScriptViews(json);
    this.find = new FindBuilds(builds, projects, pools);
    this.logs = logs;
    this.links = links;
  }

  @GetMapping("/builds")
  JteModel list(
      Frame frame,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String project,
      @RequestParam(defaultValue = "") String pool,
      @RequestParam Optional<Long> cursor) {
    var query = BuildQuery.parse(status, project, pool);
    Link address = cursor.map(query::link).orElseGet(query::link);
    return templates.buildsList(frame, find.page(query, cursor), address.toString());
  }

  @GetMapping("/builds/{id}")
  JteModel show(Frame frame, User user, @PathVariable long id) {
    Build build = builds.require(id);
    boolean mine = Rights.owns(user, project(build));
    ScriptView script = scripts.of(builds.inputs(id), builds.outputVariables(id));
    return templates.buildsShow(
        frame, new BuildView(build, builds.waitingReason(build), script, story(build), mine));
  }

  private BuildStory story(Build build) {
    return new BuildStory(
        Phases.of(logs.sections(build.id()), build.endedAt().orElseGet(Instant::now)),
        builds.neighbours(build),
        builds.triggerOutcomes(build.id()),
        build.worker().flatMap(_ -> links.globe(build.id())));
  }

  @PostMapping("/builds/{id}/stop")
  FormAnswer stop(User user, Actor actor, @PathVariable long id) {
    Rights.requireOwner(user, project(builds.require(id)));
    try {
      builds.stop(id, actor);
    } catch (Conflict _) {
      // It ended while the button was on its way: the page says how.
    }
    return new FormAnswer.GoOn("/builds/" + id);
  }

  private Project project(Build build) {
    long id = build.project().id();
    return projects.find(id).orElseThrow(() -> new NotFound("project", id));
  }
}
