package io.vespene.e2e.build;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.browser.Browser;
import io.vespene.e2e.browser.Look;
import io.vespene.e2e.browser.Screenshots;
import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.process.Await;
import io.vespene.e2e.process.Command;
import io.vespene.e2e.rest.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a build leaves can be looked at and fetched, and goes when its time is over. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilesTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final String SCRIPT =
      """
      #!/bin/sh
      mkdir -p site/deep
      printf hello > out.txt
      printf '<script>document.title = "owned"</script>' > site/page.html
      printf 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==' \
        | base64 -d > site/dot.png
      ln -s /etc/passwd passwd
      mkfifo pipe
      """;

  private final Installation installation =
      Installation.up(command -> command.with("VESPENE_WORKER_RETENTION_PAUSE", "200ms"));
  private final Api api = installation.api();
  private final Browser browser = Browser.start();
  private long build;

  @BeforeAll
  void run() {
    api.createPool("outside", Map.of("isolation", "none"));
    installation.startWorker("outsider", "outside");
    api.createProject("files", "outside", SCRIPT, Map.of());
    build = api.start("files");
    Assertions.assertThat(api.awaitEnd(build, LIMIT).status()).isEqualTo("SUCCESS");
  }

  @AfterAll
  void close() {
    browser.close();
    installation.close();
  }

  @Test
  void theGlobeLeadsToTheFilesAndTheyCanBeFetched() throws IOException {
    Page page = loggedIn(Look.LIGHT);
    page.navigate("/builds/" + build);
    link(page, "Files").click();
    assertThat(page.getByText("a link, which is not followed")).isVisible();
    Screenshots.keep(page, "files", Look.LIGHT);

    link(page, "out.txt").click();
    assertThat(page.locator("pre")).hasText("hello");
    Download file = page.waitForDownload(() -> link(page, "Download").click());
    Assertions.assertThat(file.suggestedFilename()).isEqualTo("out.txt");
    Assertions.assertThat(Files.readString(file.path())).isEqualTo("hello");
    Screenshots.keep(page, "file", Look.LIGHT);

    page.navigate("/builds/" + build + "/files?path=site");
    Download zip = page.waitForDownload(() -> link(page, "Download all as zip").click());
    Assertions.assertThat(
            Command.of("python3", "-m", "zipfile", "-l", zip.path().toString()).output())
        .contains("page.html", "dot.png", "deep/");
  }

  @Test
  void whatABuildMadeRunsNothingInTheConsole() {
    Page page = loggedIn(Look.DARK);
    page.navigate("/builds/" + build + "/files?path=site%2Fpage.html");

    assertThat(page.locator("pre")).containsText("<script>");
    Assertions.assertThat(page.title()).doesNotContain("owned");
    page.navigate("/builds/" + build + "/files?path=site%2Fdot.png");
    assertThat(page.locator(".v-preview img")).isVisible();
    Assertions.assertThat(page.evaluate("document.querySelector('.v-preview img').naturalWidth"))
        .isEqualTo(1);
    Screenshots.keep(page, "file-image", Look.DARK);
  }

  @Test
  void theClientListsAndFetches() throws IOException {
    String number = Long.toString(build);
    Assertions.assertThat(installation.client("build", "files", number).output())
        .contains("site/", "out.txt", "link", "other");
    Path target = installation.folder().resolve("fetched");
    installation.client("build", "download", number, "out.txt", "-o", target.toString()).output();
    Assertions.assertThat(Files.readString(target)).isEqualTo("hello");
    Command.Result refused = installation.client("build", "download", number, "passwd").run();
    Assertions.assertThat(refused.exitCode()).isEqualTo(3);
    Assertions.assertThat(refused.errors()).contains("there is no file 'passwd'");
  }

  @Test
  void noPathLeadsOutOfTheBuildsDirectory() {
    for (String path :
        new String[] {
          "../", "..%2F..%2Fetc%2Fpasswd", "%2Fetc%2Fpasswd", "passwd", "pipe", "a%00"
        }) {
      for (String part : new String[] {"files?path=", "files/content?path=", "files/zip?path="}) {
        Assertions.assertThat(
                api.rest().get("/api/v1/builds/" + build + "/" + part + path).status())
            .as(part + path)
            .isEqualTo(404);
      }
    }
  }

  @Test
  void theDirectoryOfADeletedBuildGoesByItself() {
    api.createProject("gone", "outside", "#!/bin/sh\npwd\n", Map.of());
    long doomed = api.start("gone");
    api.awaitEnd(doomed, LIMIT);
    Path directory = Path.of(api.log(doomed).lines().toList().getLast().strip());
    Assertions.assertThat(directory).isDirectory();

    api.rest().delete("/api/v1/projects/gone").require(204);

    Await.until("the directory's end", LIMIT, () -> !Files.exists(directory));
    Assertions.assertThat(directory.resolveSibling(Long.toString(build))).isDirectory();
  }

  private Page loggedIn(Look look) {
    Page page = browser.open(installation.url(), look);
    page.navigate("/");
    page.getByLabel("User name").fill("admin");
    page.getByLabel("Password").fill(installation.adminPassword());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    assertThat(page.getByRole(AriaRole.MAIN)).isVisible();
    page.waitForURL(Pattern.compile(".*/(projects)?$"));
    return page;
  }

  private static com.microsoft.playwright.Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
