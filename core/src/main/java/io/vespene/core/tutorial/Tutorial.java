package io.vespene.core.tutorial;

import io.vespene.core.pool.WorkerPoolDraft;
import io.vespene.core.pool.WorkerPools;
import io.vespene.core.project.PipelinePlace;
import io.vespene.core.project.ProjectAccess;
import io.vespene.core.project.ProjectDraft;
import io.vespene.core.project.Projects;
import io.vespene.core.question.LaunchQuestions;
import io.vespene.core.variable.ObjectVariables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a first start shows: pool {@code general} and four projects. */
public final class Tutorial {
  /** The pool's name. */
  public static final String POOL = "general";

  private final WorkerPools pools;
  private final Projects projects;

  public Tutorial(WorkerPools pools, Projects projects) {
    this.pools = pools;
    this.projects = projects;
  }

  /**
   * Makes whatever of it does not exist yet.
   *
   * @throws io.vespene.core.problem.InvalidInput if the rules don't allow what was chosen
   */
  public void setUp(TutorialChoices choices) {
    if (pools.find(POOL).isEmpty()) {
      pools.create(
          WorkerPoolDraft.of(POOL, choices.isolation(), choices.sudoUser()), choices.actor());
    }
    for (ProjectDraft draft : drafts(choices.repoUrl())) {
      if (projects.find(draft.name()).isEmpty()) {
        projects.create(draft, choices.actor());
      }
    }
  }

  private static List<ProjectDraft> drafts(String repoUrl) {
    return List.of(
        project(
            "tutorial-hello",
            "Prints something, slowly: watch it, stop it",
            "hello.sh",
            "",
            Map.of()),
        project("tutorial-git", "Checks out a git repository", "checkout.sh", repoUrl, Map.of()),
        project(
            "tutorial-variables",
            "Shows what a script is told, and hands values on",
            "variables.sh",
            "",
            variables()),
        project("tutorial-failing", "Fails, and says why", "failing.sh", "", Map.of()));
  }

  private static ProjectDraft project(
      String name,
      String description,
      String script,
      String repoUrl,
      Map<String, @Nullable Object> variables) {
    return new ProjectDraft(
        name,
        description,
        repoUrl.isEmpty() ? "none" : "git",
        repoUrl,
        "",
        true,
        text(script),
        "",
        10,
        0,
        1,
        0,
        new ObjectVariables(variables, List.of()),
        POOL,
        ProjectAccess.NONE,
        PipelinePlace.NONE,
        LaunchQuestions.NONE);
  }

  private static Map<String, @Nullable Object> variables() {
    var variables = new LinkedHashMap<String, @Nullable Object>();
    variables.put("greeting", "hello");
    variables.put("servers", List.of("alpha", "beta"));
    variables.put("limits", Map.of("memory_mb", 512));
    variables.put("verbose", true);
    return variables;
  }

  private static String text(String resource) {
    try (InputStream in =
        Objects.requireNonNull(Tutorial.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
