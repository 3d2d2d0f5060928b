package io.vespene.plugin;

import java.util.Map;

/** The program of a command is not installed on the worker. */
public final class ProgramMissing extends CommandFailed {
  // Where packages are called otherwise than the programs in them.
  private static final Map<String, String> PACKAGES =
      Map.of(
          "svn", "subversion",
          "ssh", "openssh-client",
          "ssh-agent", "openssh-client",
          "ssh-add", "openssh-client",
          "setsid", "util-linux",
          "docker", "docker.io");

  private final String program;

  public ProgramMissing(String program) {
    super(
        program
            + " is not installed on the worker, or not on its PATH"
            + (program.startsWith("/")
                ? ""
                : " (package " + PACKAGES.getOrDefault(program, program) + ")"));
    this.program = program;
  }

  /** The command's first argument. */
  public String program() {
    return program;
  }
}
