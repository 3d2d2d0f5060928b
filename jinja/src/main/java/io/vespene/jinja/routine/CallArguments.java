package io.vespene.jinja.routine;

import io.vespene.jinja.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a call passes: values by position, then values by name in the order written. */
public record CallArguments(List<Value> positional, Map<String, Value> named) {

  public static final CallArguments NONE = new CallArguments(List.of(), Map.of());

  public CallArguments {
    positional = List.copyOf(positional);
    named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
  }

  public static CallArguments of(Value... positional) {
    return new CallArguments(List.of(positional), Map.of());
  }

  /** The same without the first value by position. */
  public CallArguments withoutFirst() {
    return new CallArguments(positional.subList(1, positional.size()), named);
  }
}
