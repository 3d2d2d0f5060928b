package io.vespene.core.question;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether somebody said something. */
final class Answered {
  private Answered() {}

  /** Null, an empty text and an empty list are no answers. */
  static boolean nothing(@Nullable Object given) {
    return switch (given) {
      case null -> true;
      case String text -> text.isEmpty();
      case List<?> list -> list.isEmpty();
      default -> false;
    };
  }
}
