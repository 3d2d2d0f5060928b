package io.vespene.jinja.evaluate;

import io.vespene.jinja.value.Value;
import java.util.Optional;
import java.util.Set;

/** Names with values, as a scope sees what is around it. */
public interface Variables {

  Optional<Value> find(String name);

  /** All names, to suggest one for a misspelt one. */
  Set<String> names();
}
