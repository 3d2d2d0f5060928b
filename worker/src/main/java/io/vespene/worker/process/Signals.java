package io.vespene.worker.process;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Sends signals by the system's own call.
 *
 * <p>Not by the program {@code kill}: when a build has used up all processes that its user may
 * have, nothing can be started any more that could end it.
 */
final class Signals {
  static final int KILL = 9;
  static final int TERMINATE = 15;
  // The one number of these that differs between systems.
  static final int STOP = System.getProperty("os.name", "").equals("Linux") ? 19 : 17;

  // Foreign functions are restricted; this one takes two numbers and no memory.
  @SuppressWarnings("restricted")
  private static final MethodHandle SYSTEM_KILL =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("kill"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

  private Signals() {}

  /** Signals a process; whether there was one that may be signalled. */
  static boolean send(long processId, int signal) {
    if (processId <= 1) {
      throw new IllegalArgumentException("no single process: " + processId);
    }
    return call(Math.toIntExact(processId), signal);
  }

  /** Signals every process of a group at one moment, so that none of them can slip away. */
  static boolean sendToGroup(long groupId, int signal) {
    if (groupId <= 1) {
      throw new IllegalArgumentException("no group of a build: " + groupId);
    }
    return call(-Math.toIntExact(groupId), signal);
  }

  private static boolean call(int target, int signal) {
    try {
      return (int) SYSTEM_KILL.invokeExact(target, signal) == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("kill(2) can't be called", e);
    }
  }
}
