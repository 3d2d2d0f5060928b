package io.vespene.core.build;

import java.util.List;
import java.util.Optional;

/**
 * A part of the history.
 *
 * @param builds newest first
 * @param next the cursor of the page after this one; empty on the last
 */
public record BuildPage(List<Build> builds, Optional<Long> next) {
  public BuildPage {
    builds = List.copyOf(builds);
  }
}
