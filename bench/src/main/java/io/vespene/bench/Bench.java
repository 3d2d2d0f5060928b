package io.vespene.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the measurements that its arguments name, or all. */
final class Bench {
  private static final Map<String, Measurement> MEASUREMENTS = measurements();

  private Bench() {}

  public static void main(String[] names) {
    PrintStream out = System.out;
    List<String> wanted = names.length == 0 ? List.copyOf(MEASUREMENTS.keySet()) : List.of(names);
    if (!MEASUREMENTS.keySet().containsAll(wanted)) {
      System.err.println("Known measurements: " + String.join(" ", MEASUREMENTS.keySet()));
      System.exit(2);
    }
    boolean allReached = true;
    for (String name : wanted) {
      allReached &= report(name, out);
    }
    System.exit(allReached ? 0 : 1);
  }

  /** Prints the figures of one measurement; whether all are as they should be. */
  private static boolean report(String name, PrintStream out) {
    try {
      boolean allReached = true;
      for (Figure figure : measurement(name).measure()) {
        out.println(figure.line());
        allReached &= figure.reached();
      }
      return allReached;
    } catch (AssertionError | RuntimeException e) {
      // The others may still have something to say.
      System.err.println(name + " could not be measured: " + e);
      return false;
    }
  }

  private static Measurement measurement(String name) {
    Measurement measurement = MEASUREMENTS.get(name);
    if (measurement == null) {
      throw new IllegalArgumentException(name);
    }
    return measurement;
  }

  private static Map<String, Measurement> measurements() {
    var all = new LinkedHashMap<String, Measurement>();
    all.put("dispatch", new DispatchLatency());
    all.put("small-builds", new SmallBuilds());
    all.put("engine", new EngineRate());
    all.put("log-lines", new LogLines());
    all.put("worker-start", new WorkerStart());
    all.put("server-start", new ServerStart());
    all.put("idle-workers", new IdleWorkers());
    all.put("pages", new PageTimes());
    all.put("template", new TemplateSpeed());
    return all;
  }
}
