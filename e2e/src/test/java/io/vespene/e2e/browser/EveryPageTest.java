package io.vespene.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.vespene.e2e.Checkout;
import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.installation.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every page there is, in light and dark, on a desk and on a phone: nothing on it breaks a rule of
 * accessibility, and nothing is wider than the window.
 */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {
  private static final Pattern ROUTE = Pattern.compile("(?m)^\\| `GET (/\\S*)` \\|");

  /** What is no page: answers for programs and scripts, files. */
  private static final Pattern NO_PAGE =
      Pattern.compile(
          "/(api|assets|health|live|worker)/.*|.*/(download|zip|image|matches)|/search/hits");

  /** Whether a page has the theme that is asked for, or its own. */
  private static final String THEME =
      """
      (dark) => {
        const theme = document.documentElement.dataset;
        return theme.bsTheme === (theme.theme ?? (dark ? "dark" : "light"));
      }
      """;

  private final Installation installation = Installation.up();
  private final Browser browser = Browser.start();
  private final List<String> problems = new ArrayList<>();

  @AfterAll
  void close() {
    browser.close();
    installation.close();
  }

  @Test
  void everyPageIsAccessibleAndFitsEveryWindow() throws IOException {
    List<Place> places = Town.build(installation).places();
    assertThat(routesOf(places)).containsExactlyElementsOf(documentedRoutes());
    Page page = browser.open(installation.url(), Look.LIGHT);
    for (Place place : places) {
      if (place.needsLogin()) {
        logInOnce(page);
      }
      page.navigate(place.address());
      place.action().accept(page);
      examine(page, place.name());
    }

    assertThat(problems).isEmpty();
  }

  /** Looks at a page as it is, and then in other colours and widths. */
  private void examine(Page page, String name) {
    show(page, Look.LIGHT);
    report(name, Look.LIGHT, Accessibility.violations(page));
    Screenshots.keep(page, name, Look.LIGHT);
    show(page, Look.DARK);
    report(name, Look.DARK, Accessibility.paleColours(page));
    show(page, Look.DARK_PHONE);
    report(name, Look.DARK_PHONE, Accessibility.violations(page));
    Screenshots.keep(page, name, Look.DARK_PHONE);
    show(page, Look.PHONE);
    report(name, Look.PHONE, Accessibility.paleColours(page));
    if (page.evaluate("document.documentElement.scrollWidth > window.innerWidth").equals(true)) {
      problems.add(name + " is wider than a phone");
    }
  }

  /** Without motion: no colour is caught on its way from light to dark. */
  private static void show(Page page, Look look) {
    page.setViewportSize(look.width(), look.height());
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setReducedMotion(ReducedMotion.REDUCE)
            .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT));
    page.waitForFunction(THEME, look.dark());
  }

  private void report(String name, Look look, List<String> found) {
    found.forEach(problem -> problems.add(name + ", " + look + ": " + problem));
  }

  private void logInOnce(Page page) {
    if (!page.url().endsWith("/login")) {
      return;
    }
    page.getByLabel("User name").fill("admin");
    page.getByLabel("Password").fill(installation.adminPassword());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
  }

  private static Set<String> routesOf(List<Place> places) {
    return places.stream().map(Place::route).collect(Collectors.toCollection(TreeSet::new));
  }

  /** A test of the server compares that list with the program. */
  private static Set<String> documentedRoutes() throws IOException {
    return ROUTE
        .matcher(Files.readString(Checkout.folder().resolve("docs/routes.md")))
        .results()
        .map(row -> row.group(1))
        .filter(route -> !NO_PAGE.matcher(route).matches())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
