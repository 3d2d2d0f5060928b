package io.vespene.jinja.budget;

import io.vespene.jinja.Rendered;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Renders attacks, in a Java of its own with little memory, and prints what became of each. */
final class RenderAttacks {

  private RenderAttacks() {}

  /** Takes which attacks, the first seed and how many. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    attacks(arguments[0], Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]))
        .forEach(attack -> {
          out.print(attack.name() + "\t");
          long begin = threads.getCurrentThreadCpuTime();
          String outcome = outcome(attack);
          long millis = (threads.getCurrentThreadCpuTime() - begin) / 1_000_000;
          out.println(millis + "\t" + outcome);
        });
  }

  private static Stream<Attack> attacks(String kind, long seed, int count) {
    return switch (kind) {
      case "known" -> Attacks.all().stream();
      case "random" -> RandomAttacks.from(seed, count);
      case "scraps" -> Scraps.from(seed, count);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static String outcome(Attack attack) {
    return switch (attack.render()) {
      case Rendered.Text text -> "text " + text.text().length();
      case Rendered.Failed failed -> "error " + failed.error().message();
    };
  }
}
