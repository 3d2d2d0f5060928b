package io.vespene.jinja.evaluate;

import io.vespene.jinja.function.NamespaceValue;
import io.vespene.jinja.python.Iteration;
import io.vespene.jinja.syntax.Target;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.Value;
import java.util.Iterator;
import java.util.List;

/** Gives values to names, taking them apart where several names stand for one value. */
final class Assigner {

  private final Evaluation evaluation;

  Assigner(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  void assign(Target target, Value value, Scope scope) {
    switch (target) {
      case Target.Name name -> scope.set(name.name(), value);
      case Target.Tuple tuple -> {
        evaluation.at(tuple.at());
        unpack(tuple.targets(), value, scope);
      }
      case Target.Attribute attribute -> {
        evaluation.at(attribute.at());
        if (!(scope.find(attribute.namespace()).orElse(value)
            instanceof NamespaceValue namespace)) {
          throw new RenderException(
              "'%s' is no namespace; only attributes of namespace() can be set"
                  .formatted(attribute.namespace()));
        }
        namespace.set(attribute.attribute(), value, evaluation.meter());
      }
    }
  }

  private void unpack(List<Target> targets, Value value, Scope scope) {
    Iterator<Value> values = Iteration.of(value);
    int expected = targets.size();
    for (int i = 0; i < expected; i++) {
      if (!values.hasNext()) {
        throw new RenderException(
            "not enough values to unpack (expected %d, got %d)".formatted(expected, i));
      }
      assign(targets.get(i), values.next(), scope);
    }
    if (values.hasNext()) {
      throw new RenderException("too many values to unpack (expected %d)".formatted(expected));
    }
  }
}
