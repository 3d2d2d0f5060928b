package io.vespene.jinja.method;

import io.vespene.jinja.routine.BoundRoutine;
import io.vespene.jinja.routine.RoutineTable;
import io.vespene.jinja.value.BooleanValue;
import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.DictView;
import io.vespene.jinja.value.FloatValue;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.ListValue;
import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.ObjectValue;
import io.vespene.jinja.value.RangeValue;
import io.vespene.jinja.value.StreamValue;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.TupleValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which methods each type of value has. */
public final class Methods {

  private static final RoutineTable TEXT =
      RoutineTable.of(
          "method",
          TextCaseMethods.ALL,
          TextKindMethods.ALL,
          TextSearchMethods.ALL,
          TextSplitMethods.ALL,
          TextShapeMethods.ALL);
  private static final RoutineTable LIST =
      RoutineTable.of("method", SequenceMethods.ALL, ListMethods.ALL);
  private static final RoutineTable SEQUENCE = RoutineTable.of("method", SequenceMethods.ALL);
  private static final RoutineTable DICT = RoutineTable.of("method", DictMethods.ALL);
  private static final RoutineTable INTEGER = RoutineTable.of("method", NumberMethods.INTEGER);
  private static final RoutineTable FLOAT = RoutineTable.of("method", NumberMethods.FLOAT);
  private static final RoutineTable NONE = RoutineTable.of("method", List.of());

  private Methods() {}

  /** The method of a value, ready to be called. */
  public static Optional<Value> find(Value owner, String name) {
    return table(owner).find(name).map(routine -> new BoundRoutine(routine, owner));
  }

  public static Set<String> names(Value owner) {
    return table(owner).names();
  }

  private static RoutineTable table(Value owner) {
    return switch (owner) {
      case TextValue _ -> TEXT;
      case ListValue _ -> LIST;
      case TupleValue _, RangeValue _ -> SEQUENCE;
      case DictValue _ -> DICT;
      case IntegerValue _, BooleanValue _ -> INTEGER;
      case FloatValue _ -> FLOAT;
      case NoneValue _, DictView _, StreamValue _, UndefinedValue _, ObjectValue _ -> NONE;
    };
  }
}
