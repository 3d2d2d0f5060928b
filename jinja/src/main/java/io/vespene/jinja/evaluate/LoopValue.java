package io.vespene.jinja.evaluate;

import io.vespene.jinja.python.Equality;
import io.vespene.jinja.python.Iteration;
import io.vespene.jinja.routine.BoundRoutine;
import io.vespene.jinja.routine.CallArguments;
import io.vespene.jinja.routine.CallableValue;
import io.vespene.jinja.routine.Rendering;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.BooleanValue;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TupleValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The {@code loop} variable: where a loop is among its elements. */
final class LoopValue implements CallableValue {

  private static final Routine CYCLE =
      Routine.of("cycle", "*", (loop, given, _) -> ((LoopValue) loop).cycle(given.rest()));
  private static final Routine CHANGED =
      Routine.of(
          "changed",
          "*",
          (loop, given, _) -> BooleanValue.of(((LoopValue) loop).hasChanged(given.rest())));

  private final ForLoop owner;
  private final Meter meter;
  private final int depth0;

  private Iterator<Value> elements;
  private OptionalInt length;
  private int index0 = -1;
  private Optional<Value> previous = Optional.empty();
  private Optional<Value> current = Optional.empty();
  private Optional<Value> next = Optional.empty();
  private Optional<Value> lastChanged = Optional.empty();

  LoopValue(Value iterable, int depth0, ForLoop owner, Meter meter) {
    this.elements = Iteration.of(iterable);
    this.length = Iteration.findLength(iterable);
    this.depth0 = depth0;
    this.owner = owner;
    this.meter = meter;
  }

  /** Goes to the next element; false when there is none. */
  boolean advance() {
    Optional<Value> following = peek();
    if (following.isEmpty()) {
      return false;
    }
    meter.step();
    next = Optional.empty();
    previous = current;
    current = following;
    index0++;
    return true;
  }

  Value current() {
    return current.orElseThrow();
  }

  private Optional<Value> peek() {
    if (next.isEmpty() && elements.hasNext()) {
      next = Optional.of(elements.next());
    }
    return next;
  }

  /** The number of elements; a stream is read to its end to count them. */
  private int length() {
    if (length.isEmpty()) {
      List<Value> rest = new ArrayList<>();
      elements.forEachRemaining(element -> {
        meter.elements(1);
        rest.add(element);
      });
      elements = rest.iterator();
      length = OptionalInt.of(index0 + 1 + rest.size() + (next.isPresent() ? 1 : 0));
    }
    return length.getAsInt();
  }

  @Override
  public Optional<Value> attribute(String name) {
    return switch (name) {
      case "index" -> number(index0 + 1);
      case "index0" -> number(index0);
      case "length" -> number(length());
      case "revindex" -> number(length() - index0);
      case "revindex0" -> number(length() - index0 - 1);
      case "depth" -> number(depth0 + 1);
      case "depth0" -> number(depth0);
      case "first" -> Optional.of(BooleanValue.of(index0 == 0));
      case "last" -> Optional.of(BooleanValue.of(peek().isEmpty()));
      case "previtem" -> Optional.of(previous.orElseGet(() -> none("there is no previous item")));
      case "nextitem" -> Optional.of(peek().orElseGet(() -> none("there is no next item")));
      case "cycle" -> Optional.of(new BoundRoutine(CYCLE, this));
      case "changed" -> Optional.of(new BoundRoutine(CHANGED, this));
      default -> Optional.empty();
    };
  }

  private static Optional<Value> number(int number) {
    return Optional.of(IntegerValue.of(number));
  }

  private UndefinedValue none(String description) {
    return owner.undefined(description);
  }

  private Value cycle(CallArguments given) {
    if (given.positional().isEmpty()) {
      throw new RenderException("cycle needs something to cycle through");
    }
    return given.positional().get(index0 % given.positional().size());
  }

  private boolean hasChanged(CallArguments given) {
    TupleValue value = meter.newTuple(given.positional());
    boolean same = lastChanged.filter(last -> Equality.equal(last, value, meter)).isPresent();
    lastChanged = Optional.of(value);
    return !same;
  }

  @Override
  public Value call(CallArguments arguments, Rendering rendering) {
    if (arguments.positional().size() != 1) {
      throw new RenderException("loop() needs the elements to go through");
    }
    return owner.recurse(arguments.positional().getFirst(), depth0 + 1);
  }

  @Override
  public String text() {
    return "<LoopContext %d/%d>".formatted(index0 + 1, length());
  }

  @Override
  public String typeName() {
    return "LoopContext";
  }
}
