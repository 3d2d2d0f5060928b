package io.vespene.jinja.syntax;

import java.util.Set;

/** The names that templates may use without defining them. */
public record Vocabulary(Set<String> filters, Set<String> tests) {

  public Vocabulary {
    filters = Set.copyOf(filters);
    tests = Set.copyOf(tests);
  }
}
