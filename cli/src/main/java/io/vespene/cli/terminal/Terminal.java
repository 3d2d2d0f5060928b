package io.vespene.cli.terminal;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads and writes.
 *
 * @param out for what was asked for
 * @param err for errors and for remarks that are not the result
 * @param interactive a person looks at {@code out}
 * @param columns how many characters fit on a line; {@link #UNLIMITED} when nobody looks
 */
public record Terminal(
    InputStream in, PrintStream out, PrintStream err, boolean interactive, int columns) {
  /** No line is too long. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** A line of the result, without anything that a terminal would obey. */
  public void print(String text) {
    out.println(SafeText.manyLines(text));
  }

  /** A remark: it does not belong to the result, so scripts that read the result don't see it. */
  public void remark(String text) {
    err.println(SafeText.manyLines(text));
  }
}
