package io.vespene.jinja.evaluate;

import io.vespene.jinja.format.PercentFormat;
import io.vespene.jinja.python.Arithmetic;
import io.vespene.jinja.python.Equality;
import io.vespene.jinja.python.Membership;
import io.vespene.jinja.python.Operator;
import io.vespene.jinja.python.Ordering;
import io.vespene.jinja.python.Slicing;
import io.vespene.jinja.python.TextForm;
import io.vespene.jinja.python.Truth;
import io.vespene.jinja.routine.CallArguments;
import io.vespene.jinja.routine.CallableValue;
import io.vespene.jinja.routine.NearestName;
import io.vespene.jinja.syntax.Comparator;
import io.vespene.jinja.syntax.Expression;
import io.vespene.jinja.value.BooleanValue;
import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.MeteredText;
import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computes expressions. */
final class ExpressionEvaluator {

  private final Evaluation evaluation;
  private final Meter meter;
  private final InputsEvaluator inputs;

  ExpressionEvaluator(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.meter = evaluation.meter();
    this.inputs = new InputsEvaluator(this, meter);
  }

  /** The value of an expression; where it fails, the evaluation's position points to the cause. */
  Value evaluate(Expression expression, Scope scope) {
    meter.step();
    meter.descend();
    Value value =
        switch (expression) {
          case Expression.Literal literal -> literal.value();
          case Expression.Name name -> lookUp(name, scope);
          case Expression.ListLiteral list -> meter.newList(evaluateAll(list.items(), scope));
          case Expression.TupleLiteral tuple -> meter.newTuple(evaluateAll(tuple.items(), scope));
          case Expression.DictLiteral dict -> evaluateDict(dict, scope);
          case Expression.Attribute attribute -> {
            Value subject = evaluate(attribute.subject(), scope);
            evaluation.at(attribute.at());
            yield evaluation.attribute(subject, attribute.name());
          }
          case Expression.Item item -> {
            Value subject = evaluate(item.subject(), scope);
            Value key = evaluate(item.key(), scope);
            evaluation.at(item.at());
            yield evaluation.item(subject, key);
          }
          case Expression.Slice slice -> evaluateSlice(slice, scope);
          case Expression.Call call -> call(call, scope, Optional.empty());
          case Expression.Filtered filtered ->
              filter(filtered.filter(), evaluate(filtered.subject(), scope), scope);
          case Expression.Tested tested -> evaluateTest(tested, scope);
          case Expression.Negative negative -> {
            Value operand = evaluate(negative.operand(), scope);
            evaluation.at(negative.at());
            yield Arithmetic.negate(operand);
          }
          case Expression.Positive positive -> {
            Value operand = evaluate(positive.operand(), scope);
            evaluation.at(positive.at());
            yield Arithmetic.plus(operand);
          }
          case Expression.Arithmetic arithmetic -> evaluateArithmetic(arithmetic, scope);
          case Expression.Concatenation joined -> evaluateConcatenation(joined, scope);
          case Expression.Comparison comparison -> evaluateComparison(comparison, scope);
          case Expression.Not not -> BooleanValue.of(!isTrue(not.operand(), scope));
          case Expression.And and -> {
            Value left = evaluate(and.left(), scope);
            evaluation.at(and.left().at());
            yield Truth.of(left) ? evaluate(and.right(), scope) : left;
          }
          case Expression.Or or -> {
            Value left = evaluate(or.left(), scope);
            evaluation.at(or.left().at());
            yield Truth.of(left) ? left : evaluate(or.right(), scope);
          }
          case Expression.Conditional conditional -> evaluateConditional(conditional, scope);
        };
    meter.ascend();
    return value;
  }

  boolean isTrue(Expression test, Scope scope) {
    Value value = evaluate(test, scope);
    evaluation.at(test.at());
    return Truth.of(value);
  }

  /** Applies a filter of a chain or of a block to a value. */
  Value filter(Expression.Use filter, Value subject, Scope scope) {
    CallArguments arguments = inputs.evaluate(filter.inputs(), scope);
    evaluation.at(filter.at());
    return evaluation.filter(filter.name(), subject, arguments);
  }

  /** Calls something, passing a caller to it when there is one. */
  Value call(Expression.Call call, Scope scope, Optional<Value> caller) {
    Value callee = evaluate(call.callee(), scope);
    CallArguments arguments = inputs.evaluate(call.inputs(), scope, caller);
    evaluation.at(call.at());
    if (callee instanceof CallableValue callable) {
      return callable.call(arguments, evaluation);
    }
    evaluation.at(call.callee().at());
    if (callee instanceof UndefinedValue undefined) {
      throw undefined.failure();
    }
    throw new RenderException("'" + callee.typeName() + "' object is not callable");
  }

