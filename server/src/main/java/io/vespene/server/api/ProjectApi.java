package io.vespene.server.api;

import io.vespene.core.audit.Actor;
import io.vespene.core.build.Build;
import io.vespene.core.build.Builds;
import io.vespene.core.build.ProjectBoard;
import io.vespene.core.build.ProjectOverview;
import io.vespene.core.build.StartRequest;
import io.vespene.core.project.Project;
import io.vespene.core.project.ProjectAccess;
import io.vespene.core.project.ProjectDraft;
import io.vespene.core.project.Projects;
import io.vespene.core.script.Scripts;
import io.vespene.core.user.User;
import io.vespene.core.variable.ObjectVariables;
import io.vespene.protocol.rest.BuildResource;
import io.vespene.protocol.rest.Page;
import io.vespene.protocol.rest.PreviewResource;
import io.vespene.protocol.rest.ProjectInput;
import io.vespene.protocol.rest.ProjectResource;
import io.vespene.protocol.rest.StartBuild;
import io.vespene.server.security.Rights;
import io.vespene.server.security.SecretUse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Projects. */
@RestController
@RequestMapping("/api/v1/projects")
final class ProjectApi {
  private static final int USUAL_LIMIT = 100;
  private static final int MAX_LIMIT = 1_000;

  private final Projects projects;
  private final ProjectBoard board;
  private final Builds builds;
  private final Scripts scripts;
  private final ProjectResources resources;
  private final SecretUse secretUse;

  ProjectApi(
      Projects projects, ProjectBoard board, Builds builds, Scripts scripts, SecretUse secretUse) {
    this.secretUse = secretUse;
    this.projects = projects;
    this.board = board;
    this.builds = builds;
    this.scripts = scripts;
    this.resources = new ProjectResources(board);
  }

  @GetMapping
  Page<ProjectResource> list(
      @RequestParam Optional<Integer> limit, @RequestParam Optional<String> cursor) {
    int most = Limits.limit(limit, USUAL_LIMIT, MAX_LIMIT);
    List<ProjectOverview> rest =
        board.list().stream()
            .sorted((one, other) -> one.project().name().compareTo(other.project().name()))
            .filter(row -> cursor.isEmpty() || row.project().name().compareTo(cursor.get()) > 0)
            .toList();
    List<ProjectOverview> part = rest.subList(0, Math.min(most, rest.size()));
    return new Page<>(
        part.stream().flatMap(row -> find(row).stream()).toList(),
        part.size() < rest.size()
            ? Optional.of(part.getLast().project().name())
            : Optional.empty());
  }

  @PostMapping
  ResponseEntity<ProjectResource> create(User user, Actor actor, @RequestBody ProjectInput input) {
    ProjectDraft draft = ProjectResources.draft(input);
    secretUse.requireOwn(user, ProjectAccess.NONE, draft.access());
    secretUse.requireOwn(user, ObjectVariables.NONE, draft.variables());
    Project project = projects.create(draft, actor);
    return tagged(ResponseEntity.created(URI.create("/api/v1/projects/" + project.id())), project);
  }

  @GetMapping("/{project}")
  ResponseEntity<ProjectResource> show(@PathVariable String project) {
    return tagged(ResponseEntity.ok(), projects.require(project));
  }

  @PatchMapping("/{project}")
  ResponseEntity<ProjectResource> edit(
      User user,
      Actor actor,
      @PathVariable String project,
      @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
      @RequestBody ProjectInput input) {
    Project before = projects.require(project);
    Rights.requireOwner(user, before);
    int version = EntityTags.expected(ifMatch, before.version());
    ProjectDraft draft = ProjectResources.edited(before.settings(), input);
    secretUse.requireOwn(user, before.settings().access(), draft.access());
    secretUse.requireOwn(user, before.settings().variables(), draft.variables());
    Project after = projects.edit(before.id(), version, draft, actor);
    return tagged(ResponseEntity.ok(), after);
  }

  @DeleteMapping("/{project}")
  ResponseEntity<Void> delete(User user, Actor actor, @PathVariable String project) {
    Project found = projects.require(project);
    Rights.requireOwner(user, found);
    projects.delete(found.id(), actor);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{project}/builds")
  ResponseEntity<BuildResource> start(
      User user,
      Actor actor,
      @PathVariable String project,
      @RequestBody(required = false) StartBuild input) {
    Project found = projects.require(project);
    Rights.requireOwner(user, found);
    Build build = builds.start(found, request(actor, Optional.ofNullable(input)));
    return ResponseEntity.created(URI.create("/api/v1/builds/" + build.id()))
        .body(BuildResources.of(build, builds));
  }

  private static StartRequest request(Actor actor, Optional<StartBuild> input) {
    return new StartRequest(
        actor,
        input.flatMap(StartBuild::revision),
        JsonValues.of(input.flatMap(StartBuild::answers).orElse(Map.of())));
  }

  /** What a build would run now. */
  @GetMapping("/{project}/preview")
  PreviewResource preview(@PathVariable String project) {
    Project found = projects.require(project);
    return VariableResources.preview(found, scripts.preview(found));
  }

  private Optional<ProjectResource> find(ProjectOverview row) {
    return projects
        .find(row.project().id())
        .map(project -> resources.of(project, Optional.of(row)));
  }

  private ResponseEntity<ProjectResource> tagged(
      ResponseEntity.BodyBuilder answer, Project project) {
    return answer.eTag(EntityTags.of(project.version())).body(resources.of(project));
  }
}
