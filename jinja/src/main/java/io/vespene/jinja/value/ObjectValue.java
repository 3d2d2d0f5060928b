package io.vespene.jinja.value;

import java.util.Optional;

/** A value with attributes of its own, such as a macro, a loop or a namespace. */
public non-sealed interface ObjectValue extends Value {

  Optional<Value> attribute(String name);

  /** What printing it shows. */
  String text();
}
