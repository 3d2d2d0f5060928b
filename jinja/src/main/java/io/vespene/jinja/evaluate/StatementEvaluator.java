package io.vespene.jinja.evaluate;

import io.vespene.jinja.python.TextForm;
import io.vespene.jinja.syntax.Block;
import io.vespene.jinja.syntax.Expression;
import io.vespene.jinja.syntax.NameAnalysis;
import io.vespene.jinja.syntax.Statement;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.Value;
import java.util.List;
import java.util.Optional;

/** Runs statements. */
final class StatementEvaluator {

  private final Evaluation evaluation;
  private final Meter meter;
  private final NameAnalysis names;
  private final ExpressionEvaluator expressions;
  private final Assigner assigner;

  StatementEvaluator(Evaluation evaluation, NameAnalysis names) {
    this.evaluation = evaluation;
    this.meter = evaluation.meter();
    this.names = names;
    this.expressions = new ExpressionEvaluator(evaluation);
    this.assigner = new Assigner(evaluation);
  }

  Evaluation evaluation() {
    return evaluation;
  }

  ExpressionEvaluator expressions() {
    return expressions;
  }

  Assigner assigner() {
    return assigner;
  }

  NameAnalysis names() {
    return names;
  }

  /** A fresh scope for a block that has variables of its own. */
  Scope enter(Block block, Variables outer) {
    return new Scope(outer, names.hidden(block), meter);
  }

  Flow execute(Block block, Scope scope, Output output) {
    meter.descend();
    Flow flow = Flow.NEXT;
    for (Statement statement : block.statements()) {
      flow = execute(statement, scope, output);
      if (flow != Flow.NEXT) {
        break;
      }
    }
    meter.ascend();
    return flow;
  }

  private Flow execute(Statement statement, Scope scope, Output output) {
    meter.step();
    evaluation.at(statement.at());
    return switch (statement) {
      case Statement.Data data -> print(data.text(), output);
      case Statement.Output printed -> {
        Value value = expressions.evaluate(printed.value(), scope);
        evaluation.at(printed.value().at());
        yield printValue(TextForm.of(value, meter), output);
      }
      case Statement.If condition -> executeIf(condition, scope, output);
      case Statement.For loop -> new ForLoop(loop, scope, this).execute(output);
      case Statement.SetValue set -> {
        Value value = expressions.evaluate(set.value(), scope);
        evaluation.at(set.at());
        assigner.assign(set.target(), value, scope);
        yield Flow.NEXT;
      }
      case Statement.SetBlock set -> executeSetBlock(set, scope);
      case Statement.Macro macro -> {
        scope.set(
            macro.name(),
            new MacroValue(
                Optional.of(macro.name()), macro.parameters(), macro.body(), scope, this));
        yield Flow.NEXT;
      }
      case Statement.CallBlock call -> executeCallBlock(call, scope, output);
      case Statement.FilterBlock block -> executeFilterBlock(block, scope, output);
      case Statement.With with -> executeWith(with, scope, output);
      case Statement.Do action -> {
        expressions.evaluate(action.value(), scope);
        yield Flow.NEXT;
      }
      case Statement.Break _ -> Flow.BREAK;
      case Statement.Continue _ -> Flow.CONTINUE;
    };
  }

  private static Flow print(String text, Output output) {
    output.print(text);
    return Flow.NEXT;
  }

  private static Flow printValue(String text, Output output) {
    output.printValue(text);
    return Flow.NEXT;
  }

  private Flow executeIf(Statement.If condition, Scope scope, Output output) {
    for (Statement.Branch branch : condition.branches()) {
      if (expressions.isTrue(branch.test(), scope)) {
        return execute(branch.body(), scope, output);
      }
    }
    return execute(condition.otherwise(), scope, output);
  }

  private Flow executeSetBlock(Statement.SetBlock set, Scope scope) {
    Scope inner = enter(set.body(), scope);
    Output captured = new Output(meter);
    Flow flow = execute(set.body(), inner, captured);
    if (flow == Flow.NEXT) {
      Value value = filter(set.filters(), captured.text(), inner);
      assigner.assign(set.target(), value, scope);
    }
    return flow;
  }

  private Flow executeFilterBlock(Statement.FilterBlock block, Scope scope, Output output) {
    Scope inner = enter(block.body(), scope);
    Output captured = new Output(meter);
    Flow flow = execute(block.body(), inner, captured);
    if (flow == Flow.NEXT) {
      if (!(filter(block.filters(), captured.text(), inner) instanceof TextValue text)) {
        throw new RenderException("the filters of a filter block must return a text");
      }
      output.printValue(text.value());
    }
    return flow;
  }

  private Value filter(List<Expression.Use> filters, String text, Scope scope) {
    Value value = new TextValue(text);
    for (Expression.Use filter : filters) {
      value = expressions.filter(filter, value, scope);
    }
    return value;
  }

  private Flow executeCallBlock(Statement.CallBlock call, Scope scope, Output output) {
    Value caller =
        new MacroValue(Optional.of("caller"), call.parameters(), call.body(), scope, this);
    Value result = expressions.call(call.call(), scope, Optional.of(caller));
    return printValue(TextForm.of(result, meter), output);
  }

  private Flow executeWith(Statement.With with, Scope scope, Output output) {
    Scope inner = enter(with.body(), scope);
    for (Statement.Assignment assignment : with.assignments()) {
      Value value = expressions.evaluate(assignment.value(), scope);
      assigner.assign(assignment.target(), value, inner);
    }
    return execute(with.body(), inner, output);
  }
}
