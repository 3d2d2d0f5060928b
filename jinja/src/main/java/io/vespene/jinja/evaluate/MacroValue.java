package io.vespene.jinja.evaluate;

import io.vespene.jinja.routine.CallArguments;
import io.vespene.jinja.routine.CallableValue;
import io.vespene.jinja.routine.Rendering;
import io.vespene.jinja.syntax.Block;
import io.vespene.jinja.syntax.Statement.MacroParameter;
import io.vespene.jinja.value.BooleanValue;
import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.TupleValue;
import io.vespene.jinja.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A macro, or the block given to a call: text with parameters. */
final class MacroValue implements CallableValue {

  private static final String CALLER = "caller";
  private static final String VARARGS = "varargs";
  private static final String KWARGS = "kwargs";

  private final Optional<String> name;
  private final List<MacroParameter> parameters;
  private final Block body;
  private final Scope definedIn;
  private final StatementEvaluator statements;
  private final Set<String> specials;

  MacroValue(
      Optional<String> name,
      List<MacroParameter> parameters,
      Block body,
      Scope definedIn,
      StatementEvaluator statements) {
    this.name = name;
    this.parameters = parameters;
    this.body = body;
    this.definedIn = definedIn;
    this.statements = statements;
    this.specials = statements.names().specials(body);
    definedIn.countAsKept();
  }

  @Override
  public Value call(CallArguments arguments, Rendering rendering) {
    Meter meter = rendering.meter();
    meter.enterCall();
    Scope scope = statements.enter(body, definedIn);
    bind(arguments, scope, meter);
    fillDefaults(scope);
    Output output = new Output(meter);
    statements.execute(body, scope, output);
    meter.leaveCall();
    return new TextValue(output.text());
  }

  private void bind(CallArguments arguments, Scope scope, Meter meter) {
    List<Value> positional = arguments.positional();
    Map<String, Value> named = new LinkedHashMap<>(arguments.named());
    for (int i = 0; i < parameters.size(); i++) {
      String parameter = parameters.get(i).name();
      if (i < positional.size()) {
        scope.set(parameter, positional.get(i));
      } else if (named.containsKey(parameter)) {
        scope.set(parameter, named.get(parameter));
        named.remove(parameter);
      } else {
        scope.hide(parameter);
      }
    }
    if (specials.contains(CALLER)) {
      Optional<Value> caller = Optional.ofNullable(named.remove(CALLER));
      scope.set(
          CALLER, caller.orElseGet(() -> statements.evaluation().undefined("no caller defined")));
    }
    bindRest(positional, named, scope, meter);
  }

  private void bindRest(
      List<Value> positional, Map<String, Value> named, Scope scope, Meter meter) {
    if (specials.contains(KWARGS)) {
      DictValue rest = new DictValue();
      named.forEach((key, value) -> rest.put(new TextValue(key), value, meter));
      scope.set(KWARGS, rest);
    } else {
      for (String unknown : named.keySet()) {
        throw new RenderException(
            unknown.equals(CALLER)
                ? "macro '%s' does not use caller(), so it cannot be called with a block"
                    .formatted(displayName())
                : "macro '%s' has no parameter '%s'".formatted(displayName(), unknown));
      }
    }
    List<Value> rest =
        positional.subList(Math.min(parameters.size(), positional.size()), positional.size());
    if (specials.contains(VARARGS)) {
      scope.set(VARARGS, meter.newTuple(rest));
    } else if (!rest.isEmpty()) {
      throw new RenderException(
          "macro '%s' takes at most %d arguments, got %d"
              .formatted(displayName(), parameters.size(), positional.size()));
    }
  }

  /** Defaults see the parameters before them. */
  private void fillDefaults(Scope scope) {
    for (MacroParameter parameter : parameters) {
      if (scope.isHidden(parameter.name())) {
        Value value =
            parameter.defaultValue().isPresent()
                ? statements.expressions().evaluate(parameter.defaultValue().get(), scope)
                : statements
                    .evaluation()
                    .undefined("parameter '" + parameter.name() + "' was not provided");
        scope.set(parameter.name(), value);
      }
    }
  }

  @Override
  public Optional<Value> attribute(String attribute) {
    return switch (attribute) {
      case "name" -> Optional.of(new TextValue(displayName()));
      case "arguments" ->
          Optional.of(
              new TupleValue(
                  parameters.stream()
                      .<Value>map(parameter -> new TextValue(parameter.name()))
                      .toList()));
      case "caller" -> Optional.of(BooleanValue.of(specials.contains(CALLER)));
      case "catch_kwargs" -> Optional.of(BooleanValue.of(specials.contains(KWARGS)));
      case "catch_varargs" -> Optional.of(BooleanValue.of(specials.contains(VARARGS)));
      default -> Optional.empty();
    };
  }

  private String displayName() {
    return name.orElse("caller");
  }

  @Override
  public String text() {
    return "<Macro '" + displayName() + "'>";
  }

  @Override
  public String typeName() {
    return "Macro";
  }
}
