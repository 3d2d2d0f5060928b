package org.example.vespene;

import io.vespene.plugin.InvalidOption;
import io.vespene.plugin.OutputFilter;
import io.vespene.plugin.OutputFilterFactory;
import io.vespene.plugin.PluginOptions;
import java.util.List;

/** Reads the options of hiding lines. */
public final class HideLinesFactory implements OutputFilterFactory {
  @Override
  public String type() {
    return "hide-lines";
  }

  @Override
  public OutputFilter create(PluginOptions options) {
    List<String> texts = options.list("containing");
    if (texts.isEmpty()) {
      throw new InvalidOption("containing", "must hold one text at least");
    }
    return new HideLines(texts);
  }
}
