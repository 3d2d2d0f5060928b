package org.example.vespene;

import io.vespene.plugin.InvalidOption;
import io.vespene.plugin.PluginOptions;
import io.vespene.plugin.Scm;
import io.vespene.plugin.ScmFactory;

/** Reads the options of the folder. */
public final class FolderScmFactory implements ScmFactory {
  @Override
  public String type() {
    return "folder";
  }

  @Override
  public Scm create(PluginOptions options) {
    return new FolderScm(
        options.findPath("below").orElseThrow(() -> new InvalidOption("below", "must be given")));
  }
}
