package io.vespene.jinja.syntax;

import io.vespene.jinja.routine.RoutineTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds unknown filters and tests while parsing. Under a condition they are let through, so that
 * {@code {% if 'x' is filter %}} can guard them, and fail only when they are reached. Whether an
 * expression stands under an inline condition shows only after it, so errors wait until {@link
 * #report}.
 */
final class NameCheck {

  /**
   * A name that may turn out not to matter: the nearest known one is looked for only if it does.
   */
  private record Unknown(Token token, String kind, String name, Set<String> known) {
    SyntaxException failure() {
      return new SyntaxException(token, RoutineTable.unknown(kind, name, known));
    }
  }

  private final Vocabulary vocabulary;
  private final List<Unknown> waiting = new ArrayList<>();
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

  /** How many errors wait here, for {@link #forgive}. */
  int mark() {
    return waiting.size();
  }

  /** Drops the errors found since a mark: what they are about turned out to be conditional. */
  void forgive(int mark) {
    waiting.subList(mark, waiting.size()).clear();
  }

  /**
   * Ends an output or tag.
   *
   * @throws SyntaxException if an error waits
   */
  void report() {
    if (!waiting.isEmpty()) {
      throw waiting.getFirst().failure();
    }
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
      waiting.add(new Unknown(token, kind, name, known));
    }
  }
}
