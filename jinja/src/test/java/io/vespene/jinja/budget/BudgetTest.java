package io.vespene.jinja.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static final String RANDOM_TEXTS = System.getProperty("vespene.budget.texts", "20000");
  private static final String SEED = System.getProperty("vespene.budget.seed", "1");
  private static final int MOST_MINUTES = 10;

  @Test
  void noInputExceedsTwoSecondsOrTheOutputBudgetInAJavaWith64MiB() throws Exception {
    Process check = start("-Xmx64m");
    String report = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(check.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(report).endsWith("violations: 0\n");
    assertThat(check.exitValue()).isZero();
  }

  private static Process start(String memory) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            memory,
            "-cp",
            System.getProperty("java.class.path"),
            BudgetCheck.class.getName(),
            RANDOM_TEXTS,
            SEED);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
