package io.vespene.core.question;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A day of the calendar, which templates see as a text such as 2026-11-25. */
public record DateRule(Optional<LocalDate> min, Optional<LocalDate> max) implements AnswerRule {
  private static final int LENGTH = "2026-11-25".length();

  @Override
  public Reading read(Object given) {
    Optional<LocalDate> date = parse(given);
    if (date.isEmpty()) {
      return new Reading.Refused("must be a date such as 2026-11-25");
    }
    boolean inside =
        min.map(first -> !first.isAfter(date.get())).orElse(true)
            && max.map(last -> !last.isBefore(date.get())).orElse(true);
    return Reading.takeIf(
        inside,
        date.get().toString(),
        Bounds.words(min.map(LocalDate::toString), max.map(LocalDate::toString)));
  }

  static Optional<LocalDate> parse(Object given) {
    try {
      return given instanceof String text && text.length() == LENGTH
          ? Optional.of(LocalDate.parse(text))
          : Optional.empty();
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Object> unanswered() {
    return Optional.of("");
  }
}
