package io.vespene.server.page;

import io.vespene.core.project.PipelinePlace;
import io.vespene.core.project.ProjectAccess;
import io.vespene.core.project.ProjectDraft;
import io.vespene.core.question.LaunchQuestions;
import io.vespene.server.view.Form;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Projects as forms, and back. Fields are called as in the REST API. */
final class ProjectForms {
  private static final String FIRST_SCRIPT = "#!/bin/sh\nset -e\n\necho hello\n";

  private final JsonMapper json;
  private final VariableFields variables;

  ProjectForms(JsonMapper json) {
    this.json = json;
    this.variables = new VariableFields(json);
  }

  /** What the form of a project to be made shows. */
  Map<String, String> firstValues(String pool) {
    return values(ProjectDraft.of("", FIRST_SCRIPT, pool));
  }

  /**
   * What was typed.
   *
   * @throws io.vespene.core.problem.InvalidInput if a number is none, or the variables no object
   */
  ProjectDraft draft(Form form) {
    var typed = new FormReader(form);
    var draft =
        new ProjectDraft(
            typed.text("name"),
            typed.text("description"),
            typed.text("scm_type"),
            typed.text("repo_url"),
            typed.text("repo_branch"),
            typed.ticked("submodules"),
            typed.lines("script"),
            typed.text("container_base_image"),
            typed.wholeNumber("timeout"),
            typed.wholeNumber("priority"),
            typed.wholeNumber("max_running"),
            typed.wholeNumber("retry_lost"),
            variables.read(typed),
            typed.text("worker_pool"),
            new ProjectAccess(
                typed.names("ssh_keys"), typed.text("service_login"), typed.lineList("host_keys")),
            new PipelinePlace(
                typed.text("pipeline"), typed.text("stage"), typed.ticked("pipeline_enabled")),
            new LaunchQuestions(typed.objects("launch_questions", json)));
    typed.finish();
    return draft;
  }

  /** What the form of such an object shows. */
  Map<String, String> values(ProjectDraft draft) {
    var values = new HashMap<String, String>();
    values.put("name", draft.name());
    values.put("description", draft.description());
    values.put("scm_type", draft.scmType());
    values.put("repo_url", draft.repoUrl());
    values.put("repo_branch", draft.repoBranch());
    values.put("submodules", Boolean.toString(draft.submodules()));
    values.put("script", draft.script());
    values.put("container_base_image", draft.containerBaseImage());
    values.put("timeout", Integer.toString(draft.timeoutMinutes()));
    values.put("priority", Integer.toString(draft.priority()));
    values.put("max_running", Integer.toString(draft.maxRunning()));
    values.put("retry_lost", Integer.toString(draft.retryLost()));
    values.put("worker_pool", draft.workerPool());
    values.put("ssh_keys", String.join(", ", draft.access().sshKeys()));
    values.put("service_login", draft.access().serviceLogin());
    values.put("host_keys", String.join("\n", draft.access().hostKeys()));
    values.put("pipeline", draft.place().pipeline());
    values.put("stage", draft.place().stage());
    values.put("pipeline_enabled", Boolean.toString(draft.place().enabled()));
    values.put("launch_questions", text(draft.questions()));
    variables.show(draft.variables(), values);
    return values;
  }

  private String text(LaunchQuestions questions) {
    return questions.written().isEmpty()
        ? ""
        : json.writerWithDefaultPrettyPrinter().writeValueAsString(questions.written());
  }
}
