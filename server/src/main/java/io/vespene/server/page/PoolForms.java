package io.vespene.server.page;

import io.vespene.core.pool.PoolContainers;
import io.vespene.core.pool.Retention;
import io.vespene.core.pool.WorkerPoolDraft;
import io.vespene.server.view.Form;
import io.vespene.server.view.PoolText;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Worker pools as forms, and back. Fields are called as in the REST API. */
final class PoolForms {
  private final VariableFields variables;

  PoolForms(JsonMapper json) {
    this.variables = new VariableFields(json);
  }

  /** What the form of a pool to be made shows. */
  Map<String, String> firstValues() {
    return values(WorkerPoolDraft.of("", "sudo", ""));
  }

  /**
   * What was typed.
   *
   * @throws io.vespene.core.problem.InvalidInput if a number is none, or the variables no object
   */
  WorkerPoolDraft draft(Form form) {
    var typed = new FormReader(form);
    var draft =
        new WorkerPoolDraft(
            typed.text("name"),
            typed.text("description"),
            typed.text("isolation"),
            typed.text("sudo_user"),
            new PoolContainers(
                typed.names("allowed_images"),
                typed.decimal("container_limits.cpus"),
                typed.wholeNumber("container_limits.memory_mib"),
                typed.wholeNumber("container_limits.pids"),
                typed.ticked("container_limits.network")),
            typed.octal("permissions"),
            typed.ticked("build_latest_only"),
            typed.wholeNumber("auto_abort_minutes"),
            typed.wholeNumber("lost_after_seconds"),
            typed.wholeNumber("log_limit_bytes", 1, Long.MAX_VALUE),
            new Retention(
                typed.wholeNumber("retention.builds_days"),
                typed.wholeNumber("retention.build_roots_days")),
            variables.read(typed));
    typed.finish();
    return draft;
  }

  /** What the form of such an object shows. */
  Map<String, String> values(WorkerPoolDraft draft) {
    var values = new HashMap<String, String>();
    values.put("name", draft.name());
    values.put("description", draft.description());
    values.put("isolation", draft.isolation());
    values.put("sudo_user", draft.sudoUser());
    values.put("allowed_images", String.join(", ", draft.containers().allowedImages()));
    values.put("container_limits.cpus", PoolText.cpus(draft.containers().cpus()));
    values.put("container_limits.memory_mib", Integer.toString(draft.containers().memoryMib()));
    values.put("container_limits.pids", Integer.toString(draft.containers().pids()));
    values.put("container_limits.network", Boolean.toString(draft.containers().network()));
    values.put("permissions", PoolText.permissions(draft.directoryPermissions()));
    values.put("build_latest_only", Boolean.toString(draft.buildLatestOnly()));
    values.put("auto_abort_minutes", Integer.toString(draft.autoAbortMinutes()));
    values.put("lost_after_seconds", Integer.toString(draft.lostAfterSeconds()));
    values.put("log_limit_bytes", Long.toString(draft.logLimitBytes()));
    values.put("retention.builds_days", Integer.toString(draft.retention().buildsDays()));
    values.put("retention.build_roots_days", Integer.toString(draft.retention().buildRootsDays()));
    variables.show(draft.variables(), values);
    return values;
  }
}
