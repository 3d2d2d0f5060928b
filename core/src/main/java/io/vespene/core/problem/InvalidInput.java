package io.vespene.core.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Input that breaks rules. Names every broken rule, not only the first; nothing was changed. */
public final class InvalidInput extends VespeneException {
  private final transient List<FieldError> errors;

  public InvalidInput(List<FieldError> errors) {
    super(
        errors.stream()
            .map(error -> error.field() + " " + error.reason())
            .collect(Collectors.joining("; ")));
    this.errors = List.copyOf(errors);
  }

  public InvalidInput(String field, String reason) {
    this(List.of(new FieldError(field, reason)));
  }

  /** At least one, in the order of the form. */
  public List<FieldError> errors() {
    return errors;
  }
}
