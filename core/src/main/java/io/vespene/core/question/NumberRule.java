package io.vespene.core.question;

import java.math.BigDecimal;
import java.util.Optional;

/** A number of at most 15 digits before the point and 15 after it. */
public record NumberRule(Optional<BigDecimal> min, Optional<BigDecimal> max) implements AnswerRule {
  private static final int MAX_DIGITS = 15;
  private static final int MAX_TEXT = 40;

  @Override
  public Reading read(Object given) {
    Optional<BigDecimal> number = parse(given);
    if (number.isEmpty()) {
      return new Reading.Refused("must be a number of at most 15 digits, such as 4 or 2.5");
    }
    boolean inside =
        min.map(least -> least.compareTo(number.get()) <= 0).orElse(true)
            && max.map(most -> most.compareTo(number.get()) >= 0).orElse(true);
    return Reading.takeIf(inside, plain(number.get()), bounds());
  }

  private String bounds() {
    return Bounds.words(min.map(BigDecimal::toPlainString), max.map(BigDecimal::toPlainString));
  }

  /** A whole number as such: templates and JSON must not show 4 as 4.0. */
  private static Object plain(BigDecimal number) {
    return number.scale() <= 0 ? (Object) number.longValueExact() : number.doubleValue();
  }

  /** The number in a JSON value, or in a text as people type it. */
  static Optional<BigDecimal> parse(Object given) {
    String text = given instanceof String || given instanceof Number ? given.toString() : "";
    if (text.length() > MAX_TEXT) {
      return Optional.empty();
    }
    try {
      BigDecimal number = new BigDecimal(text.strip().replace('−', '-')).stripTrailingZeros();
      boolean small =
          (long) number.precision() - number.scale() <= MAX_DIGITS && number.scale() <= MAX_DIGITS;
      return small ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Object> unanswered() {
    return Optional.empty();
  }
}
