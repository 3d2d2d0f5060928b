package io.vespene.core.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * A part of the history.
 *
 * @param next where the next page begins; empty at the end
 */
public record PipelineRunPage(List<PipelineRun> runs, Optional<Long> next) {
  public PipelineRunPage {
    runs = List.copyOf(runs);
  }
}
