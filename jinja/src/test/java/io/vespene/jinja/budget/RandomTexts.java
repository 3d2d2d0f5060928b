package io.vespene.jinja.budget;

import java.util.List;
import java.util.Random;

/** Texts of pieces of the language in any order. */
final class RandomTexts {

  private static final List<String> PIECES =
      List.of(
          "{{ ",
          " }}",
          "{% ",
          " %}",
          "{#",
          "#}",
          "{{-",
          "-}}",
          "{%-",
          "+%}",
          "if ",
          "endif",
          "elif ",
          "else",
          "for ",
          "x in ",
          "endfor",
          "set ",
          "endset",
          "macro m(",
          "endmacro",
          "call ",
          "endcall",
          "filter ",
          "endfilter",
          "with ",
          "endwith",
          "raw",
          "endraw",
          "do ",
          "break",
          "continue",
          "recursive",
          "loop",
          "loop(",
          "caller()",
          "namespace(",
          "range(",
          "dict(",
          "10 ** 9",
          "'a' * 10 ** 8",
          "[x, x]",
          "x",
          "x.y",
          "x[0]",
          "x[",
          "]",
          "(",
          ")",
          "{",
          "}",
          ",",
          ":",
          "|",
          "|list",
          "|join",
          "|map('upper')",
          "|center(",
          "|format(",
          ".format(",
          "|sort",
          "|replace('', 'aa')",
          "|tojson",
          "|regex_search('(a*)*b')",
          " is ",
          "defined",
          "odd",
          "not ",
          " and ",
          " or ",
          " in ",
          "==",
          "<",
          "+",
          "-",
          "*",
          "/",
          "//",
          "%",
          "**",
          "~",
          "=",
          ".",
          "'",
          "\"",
          "'text'",
          "1",
          "0.5",
          "1e308",
          "9999999999",
          "none",
          "true",
          "\\",
          "\n",
          " ",
          "é",
          "😀",
          "\0",
          "\uD800",
          "$",
          "\u2028");

  private final Random random;

  RandomTexts(long seed) {
    this.random = new Random(seed);
  }

  String next() {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(60);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /** The text with pieces of it dropped, doubled or moved. */
  String damaged(String text) {
    StringBuilder damaged = new StringBuilder(text);
    for (int i = 0; i < 1 + random.nextInt(4) && !damaged.isEmpty(); i++) {
      int from = random.nextInt(damaged.length());
      int to = Math.min(damaged.length(), from + 1 + random.nextInt(12));
      String part = damaged.substring(from, to);
      if (random.nextBoolean()) {
        damaged.delete(from, to);
      }
      damaged.insert(random.nextInt(damaged.length() + 1), random.nextBoolean() ? part : "");
    }
    return damaged.toString();
  }
}
