package io.vespene.plugins.isolation;

import java.nio.file.Path;

/** The engine's notation for a directory that a container shares with the machine. */
final class ContainerMount {
  private ContainerMount() {}

  /** Fields are separated by commas; one with a comma stands in quotes. */
  static String of(Path directory, String inside) {
    String source = "source=" + directory;
    return "type=bind,"
        + (source.matches("[^,\"\n]*") ? source : "\"" + source.replace("\"", "\"\"") + "\"")
        + ",target="
        + inside;
  }
}
