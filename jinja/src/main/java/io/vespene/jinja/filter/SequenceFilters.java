package io.vespene.jinja.filter;

import io.vespene.jinja.python.Arithmetic;
import io.vespene.jinja.python.CodePoints;
import io.vespene.jinja.python.Iteration;
import io.vespene.jinja.python.Operator;
import io.vespene.jinja.python.TextForm;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.Rendering;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.MeteredText;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.StreamValue;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.Value;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Filters that make one value of a sequence, or another sequence with the same elements. */
final class SequenceFilters {

  private static final Routine LENGTH =
      Routine.of("length", "", (sequence, given, rendering) -> length(sequence));

  static final List<Routine> ALL =
      List.of(
          LENGTH,
          LENGTH.as("count"),
          Routine.of(
              "list",
              "",
              (sequence, given, rendering) ->
                  rendering.meter().listOf(Iteration.toList(sequence, rendering.meter()))),
          Routine.of("reverse", "", SequenceFilters::reverse),
          Routine.of("join", "d='', attribute=none", SequenceFilters::join),
          Routine.of("sum", "attribute=none, start=0", SequenceFilters::sum));

  private SequenceFilters() {}

  private static Value length(Value sequence) {
    int length =
        Iteration.findLength(sequence)
            .orElseThrow(() ->
                new RenderException(
                    "'%s' has no length; make a list of it first".formatted(sequence.typeName())));
    return IntegerValue.of(length);
  }

  private static Value reverse(Value sequence, Arguments given, Rendering rendering) {
    Meter meter = rendering.meter();
    if (sequence instanceof TextValue text) {
      meter.characters(text.value().length());
      return meter.newText(CodePoints.reversed(text.value()));
    }
    List<Value> elements = Iteration.toList(sequence, meter);
    Collections.reverse(elements);
    return sequence instanceof StreamValue
        ? meter.listOf(elements)
        : new StreamValue("reversed", elements.iterator());
  }

  private static Value join(Value sequence, Arguments given, Rendering rendering) {
    Meter meter = rendering.meter();
    String separator = given.text("d", meter);
    AttributePath path = AttributePath.of(given.value("attribute"), meter);
    MeteredText joined = new MeteredText(meter);
    Iterator<Value> elements = Iteration.of(sequence);
    for (int i = 0; elements.hasNext(); i++) {
      meter.step();
      joined.append(i == 0 ? "" : separator);
      joined.append(TextForm.of(path.read(elements.next(), rendering), meter));
    }
    return joined.value();
  }

  private static Value sum(Value sequence, Arguments given, Rendering rendering) {
    Meter meter = rendering.meter();
    AttributePath path = AttributePath.of(given.value("attribute"), meter);
    Value sum = given.value("start");
    if (sum instanceof TextValue) {
      throw new RenderException("sum cannot add texts; use join");
    }
    Iterator<Value> elements = Iteration.of(sequence);
    while (elements.hasNext()) {
      meter.step();
      sum = Arithmetic.apply(Operator.ADD, sum, path.read(elements.next(), rendering), meter);
    }
    return sum;
  }
}
