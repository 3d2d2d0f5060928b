package io.vespene.jinja;

/** What using an undefined variable does. */
public enum UndefinedVariables {
  /** It is an error, except in {@code is defined} and {@code default}: Jinja2's StrictUndefined. */
  STRICT,
  /** It prints as nothing and is false; its attributes are errors: Jinja2's Undefined. */
  LENIENT
}
