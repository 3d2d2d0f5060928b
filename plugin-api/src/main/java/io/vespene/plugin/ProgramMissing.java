package io.vespene.plugin;

/** The program of a command is not installed on the worker. */
public final class ProgramMissing extends CommandFailed {
  private final String program;

  public ProgramMissing(String program) {
    super(program + " is not installed on the worker, or not on its PATH");
    this.program = program;
  }

  /** The command's first argument. */
  public String program() {
    return program;
  }
}
