package io.vespene.jinja.python;

import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.TextValue;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/** Upper and lower case, the same in every locale. */
public final class TextCase {

  /** Some letters have no single counterpart in the other case. */
  private static final int MOST_LETTERS_FOR_ONE = 3;

  private TextCase() {}

  /** A text with each letter in another case, counted before it is made. */
  public static TextValue changed(String text, UnaryOperator<String> change, Meter meter) {
    boolean ascii = text.chars().allMatch(character -> character < 0x80);
    meter.characters(text.length() * (ascii ? 1L : MOST_LETTERS_FOR_ONE));
    return meter.newText(change.apply(text));
  }

  public static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  public static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** First letter upper case, all others lower. */
  public static String capitalize(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = Character.charCount(text.codePointAt(0));
    return titled(text.codePointAt(0)) + lower(text.substring(first));
  }

  /** Every letter that follows no letter in upper case, all others lower. */
  public static String title(String text) {
    StringBuilder titled = new StringBuilder(text.length());
    boolean inWord = false;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int point = text.codePointAt(at);
      titled.append(inWord ? lower(Character.toString(point)) : titled(point));
      inWord = isCased(point);
    }
    return titled.toString();
  }

  public static String swap(String text) {
    StringBuilder swapped = new StringBuilder(text.length());
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(letter ->
            swapped.append(
                Character.isUpperCase(letter.codePointAt(0)) ? lower(letter) : upper(letter)));
    return swapped.toString();
  }

  /** For comparing without regard to case. */
  public static String fold(String text) {
    return lower(text.replace("ß", "ss").replace("ẞ", "ss")).replace("ς", "σ");
  }

  public static boolean isLower(String text) {
    return isAllOf(text, Character::isLowerCase);
  }

  public static boolean isUpper(String text) {
    return isAllOf(text, Character::isUpperCase);
  }

  /** Whether every word starts with its only upper-case letter. */
  public static boolean isTitle(String text) {
    boolean inWord = false;
    boolean found = false;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int point = text.codePointAt(at);
      boolean upper = Character.isUpperCase(point) || Character.isTitleCase(point);
      if (inWord ? upper : Character.isLowerCase(point)) {
        return false;
      }
      inWord = isCased(point);
      found |= inWord;
    }
    return found;
  }

  private static boolean isAllOf(String text, IntPredicate cased) {
    return text.codePoints().anyMatch(cased)
        && text.codePoints().filter(TextCase::isCased).allMatch(cased);
  }

  private static boolean isCased(int point) {
    return Character.isLowerCase(point)
        || Character.isUpperCase(point)
        || Character.isTitleCase(point);
  }

  private static String titled(int point) {
    int titled = Character.toTitleCase(point);
    return titled != point ? Character.toString(titled) : titleOf(Character.toString(point));
  }

  /** Letters such as sharp s become two of which only the first is upper case. */
  private static String titleOf(String letter) {
    String upper = upper(letter);
    int first = Character.charCount(upper.codePointAt(0));
    return upper.equals(letter)
        ? letter
        : upper.substring(0, first) + lower(upper.substring(first));
  }
}
