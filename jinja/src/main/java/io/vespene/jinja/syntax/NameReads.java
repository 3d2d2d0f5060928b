package io.vespene.jinja.syntax;

import io.vespene.jinja.syntax.Expression.Inputs;
import java.util.List;
import java.util.function.Consumer;

/** Reports the names an expression reads, in the order it reads them. */
final class NameReads {

  private final Consumer<String> report;

  NameReads(Consumer<String> report) {
    this.report = report;
  }

  void visit(Expression expression) {
    switch (expression) {
      case Expression.Literal _ -> {}
      case Expression.Name name -> report.accept(name.name());
      case Expression.ListLiteral list -> visit(list.items());
      case Expression.TupleLiteral tuple -> visit(tuple.items());
      case Expression.DictLiteral dict ->
          dict.pairs().forEach(pair -> visit(List.of(pair.key(), pair.value())));
      case Expression.Attribute attribute -> visit(attribute.subject());
      case Expression.Item item -> visit(List.of(item.subject(), item.key()));
      case Expression.Slice slice -> visitSlice(slice);
      case Expression.Call call -> visitCall(call);
      case Expression.Filtered filtered -> {
        visit(filtered.subject());
        visit(filtered.filter().inputs());
      }
      case Expression.Tested tested -> {
        visit(tested.subject());
        visit(tested.test().inputs());
      }
      case Expression.Negative negative -> visit(negative.operand());
      case Expression.Positive positive -> visit(positive.operand());
      case Expression.Arithmetic arithmetic ->
          visit(List.of(arithmetic.left(), arithmetic.right()));
      case Expression.Concatenation concatenation -> visit(concatenation.parts());
      case Expression.Comparison comparison -> {
        visit(comparison.first());
        comparison.rest().forEach(compared -> visit(compared.right()));
      }
      case Expression.Not not -> visit(not.operand());
      case Expression.And and -> visit(List.of(and.left(), and.right()));
      case Expression.Or or -> visit(List.of(or.left(), or.right()));
      case Expression.Conditional conditional -> visitConditional(conditional);
    }
  }

  void visit(Inputs inputs) {
    visit(inputs.positional());
    inputs.named().forEach(input -> visit(input.value()));
    inputs.spread().ifPresent(this::visit);
    inputs.spreadNamed().ifPresent(this::visit);
  }

  private void visit(List<Expression> expressions) {
    expressions.forEach(this::visit);
  }

  private void visitCall(Expression.Call call) {
    visit(call.callee());
    visit(call.inputs());
  }

  private void visitSlice(Expression.Slice slice) {
    visit(slice.subject());
    slice.start().ifPresent(this::visit);
    slice.stop().ifPresent(this::visit);
    slice.step().ifPresent(this::visit);
  }

  private void visitConditional(Expression.Conditional conditional) {
    visit(conditional.test());
    visit(conditional.then());
    conditional.otherwise().ifPresent(this::visit);
  }
}
