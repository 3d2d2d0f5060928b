package io.vespene.e2e.chaos;

import io.vespene.e2e.process.Await;
import io.vespene.e2e.process.BuildProcesses;
import java.time.Duration;
import java.util.List;

/** Starts an installation, builds on it, breaks it, and checks what it has promised. */
public final class Chaos {
  private static final int SERVERS = 2;
  private static final Duration CALM = Duration.ofMinutes(5);
  private static final int USAGE_ERROR = 2;

  private Chaos() {}

  /** Runs from a command line; exits 1 when a promise was broken, 2 when the options are wrong. */
  public static void main(String[] arguments) throws InterruptedException {
    ChaosOptions options;
    try {
      options = ChaosOptions.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + ChaosOptions.USAGE);
      System.exit(USAGE_ERROR);
      return;
    }
    System.out.println(options);
    ChaosReport report = run(options);
    report.violations().forEach(System.out::println);
    System.out.println(report.summary());
    System.exit(report.passed() ? 0 : 1);
  }

  /** Runs once, from nothing to the check; leaves nothing behind. */
  public static ChaosReport run(ChaosOptions options) throws InterruptedException {
    long begin = System.nanoTime();
    FaultPlan plan = FaultPlan.of(options, SERVERS);
    try (var arena = new Arena(options.workers())) {
      var feeder = new Feeder(arena.api());
      Thread troubleMaker = startTrouble(arena, feeder, plan);
      feeder.startAll(options.builds(), options.time());
      troubleMaker.join();
      // Not to be waited for in vain: whatever has not ended by then is a violation.
      boolean calm = becomesCalm(arena);
      List<BuildRecord> builds =
          arena.query(BuildRecord.QUERY).lines().map(BuildRecord::parse).toList();
      List<String> violations = new Checker(arena, feeder).check(builds);
      if (!calm && violations.isEmpty()) {
        throw new IllegalStateException("nothing is open or left, and yet it never became calm");
      }
      var time = Duration.ofNanos(System.nanoTime() - begin);
      return new ChaosReport(options, time, plan, builds, feeder.unanswered(), violations);
    }
  }

  private static Thread startTrouble(Arena arena, Feeder feeder, FaultPlan plan) {
    return Thread.ofPlatform()
        .name("trouble")
        .start(() -> {
          try {
            new Trouble(arena, feeder).run(plan);
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static boolean becomesCalm(Arena arena) {
    try {
      Await.until(
          "all builds to end and all their processes to be gone",
          CALM,
          () ->
              arena.query("SELECT count(*) FROM builds WHERE ended_at IS NULL").strip().equals("0")
                  && BuildProcesses.below(arena.folder()).isEmpty());
      return true;
    } catch (AssertionError _) {
      return false;
    }
  }
}
