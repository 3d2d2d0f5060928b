package io.vespene.plugins.scm;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.Checkout;
import io.vespene.plugin.Scm;
import io.vespene.plugin.SourceRevision;

/** For projects without a repository: leaves the working directory empty. */
public final class NoSource implements Scm {
  @Override
  public String type() {
    return "none";
  }

  @Override
  public SourceRevision checkOut(Checkout checkout, BuildCommands commands) {
    return SourceRevision.NONE;
  }
}
