package io.vespene.jinja.filter;

import io.vespene.jinja.python.Equality;
import io.vespene.jinja.python.Iteration;
import io.vespene.jinja.python.Ordering;
import io.vespene.jinja.python.Ordering.Keyed;
import io.vespene.jinja.python.Splitting;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.Rendering;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.TupleValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Filters that put elements in order; case does not matter unless asked for. */
final class SortFilters {

  static final List<Routine> ALL =
      List.of(
          Routine.of(
              "sort", "reverse=false, case_sensitive=false, attribute=none", SortFilters::sort),
          Routine.of(
              "dictsort", "case_sensitive=false, by='key', reverse=false", SortFilters::sortDict),
          Routine.of(
              "groupby", "attribute, default=none, case_sensitive=false", SortFilters::group),
          Routine.of(
              "min",
              "case_sensitive=false, attribute=none",
              (s, given, r) -> extreme(s, given, r, Ordering::less)),
          Routine.of(
              "max",
              "case_sensitive=false, attribute=none",
              (s, given, r) -> extreme(s, given, r, Ordering::greater)));

  private SortFilters() {}

  private static Value sort(Value sequence, Arguments given, Rendering rendering) {
    Meter meter = rendering.meter();
    List<AttributePath> paths = paths(given.value("attribute"), meter);
    boolean caseSensitive = given.truth("case_sensitive");
    List<Keyed> keyed = new ArrayList<>();
    for (Value element : Iteration.toList(sequence, meter)) {
      List<Value> key =
          paths.stream().map(path -> path.readKey(element, caseSensitive, rendering)).toList();
      keyed.add(new Keyed(meter.newTuple(key), element));
    }
    return meter.listOf(Ordering.sorted(keyed, given.truth("reverse"), meter));
  }

  /** Several attributes may be named with commas between. */
  private static List<AttributePath> paths(Value attribute, Meter meter) {
    return attribute instanceof TextValue text
        ? Splitting.at(text.value(), ",", -1, meter).stream()
            .map(part -> AttributePath.of(new TextValue(part), meter))
            .toList()
        : List.of(AttributePath.of(attribute, meter));
  }

  private static Value sortDict(Value subject, Arguments given, Rendering rendering) {
    Meter meter = rendering.meter();
    String by = given.text("by", meter);
    if (!by.equals("key") && !by.equals("value")) {
      throw new RenderException("dictsort sorts by 'key' or by 'value'");
    }
    if (subject instanceof UndefinedValue undefined) {
      throw undefined.failure();
    }
    if (!(subject instanceof DictValue dict)) {
      throw new RenderException("dictsort needs a dict, not " + subject.typeName());
    }
    List<Keyed> keyed = new ArrayList<>();
    for (DictValue.Entry entry : dict.entries()) {
      Value key = by.equals("key") ? entry.key() : entry.value();
      keyed.add(
          new Keyed(
              AttributePath.withoutCase(key, given.truth("case_sensitive"), meter),
              meter.newTuple(List.of(entry.key(), entry.value()))));
    }
    return meter.listOf(Ordering.sorted(keyed, given.truth("reverse"), meter));
  }

  private static Value group(Value sequence, Arguments given, Rendering rendering) {
    Meter meter = rendering.meter();
    AttributePath path =
        AttributePath.of(given.value("attribute"), meter).orElse(given.value("default"));
    boolean caseSensitive = given.truth("case_sensitive");
    List<Keyed> keyed = new ArrayList<>();
    for (Value element : Iteration.toList(sequence, meter)) {
      keyed.add(new Keyed(path.readKey(element, caseSensitive, rendering), element));
    }
    List<Value> groups = new ArrayList<>();
    List<Value> group = new ArrayList<>();
    for (Value element : Ordering.sorted(keyed, false, meter)) {
      Value key = path.readKey(element, caseSensitive, rendering);
      if (!group.isEmpty()
          && !Equality.equal(
              key, path.readKey(group.getFirst(), caseSensitive, rendering), meter)) {
        groups.add(group(path, group, rendering));
        group.clear();
      }
      group.add(element);
    }
    if (!group.isEmpty()) {
      groups.add(group(path, group, rendering));
    }
    return meter.newList(groups);
  }

  /** The key is as the first element of the group writes it. */
  private static Value group(AttributePath path, List<Value> elements, Rendering rendering) {
    Value key = path.read(elements.getFirst(), rendering);
    return new TupleValue(
        List.of(key, rendering.meter().listOf(elements)), List.of("grouper", "list"));
  }

  private interface Precedes {
    boolean test(Value left, Value right, Meter meter);
  }

  private static Value extreme(
      Value sequence, Arguments given, Rendering rendering, Precedes precedes) {
    Meter meter = rendering.meter();
    AttributePath path = AttributePath.of(given.value("attribute"), meter);
    boolean caseSensitive = given.truth("case_sensitive");
    List<Value> elements = Iteration.toList(sequence, meter);
    if (elements.isEmpty()) {
      return rendering.undefined("there is no item to choose, the sequence is empty");
    }
    Value best = elements.getFirst();
    Value bestKey = path.readKey(best, caseSensitive, rendering);
    for (Value element : elements.subList(1, elements.size())) {
      Value key = path.readKey(element, caseSensitive, rendering);
      if (precedes.test(key, bestKey, meter)) {
        best = element;
        bestKey = key;
      }
    }
    return best;
  }
}
