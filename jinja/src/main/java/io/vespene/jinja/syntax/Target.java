package io.vespene.jinja.syntax;

import java.util.List;

/** What a value can be assigned to. */
public sealed interface Target {

  record Name(String name) implements Target {}

  /** {@code a, b}: the value is taken apart. */
  record Tuple(int at, List<Target> targets) implements Target {}

  /** {@code namespace.attribute}. */
  record Attribute(int at, String namespace, String attribute) implements Target {}
}
