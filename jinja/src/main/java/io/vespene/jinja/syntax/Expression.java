package io.vespene.jinja.syntax;

import io.vespene.jinja.python.Operator;
import io.vespene.jinja.value.Value;
import java.util.List;
import java.util.Optional;

/** An expression; {@code at} is the offset in the source that an error points to. */
public sealed interface Expression {

  int at();

  record Literal(int at, Value value) implements Expression {}

  record Name(int at, String name) implements Expression {}

  record ListLiteral(int at, List<Expression> items) implements Expression {}

  record TupleLiteral(int at, List<Expression> items) implements Expression {}

  record DictLiteral(int at, List<Pair> pairs) implements Expression {}

  /** A key and its value in a dictionary literal. */
  record Pair(Expression key, Expression value) {}

  /** {@code subject.name}. */
  record Attribute(int at, Expression subject, String name) implements Expression {}

  /** {@code subject[key]}. */
  record Item(int at, Expression subject, Expression key) implements Expression {}

  /** {@code subject[start:stop:step]}. */
  record Slice(
      int at,
      Expression subject,
      Optional<Expression> start,
      Optional<Expression> stop,
      Optional<Expression> step)
      implements Expression {}

  record Call(int at, Expression callee, Inputs inputs) implements Expression {}

  /** {@code subject | filter}. */
  record Filtered(Expression subject, Use filter) implements Expression {
    @Override
    public int at() {
      return filter.at();
    }
  }

  /** {@code subject is test}. */
  record Tested(Expression subject, Use test) implements Expression {
    @Override
    public int at() {
      return test.at();
    }
  }

  /** A filter or test by name with what is passed to it. */
  record Use(int at, String name, Inputs inputs) {}

  record Negative(int at, Expression operand) implements Expression {}

  record Positive(int at, Expression operand) implements Expression {}

  record Arithmetic(int at, Operator operator, Expression left, Expression right)
      implements Expression {}

  /** Texts joined by {@code ~}. */
  record Concatenation(int at, List<Expression> parts) implements Expression {}

  /** {@code first < second <= third}: true when each neighbouring pair compares so. */
  record Comparison(int at, Expression first, List<Compared> rest) implements Expression {}

  /** One operator of a comparison with its right side. */
  record Compared(int at, Comparator comparator, Expression right) {}

  record Not(int at, Expression operand) implements Expression {}

  record And(int at, Expression left, Expression right) implements Expression {}

  record Or(int at, Expression left, Expression right) implements Expression {}

  /** {@code then if test else otherwise}. */
  record Conditional(int at, Expression test, Expression then, Optional<Expression> otherwise)
      implements Expression {}

  /** What a call passes, before it is evaluated. */
  record Inputs(
      List<Expression> positional,
      List<NamedInput> named,
      Optional<Expression> spread,
      Optional<Expression> spreadNamed) {

    static final Inputs NONE = new Inputs(List.of(), List.of(), Optional.empty(), Optional.empty());
  }

  /** {@code name=value} in a call. */
  record NamedInput(String name, Expression value) {}
}
