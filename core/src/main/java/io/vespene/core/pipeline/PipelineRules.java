package io.vespene.core.pipeline;

import io.vespene.core.problem.FieldErrors;
import io.vespene.core.variable.VariableRules;
import java.util.HashSet;
import java.util.List;

/** What a pipeline may be. */
final class PipelineRules {
  private static final int MAX_STAGES = 100;

  private PipelineRules() {}

  /** Notes everything that is wrong with the draft, whatever else exists. */
  static void check(PipelineDraft draft, FieldErrors errors) {
    errors.requireName(draft.name()).requireDescription(draft.description());
    errors.require(
        draft.stages().size() <= MAX_STAGES, "stages", "must be at most " + MAX_STAGES + " stages");
    var seen = new HashSet<String>();
    for (String stage : draft.stages()) {
      errors.require(seen.add(stage), "stages", "must not name '" + stage + "' twice");
    }
    VariableRules.check(draft.variables(), errors);
  }

  /** Notes names that no stage has. */
  static void checkExistence(PipelineDraft draft, PipelineStore store, FieldErrors errors) {
    // PostgreSQL can't even be asked for a text with NUL.
    List<String> known =
        store.knownStages(draft.stages().stream().filter(name -> name.indexOf('\0') < 0).toList());
    draft.stages().stream()
        .filter(name -> !known.contains(name))
        .distinct()
        .forEach(
            name -> errors.require(false, "stages", "must name stages, unlike '" + name + "'"));
  }

  /** Notes stages that projects are in and the draft is without. */
  static void checkUse(long id, PipelineDraft draft, PipelineStore store, FieldErrors errors) {
    List<String> projects = store.projectsOutside(id, draft.stages());
    if (!projects.isEmpty()) {
      errors.require(
          false,
          "stages",
          "must keep the stages that projects are in, such as '" + projects.getFirst() + "'");
    }
  }
}
