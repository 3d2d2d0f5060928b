package io.vespene.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the program was packaged as. */
final class ProgramVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"vespene " + text()};
  }

  static String text() {
    return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
