package io.vespene.core.project;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.problem.FieldErrors;
import io.vespene.core.question.LaunchQuestions;
import io.vespene.core.variable.ObjectVariables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds of source control that only plugins of workers know. */
class PluginSourcesTest {
  private static final ProjectRules RULES = new ProjectRules(false, List.of("hg", "folder"));

  @Test
  void aPluginOfTheSettingsMayBeNamed() {
    assertThatCode(() -> check(draft("hg", "https://example.com/b", "stable")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> check(draft("cvs", "", "")))
        .hasMessage("scm_type must be git, svn, none, hg or folder");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', repo_url must not be empty for hg",
    "--config=alias.clone=!id, '', repo_url must not begin with -",
    "'https://example.com/a b', '', repo_url must not contain spaces",
    "https://example.com/b, -x, repo_branch",
    "https://example.com/b, a..b, repo_branch",
  })
  void whatIsWrongForAllIsWrongForPlugins(String url, String branch, String problem) {
    assertThatThrownBy(() -> check(draft("hg", url, branch))).hasMessageStartingWith(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-r1", "a b", "a\nb", "a;b"})
  void aRevisionIsAPlainWord(String revision) {
    var errors = new FieldErrors();
    SourceRules.checkRevision(draft("hg", "https://example.com/b", ""), revision, errors);
    assertThatThrownBy(errors::throwIfAny).hasMessageStartingWith("revision must be 1 to 200");
  }

  @Test
  void aRevisionMayBeOfManyForms() {
    var errors = new FieldErrors();
    ProjectDraft project = draft("hg", "https://example.com/b", "");
    List.of("7", "1.2:3", "deadbeef", "v1.0-rc+1")
        .forEach(revision -> SourceRules.checkRevision(project, revision, errors));
    assertThatCode(errors::throwIfAny).doesNotThrowAnyException();
  }

  private static void check(ProjectDraft draft) {
    var errors = new FieldErrors();
    RULES.check(draft, errors);
    errors.throwIfAny();
  }

  // The compiler doesn't find the annotation of a record's type argument in a class file.
  @SuppressWarnings("NullAway")
  private static ProjectDraft draft(String type, String url, String branch) {
    return new ProjectDraft(
        "a",
        "",
        type,
        url,
        branch,
        true,
        "#!/bin/sh",
        "",
        1,
        0,
        1,
        0,
        new ObjectVariables(Map.of(), List.of()),
        "general",
        ProjectAccess.NONE,
        PipelinePlace.NONE,
        LaunchQuestions.NONE);
  }
}
