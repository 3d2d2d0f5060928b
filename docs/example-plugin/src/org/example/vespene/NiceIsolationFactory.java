package org.example.vespene;

import io.vespene.plugin.Isolation;
import io.vespene.plugin.IsolationFactory;
import io.vespene.plugin.PluginOptions;

/** Reads the options of being nice. */
public final class NiceIsolationFactory implements IsolationFactory {
  @Override
  public String type() {
    return "nice";
  }

  @Override
  public Isolation create(PluginOptions options) {
    return new NiceIsolation(options.number("niceness", 10, 0, 19));
  }
}
