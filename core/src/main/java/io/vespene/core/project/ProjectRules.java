package io.vespene.core.project;

import io.vespene.core.problem.FieldErrors;
import io.vespene.core.variable.VariableRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a project may be.
 *
 * @param allowFileRepositories whether repositories may be paths of the worker's machine
 * @param pluginSources kinds of source control that plugins of workers know, by the names in the
 *     settings
 */
public record ProjectRules(boolean allowFileRepositories, List<String> pluginSources) {
  /** What a tag makes of it is seen when a build is queued. */
  private static final Pattern BEGINS_WITH_TAG = Pattern.compile("\\{[{%#]");

  private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cntrl}");

  /** Proxies and servers read these in their own ways when they stand in an address. */
  private static final Pattern NOT_IN_ADDRESSES =
      Pattern.compile(".*[/\\\\;%\\u2028\\u2029].*|\\.\\.?", Pattern.DOTALL);

  private static final int MAX_NAME = 200;
  private static final int MAX_DESCRIPTION = 10_000;
  private static final int MAX_SCRIPT_BYTES = 1024 * 1024;
  private static final int MAX_TIMEOUT_MINUTES = 7 * 24 * 60;
  private static final int MAX_RUNNING = 10_000;

  public ProjectRules {
    pluginSources = List.copyOf(pluginSources);
  }

  /** Without plugins. */
  public ProjectRules(boolean allowFileRepositories) {
    this(allowFileRepositories, List.of());
  }

  /** Notes everything that is wrong with the draft, whatever else exists. */
  void check(ProjectDraft draft, FieldErrors errors) {
    checkName(draft.name(), errors);
    errors.requireText(draft.description(), MAX_DESCRIPTION, "description");
    SourceRules.check(draft, this, errors);
    checkScript(draft.script(), errors);
    errors.requireRange(draft.timeoutMinutes(), 1, MAX_TIMEOUT_MINUTES, "timeout");
    errors.requireRange(draft.priority(), -100, 100, "priority");
    errors.requireRange(draft.maxRunning(), 0, MAX_RUNNING, "max_running");
    errors.requireRange(draft.retryLost(), 0, 5, "retry_lost");
    VariableRules.check(draft.variables(), errors);
    AccessRules.check(draft.access(), errors);
    draft.questions().check(errors);
  }

  private static void checkName(String name, FieldErrors errors) {
    errors
        .require(!name.isBlank(), "name", "must not be empty")
        .require(name.length() <= MAX_NAME, "name", "must be at most " + MAX_NAME + " characters")
        .require(
            !CONTROL_CHARACTERS.matcher(name).find(), "name", "must not contain control characters")
        .require(name.equals(name.strip()), "name", "must not begin or end with a space")
        .require(
            !NOT_IN_ADDRESSES.matcher(name).matches(),
            "name",
            "must not contain any of / \\ ; % nor be . or .., for it is a part of addresses");
  }

  private static void checkScript(String script, FieldErrors errors) {
    errors
        .require(
            script.startsWith("#!") || BEGINS_WITH_TAG.matcher(script).lookingAt(),
            "script",
            "must begin with an interpreter line such as #!/bin/sh")
        .require(
            script.getBytes(StandardCharsets.UTF_8).length <= MAX_SCRIPT_BYTES,
            "script",
            "must be at most 1 MiB")
        .require(script.indexOf('\0') < 0, "script", "must not contain a NUL character");
  }
}
