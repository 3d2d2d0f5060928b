package io.vespene.worker.build;

import io.vespene.worker.output.LineObserver;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the variables that a script hands on by printing {@code vespene/set name value}.
 *
 * <p>The value is one word as a shell would read it: plain, in single or double quotes, or with
 * backslashes. A later line beats an earlier one. Lines that don't fit are output like any other,
 * and so is everything beyond {@value #MAX_VARIABLES} variables or {@value #MAX_TOTAL} characters.
 */
final class OutputVariables implements LineObserver {
  private static final byte[] PREFIX = "vespene/set ".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern LINE =
      Pattern.compile("vespene/set +([A-Za-z_][A-Za-z0-9_]*) +(.*?)\\s*");
  private static final int MAX_VARIABLES = 1000;
  private static final int MAX_TOTAL = 64 * 1024;

  private final Map<String, String> variables = new LinkedHashMap<>();
  private int total;

  @Override
  public void seen(byte[] bytes, int offset, int length) {
    int prefixEnd = offset + Math.min(PREFIX.length, length);
    if (!Arrays.equals(bytes, offset, prefixEnd, PREFIX, 0, PREFIX.length)) {
      return;
    }
    Matcher line = LINE.matcher(new String(bytes, offset, length, StandardCharsets.UTF_8));
    if (line.matches()) {
      String name = line.group(1);
      ShellWord.parse(line.group(2)).ifPresent(value -> set(name, value));
    }
  }

  private synchronized void set(String name, String value) {
    int size = name.length() + value.length();
    boolean fits = variables.containsKey(name) || variables.size() < MAX_VARIABLES;
    if (fits && total + size <= MAX_TOTAL) {
      total += size;
      variables.put(name, value);
    }
  }

  synchronized Map<String, String> all() {
    return Map.copyOf(variables);
  }

  /** Words of a shell. */
  private static final class ShellWord {
    private ShellWord() {}

    /** The one word that the text is; empty when it is none, several, or unfinished. */
    static Optional<String> parse(String text) {
      var word = new StringBuilder();
      char quote = 0;
      for (int at = 0; at < text.length(); at++) {
        char next = text.charAt(at);
        boolean last = at + 1 == text.length();
        if (quote == 0 && (next == '\'' || next == '"')) {
          quote = next;
        } else if (next == quote) {
          quote = 0;
        } else if (next == '\\' && quote != '\'') {
          if (last) {
            return Optional.empty();
          }
          at++;
          if (quote == '"' && "\\\"$`".indexOf(text.charAt(at)) < 0) {
            word.append('\\');
          }
          word.append(text.charAt(at));
        } else if (quote == 0 && Character.isWhitespace(next)) {
          return Optional.empty();
        } else {
          word.append(next);
        }
      }
      return quote == 0 && !text.isEmpty() ? Optional.of(word.toString()) : Optional.empty();
    }
  }
}
