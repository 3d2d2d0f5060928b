package io.vespene.jinja.syntax;

import io.vespene.jinja.routine.RoutineTable;
import java.util.Set;

/**
 * Finds unknown filters and tests while parsing. Under a condition they are let through, so that
 * {@code {% if 'x' is filter %}} can guard them, and fail only when they are reached.
 */
final class NameCheck {

  private final Vocabulary vocabulary;
  private int conditions;

  NameCheck(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  void enterCondition() {
    conditions++;
  }

  void leaveCondition() {
    conditions--;
  }

  /** Starts a scope of its own, to which outer conditions do not apply. */
  int enterScope() {
    int outer = conditions;
    conditions = 0;
    return outer;
  }

  void leaveScope(int outer) {
    conditions = outer;
  }

  void checkFilter(Token name, String filter) {
    check(name, "filter", filter, vocabulary.filters());
  }

  void checkTest(Token name, String test) {
    check(name, "test", test, vocabulary.tests());
  }

  private void check(Token token, String kind, String name, Set<String> known) {
    if (conditions == 0 && !known.contains(name)) {
      throw new SyntaxException(token, RoutineTable.unknown(kind, name, known));
    }
  }
}
