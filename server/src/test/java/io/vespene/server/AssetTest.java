package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AssetTest {
  @RegisterExtension static final ServerExtension SERVER = new ServerExtension();

  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");

  private final Browser browser = SERVER.browser();

  @Test
  void everythingAPageNamesIsServedAndMayBeKeptForEver() {
    browser.login();
    var links = LINK.matcher(browser.get("/projects").body()).results().map(m -> m.group(1));

    assertThat(links)
        .hasSizeGreaterThan(5)
        .allSatisfy(link -> {
          var answer = SERVER.browser().get(link);
          assertThat(answer.statusCode()).isEqualTo(200);
          assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
              .contains("immutable")
              .contains("max-age=31536000");
          assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        });
  }

  @Test
  void filesAreSentPackedToThoseWhoUnpack() {
    String link = "/assets/any/vendor/tabler.min.css";
    var answer = browser.send(browser.request(link).header("Accept-Encoding", "gzip, br"));

    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(answer.headers().firstValueAsLong("Content-Length").orElseThrow())
        .isLessThan(120_000);
  }

  @Test
  void addressesOfAnotherVersionAreServedButNotKept() {
    var answer = browser.get("/assets/0123456789abcdef/css/vespene.css");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
  }

  @Test
  void nothingElseIsServed() {
    assertThat(browser.get("/assets/x/css/other.css").statusCode()).isEqualTo(404);
    assertThat(browser.get("/assets/x/db/migration").statusCode()).isEqualTo(404);
  }
}
