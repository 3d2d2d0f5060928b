package io.vespene.jinja.method;

import io.vespene.jinja.python.Dictionaries;
import io.vespene.jinja.python.TextForm;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.DictView;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.TupleValue;
import io.vespene.jinja.value.Value;
import java.util.List;
import java.util.Optional;

/** Methods of dictionaries; those that change one are for use with {@code {% do %}}. */
final class DictMethods {

  static final List<Routine> ALL =
      List.of(
          method("keys", "", (dict, given, meter) -> new DictView(dict, DictView.Kind.KEYS)),
          method("values", "", (dict, given, meter) -> new DictView(dict, DictView.Kind.VALUES)),
          method("items", "", (dict, given, meter) -> new DictView(dict, DictView.Kind.ITEMS)),
          method("get", "key, default=none", DictMethods::getOrDefault),
          method("copy", "", DictMethods::copy),
          method("update", "*", DictMethods::update),
          method("setdefault", "key, default=none", DictMethods::setDefault),
          method("pop", "key, default=none", DictMethods::pop),
          method("popitem", "", DictMethods::popItem),
          method("clear", "", DictMethods::clear));

  private DictMethods() {}

  private interface DictMethod {
    Value apply(DictValue dict, Arguments given, Meter meter);
  }

  private static Routine method(String name, String parameters, DictMethod method) {
    return Routine.of(
        name,
        parameters,
        (owner, given, rendering) -> method.apply((DictValue) owner, given, rendering.meter()));
  }

  private static Value getOrDefault(DictValue dict, Arguments given, Meter meter) {
    return dict.find(given.value("key"), meter).orElseGet(() -> given.value("default"));
  }

  private static Value copy(DictValue dict, Arguments given, Meter meter) {
    DictValue copy = new DictValue();
    copy.putAll(dict, meter);
    return copy;
  }

  private static Value update(DictValue dict, Arguments given, Meter meter) {
    if (given.rest().positional().size() > 1) {
      throw new RenderException("update expected at most 1 argument");
    }
    given.rest().positional().forEach(entries -> Dictionaries.update(dict, entries, meter));
    given.rest().named().forEach((key, value) -> dict.put(new TextValue(key), value, meter));
    return NoneValue.NONE;
  }

  private static Value setDefault(DictValue dict, Arguments given, Meter meter) {
    Optional<Value> present = dict.find(given.value("key"), meter);
    if (present.isEmpty()) {
      dict.put(given.value("key"), given.value("default"), meter);
    }
    return present.orElseGet(() -> given.value("default"));
  }

  private static Value pop(DictValue dict, Arguments given, Meter meter) {
    Optional<Value> removed = dict.remove(given.value("key"), meter);
    if (removed.isEmpty() && !given.isGiven("default")) {
      throw new RenderException(
          "the dictionary has no key " + TextForm.quoted(given.value("key"), meter));
    }
    return removed.orElseGet(() -> given.value("default"));
  }

  private static Value popItem(DictValue dict, Arguments given, Meter meter) {
    DictValue.Entry last =
        dict.removeLast().orElseThrow(() -> new RenderException("popitem(): dictionary is empty"));
    return new TupleValue(List.of(last.key(), last.value()));
  }

  private static Value clear(DictValue dict, Arguments given, Meter meter) {
    dict.clear();
    return NoneValue.NONE;
  }
}
