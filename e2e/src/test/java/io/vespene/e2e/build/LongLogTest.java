package io.vespene.e2e.build;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.browser.Browser;
import io.vespene.e2e.browser.Look;
import io.vespene.e2e.browser.Screenshots;
import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.installation.WorkerProcess;
import io.vespene.e2e.process.Memory;
import io.vespene.e2e.rest.Api;
import io.vespene.e2e.rest.BuildView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A log larger than any heap is stored whole, and read anywhere. */
@EndToEnd
class LongLogTest {
  private static final int LINES = 1_000_000;

  private static final String FILLING = " " + "x".repeat(230);

  /** Worker and server each get by with less memory than the log would need. */
  private static final String SMALL_HEAP = "-Xmx160m -XX:+ExitOnOutOfMemoryError";

  private static final long MOST_WORKER_MEMORY = 300L << 20;
  private static final long MOST_MEMORY = 500L << 20;

  @Test
  void aMillionLinesAreStoredWholeAndShownAnywhere() throws IOException {
    try (var installation =
        Installation.up(command -> command.with("VESPENE_JAVA_OPTIONS", SMALL_HEAP))) {
      Api api = installation.api();
      api.createPool("logs", Map.of("isolation", "none"));
      api.createProject(
          "count",
          "logs",
          "#!/bin/sh\nseq -f '%%.0f%s' 1 %d\n".formatted(FILLING, LINES),
          Map.of("scm_type", "none"));
      WorkerProcess worker = installation.startWorker("w1", "logs");

      BuildView build = api.awaitEnd(api.start("count"), Duration.ofMinutes(5));

      assertThat(build.status()).as(build.reason()).isEqualTo("SUCCESS");
      Path log = api.downloadLog(build.id(), installation.folder().resolve("log"));
      try (Stream<String> lines = Files.lines(log)) {
        assertThat(
                lines
                    .filter(line -> line.endsWith(FILLING))
                    .mapToInt(line -> Integer.parseInt(line, 0, line.indexOf(' '), 10)))
            .hasSize(LINES)
            .isSorted();
      }
      assertTheViewerJumps(installation, build.id());
      assertThat(Memory.residentBytes(worker.process().pid())).isLessThan(MOST_WORKER_MEMORY);
      assertThat(Memory.residentBytes(installation.process().pid())).isLessThan(MOST_MEMORY);
    }
  }

  private static void assertTheViewerJumps(Installation installation, long build) {
    try (var browser = Browser.start()) {
      Page page = browser.open(installation.url(), Look.LIGHT);
      page.navigate("/builds/" + build);
      page.getByLabel("User name").fill("admin");
      page.getByLabel("Password").fill(installation.adminPassword());
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
      assertThat(page.getByText("1,000,000 lines").first()).isVisible();

      page.getByLabel("Go to line").fill("777777");
      page.getByLabel("Go to line").press("Enter");

      assertThat(line(page, 777_777)).containsText("777777", within(5));
      Screenshots.keep(page, "long-log", Look.LIGHT);
      page.navigate("/builds/" + build + "#L999999");
      page.reload();
      assertThat(line(page, 999_999)).containsText("999999", within(5));
    }
  }

  private static Locator line(Page page, int number) {
    return page.locator("[data-line='" + number + "'] .v-line-text");
  }

  private static LocatorAssertions.ContainsTextOptions within(int seconds) {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(seconds * 1000.0);
  }
}
