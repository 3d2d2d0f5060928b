package io.vespene.e2e.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Examines pages for what keeps people from using them.
 *
 * @see <a href="https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md">The
 *     rules</a>
 */
final class Accessibility {
  private static final String AXE = script();

  /** A page is asked to do this once it has been painted; the answer is a list of texts. */
  private static final String RUN =
      """
      async (only) => {
        await new Promise(requestAnimationFrame);
        const options = {resultTypes: ["violations"]};
        if (only) options.runOnly = {type: "rule", values: [only]};
        const found = await axe.run(document, options);
        return found.violations.flatMap((rule) => rule.nodes.map(
          (node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`));
      }
      """;

  private Accessibility() {}

  /** What breaks a rule, and where. */
  static List<String> violations(Page page) {
    page.evaluate(AXE);
    return run(page, "");
  }

  /** Colours that are hard to tell apart; enough when only the theme has changed. */
  static List<String> paleColours(Page page) {
    return run(page, "color-contrast");
  }

  private static List<String> run(Page page, String only) {
    return ((List<?>) page.evaluate(RUN, only)).stream().map(String::valueOf).toList();
  }

  private static String script() {
    try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
      if (script == null) {
        throw new IllegalStateException("axe-core is not on the class path");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
