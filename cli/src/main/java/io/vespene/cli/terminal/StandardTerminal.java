package io.vespene.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terminal, files or pipes that the program was started with.
 *
 * <p>Java can say neither whether its output is a terminal nor how wide that is; two programs that
 * every system has can.
 */
public final class StandardTerminal {
  private static final int USUAL_COLUMNS = 80;
  private static final Pattern SIZE = Pattern.compile("\\d+ ([1-9]\\d*)\\s*");

  private StandardTerminal() {}

  /** Opens it; text is UTF-8 whatever the locale says. */
  public static Terminal open(Map<String, String> environment) {
    boolean interactive = showsOutput();
    return new Terminal(
        System.in,
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        interactive,
        interactive ? columns(environment) : Terminal.UNLIMITED);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static boolean showsOutput() {
    try {
      Process test =
          new ProcessBuilder("test", "-t", "1")
              .redirectOutput(Redirect.INHERIT)
              .redirectError(Redirect.DISCARD)
              .start();
      return ends(test) && test.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static int columns(Map<String, String> environment) {
    String given = environment.getOrDefault("COLUMNS", "");
    return given.matches("[1-9]\\d{0,3}") ? Integer.parseInt(given) : askTerminal();
  }

  private static int askTerminal() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(Redirect.INHERIT)
              .redirectError(Redirect.DISCARD)
              .start();
      if (!ends(stty)) {
        return USUAL_COLUMNS;
      }
      Matcher size =
          SIZE.matcher(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
      return size.matches() ? Integer.parseInt(size.group(1)) : USUAL_COLUMNS;
    } catch (IOException e) {
      return USUAL_COLUMNS;
    }
  }

  private static boolean ends(Process process) {
    try {
      return process.waitFor(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.destroyForcibly();
    }
  }
}
