package io.vespene.jinja.regex;

import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.MeteredText;
import io.vespene.jinja.value.RenderException;
import java.util.ArrayList;
import java.util.List;

/** What takes the place of a match: text, and groups by {@code \1} or {@code \g<name>}. */
final class Replacement {

  private sealed interface Part {
    record Literal(String text) implements Part {}

    record Group(int number) implements Part {}
  }

  private final List<Part> parts;

  private Replacement(List<Part> parts) {
    this.parts = parts;
  }

  static Replacement parse(String text, Regex regex, Meter meter) {
    List<Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char character = text.charAt(at);
      int end = character == '\\' ? groupEnd(text, at) : at;
      if (end > at) {
        meter.elements(2);
        parts.add(new Part.Literal(literal.toString()));
        literal.setLength(0);
        parts.add(new Part.Group(regex.requireGroup(groupName(text.substring(at, end)))));
        at = end;
      } else if (character == '\\' && at + 1 < text.length()) {
        literal.append(escaped(text.charAt(at + 1)));
        at += 2;
      } else {
        literal.append(character);
        at++;
      }
    }
    parts.add(new Part.Literal(literal.toString()));
    return new Replacement(parts);
  }

  private static int groupEnd(String text, int backslash) {
    if (text.startsWith("g<", backslash + 1)) {
      int end = text.indexOf('>', backslash);
      if (end < 0) {
        throw new RenderException("missing > in the replacement of a regular expression");
      }
      return end + 1;
    }
    int end = backslash + 1;
    while (end < text.length() && end < backslash + 3 && isDigit(text.charAt(end))) {
      end++;
    }
    return end > backslash + 1 ? end : backslash;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static String groupName(String reference) {
    return reference.startsWith("\\g")
        ? reference.substring(3, reference.length() - 1)
        : reference.substring(1);
  }

  private static String escaped(char character) {
    return switch (character) {
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case '\\' -> "\\";
      default -> "\\" + character;
    };
  }

  /** Writes what takes the place of a match. */
  void fill(RegexMatch match, MeteredText filled) {
    for (Part part : parts) {
      switch (part) {
        case Part.Literal literal -> filled.append(literal.text());
        case Part.Group group -> filled.append(match.group(group.number()).orElse(""));
      }
    }
  }
}
