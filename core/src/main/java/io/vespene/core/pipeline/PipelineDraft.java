package io.vespene.core.pipeline;

import io.vespene.core.variable.ObjectVariables;
import java.util.List;

/**
 * What a person says about a pipeline.
 *
 * @param name unique
 * @param enabled whether it runs at all
 * @param stages names of stages in the order in which they are built; may be empty
 * @param variables what the scripts of all its projects see
 */
public record PipelineDraft(
    String name,
    String description,
    boolean enabled,
    List<String> stages,
    ObjectVariables variables) {
  public PipelineDraft {
    stages = List.copyOf(stages);
  }
}
