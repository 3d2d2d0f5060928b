package io.vespene.e2e.build;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.browser.Browser;
import io.vespene.e2e.browser.Look;
import io.vespene.e2e.installation.ServerInstallation;
import io.vespene.e2e.process.Command;
import io.vespene.e2e.rest.Api;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Builds and their files on servers and workers of their own. */
@EndToEnd
class RetentionTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Test
  void cleanUpRemovesTheOlderBuildsAndNotTheNewest() {
    try (var installation = ServerInstallation.start()) {
      Api api = installation.api();
      api.createPool("plain", Map.of("isolation", "none"));
      installation.startWorker("w1", "plain");
      api.createProject("hello", "plain", "#!/bin/sh\necho hello\n", Map.of());
      long first = api.start("hello");
      api.awaitEnd(first, LIMIT);
      long second = api.start("hello");
      api.awaitEnd(second, LIMIT);

      Command.Result refused = installation.administration("cleanup", "--days", "0").run();
      Assertions.assertThat(refused.exitCode()).isEqualTo(2);
      Assertions.assertThat(refused.errors()).contains("--remove-builds", "--remove-build-roots");
      Assertions.assertThat(
              installation
                  .administration(
                      "cleanup", "--remove-builds", "--remove-build-roots", "--days", "0")
                  .output())
          .contains("Builds removed: 1.");

      Assertions.assertThat(api.rest().get("/api/v1/builds/" + first).status()).isEqualTo(404);
      Assertions.assertThat(api.build(second).status()).isEqualTo("SUCCESS");
    }
  }

  @Test
  void browsersAreSentToTheWorkerForFiles() throws IOException {
    try (var installation = ServerInstallation.start();
        Browser browser = Browser.start()) {
      Api api = installation.api();
      api.createPool("plain", Map.of("isolation", "none"));
      installation.startWorker("w1", "plain");
      api.createProject("files", "plain", "#!/bin/sh\nprintf hello > out.txt\n", Map.of());
      long build = api.start("files");
      api.awaitEnd(build, LIMIT);
      Page page = browser.open(installation.url(), Look.LIGHT);
      page.navigate("/login");
      page.getByLabel("User name").fill("admin");
      page.getByLabel("Password").fill(ServerInstallation.PASSWORD);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
      assertThat(page.getByRole(AriaRole.MAIN)).isVisible();
      page.navigate("/builds/" + build + "/files?path=out.txt");

      Download file =
          page.waitForDownload(() ->
              page.getByRole(
                      AriaRole.LINK, new Page.GetByRoleOptions().setName("Download").setExact(true))
                  .click());

      Assertions.assertThat(Files.readString(file.path())).isEqualTo("hello");
      URI address = URI.create(file.url());
      Assertions.assertThat(address.getPort()).isNotEqualTo(installation.url().getPort());
      Assertions.assertThat(address.getPath()).isEqualTo("/files/v1/" + build);
    }
  }
}
