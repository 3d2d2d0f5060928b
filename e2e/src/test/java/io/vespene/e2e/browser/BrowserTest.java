package io.vespene.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** The browser that end-to-end tests look through shows pages. */
class BrowserTest {
  @Test
  void aPageIsShownInTheColoursAskedFor() {
    try (var browser = Browser.start()) {
      var page = browser.open(URI.create("http://127.0.0.1/"), Look.DARK);
      page.navigate("data:text/html,<title>hello</title>");

      assertThat(page.title()).isEqualTo("hello");
      assertThat(page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"))
          .isEqualTo(true);
    }
  }
}
