package io.vespene.jinja.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No input makes a rendering take more than its time, 64 MiB or its output, nor end otherwise than
 * with a text or an error of ours. All is rendered in a Java whose whole heap is those 64 MiB.
 *
 * <p>By hand with more random templates: {@code -Dvespene.attacks=5000 -Dvespene.attacks.seed=7}.
 */
class BudgetTest {

  private static final int RANDOM_ATTACKS = Integer.getInteger("vespene.attacks", 60);
  private static final long SEED = Long.getLong("vespene.attacks.seed", 1);

  private static final String HEAP = "-Xmx64m";

  /** The budget's two seconds, and parsing a template of a mebibyte before. */
  private static final long MOST_MILLIS = 2500;

  /** For all attacks together; an endless one is named by the last line. */
  private static final int MOST_MINUTES = 15;

  private static final int MOST_CHARACTERS = 1 << 20;

  private static final Pattern LINE = Pattern.compile("(.*)\t(\\d+)\t(?:text (\\d+)|error .+)");

  @TempDir private Path folder;

  @Test
  void noKnownAttackTakesMoreThanTheBudget() throws Exception {
    assertWithinBudget(render("known", 0), Attacks.all().size());
  }

  @Test
  void noRandomTemplateTakesMoreThanTheBudget() throws Exception {
    assertWithinBudget(render("random", RANDOM_ATTACKS), RANDOM_ATTACKS);
  }

  @Test
  void noTextWhateverTakesMoreThanTheBudget() throws Exception {
    int count = RANDOM_ATTACKS * 100;
    assertWithinBudget(render("scraps", count), count);
  }

  private static void assertWithinBudget(List<String> lines, int attacks) {
    assertThat(lines).as("the last line is where Java ended").hasSize(attacks);
    assertThat(lines)
        .allSatisfy(line -> {
          Matcher outcome = LINE.matcher(line);
          assertThat(outcome.matches()).isTrue();
          assertThat(Long.parseLong(outcome.group(2))).isLessThanOrEqualTo(MOST_MILLIS);
          if (outcome.group(3) != null) {
            assertThat(Integer.parseInt(outcome.group(3))).isLessThanOrEqualTo(MOST_CHARACTERS);
          }
        });
  }

  private List<String> render(String kind, int count) throws IOException, InterruptedException {
    Path output = folder.resolve(kind);
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                RenderAttacks.class.getName(),
                kind,
                Long.toString(SEED),
                Integer.toString(count))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended;
    try {
      ended = java.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
    } finally {
      java.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
    assertThat(ended && java.exitValue() == 0)
        .as("%s", lines.subList(Math.max(0, lines.size() - 20), lines.size()))
        .isTrue();
    return lines;
  }
}
