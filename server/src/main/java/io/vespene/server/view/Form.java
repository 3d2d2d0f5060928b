package io.vespene.server.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form as it is shown: what was typed, and what is wrong with it.
 *
 * @param values by field name; a box that is not ticked is absent
 * @param errors why a field was refused, by field name
 * @param problem what is wrong with the whole
 */
public record Form(
    Map<String, String> values, Map<String, String> errors, Optional<String> problem) {
  /** The value of a ticked box. */
  public static final String TICKED = "true";

  public Form {
    values = Map.copyOf(values);
    errors = Map.copyOf(errors);
  }

  /** A form that nobody has sent yet. */
  public static Form of(Map<String, String> values) {
    return new Form(values, Map.of(), Optional.empty());
  }

  /** The same, refused because of these fields. */
  public Form refused(Map<String, String> reasons) {
    return new Form(values, reasons, problem);
  }

  /** The same, refused as a whole. */
  public Form refused(String reason) {
    return new Form(values, errors, Optional.of(reason));
  }

  /** The same with one value replaced. */
  public Form with(String field, String value) {
    var replaced = new LinkedHashMap<>(values);
    replaced.put(field, value);
    return new Form(replaced, errors, problem);
  }

  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  public boolean isTicked(String field) {
    return value(field).equals(TICKED);
  }

  /** Whether the field is one of several things, with line ends between them, and this is one. */
  public boolean holds(String field, String choice) {
    return value(field).lines().anyMatch(choice::equals);
  }

  public Optional<String> error(String field) {
    return Optional.ofNullable(errors.get(field));
  }

  /** Refused fields that the form does not show, so that no reason is lost. */
  public List<String> errorsOutside(List<String> shown) {
    return errors.entrySet().stream()
        .filter(error -> !shown.contains(error.getKey()))
        .map(error -> error.getKey() + " " + error.getValue())
        .sorted()
        .toList();
  }
}
