package io.vespene.jinja.budget;

import io.vespene.jinja.conformance.Choice;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random pieces of templates put together without any regard to grammar. */
final class Scraps {

  private static final String[] PIECES = {
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "{%-",
    "-%}",
    "{{-",
    "-}}",
    "{%+",
    " ",
    "\n",
    "\r\n",
    "\t",
    "if",
    "elif",
    "else",
    "endif",
    "for",
    "endfor",
    "in",
    "recursive",
    "set",
    "endset",
    "macro",
    "endmacro",
    "call",
    "endcall",
    "filter",
    "endfilter",
    "with",
    "endwith",
    "raw",
    "endraw",
    "do",
    "break",
    "continue",
    "print",
    "block",
    "include",
    "not",
    "and",
    "or",
    "is",
    "is not",
    "a",
    "b",
    "loop",
    "caller",
    "varargs",
    "kwargs",
    "self",
    "range",
    "namespace",
    "upper",
    "join",
    "defined",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    ".",
    "|",
    "~",
    "+",
    "-",
    "*",
    "**",
    "/",
    "//",
    "%",
    "==",
    "!=",
    "<",
    "<=",
    "=",
    ";",
    "'",
    "\"",
    "'x'",
    "\"y\"",
    "\\",
    "\\x",
    "'\\N{DIGIT ONE}'",
    "1",
    "0",
    "1.5",
    "1e9",
    "0x",
    "0xff",
    "1_0",
    "1__0",
    "none",
    "true",
    "\0",
    "\u00e9",
    "\ud83d\ude00",
    "\ud83d",
    "\u2028",
    "$",
    "`",
    "?",
    "!",
    "@",
    "__class__",
    "%s",
    "{0}"
  };

  private Scraps() {}

  static Stream<Attack> from(long firstSeed, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Attack("scraps " + (firstSeed + i), text(new Choice(firstSeed + i))));
  }

  private static String text(Choice choice) {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + choice.number(40);
    for (int i = 0; i < pieces; i++) {
      // Without tags now and then, nothing but text would come of it.
      text.append(choice.chance(0.15) ? choice.of("{{ ", "{% ", " }}", " %}") : choice.of(PIECES));
    }
    return text.toString();
  }
}
