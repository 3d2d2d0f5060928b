package io.vespene.jinja.evaluate;

import io.vespene.jinja.python.Iteration;
import io.vespene.jinja.routine.CallArguments;
import io.vespene.jinja.syntax.Expression;
import io.vespene.jinja.syntax.Expression.Inputs;
import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computes what a call passes. */
final class InputsEvaluator {

  private static final String CALLER = "caller";

  private final ExpressionEvaluator expressions;
  private final Meter meter;

  InputsEvaluator(ExpressionEvaluator expressions, Meter meter) {
    this.expressions = expressions;
    this.meter = meter;
  }

  CallArguments evaluate(Inputs inputs, Scope scope) {
    return evaluate(inputs, scope, Optional.empty());
  }

  CallArguments evaluate(Inputs inputs, Scope scope, Optional<Value> caller) {
    List<Value> positional = new ArrayList<>();
    for (Expression expression : inputs.positional()) {
      positional.add(expressions.evaluate(expression, scope));
    }
    if (inputs.spread().isPresent()) {
      Value spread = expressions.evaluate(inputs.spread().get(), scope);
      positional.addAll(Iteration.toList(spread, meter));
    }
    Map<String, Value> named = new LinkedHashMap<>();
    for (Expression.NamedInput input : inputs.named()) {
      named.put(input.name(), expressions.evaluate(input.value(), scope));
    }
    caller.ifPresent(value -> named.put(CALLER, value));
    if (inputs.spreadNamed().isPresent()) {
      spread(expressions.evaluate(inputs.spreadNamed().get(), scope), named);
    }
    return new CallArguments(positional, named);
  }

  private void spread(Value value, Map<String, Value> named) {
    if (!(value instanceof DictValue dict)) {
      throw new RenderException("argument after ** must be a dict, not " + value.typeName());
    }
    for (DictValue.Entry entry : dict.entries()) {
      if (!(entry.key() instanceof TextValue key)) {
        throw new RenderException("keywords must be strings");
      }
      meter.elements(1);
      if (named.put(key.value(), entry.value()) != null) {
        throw new RenderException("'" + key.value() + "' is passed twice");
      }
    }
  }
}
