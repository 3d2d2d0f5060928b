package io.vespene.cli.terminal;

/** What the program ends with, for scripts that call it. The user guide lists the same numbers. */
public final class ExitCode {
  public static final int OK = 0;

  /** The operation failed; for a followed build: it did not end as {@code SUCCESS}. */
  public static final int FAILED = 1;

  /** The command line, the settings or a field is wrong; nothing was done. */
  public static final int BAD_INPUT = 2;

  /** There is no such project, build or pool. */
  public static final int NOT_FOUND = 3;

  /** The token is missing, unknown, or not allowed to do this. */
  public static final int NOT_ALLOWED = 4;

  /** No server, or no database, answers. */
  public static final int UNREACHABLE = 5;

  private ExitCode() {}
}
