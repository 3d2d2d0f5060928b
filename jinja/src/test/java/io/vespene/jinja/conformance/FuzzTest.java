package io.vespene.jinja.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.jinja.Rendered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Random templates, rendered by us and by Jinja2. By hand with other numbers: {@code
 * -Dvespene.fuzz.templates=100000 -Dvespene.fuzz.seed=7}.
 */
class FuzzTest {

  private static final int TEMPLATES = Integer.getInteger("vespene.fuzz.templates", 10_000);
  private static final long SEED = Long.getLong("vespene.fuzz.seed", 1);
  private static final Pattern ADDRESS = Pattern.compile("(?i)at.0x");

  /** Python's sets, which the language has not: their order changes from run to run of Python. */
  private static final Pattern SET = Pattern.compile("\\{'[^':]*'(, '[^':]*')*\\}");

  private static final int MAX_SHOWN = 20;

  /** What CPython cannot compile or finish says nothing about the language. */
  private static final Set<String> LIMITS_OF_THE_ORACLE =
      Set.of("TooSlow", "MemoryError", "RecursionError", "SyntaxError");

  @Test
  void randomTemplatesHaveTheResultOfJinja2() throws Exception {
    Optional<Oracle> started = Oracle.start();
    if (started.isEmpty()) {
      System.err.println("=== FuzzTest DID NOT RUN: no python3 with Jinja2 3.1 (python3-jinja2)");
      Assumptions.abort("no python3 with Jinja2 3.1; install python3-jinja2 to run this test");
    }
    List<String> differences = new ArrayList<>();
    int texts = 0;
    int compared = 0;
    try (Oracle oracle = started.get()) {
      TemplateGenerator generator = new TemplateGenerator(SEED);
      for (int i = 0; i < TEMPLATES; i++) {
        Case given = generator.next();
        Map<String, @Nullable Object> expected = oracle.ask(given);
        Rendered actual = given.render();
        if (!isComparable(expected, actual)) {
          continue;
        }
        compared++;
        texts += expected.containsKey("text") ? 1 : 0;
        if (Difference.isInOutcome(actual, expected) && differences.size() < MAX_SHOWN) {
          differences.add(given.json() + "\n   " + Difference.between(actual, expected));
        }
      }
    }
    System.out.printf(
        "fuzz: seed %d, %d templates, %d compared, %d with a text%n",
        SEED, TEMPLATES, compared, texts);
    assertThat(differences).as("%s", String.join("\n", differences)).isEmpty();
  }

  private static boolean isComparable(Map<String, @Nullable Object> expected, Rendered actual) {
    String text = String.valueOf(expected.get("text"));
    boolean address = ADDRESS.matcher(text).find();
    boolean limit = LIMITS_OF_THE_ORACLE.contains(String.valueOf(expected.get("error")));
    boolean budget =
        actual instanceof Rendered.Failed failed && failed.error().message().contains("allowed");
    boolean set = SET.matcher(text).find() || isRefusedSetOperation(actual);
    return !address && !limit && !budget && !set;
  }

  /** In Python, views of dictionaries can be subtracted and ordered; a set comes of it. */
  private static boolean isRefusedSetOperation(Rendered actual) {
    return actual instanceof Rendered.Failed failed
        && failed
            .error()
            .message()
            .matches("(unsupported operand|'[<>]=?' not supported).*'dict_.*");
  }
}
