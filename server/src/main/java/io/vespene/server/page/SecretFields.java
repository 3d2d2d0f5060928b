package io.vespene.server.page;

import io.vespene.server.view.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Secrets in forms: taken as typed, and never shown again, not even to who just typed them. */
record SecretFields(List<String> names) {
  static SecretFields of(String... names) {
    return new SecretFields(List.of(names));
  }

  /** What was typed; empty to keep what is there. */
  static Optional<String> read(Form typed, String name) {
    return Optional.of(typed.value(name)).filter(text -> !text.isEmpty());
  }

  /** All that was typed but these. */
  Map<String, String> without(Map<String, String> typed) {
    var rest = new HashMap<>(typed);
    rest.keySet().removeAll(names);
    return rest;
  }
}
