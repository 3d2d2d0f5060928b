package io.vespene.worker.fileserving;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Linux's own {@code openat} with {@code O_PATH}: takes hold of whatever bears a name, without
 * opening it. So it never waits at a pipe, and what is then opened is for sure what was looked at.
 */
final class SystemOpen {
  private static final Path HELD = Path.of("/proc/self/fd");
  private static final int ONLY_A_PATH = 0x20_0000;
  private static final int CLOSE_ON_EXEC = 0x8_0000;

  // The one number of these that differs between processors.
  private static final Map<String, Integer> NO_LINK = Map.of("amd64", 0x2_0000, "aarch64", 0x8000);

  // Names are bytes to the system; this is how the JDK makes characters of them.
  private static final Charset NAMES =
      Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

  private static final MethodHandle OPEN =
      function(
          "openat",
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_INT),
          Linker.Option.firstVariadicArg(3));
  private static final MethodHandle CLOSE =
      function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

  private SystemOpen() {}

  @SuppressWarnings("restricted") // The memory it is given lives as long as the call.
  private static MethodHandle function(
      String name, FunctionDescriptor descriptor, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor, options);
  }

  /** Whether this system and its processor are known here. */
  static boolean isPossible() {
    return System.getProperty("os.name", "").equals("Linux")
        && noLink().isPresent()
        && Files.isDirectory(HELD);
  }

  private static Optional<Integer> noLink() {
    return Optional.ofNullable(NO_LINK.get(System.getProperty("os.arch", "")));
  }

  /**
   * Takes hold of what bears this name.
   *
   * @param parent a held directory; anything when the name is an absolute path
   * @return the number to hold it by
   */
  static int hold(int parent, String name) throws IOException {
    int how = ONLY_A_PATH | CLOSE_ON_EXEC | noLink().orElseThrow();
    int held;
    try (Arena arena = Arena.ofConfined()) {
      held = (int) OPEN.invokeExact(parent, arena.allocateFrom(name, NAMES), how);
    } catch (Throwable e) {
      throw new IllegalStateException("openat(2) can't be called", e);
    }
    if (held < 0) {
      throw new IOException("there is nothing of this name");
    }
    return held;
  }

  static void letGo(int held) {
    try {
      var _ = (int) CLOSE.invokeExact(held);
    } catch (Throwable e) {
      throw new IllegalStateException("close(2) can't be called", e);
    }
  }

  /** A path that leads to what is held, whatever has become of its name. */
  static Path path(int held) {
    return HELD.resolve(Integer.toString(held));
  }
}
