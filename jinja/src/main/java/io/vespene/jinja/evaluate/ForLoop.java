package io.vespene.jinja.evaluate;

import io.vespene.jinja.python.Iteration;
import io.vespene.jinja.python.Selected;
import io.vespene.jinja.syntax.Statement;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.StreamValue;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.util.Set;

/** Runs one {@code for} statement. */
final class ForLoop {

  private final Statement.For loop;
  private final Scope scope;
  private final StatementEvaluator statements;
  private final Meter meter;

  ForLoop(Statement.For loop, Scope scope, StatementEvaluator statements) {
    this.loop = loop;
    this.scope = scope;
    this.statements = statements;
    this.meter = statements.evaluation().meter();
  }

  Flow execute(Output output) {
    Value iterable = statements.expressions().evaluate(loop.iterable(), scope);
    statements.evaluation().at(loop.iterable().at());
    return run(iterable, 0, output);
  }

  /** What {@code loop(children)} prints: this loop over other elements, one level deeper. */
  Value recurse(Value iterable, int depth) {
    if (!loop.recursive()) {
      throw new RenderException("only a loop marked 'recursive' can be called");
    }
    meter.enterCall();
    Output output = new Output(meter);
    run(iterable, depth, output);
    meter.leaveCall();
    return new TextValue(output.text());
  }

  private Flow run(Value iterable, int depth, Output output) {
    LoopValue state = new LoopValue(filtered(iterable), depth, this, meter);
    boolean completed = false;
    while (state.advance()) {
      Scope inner = statements.enter(loop.body(), scope);
      inner.set("loop", state);
      statements.assigner().assign(loop.target(), state.current(), inner);
      Flow flow = statements.execute(loop.body(), inner, output);
      completed |= flow == Flow.NEXT;
      if (flow == Flow.BREAK) {
        break;
      }
    }
    // As in Jinja2, else runs unless one body ran to its end: break and continue do not count.
    return !completed
        ? statements.execute(loop.otherwise(), statements.enter(loop.otherwise(), scope), output)
        : Flow.NEXT;
  }

  UndefinedValue undefined(String description) {
    return statements.evaluation().undefined(description);
  }

  private Value filtered(Value iterable) {
    if (loop.condition().isEmpty()) {
      return iterable;
    }
    return new StreamValue(
        "generator", new Selected(Iteration.of(iterable), meter, this::isSelected));
  }

  private boolean isSelected(Value element) {
    Scope test = new Scope(scope, Set.of(), meter);
    statements.assigner().assign(loop.target(), element, test);
    return statements.expressions().isTrue(loop.condition().orElseThrow(), test);
  }
}
