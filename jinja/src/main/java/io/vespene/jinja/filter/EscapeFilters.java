package io.vespene.jinja.filter;

import io.vespene.jinja.python.Replacing;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.Value;
import java.util.List;

/** Filters that make a text safe to stand inside another language. */
final class EscapeFilters {

  private static final Routine ESCAPE =
      TextFilter.of("escape", "", (text, given, meter) -> escape(text, meter));

  static final List<Routine> ALL =
      List.of(
          ESCAPE,
          ESCAPE.as("e"),
          ESCAPE.as("forceescape"),
          TextFilter.changing("safe", text -> text),
          TextFilter.of("shell_quote", "", EscapeFilters::shellQuote));

  private EscapeFilters() {}

  private static Value escape(String text, Meter meter) {
    meter.characters(text.length() * 5L);
    return meter.newText(
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("'", "&#39;")
            .replace("\"", "&#34;"));
  }

  /** One word for a POSIX shell, whatever the text; a NUL cannot be passed to a program at all. */
  private static Value shellQuote(String text, Arguments given, Meter meter) {
    if (text.indexOf('\0') >= 0) {
      throw new RenderException("a text with a NUL character cannot be quoted for a shell");
    }
    if (!text.isEmpty() && text.chars().allMatch(EscapeFilters::isPlainInShell)) {
      return new TextValue(text);
    }
    return meter.newText("'" + Replacing.replace(text, "'", "'\"'\"'", -1, meter) + "'");
  }

  private static boolean isPlainInShell(int character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || "_@%+=:,./-".indexOf(character) >= 0;
  }
}
