package io.vespene.jinja.conformance;

import io.vespene.jinja.Rendered;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a result differs from that of Jinja2. */
final class Difference {

  private Difference() {}

  /** Whether one is a text and the other an error, or they are different texts. */
  static boolean isInOutcome(Rendered actual, Map<String, @Nullable Object> expected) {
    return switch (actual) {
      case Rendered.Text text -> !text.text().equals(expected.get("text"));
      case Rendered.Failed _ -> expected.containsKey("text");
    };
  }

  /** In words; empty if it is the same text, or an error on the same line. */
  static String between(Rendered actual, Map<String, @Nullable Object> expected) {
    boolean succeeded = expected.containsKey("text");
    return switch (actual) {
      case Rendered.Text text when succeeded && text.text().equals(expected.get("text")) -> "";
      case Rendered.Text text -> "expected " + describe(expected) + "\n   got " + text.text();
      case Rendered.Failed failed when succeeded ->
          "expected " + describe(expected) + "\n   got error " + failed.error().summary();
      case Rendered.Failed failed when isOnAnotherLine(failed, expected.get("line")) ->
          "expected " + describe(expected) + "\n   got error " + failed.error().summary();
      case Rendered.Failed _ -> "";
    };
  }

  private static boolean isOnAnotherLine(Rendered.Failed failed, @Nullable Object line) {
    return line != null && !line.toString().equals(Integer.toString(failed.error().line()));
  }

  private static String describe(Map<String, @Nullable Object> expected) {
    return expected.containsKey("text")
        ? "text " + expected.get("text")
        : "error %s: %s on line %s"
            .formatted(expected.get("error"), expected.get("message"), expected.get("line"));
  }
}
