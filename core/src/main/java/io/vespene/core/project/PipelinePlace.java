package io.vespene.core.project;

/**
 * Where a project stands in a pipeline.
 *
 * @param pipeline the pipeline's name; empty for none
 * @param stage the name of one of the pipeline's stages; empty exactly when the pipeline is
 * @param enabled whether the project takes part in the pipeline's runs
 */
public record PipelinePlace(String pipeline, String stage, boolean enabled) {
  /** In no pipeline. */
  public static final PipelinePlace NONE = new PipelinePlace("", "", true);

  /** Taking part in a pipeline. */
  public static PipelinePlace of(String pipeline, String stage) {
    return new PipelinePlace(pipeline, stage, true);
  }

  /** Whether it names no pipeline. */
  public boolean isNone() {
    return pipeline.isEmpty();
  }
}
