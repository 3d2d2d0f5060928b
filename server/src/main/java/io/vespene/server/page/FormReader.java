package io.vespene.server.page;

import io.vespene.core.problem.FieldError;
import io.vespene.core.problem.InvalidInput;
import io.vespene.server.view.Form;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns what was typed into values, and remembers what can't be turned. */
final class FormReader {
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final TypeReference<List<Map<String, Object>>> OBJECTS = new TypeReference<>() {};

  private final Form form;
  private final List<FieldError> errors = new ArrayList<>();

  FormReader(Form form) {
    this.form = form;
  }

  String text(String field) {
    return form.value(field).strip();
  }

  /** As typed, but with the line ends that scripts need: browsers send CR LF. */
  String lines(String field) {
    return form.value(field).replace("\r\n", "\n");
  }

  /** One entry per line; empty lines and comments, as ssh-keyscan prints them, are left out. */
  List<String> lineList(String field) {
    return form.value(field)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  boolean ticked(String field) {
    return form.isTicked(field);
  }

  int wholeNumber(String field) {
    return (int) wholeNumber(field, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  long wholeNumber(String field, long least, long most) {
    try {
      long number = Long.parseLong(text(field).replace('−', '-'));
      if (number >= least && number <= most) {
        return number;
      }
      refuse(field, "is out of range");
    } catch (NumberFormatException _) {
      refuse(field, "must be a whole number");
    }
    return 0;
  }

  double decimal(String field) {
    try {
      return new BigDecimal(text(field)).doubleValue();
    } catch (NumberFormatException _) {
      refuse(field, "must be a number such as 1.5");
      return 0;
    }
  }

  int octal(String field) {
    try {
      return Integer.parseInt(text(field), 8);
    } catch (NumberFormatException _) {
      refuse(field, "must be an octal number such as 0770");
      return 0;
    }
  }

  /** A JSON object; core checks what may stand in it. */
  Map<String, Object> object(String field, JsonMapper json) {
    return parse(field, json, OBJECT, "a JSON object").orElse(Map.of());
  }

  /** A list of JSON objects; core checks what may stand in them. */
  List<Map<String, Object>> objects(String field, JsonMapper json) {
    return parse(field, json, OBJECTS, "a JSON list of objects").orElse(List.of());
  }

  private <T> Optional<T> parse(
      String field, JsonMapper json, TypeReference<T> type, String expected) {
    if (text(field).isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<T> value = Optional.ofNullable(json.readValue(text(field), type));
      if (value.isEmpty()) {
        refuse(field, "must be " + expected);
      }
      return value;
    } catch (JacksonException e) {
      refuse(field, "must be " + expected + place(e));
      return Optional.empty();
    }
  }

  /** Names with commas between them. */
  List<String> names(String field) {
    return Arrays.stream(text(field).split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Throws if anything could not be read. */
  void finish() {
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }

  private void refuse(String field, String reason) {
    errors.add(new FieldError(field, reason));
  }

  private static String place(JacksonException failure) {
    return failure.getLocation() == null || failure.getLocation().getLineNr() < 1
        ? ""
        : " (it is not one at line %d, column %d)"
            .formatted(failure.getLocation().getLineNr(), failure.getLocation().getColumnNr());
  }
}