  private Value lookUp(Expression.Name name, Scope scope) {
    evaluation.at(name.at());
    return scope
        .find(name.name())
        .orElseGet(() -> evaluation.undefined(() -> undefinedName(name.name(), scope)));
  }

  private static String undefinedName(String name, Scope scope) {
    return "'" + name + "' is undefined" + NearestName.suggest(name, scope.names());
  }

  private List<Value> evaluateAll(List<Expression> expressions, Scope scope) {
    List<Value> values = new ArrayList<>(expressions.size());
    for (Expression expression : expressions) {
      values.add(evaluate(expression, scope));
    }
    return values;
  }

  private Value evaluateDict(Expression.DictLiteral literal, Scope scope) {
    DictValue dict = new DictValue();
    for (Expression.Pair pair : literal.pairs()) {
      Value key = evaluate(pair.key(), scope);
      Value value = evaluate(pair.value(), scope);
      evaluation.at(pair.key().at());
      dict.put(key, value, meter);
    }
    return dict;
  }

  private Value evaluateSlice(Expression.Slice slice, Scope scope) {
    Value subject = evaluate(slice.subject(), scope);
    Value start = evaluateBound(slice.start(), scope);
    Value stop = evaluateBound(slice.stop(), scope);
    Value step = evaluateBound(slice.step(), scope);
    evaluation.at(slice.at());
    return Slicing.slice(subject, start, stop, step, meter);
  }

  private Value evaluateBound(Optional<Expression> bound, Scope scope) {
    return bound.isPresent() ? evaluate(bound.get(), scope) : NoneValue.NONE;
  }

  private Value evaluateTest(Expression.Tested tested, Scope scope) {
    Value subject = evaluate(tested.subject(), scope);
    CallArguments arguments = inputs.evaluate(tested.test().inputs(), scope);
    evaluation.at(tested.test().at());
    return BooleanValue.of(evaluation.test(tested.test().name(), subject, arguments));
  }

  private Value evaluateArithmetic(Expression.Arithmetic arithmetic, Scope scope) {
    Value left = evaluate(arithmetic.left(), scope);
    Value right = evaluate(arithmetic.right(), scope);
    evaluation.at(arithmetic.at());
    if (arithmetic.operator() == Operator.MODULO && left instanceof TextValue format) {
      return new TextValue(PercentFormat.format(format.value(), right, meter));
    }
    return Arithmetic.apply(arithmetic.operator(), left, right, meter);
  }

  private Value evaluateConcatenation(Expression.Concatenation concatenation, Scope scope) {
    MeteredText joined = new MeteredText(meter);
    for (Value part : evaluateAll(concatenation.parts(), scope)) {
      evaluation.at(concatenation.at());
      joined.append(TextForm.of(part, meter));
    }
    return joined.value();
  }

  private Value evaluateComparison(Expression.Comparison comparison, Scope scope) {
    Value left = evaluate(comparison.first(), scope);
    for (Expression.Compared compared : comparison.rest()) {
      Value right = evaluate(compared.right(), scope);
      evaluation.at(compared.at());
      if (!compare(compared.comparator(), left, right)) {
        return BooleanValue.FALSE;
      }
      left = right;
    }
    return BooleanValue.TRUE;
  }

  private boolean compare(Comparator comparator, Value left, Value right) {
    return switch (comparator) {
      case EQUAL -> Equality.equal(left, right, meter);
      case NOT_EQUAL -> !Equality.equal(left, right, meter);
      case LESS -> Ordering.less(left, right, meter);
      case LESS_OR_EQUAL -> Ordering.lessOrEqual(left, right, meter);
      case GREATER -> Ordering.greater(left, right, meter);
      case GREATER_OR_EQUAL -> Ordering.greaterOrEqual(left, right, meter);
      case IN -> Membership.contains(right, left, meter);
      case NOT_IN -> !Membership.contains(right, left, meter);
    };
  }

  private Value evaluateConditional(Expression.Conditional conditional, Scope scope) {
    if (isTrue(conditional.test(), scope)) {
      return evaluate(conditional.then(), scope);
    }
    if (conditional.otherwise().isPresent()) {
      return evaluate(conditional.otherwise().get(), scope);
    }
    // Lenient even in strict renderings, as in Jinja2.
    return new UndefinedValue(() -> "the inline if was false and has no else", false);
  }
}
