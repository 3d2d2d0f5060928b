package io.vespene.jinja.evaluate;

import io.vespene.jinja.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables of one block; what it does not have it looks for around it. */
final class Scope implements Variables {

  private final Variables outer;

  /** Empty for a name that is undefined here whatever it is outside. */
  private final Map<String, Optional<Value>> values = new HashMap<>();

  Scope(Variables outer) {
    this.outer = outer;
  }

  @Override
  public Optional<Value> find(String name) {
    Optional<Value> own = values.get(name);
    return own != null ? own : outer.find(name);
  }

  @Override
  public Set<String> names() {
    Set<String> names = new HashSet<>(outer.names());
    values.forEach((name, value) -> value.ifPresent(_ -> names.add(name)));
    return names;
  }

  void set(String name, Value value) {
    values.put(name, Optional.of(value));
  }

  boolean isHidden(String name) {
    Optional<Value> own = values.get(name);
    return own != null && own.isEmpty();
  }

  void hide(String name) {
    values.put(name, Optional.empty());
  }
}
