package io.vespene.core.project;

import io.vespene.core.problem.FieldErrors;
import java.util.List;
import java.util.Optional;

/** Which places in pipelines there are. */
final class PlaceRules {
  static final String UNKNOWN_STAGE = "must be the name of one of the pipeline's stages";

  private PlaceRules() {}

  /** Notes a pipeline that there is not, and a stage that it does not have. */
  static void check(PipelinePlace place, PlaceStore store, FieldErrors errors) {
    if (place.isNone()) {
      errors.require(
          place.stage().isEmpty(), "stage", "must be empty, as the project is in no pipeline");
      return;
    }
    Optional<List<String>> stages =
        place.pipeline().indexOf('\0') < 0 ? store.stages(place.pipeline()) : Optional.empty();
    errors.require(stages.isPresent(), "pipeline", "must be the name of a pipeline, or empty");
    stages.ifPresent(known ->
        errors.require(
            known.contains(place.stage()),
            "stage",
            known.isEmpty()
                ? "must be one of the pipeline's stages, of which it has none yet"
                : "must be one of the pipeline's stages: " + String.join(", ", known)));
  }
}
