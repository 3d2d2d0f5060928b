package io.vespene.jinja.syntax;

import io.vespene.jinja.syntax.Token.Kind;
import java.util.function.Supplier;

/** The tokens of a template, read from left to right with a look at the one after the next. */
final class Tokens {

  /** How deep brackets, operators and blocks may be nested; CPython's limit too. */
  private static final int MAX_NESTING = 200;

  /** What one template may hold, so that its tree stays small. */
  private static final int MAX_TOKENS = 500_000;

  private final Lexer lexer;
  private Token current;
  private Token following;
  private int count;
  private int nesting;

  Tokens(Lexer lexer) {
    this.lexer = lexer;
    this.current = lexer.next();
    this.following = lexer.next();
  }

  Token current() {
    return current;
  }

  Token following() {
    return following;
  }

  /** Takes the current token. */
  Token next() {
    Token taken = current;
    if (++count > MAX_TOKENS) {
      throw new SyntaxException(
          taken, "the template has more than the allowed %,d words".formatted(MAX_TOKENS));
    }
    current = following;
    following = lexer.next();
    return taken;
  }

  boolean skipName(String name) {
    boolean found = current.isName(name);
    if (found) {
      next();
    }
    return found;
  }

  boolean skipOperator(String operator) {
    boolean found = current.isOperator(operator);
    if (found) {
      next();
    }
    return found;
  }

  Token expectOperator(String operator) {
    return take(current.isOperator(operator), "'" + operator + "'");
  }

  Token expectName(String name) {
    return take(current.isName(name), "'" + name + "'");
  }

  Token expectName() {
    return take(current.is(Kind.NAME), "a name");
  }

  Token expect(Kind kind, String description) {
    return take(current.is(kind), description);
  }

  private Token take(boolean fits, String description) {
    if (!fits) {
      throw expected(description);
    }
    return next();
  }

  /** The error that something else should be here. */
  SyntaxException expected(String description) {
    return new SyntaxException(
        current, "expected %s, found %s".formatted(description, current.describe()));
  }

  /** Parses something one level deeper. */
  <T> T nested(Supplier<T> parse) {
    int before = nesting;
    deepen();
    T parsed = parse.get();
    nesting = before;
    return parsed;
  }

  /** Goes a level deeper until the enclosing {@link #nested} ends. */
  void deepen() {
    if (++nesting > MAX_NESTING) {
      throw new SyntaxException(
          current, "nested too deeply: more than %d levels".formatted(MAX_NESTING));
    }
  }
}
