package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.build.Build;
import io.vespene.core.build.BuildFilter;
import io.vespene.core.build.BuildPage;
import io.vespene.core.build.BuildStatus;
import io.vespene.core.build.Builds;
import io.vespene.core.build.ProjectBoard;
import io.vespene.core.problem.NotFound;
import io.vespene.core.project.Project;
import io.vespene.core.project.Projects;
import io.vespene.core.user.User;
import io.vespene.server.security.Rights;
import io.vespene.server.template.Templates;
import io.vespene.server.view.BuildQuery;
import io.vespene.server.view.BuildRows;
import io.vespene.server.view.Frame;
import io.vespene.server.view.Link;
import io.vespene.server.view.ProjectFilter;
import io.vespene.server.view.ProjectList;
import io.vespene.server.view.ProjectOrder;
import io.vespene.server.view.ProjectView;
import io.vespene.server.view.Trend;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of projects, which is the home page, and each project. */
@Controller
final class ProjectPages {
  private static final int HISTORY_LENGTH = 25;
  private static final int TREND_LENGTH = 12;
  private static final int MAX_ACTIVE = 10;
  private static final List<BuildStatus> ACTIVE =
      List.of(BuildStatus.RUNNING, BuildStatus.ABORTING, BuildStatus.QUEUED);

  private final Templates templates;
  private final Projects projects;
  private final ProjectBoard board;
  private final Builds builds;

  ProjectPages(Templates templates, Projects projects, ProjectBoard board, Builds builds) {
    this.templates = templates;
    this.projects = projects;
    this.board = board;
    this.builds = builds;
  }

  @GetMapping({"/", "/projects"})
  JteModel list(
      Frame frame,
      @RequestParam(defaultValue = "") String search,
      @RequestParam(defaultValue = "") String show,
      @RequestParam(defaultValue = "") String sort,
      @RequestParam(defaultValue = "1") int page) {
    ProjectList chosen =
        ProjectList.choose(
            board.list(), search, ProjectFilter.parse(show), ProjectOrder.parse(sort), page);
    return templates.projectsList(frame, chosen.with(trends(chosen)));
  }

  private Map<Long, Trend> trends(ProjectList list) {
    List<Long> shown = list.rows().stream().map(row -> row.project().id()).toList();
    var trends = new HashMap<Long, Trend>();
    board.ended(shown, TREND_LENGTH).forEach((id, builds) -> trends.put(id, Trend.of(builds)));
    return trends;
  }

  @GetMapping("/projects/{id}")
  JteModel show(Frame frame, User user, @PathVariable long id) {
    Project project = projects.find(id).orElseThrow(() -> new NotFound("project", id));
    BuildPage history = builds.list(BuildFilter.ofProject(id), Optional.empty(), HISTORY_LENGTH);
    List<Build> active =
        ACTIVE.stream()
            .flatMap(status ->
                builds.list(active(status, id), Optional.empty(), MAX_ACTIVE).builds().stream())
            .toList();
    Optional<Link> older =
        history.next().map(_ -> BuildQuery.parse("", Long.toString(id), "").link());
    return templates.projectsShow(
        frame,
        new ProjectView(
            project,
            new BuildRows(active, builds.waitingReasons(active)),
            new BuildRows(ended(history.builds()), Map.of()),
            Trend.ofBuilds(history.builds()),
            older,
            Rights.owns(user, project)));
  }

  private static List<Build> ended(List<Build> builds) {
    return builds.stream().filter(build -> build.status().ended()).toList();
  }

  private static BuildFilter active(BuildStatus status, long project) {
    return new BuildFilter(
        Optional.of(status), Optional.of(project), Optional.empty(), Optional.empty());
  }
}
