package io.vespene.jinja.evaluate;

import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables of one block; what it does not have it looks for around it. */
final class Scope implements Variables {

  /** Loops make many scopes with few names; only a scope with more than these is counted. */
  private static final int UNCOUNTED_NAMES = 16;

  private static final int ELEMENTS_OF_A_SCOPE = 4;

  private final Variables outer;
  private final Set<String> undefined;
  private final Meter meter;

  /** Empty for a name that is undefined here whatever it is outside. */
  private final Map<String, Optional<Value>> values = new HashMap<>();

  /**
   * Makes an empty scope.
   *
   * @param undefined names that are undefined here until they are set, whatever they are outside
   */
  Scope(Variables outer, Set<String> undefined, Meter meter) {
    this.outer = outer;
    this.undefined = undefined;
    this.meter = meter;
  }

  @Override
  public Optional<Value> find(String name) {
    Optional<Value> own = values.get(name);
    if (own != null) {
      return own;
    }
    return undefined.contains(name) ? Optional.empty() : outer.find(name);
  }

  @Override
  public Set<String> names() {
    Set<String> names = new HashSet<>(outer.names());
    values.forEach((name, value) -> value.ifPresent(_ -> names.add(name)));
    return names;
  }

  void set(String name, Value value) {
    put(name, Optional.of(value));
  }

  boolean isHidden(String name) {
    Optional<Value> own = values.get(name);
    return own != null && own.isEmpty();
  }

  void hide(String name) {
    put(name, Optional.empty());
  }

  private void put(String name, Optional<Value> value) {
    if (values.put(name, value) == null && values.size() > UNCOUNTED_NAMES) {
      meter.elements(1);
    }
  }

  /** Counts what a macro keeps alive that is defined here, beside the template's own variables. */
  void countAsKept() {
    if (outer instanceof Scope around) {
      meter.elements((long) ELEMENTS_OF_A_SCOPE + values.size());
      around.countAsKept();
    }
  }
}
