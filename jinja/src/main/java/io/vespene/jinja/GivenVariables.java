package io.vespene.jinja;

import io.vespene.jinja.evaluate.Variables;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of one rendering, converted when they are first read; around them the globals. */
final class GivenVariables implements Variables {

  private final Map<String, ? extends @Nullable Object> given;
  private final GivenValues values;
  private final Map<String, Value> converted = new HashMap<>();

  GivenVariables(Map<String, ? extends @Nullable Object> given, Meter meter) {
    this.given = given;
    this.values = new GivenValues(meter);
  }

  @Override
  public Optional<Value> find(String name) {
    if (!given.containsKey(name)) {
      return Optional.ofNullable(StandardLanguage.LANGUAGE.globals().get(name));
    }
    return Optional.of(
        converted.computeIfAbsent(name, absent -> values.convert(absent, given.get(absent))));
  }

  @Override
  public Set<String> names() {
    Set<String> names = new HashSet<>(StandardLanguage.LANGUAGE.globals().keySet());
    names.addAll(given.keySet());
    return names;
  }
}
