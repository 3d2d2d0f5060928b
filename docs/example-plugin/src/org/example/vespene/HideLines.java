package org.example.vespene;

import io.vespene.plugin.BuildFacts;
import io.vespene.plugin.LineFilter;
import io.vespene.plugin.OutputFilter;
import java.util.List;
import java.util.Optional;

/** Hides lines of output that contain one of several texts. */
record HideLines(List<String> texts) implements OutputFilter {
  @Override
  public String type() {
    return "hide-lines";
  }

  @Override
  public LineFilter begin(BuildFacts build) {
    return line -> texts.stream().anyMatch(line::contains) ? Optional.empty() : Optional.of(line);
  }
}
