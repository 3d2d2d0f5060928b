package io.vespene.worker.plugin;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.Checkout;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.Scm;
import io.vespene.plugin.SourceRevision;

/** Source control under the name that the settings give it. */
record NamedScm(String type, Scm scm) implements Scm {
  @Override
  public SourceRevision checkOut(Checkout checkout, BuildCommands commands) throws PluginFailure {
    return scm.checkOut(checkout, commands);
  }
}
