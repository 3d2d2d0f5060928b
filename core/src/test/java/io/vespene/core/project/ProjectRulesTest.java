package io.vespene.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.problem.FieldErrors;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.question.LaunchQuestions;
import io.vespene.core.variable.ObjectVariables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/a/b.git",
        "http://alice@example.com:8080/b",
        "ssh://git@example.com:2222/~/b.git",
        "git://example.com/b",
        "https://[::1]:8443/b",
        "git@example.com:a/b.git",
        "example.com:b"
      })
  void addressesOfRepositoriesAreTaken(String url) {
    assertThat(RepositoryUrl.gitProblem(url, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-uhttps://example.com/b",
        "--upload-pack=touch /tmp/x",
        "--upload-pack=x",
        "ext::sh -c id",
        "ext::sh",
        "fd::17/foo",
        "https://example.com/a b",
        "https://example.com/a\nb",
        "https://example.com/a\0b",
        "https://alice:secret@example.com/b",
        "https:///etc/passwd",
        "file:///etc",
        "/srv/git/b",
        "../b",
        "ftp://example.com/b",
        "javascript:alert(1)//://x y",
        "-oProxyCommand=x@host:path",
        "git@-oProxyCommand=x:path",
        "git@example.com:-path",
        "transport::address"
      })
  void otherThingsAreNotRepositories(String url) {
    assertThat(RepositoryUrl.gitProblem(url, false)).isPresent();
  }

  @Test
  void filesAreTakenWhereTheyAreAllowed() {
    assertThat(RepositoryUrl.gitProblem("file:///srv/git/b", true)).isEmpty();
    assertThat(RepositoryUrl.gitProblem("/srv/git/b", true)).isEmpty();
    assertThat(RepositoryUrl.gitProblem("-/srv", true)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "main", "feature/x", "v1.2", "a-b_c", "übung"})
  void branchesThatGitTakesAreTaken(String branch) {
    assertThat(BranchName.problem(branch)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-x",
        "--all",
        "a..b",
        "a b",
        "a~1",
        "a^",
        "a:b",
        "a?",
        "a*",
        "a[b",
        "a\\b",
        "a\nb",
        "@",
        "a@{1}",
        "/a",
        "a/",
        "a//b",
        "a.",
        ".a",
        "a/.b",
        "a.lock",
        "a.lock/b",
        "a\0"
      })
  void otherBranchesAreRefused(String branch) {
    assertThat(BranchName.problem(branch)).isPresent();
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    var draft =
        new ProjectDraft(
            " \n",
            "d",
            "cvs",
            "",
            "",
            true,
            "echo",
            "",
            0,
            101,
            -1,
            6,
            new ObjectVariables(Map.of("1 x", 1), List.of("a", "a")),
            "general",
            new ProjectAccess(List.of("a", "a"), "", List.of("github.com")),
            PipelinePlace.NONE,
            LaunchQuestions.NONE);

    assertThatThrownBy(() -> check(draft))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            invalid ->
                assertThat(invalid.errors())
                    .extracting(error -> error.field())
                    .contains(
                        "name",
                        "scm_type",
                        "script",
                        "timeout",
                        "priority",
                        "max_running",
                        "retry_lost",
                        "variables",
                        "variable_sets",
                        "ssh_keys",
                        "host_keys"));
  }

  @Test
  void sizesAreLimited() {
    refused("script", ProjectDraft.of("a", "#!" + "x".repeat(1024 * 1024), "general"));
    refused("script", ProjectDraft.of("a", "#!/bin/sh\0", "general"));
    refused("name", ProjectDraft.of("a".repeat(201), "#!/bin/sh", "general"));
    refused("name", ProjectDraft.of("a ", "#!/bin/sh", "general"));
    check(ProjectDraft.of("a".repeat(200), "#!/bin/sh", "general"));
  }

  @Test
  void variablesMayHoldAnyJsonButNul() {
    var good = new HashMap<String, @Nullable Object>();
    good.put("nothing", null);
    good.put("list", List.of(1, "two", Map.of("three", 3.0)));
    check(withVariables(good));
    refused("variables", withVariables(Map.of("a", "\0")));
    refused("variables", withVariables(Map.of("a", "x".repeat(300_000))));
  }

  // The compiler doesn't find the annotation of a record's type argument in a class file.
  @SuppressWarnings("NullAway")
  private static ProjectDraft withVariables(Map<String, @Nullable Object> variables) {
    return new ProjectDraft(
        "a",
        "",
        "none",
        "",
        "",
        true,
        "#!/bin/sh",
        "",
        1,
        0,
        1,
        0,
        new ObjectVariables(variables, List.of()),
        "general",
        ProjectAccess.NONE,
        PipelinePlace.NONE,
        LaunchQuestions.NONE);
  }

  private static void refused(String field, ProjectDraft draft) {
    assertThatThrownBy(() -> check(draft)).hasMessageStartingWith(field);
  }

  private static void check(ProjectDraft draft) {
    var errors = new FieldErrors();
    new ProjectRules(false).check(draft, errors);
    errors.throwIfAny();
  }
}
