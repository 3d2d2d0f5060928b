package io.vespene.jinja.python;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers as Python's {@code int} and {@code float} do. */
public final class NumberText {

  private static final int MAX_DIGITS = 4300;

  // Possessive, so that no text makes the match slow.
  private static final Pattern FLOAT =
      Pattern.compile(
          "[+-]?(?:[0-9]++(?:_[0-9]++)*+\\.?+(?:[0-9]++(?:_[0-9]++)*+)?+|\\.[0-9]++(?:_[0-9]++)*+)"
              + "(?:[eE][+-]?[0-9]++(?:_[0-9]++)*+)?+");

  private static final Pattern INFINITY = Pattern.compile("(?i)[+-]?inf(?:inity)?");
  private static final Pattern NOT_A_NUMBER = Pattern.compile("(?i)[+-]?nan");

  private NumberText() {}

  /** The number a text spells; blanks around it and single underscores between digits are fine. */
  public static Optional<Double> findFloat(String text) {
    String stripped = Whitespace.strip(text);
    if (stripped.length() > MAX_DIGITS) {
      return Optional.empty();
    }
    if (INFINITY.matcher(stripped).matches()) {
      boolean negative = stripped.startsWith("-");
      return Optional.of(negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    if (NOT_A_NUMBER.matcher(stripped).matches()) {
      return Optional.of(Double.NaN);
    }
    return FLOAT.matcher(stripped).matches()
        ? Optional.of(Double.parseDouble(stripped.replace("_", "")))
        : Optional.empty();
  }

  /**
   * The whole number a text spells.
   *
   * @param base 2 to 36, or 0 to go by its prefix
   */
  public static Optional<BigInteger> findInteger(String text, int base) {
    String blankless = Whitespace.strip(text);
    if (blankless.length() > 2 * MAX_DIGITS) {
      return Optional.empty();
    }
    String stripped = blankless.toLowerCase(Locale.ROOT);
    boolean signed = stripped.startsWith("-") || stripped.startsWith("+");
    String unsigned = signed ? stripped.substring(1) : stripped;
    int prefixBase = prefixBase(unsigned);
    boolean prefixed = prefixBase != 10 && (base == 0 || base == prefixBase);
    String digits = prefixed ? unsigned.substring(2) : unsigned;
    if (prefixed && digits.startsWith("_")) {
      digits = digits.substring(1);
    }
    int radix = base != 0 ? base : prefixBase;
    boolean leadingZero =
        base == 0 && !prefixed && digits.startsWith("0") && !digits.replace("_", "").matches("0+");
    if (radix < 2 || radix > 36 || leadingZero || !areDigits(digits, radix)) {
      return Optional.empty();
    }
    BigInteger integer = new BigInteger(digits.replace("_", ""), radix);
    return Optional.of(stripped.startsWith("-") ? integer.negate() : integer);
  }

  private static int prefixBase(String text) {
    return text.startsWith("0x") ? 16 : text.startsWith("0o") ? 8 : text.startsWith("0b") ? 2 : 10;
  }

  private static boolean areDigits(String text, int radix) {
    return !text.isEmpty()
        && text.length() <= MAX_DIGITS
        && !text.startsWith("_")
        && !text.endsWith("_")
        && !text.contains("__")
        && text.chars().allMatch(c -> c == '_' || Character.digit(c, radix) >= 0);
  }
}
