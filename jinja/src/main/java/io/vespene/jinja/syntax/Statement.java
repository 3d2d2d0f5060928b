package io.vespene.jinja.syntax;

import java.util.List;
import java.util.Optional;

/** A piece of a template; {@code at} is the offset in the source that an error points to. */
public sealed interface Statement {

  int at();

  /** Text that is printed as it is. */
  record Data(int at, String text) implements Statement {}

  /** {@code {{ value }}}. */
  record Output(int at, Expression value) implements Statement {}

  /** The first branch whose test holds, else {@code otherwise}. */
  record If(int at, List<Branch> branches, Block otherwise) implements Statement {}

  /** A test and what it guards. */
  record Branch(Expression test, Block body) {}

  record For(
      int at,
      Target target,
      Expression iterable,
      Optional<Expression> condition,
      boolean recursive,
      Block body,
      Block otherwise)
      implements Statement {}

  /** {@code {% set target = value %}}. */
  record SetValue(int at, Target target, Expression value) implements Statement {}

  /** {@code {% set target %}…{% endset %}}. */
  record SetBlock(int at, Target target, List<Expression.Use> filters, Block body)
      implements Statement {}

  record Macro(int at, String name, List<MacroParameter> parameters, Block body)
      implements Statement {}

  /** A parameter of a macro, with a default where it may be left out. */
  record MacroParameter(String name, Optional<Expression> defaultValue) {}

  /** {@code {% call(parameters) macro() %}…{% endcall %}}. */
  record CallBlock(int at, List<MacroParameter> parameters, Expression.Call call, Block body)
      implements Statement {}

  record FilterBlock(int at, List<Expression.Use> filters, Block body) implements Statement {}

  record With(int at, List<Assignment> assignments, Block body) implements Statement {}

  /** A target and its value in a {@code with}. */
  record Assignment(Target target, Expression value) {}

  /** {@code {% do value %}}: evaluated for what it does. */
  record Do(int at, Expression value) implements Statement {}

  record Break(int at) implements Statement {}

  record Continue(int at) implements Statement {}
}
