package io.vespene.cli.service;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Ctrl-C, SIGTERM and the end of the terminal, as requests that can be counted.
 *
 * <p>Java's own answer to a signal is to run shutdown hooks once; a second signal, which here means
 * "at once", can only be told by {@code sun.misc.Signal}. The compiler can't be kept from warning
 * of that class where it is used directly, so it is looked up by name.
 *
 * @see <a href="https://openjdk.org/jeps/260">JEP 260, which keeps sun.misc.Signal open</a>
 */
public final class StopSignals {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private StopSignals() {}

  /**
   * Calls {@code onSignal} with 1 for the first signal, 2 for the second and so on, each on a
   * thread of its own. A signal that the program was started to ignore (by {@code nohup}) stays
   * ignored.
   */
  public static void listen(IntConsumer onSignal) {
    var count = new AtomicInteger();
    try {
      register(() -> onSignal.accept(count.incrementAndGet()));
    } catch (Throwable e) {
      throw new IllegalStateException("this Java can't listen to signals", e);
    }
  }

  private static void register(Runnable received) throws Throwable {
    Class<?> signalType = Class.forName("sun.misc.Signal");
    Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
    MethodHandle signal = LOOKUP.findConstructor(signalType, methodType(void.class, String.class));
    MethodHandle handle =
        LOOKUP.findStatic(signalType, "handle", methodType(handlerType, signalType, handlerType));
    Object ignored = LOOKUP.findStaticGetter(handlerType, "SIG_IGN", handlerType).invoke();
    Object handler =
        MethodHandleProxies.asInterfaceInstance(handlerType, withoutSignal(received, signalType));
    for (String name : List.of("INT", "TERM", "HUP")) {
      Object before = handle.invoke(signal.invoke(name), handler);
      if (before.equals(ignored)) {
        handle.invoke(signal.invoke(name), ignored);
      }
    }
  }

  /** As the handler's method, which is told the signal and needs it not. */
  private static MethodHandle withoutSignal(Runnable received, Class<?> signalType)
      throws ReflectiveOperationException {
    MethodHandle run = LOOKUP.findVirtual(Runnable.class, "run", methodType(void.class));
    return MethodHandles.dropArguments(run.bindTo(received), 0, signalType);
  }
}
