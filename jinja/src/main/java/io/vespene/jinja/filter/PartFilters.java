package io.vespene.jinja.filter;

import io.vespene.jinja.python.Iteration;
import io.vespene.jinja.python.Selected;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.Rendering;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.HashKey;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.StreamValue;
import io.vespene.jinja.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Filters that take parts of a sequence or divide it. */
final class PartFilters {

  static final List<Routine> ALL =
      List.of(
          Routine.of("first", "", PartFilters::first),
          Routine.of("last", "", PartFilters::last),
          Routine.of("random", "", PartFilters::random),
          Routine.of("unique", "case_sensitive=false, attribute=none", PartFilters::unique),
          Routine.of("batch", "linecount, fill_with=none", PartFilters::batch),
          Routine.of("slice", "slices, fill_with=none", PartFilters::slice));

  private PartFilters() {}

  private static Value first(Value sequence, Arguments given, Rendering rendering) {
    Iterator<Value> elements = Iteration.of(sequence);
    return elements.hasNext()
        ? elements.next()
        : rendering.undefined("there is no first item, the sequence is empty");
  }

  private static Value last(Value sequence, Arguments given, Rendering rendering) {
    if (sequence instanceof StreamValue) {
      throw new RenderException("last needs a sequence with an end; make a list of it first");
    }
    List<Value> elements = Iteration.toList(sequence, rendering.meter());
    return elements.isEmpty()
        ? rendering.undefined("there is no last item, the sequence is empty")
        : elements.getLast();
  }

  /** The same choice in every rendering of the same template, so that a preview is true. */
  private static Value random(Value sequence, Arguments given, Rendering rendering) {
    List<Value> elements = Iteration.toList(sequence, rendering.meter());
    return elements.isEmpty()
        ? rendering.undefined("there is no random item, the sequence is empty")
        : elements.get(rendering.random().nextInt(elements.size()));
  }

  private static Value unique(Value sequence, Arguments given, Rendering rendering) {
    Meter meter = rendering.meter();
    AttributePath path = AttributePath.of(given.value("attribute"), meter);
    boolean caseSensitive = given.truth("case_sensitive");
    Set<Object> seen = new HashSet<>();
    return new StreamValue(
        "generator",
        new Selected(
            Iteration.of(sequence),
            meter,
            element -> {
              meter.retain(element);
              return seen.add(HashKey.of(path.readKey(element, caseSensitive, rendering), meter));
            }));
  }

  private static Value batch(Value sequence, Arguments given, Rendering rendering) {
    Meter meter = rendering.meter();
    int size = given.integer("linecount");
    List<Value> batches = new ArrayList<>();
    List<Value> batch = new ArrayList<>();
    for (Value element : Iteration.toList(sequence, meter)) {
      if (batch.size() == size) {
        meter.elements(1);
        batches.add(meter.listOf(batch));
        batch.clear();
      }
      batch.add(element);
    }
    if (!batch.isEmpty()) {
      fill(batch, size, given.value("fill_with"), meter);
      batches.add(meter.listOf(batch));
    }
    return new StreamValue("generator", batches.iterator());
  }

  private static void fill(List<Value> batch, int size, Value filler, Meter meter) {
    if (filler != NoneValue.NONE && batch.size() < size) {
      meter.places(size - batch.size());
      while (batch.size() < size) {
        batch.add(filler);
      }
    }
  }

  private static Value slice(Value sequence, Arguments given, Rendering rendering) {
    Meter meter = rendering.meter();
    List<Value> elements = Iteration.toList(sequence, meter);
    int count = given.integer("slices");
    if (count == 0) {
      throw new RenderException("slice needs at least one slice");
    }
    meter.elements(Math.max(0, count));
    List<Value> slices = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < count; i++) {
      boolean longer = i < elements.size() % count;
      int end = start + elements.size() / count + (longer ? 1 : 0);
      List<Value> slice = new ArrayList<>(elements.subList(start, end));
      if (!longer && given.value("fill_with") != NoneValue.NONE) {
        slice.add(given.value("fill_with"));
      }
      slices.add(meter.listOf(slice));
      start = end;
    }
    return new StreamValue("generator", slices.iterator());
  }
}
