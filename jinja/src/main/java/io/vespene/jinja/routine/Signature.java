package io.vespene.jinja.routine;

import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The parameters of a routine.
 *
 * @param open whether it takes any further arguments, by position and by name
 */
record Signature(List<Parameter> parameters, boolean open) {

  private static final String REST = "*";

  Signature {
    parameters = List.copyOf(parameters);
  }

  /** Reads a declaration such as {@code "width=80, fill=' '"}; a final {@code *} takes the rest. */
  static Signature parse(String declaration) {
    List<Parameter> parameters = new ArrayList<>();
    boolean open = false;
    for (String part : declaration.isEmpty() ? new String[0] : declaration.split(", ", -1)) {
      if (part.equals(REST)) {
        open = true;
      } else {
        parameters.add(Parameter.parse(part));
      }
    }
    return new Signature(parameters, open);
  }

  /**
   * The arguments of a call by parameter.
   *
   * @throws RenderException if there are too many, too few, or unknown ones
   */
  Arguments bind(String routine, CallArguments call) {
    Map<String, Value> bound = new LinkedHashMap<>();
    Map<String, Value> named = new LinkedHashMap<>(call.named());
    List<Value> positional = call.positional();
    for (int i = 0; i < parameters.size(); i++) {
      String name = parameters.get(i).name();
      if (i < positional.size()) {
        if (named.containsKey(name)) {
          throw refusal(routine, "got two values for '" + name + "'");
        }
        bound.put(name, positional.get(i));
      } else if (named.containsKey(name)) {
        bound.put(name, named.get(name));
        named.remove(name);
      }
    }
    if (!open) {
      refuseSurplus(routine, positional.size(), named);
    }
    List<Value> rest =
        positional.subList(Math.min(parameters.size(), positional.size()), positional.size());
    return new Arguments(
        routine, withDefaults(routine, bound), bound.keySet(), new CallArguments(rest, named));
  }

  private void refuseSurplus(String routine, int positional, Map<String, Value> named) {
    if (positional > parameters.size()) {
      throw refusal(
          routine, "takes at most %d arguments, got %d".formatted(parameters.size(), positional));
    }
    for (String name : named.keySet()) {
      throw refusal(routine, "has no parameter '" + name + "'");
    }
  }

  private Map<String, Value> withDefaults(String routine, Map<String, Value> bound) {
    Map<String, Value> complete = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      Value given = bound.get(parameter.name());
      complete.put(
          parameter.name(),
          given != null
              ? given
              : parameter
                  .defaultValue()
                  .orElseThrow(() -> refusal(routine, "needs '" + parameter.name() + "'")));
    }
    return complete;
  }

  private RenderException refusal(String routine, String reason) {
    String names = parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
    return new RenderException("%s(%s) %s".formatted(routine, names, reason));
  }
}
