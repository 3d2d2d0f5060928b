package io.vespene.worker.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.plugin.LineFilter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FilteredLinesTest {
  private static final LineFilter LOUD = line -> Optional.of(line.toUpperCase(Locale.ROOT));

  private final List<String> stored = new ArrayList<>();

  @Test
  void linesPassAllFiltersInOrder() {
    FilteredLines lines =
        lines(line -> line.equals("two") ? Optional.empty() : Optional.of(line + "!"), LOUD);

    print(lines, "one", "two", "three");

    assertThat(stored).containsExactly("ONE!", "THREE!");
  }

  @Test
  void aFilterThatHangsIsLeftOutAndNoLineIsLost() throws Exception {
    var release = new CountDownLatch(1);
    FilteredLines lines =
        lines(
            line -> {
              if (line.equals("two")) {
                awaitWhatever(release);
              }
              return Optional.of("<" + line + ">");
            },
            LOUD);

    print(lines, "one", "two", "three");
    print(lines, "four");
    release.countDown();

    assertThat(stored).hasSize(5).startsWith("<ONE>").endsWith("TWO", "THREE", "FOUR");
    assertThat(stored.get(1))
        .contains(
            "The output plugin ", "takes longer than 0 s a line and is left out from here on.");
  }

  @Test
  void whateverAFilterThrowsIsItsOwnEndOnly() {
    FilteredLines lines =
        lines(
            _ -> {
              throw new NoClassDefFoundError("org/example/Missing");
            },
            LOUD);

    print(lines, "one");

    assertThat(stored.getFirst())
        .contains("threw java.lang.NoClassDefFoundError: org/example/Missing");
    assertThat(stored).hasSize(2).endsWith("ONE");
  }

  @Test
  void manyLinesAreSentOnBeforeTheyAreFlushed() {
    FilteredLines lines = lines(LOUD);
    byte[] line = "a".repeat(1000).getBytes(StandardCharsets.UTF_8);

    IntStream.range(0, 1000).forEach(_ -> lines.line(line, 0, line.length, false, true));

    assertThat(stored).hasSizeGreaterThan(700);
  }

  private FilteredLines lines(LineFilter... filters) {
    return new FilteredLines(
        List.of(filters),
        Duration.ofMillis(100),
        (bytes, offset, length, _, _) ->
            stored.add(new String(bytes, offset, length, StandardCharsets.UTF_8)));
  }

  private static void print(FilteredLines lines, String... texts) {
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      lines.line(bytes, 0, bytes.length, false, true);
    }
    lines.flush();
  }

  /** Interrupts don't help. */
  private static void awaitWhatever(CountDownLatch release) {
    boolean waiting = true;
    while (waiting) {
      try {
        release.await();
        waiting = false;
      } catch (InterruptedException e) {
        // Just so.
      }
    }
  }
}
