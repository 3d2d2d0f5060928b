package io.vespene.core.variable;

import io.vespene.core.problem.FieldErrors;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a variable set may be. */
final class VariableSetRules {
  private VariableSetRules() {}

  static void check(VariableSetDraft draft, FieldErrors errors) {
    errors.requireName(draft.name()).requireDescription(draft.description());
    VariableRules.check(draft.variables(), errors);
    if (draft.secret()) {
      draft.variables().forEach((variable, value) -> checkSecret(variable, value, errors));
    }
  }

  /** What can't be hidden must not be called secret. */
  private static void checkSecret(String variable, @Nullable Object value, FieldErrors errors) {
    switch (value) {
      case Map<?, ?> map -> map.values().forEach(inner -> checkSecret(variable, inner, errors));
      case List<?> list -> list.forEach(inner -> checkSecret(variable, inner, errors));
      case String text -> require(text.strip().length() >= Mask.MIN_LENGTH, variable, errors);
      case Number number ->
          require(number.toString().length() >= Mask.MIN_LENGTH, variable, errors);
      case null, default -> require(false, variable, errors);
    }
  }

  private static void require(boolean holds, String variable, FieldErrors errors) {
    errors.require(
        holds,
        "variables",
        "must have secrets of at least %d characters, unlike '%s': shorter ones can't be hidden"
            .formatted(Mask.MIN_LENGTH, variable));
  }
}
