package io.vespene.cli.terminal;

import java.util.Optional;

/** The version that the program was packaged as. */
public final class PackagedVersion {
  private PackagedVersion() {}

  /** Such as "0.1.0"; "development" when it was not packaged. */
  public static String text() {
    return Optional.ofNullable(PackagedVersion.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
