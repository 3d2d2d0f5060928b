package io.vespene.jinja.evaluate;

import io.vespene.jinja.method.Methods;
import io.vespene.jinja.python.Indexing;
import io.vespene.jinja.python.TextForm;
import io.vespene.jinja.routine.NearestName;
import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.ObjectValue;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.TupleValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code value.name} and {@code value[key]}: each falls back to what the other looks for. */
final class Attributes {

  private Attributes() {}

  /** The attribute or method, else the element, else undefined. */
  static Value attribute(Value subject, String name, Evaluation evaluation) {
    requireDefined(subject);
    return find(subject, name)
        .or(() -> subject instanceof DictValue dict ? dict.find(name) : Optional.empty())
        .orElseGet(() -> evaluation.undefined(() -> noAttribute(subject, name)));
  }

  /** The element, else the attribute or method, else undefined. */
  static Value item(Value subject, Value key, Evaluation evaluation) {
    requireDefined(subject);
    return Indexing.find(subject, key, evaluation.meter())
        .or(() -> key instanceof TextValue name ? find(subject, name.value()) : Optional.empty())
        .orElseGet(() -> evaluation.undefined(() -> noElement(subject, key, evaluation)));
  }

  private static Optional<Value> find(Value subject, String name) {
    return switch (subject) {
      case ObjectValue object -> object.attribute(name);
      case TupleValue tuple when tuple.names().contains(name) ->
          Optional.of(tuple.items().get(tuple.names().indexOf(name)));
      default -> Methods.find(subject, name);
    };
  }

  private static void requireDefined(Value subject) {
    if (subject instanceof UndefinedValue undefined) {
      throw undefined.failure();
    }
  }

  private static String noAttribute(Value subject, String name) {
    return "'%s' has no attribute '%s'".formatted(subject.typeName(), name)
        + NearestName.suggest(name, known(subject));
  }

  private static String noElement(Value subject, Value key, Evaluation evaluation) {
    String missing =
        "'%s' has no element %s"
            .formatted(subject.typeName(), TextForm.quoted(key, evaluation.meter()));
    return key instanceof TextValue name
        ? missing + NearestName.suggest(name.value(), known(subject))
        : missing;
  }

  private static List<String> known(Value subject) {
    Stream<String> keys =
        subject instanceof DictValue dict
            ? dict.keys().stream()
                .filter(TextValue.class::isInstance)
                .map(key -> ((TextValue) key).value())
            : Stream.empty();
    return Stream.concat(keys, Methods.names(subject).stream()).toList();
  }
}
