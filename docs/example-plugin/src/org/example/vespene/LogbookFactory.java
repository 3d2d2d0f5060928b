package org.example.vespene;

import io.vespene.plugin.InvalidOption;
import io.vespene.plugin.PluginOptions;
import io.vespene.plugin.Trigger;
import io.vespene.plugin.TriggerFactory;

/** Reads the options of the logbook. */
public final class LogbookFactory implements TriggerFactory {
  @Override
  public String type() {
    return "logbook";
  }

  @Override
  public Trigger create(PluginOptions options) {
    return new Logbook(
        options.findPath("file").orElseThrow(() -> new InvalidOption("file", "must be given")),
        options.find("note").orElse(""));
  }
}
