package io.vespene.jinja.python;

import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.Value;
import java.util.BitSet;
import java.util.function.IntPredicate;

/** Removing characters from the ends of a text. */
public final class Stripping {

  private Stripping() {}

  /**
   * Which characters to strip: those of a text, or white space for {@code None}.
   *
   * @throws RenderException if it is neither
   */
  public static IntPredicate characters(Value characters) {
    return switch (characters) {
      case NoneValue _ -> Whitespace::isSpace;
      case TextValue text ->
          text.value().codePoints().collect(BitSet::new, BitSet::set, BitSet::or)::get;
      default -> throw new RenderException("strip arg must be None or str");
    };
  }

  public static String both(String text, IntPredicate characters) {
    return left(right(text, characters), characters);
  }

  public static String left(String text, IntPredicate characters) {
    int start = 0;
    while (start < text.length() && characters.test(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    return text.substring(start);
  }

  public static String right(String text, IntPredicate characters) {
    int end = text.length();
    while (end > 0 && characters.test(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(0, end);
  }
}
