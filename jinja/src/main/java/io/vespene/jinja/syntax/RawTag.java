package io.vespene.jinja.syntax;

import io.vespene.jinja.python.Whitespace;
import java.util.Optional;

/** Recognizes {@code {% raw %}} and its end, between which nothing is read as a tag. */
final class RawTag {

  /**
   * The end of a raw block.
   *
   * @param start where the tag begins
   * @param sign its sign, or a blank
   * @param closing where its closing {@code %}}, or the sign before it, begins
   */
  record End(int start, char sign, int closing) {}

  private RawTag() {}

  /** Where the raw text starts when the tag whose inside starts here is a raw tag, else -1. */
  static int bodyAfter(String source, int inside) {
    int closing = afterWord(source, inside, "raw");
    if (closing < 0) {
      return -1;
    }
    if (source.startsWith("-%}", closing)) {
      return skipSpace(source, closing + 3);
    }
    return source.startsWith("%}", closing) ? closing + 2 : -1;
  }

  static Optional<End> findEnd(String source, int from) {
    for (int tag = source.indexOf("{%", from); tag >= 0; tag = source.indexOf("{%", tag + 1)) {
      char sign = tag + 2 < source.length() ? source.charAt(tag + 2) : ' ';
      boolean signed = sign == '-' || sign == '+';
      int closing = afterWord(source, tag + (signed ? 3 : 2), "endraw");
      if (closing >= 0 && isClosing(source, closing)) {
        return Optional.of(new End(tag, signed ? sign : ' ', closing));
      }
    }
    return Optional.empty();
  }

  private static boolean isClosing(String source, int at) {
    return source.startsWith("%}", at)
        || source.startsWith("-%}", at)
        || source.startsWith("+%}", at);
  }

  private static int afterWord(String source, int from, String word) {
    int start = skipSpace(source, from);
    return source.startsWith(word, start) ? skipSpace(source, start + word.length()) : -1;
  }

  private static int skipSpace(String source, int from) {
    int at = from;
    while (at < source.length() && Whitespace.isSpace(source.charAt(at))) {
      at++;
    }
    return at;
  }
}
