package io.vespene.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.installation.Installation;
import java.net.URI;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What somebody sees who has just typed "vespene up". */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TutorialTest {
  private static final double LIMIT_MILLIS = 30_000;

  private final Installation installation = Installation.up();
  private final Browser browser = Browser.start();

  @AfterAll
  void close() {
    browser.close();
    installation.close();
  }

  @Test
  void theGitProjectIsStartedByAButtonAndItsLogAppearsOnThePage() {
    Page page = loggedIn(Look.LIGHT);

    press(page, "Start tutorial-git");

    assertThat(log(page)).containsText("The files of this checkout", soon());
    assertThat(log(page)).containsText("hello.sh");
    assertThat(status(page)).containsText("Success", soon());
    Screenshots.keep(page, "build-git", Look.LIGHT);
  }

  @Test
  void linesAppearWhileABuildRunsAndItIsStoppedByAButton() {
    Page page = loggedIn(Look.DARK);

    press(page, "Start tutorial-hello");
    page.evaluate("window.neverReloaded = true");
    assertThat(log(page)).containsText("Hello from Vespene!", soon());
    int before = log(page).locator("[data-line]").count();
    assertThat(log(page)).containsText("compiling", soon());
    assertThat(status(page)).containsText("Running");
    Assertions.assertThat(log(page).locator("[data-line]").count()).isGreaterThan(before);
    Assertions.assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
    Screenshots.keep(page, "build-running", Look.DARK);

    press(page, "Stop build " + page.url().replaceAll(".*/builds/(\\d+).*", "$1"));

    assertThat(status(page)).containsText("Aborted", soon());
    assertThat(page.locator(".v-notice")).containsText("stopped by admin");
    Screenshots.keep(page, "build-stopped", Look.DARK);
  }

  @Test
  void aPageSaysThatTheServerIsAwayAndGoesOnWhenItIsBack() {
    Page page = loggedIn(Look.LIGHT);
    page.evaluate("window.neverReloaded = true");

    installation.stop();
    assertThat(page.locator(".v-connection")).containsText("No connection to the server", soon());
    Screenshots.keep(page, "no-connection", Look.LIGHT);
    installation.startAgain();

    assertThat(page.locator(".v-connection")).containsText("Connected again", soon());
    installation.api().createProject("made-later", "general", "#!/bin/sh\n", Map.of());
    assertThat(page.getByText("made-later").first()).isVisible(soonVisible());
    Assertions.assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
  }

  @Test
  void whateverIsCalledSoIsFoundWithTheKeyboardAlone() {
    Page page = loggedIn(Look.DARK);
    // Until then nothing listens to keys.
    page.waitForLoadState();

    page.keyboard().press("/");
    page.keyboard().type("tutorial");
    assertThat(page.locator("#find-menu [role=option]").first()).isVisible(soonVisible());
    Screenshots.keep(page, "find", Look.DARK);
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowUp");
    page.keyboard().press("Enter");

    assertThat(page.getByRole(AriaRole.HEADING).first()).containsText("tutorial-", soon());
  }

  @Test
  void nobodySeesAnythingWithoutAPassword() {
    Page page = browser.open(installation.url(), Look.PHONE);
    page.navigate("/builds");

    Assertions.assertThat(URI.create(page.url()).getPath()).isEqualTo("/login");
    Screenshots.keep(page, "login", Look.PHONE);
    logIn(page, "not the password");

    assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
  }

  private Page loggedIn(Look look) {
    Page page = browser.open(installation.url(), look);
    page.navigate("/");
    logIn(page, installation.adminPassword());
    assertThat(page.getByText("tutorial-hello").first()).isVisible();
    return page;
  }

  private static void logIn(Page page, String password) {
    page.getByLabel("User name").fill("admin");
    page.getByLabel("Password").fill(password);
    press(page, "Sign in");
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private static Locator log(Page page) {
    return page.locator("[data-log]");
  }

  private static Locator status(Page page) {
    return page.getByLabel("Status of the build");
  }

  private static LocatorAssertions.IsVisibleOptions soonVisible() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(LIMIT_MILLIS);
  }

  private static LocatorAssertions.ContainsTextOptions soon() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(LIMIT_MILLIS);
  }
}
