package io.vespene.plugin;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a trigger is told. Secrets are masked in all of it.
 *
 * @param hook the moment
 * @param requestedBy who or what started the build
 * @param workingDirectory where the build works; does not exist yet before the build
 * @param timeLimit how long the trigger may take; positive
 */
public record TriggerEvent(
    Hook hook,
    BuildFacts build,
    BuildState state,
    ProjectFacts project,
    String requestedBy,
    Path workingDirectory,
    Duration timeLimit) {
  /**
   * The same as JSON-like values, for templates and messages.
   *
   * <p>{@code hook} is {@code pre}, {@code success} or {@code failure}. {@code build} has {@code
   * id}, {@code url}, {@code status}, {@code reason}, {@code exit_code} (a number, or empty),
   * {@code requested_by}, {@code started_at}, {@code ended_at} (ISO 8601 in UTC, or empty), {@code
   * duration_seconds} (a number, or empty), {@code revision}, {@code branch}, {@code author},
   * {@code commit_message}, {@code working_directory} and {@code output_variables}. {@code project}
   * has {@code id}, {@code name}, {@code scm_type} and {@code repo_url}. Everything is always
   * there; what is not known is an empty text.
   */
  public Map<String, Object> context() {
    var context = new LinkedHashMap<String, Object>();
    context.put("hook", hook.word());
    context.put("build", buildContext());
    context.put("project", projectContext());
    return context;
  }

  private Map<String, Object> buildContext() {
    var context = new LinkedHashMap<String, Object>();
    context.put("id", build.build());
    context.put("url", build.url());
    context.put("status", state.status());
    context.put("reason", state.reason());
    context.put("exit_code", orEmpty(state.exitCode()));
    context.put("requested_by", requestedBy);
    context.put("started_at", state.startedAt().toString());
    context.put("ended_at", state.endedAt().map(Instant::toString).orElse(""));
    context.put(
        "duration_seconds",
        orEmpty(state.endedAt().map(end -> Duration.between(state.startedAt(), end).toSeconds())));
    context.put("revision", state.source().revision());
    context.put("branch", state.source().branch());
    context.put("author", state.source().author());
    context.put("commit_message", state.source().message());
    context.put("working_directory", workingDirectory.toString());
    context.put("output_variables", state.outputVariables());
    return context;
  }

  private Map<String, Object> projectContext() {
    var context = new LinkedHashMap<String, Object>();
    context.put("id", project.id());
    context.put("name", project.name());
    context.put("scm_type", project.scmType());
    context.put("repo_url", project.repoUrl());
    return context;
  }

  private static Object orEmpty(Optional<? extends Object> value) {
    return value.isPresent() ? value.get() : "";
  }
}
