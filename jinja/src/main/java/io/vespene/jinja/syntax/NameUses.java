package io.vespene.jinja.syntax;

import java.util.HashSet;
import java.util.Set;

/** All names that a block reads, at any depth. */
final class NameUses {

  private final Set<String> names = new HashSet<>();
  private final NameReads reads = new NameReads(names::add);

  private NameUses() {}

  static Set<String> in(Block block) {
    NameUses uses = new NameUses();
    uses.visit(block);
    return uses.names;
  }

  private void visit(Block block) {
    block.statements().forEach(this::visit);
  }

  private void visit(Statement statement) {
    switch (statement) {
      case Statement.Data _, Statement.Break _, Statement.Continue _ -> {}
      case Statement.Output output -> reads.visit(output.value());
      case Statement.Do action -> reads.visit(action.value());
      case Statement.SetValue set -> reads.visit(set.value());
      case Statement.If condition -> {
        condition
            .branches()
            .forEach(branch -> {
              reads.visit(branch.test());
              visit(branch.body());
            });
        visit(condition.otherwise());
      }
      case Statement.For loop -> {
        reads.visit(loop.iterable());
        loop.condition().ifPresent(reads::visit);
        visit(loop.body());
        visit(loop.otherwise());
      }
      case Statement.SetBlock set -> {
        set.filters().forEach(filter -> reads.visit(filter.inputs()));
        visit(set.body());
      }
      case Statement.Macro macro -> {
        macro.parameters().forEach(parameter -> parameter.defaultValue().ifPresent(reads::visit));
        visit(macro.body());
      }
      case Statement.CallBlock call -> {
        reads.visit(call.call());
        visit(call.body());
      }
      case Statement.FilterBlock filter -> {
        filter.filters().forEach(use -> reads.visit(use.inputs()));
        visit(filter.body());
      }
      case Statement.With with -> {
        with.assignments().forEach(assignment -> reads.visit(assignment.value()));
        visit(with.body());
      }
    }
  }
}
