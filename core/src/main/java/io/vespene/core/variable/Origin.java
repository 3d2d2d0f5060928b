package io.vespene.core.variable;

import java.util.Optional;

/**
 * Which object a value is from.
 *
 * @param name of the pool, the project, …; empty for answers, which have no name
 * @param variableSet the object's set that holds the value; empty when it is the object's own
 */
public record Origin(Level level, String name, Optional<String> variableSet) {
  /** The object's own variables. */
  public static Origin of(Level level, String name) {
    return new Origin(level, name, Optional.empty());
  }

  /** Those of a set on the object. */
  public Origin inSet(String set) {
    return new Origin(level, name, Optional.of(set));
  }

  /** Such as "variable set 'mirrors' of worker pool 'linux'". */
  public String words() {
    String object = name.isEmpty() ? level.words() : level.words() + " '" + name + "'";
    return variableSet.map(set -> "variable set '" + set + "' of " + object).orElse(object);
  }
}
