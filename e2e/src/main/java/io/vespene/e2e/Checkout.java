package io.vespene.e2e;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that the tests run in. */
public final class Checkout {
  private Checkout() {}

  /** Returns the folder that holds ARCHITECTURE.md, at or above the current directory. */
  public static Path folder() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("ARCHITECTURE.md"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("The tests run outside of a checkout");
    }
    return folder;
  }

  /** Returns the program as the packaging made it. */
  public static Path program() {
    return folder().resolve("cli/target/vespene/bin/vespene");
  }
}
