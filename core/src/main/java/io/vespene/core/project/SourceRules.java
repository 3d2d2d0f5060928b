package io.vespene.core.project;

import io.vespene.core.problem.FieldErrors;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may be said about where a project's source is. The worker looks again. */
public final class SourceRules {
  private static final List<String> TYPES = List.of("git", "svn", "none");
  private static final Pattern GIT_REVISION = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
  private static final Pattern PLUGIN_REVISION =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:+-]{0,199}");
  private static final Pattern SVN_REVISION = Pattern.compile("0|[1-9][0-9]{0,9}");

  private SourceRules() {}

  static void check(ProjectDraft draft, ProjectRules rules, FieldErrors errors) {
    boolean allowFiles = rules.allowFileRepositories();
    boolean ofPlugin = rules.pluginSources().contains(draft.scmType());
    errors.require(
        ofPlugin || TYPES.contains(draft.scmType()), "scm_type", "must be " + allowed(rules));
    switch (draft.scmType()) {
      case "git" -> {
        note(RepositoryUrl.gitProblem(draft.repoUrl(), allowFiles), "repo_url", errors);
        note(BranchName.problem(draft.repoBranch()), "repo_branch", errors);
      }
      case "svn" -> {
        note(RepositoryUrl.svnProblem(draft.repoUrl(), allowFiles), "repo_url", errors);
        note(BranchName.folderProblem(draft.repoBranch()), "repo_branch", errors);
      }
      case String _ when ofPlugin -> {
        note(RepositoryUrl.problem(draft.repoUrl(), draft.scmType()), "repo_url", errors);
        note(BranchName.problem(draft.repoBranch()), "repo_branch", errors);
      }
      default ->
          errors
              .require(
                  draft.repoUrl().isEmpty(), "repo_url", "must be empty without source control")
              .require(
                  draft.repoBranch().isEmpty(),
                  "repo_branch",
                  "must be empty without source control");
    }
  }

  /** Notes what is wrong with a revision that a build of the project is to be started with. */
  public static void checkRevision(ProjectDraft project, String revision, FieldErrors errors) {
    switch (project.scmType()) {
      case "git" ->
          errors.require(
              GIT_REVISION.matcher(revision).matches(),
              "revision",
              "must be a full revision: 40 or 64 digits and letters a to f");
      case "svn" ->
          errors.require(
              SVN_REVISION.matcher(revision).matches(), "revision", "must be a revision's number");
      case "none" -> errors.require(false, "revision", "must be left out without source control");
      default ->
          errors.require(
              PLUGIN_REVISION.matcher(revision).matches(),
              "revision",
              "must be 1 to 200 letters, digits and . _ : + -, beginning with a letter or digit");
    }
  }

  private static String allowed(ProjectRules rules) {
    List<String> all = Stream.concat(TYPES.stream(), rules.pluginSources().stream()).toList();
    return String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.getLast();
  }

  private static void note(Optional<String> problem, String field, FieldErrors errors) {
    problem.ifPresent(reason -> errors.require(false, field, reason));
  }
}
