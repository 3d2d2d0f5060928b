package io.vespene.cli;

import io.vespene.cli.terminal.PackagedVersion;
import picocli.CommandLine.IVersionProvider;

/** What the option {@code --version} says. */
final class ProgramVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"vespene " + PackagedVersion.text()};
  }
}
