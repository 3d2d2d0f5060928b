package io.vespene.jinja.syntax;

/** An operator that compares two values. */
public enum Comparator {
  EQUAL,
  NOT_EQUAL,
  LESS,
  LESS_OR_EQUAL,
  GREATER,
  GREATER_OR_EQUAL,
  IN,
  NOT_IN
}
