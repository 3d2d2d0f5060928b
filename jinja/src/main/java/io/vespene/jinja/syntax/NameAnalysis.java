package io.vespene.jinja.syntax;

import io.vespene.jinja.syntax.ScopeNames.Origin;
import io.vespene.jinja.syntax.Statement.MacroParameter;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds which variables a template reads and which names each of its scopes hides. */
public final class NameAnalysis {

  /** Far more than any readable template needs; bounds the time that parsing takes. */
  private static final long MAX_LOOKUPS = 10_000_000;

  /** The names that a macro may use without declaring them. */
  private static final List<String> SPECIAL_PARAMETERS = List.of("caller", "varargs", "kwargs");

  private final IdentityHashMap<Block, Set<String>> hidden = new IdentityHashMap<>();
  private final IdentityHashMap<Block, Set<String>> specials = new IdentityHashMap<>();
  private final Set<String> read = new TreeSet<>();

  private long lookups;

  private NameAnalysis() {}

  public static NameAnalysis of(Block template) {
    NameAnalysis analysis = new NameAnalysis();
    analysis.scope(Optional.empty(), template, names -> {});
    return analysis;
  }

  /** The names that are read from outside the template, in alphabetical order. */
  public Set<String> read() {
    return read;
  }

  /** The names that are undefined at the start of a block, whatever has the same name outside. */
  public Set<String> hidden(Block block) {
    return hidden.getOrDefault(block, Set.of());
  }

  /** Which of {@code caller}, {@code varargs} and {@code kwargs} the body of a macro uses. */
  public Set<String> specials(Block macroBody) {
    return specials.getOrDefault(macroBody, Set.of());
  }

  /** Analyzes a block that has variables of its own, then the blocks inside. */
  private void scope(Optional<ScopeNames> outer, Block block, ScopeNames.Visit parameters) {
    ScopeNames names = new ScopeNames(outer);
    parameters.in(names);
    visit(block, names);
    finish(names);
    Set<String> nowhere = names.from(Origin.NOWHERE);
    if (!nowhere.isEmpty()) {
      hidden.put(block, nowhere);
    }
    scopesInside(block, Optional.of(names));
  }

  private void finish(ScopeNames names) {
    read.addAll(names.from(Origin.VARIABLES));
  }

  private void visit(Block block, ScopeNames names) {
    block.statements().forEach(statement -> visit(statement, names));
  }

  private void visit(Statement statement, ScopeNames names) {
    NameReads reads = new NameReads(names::read);
    switch (statement) {
      case Statement.Data _, Statement.Break _, Statement.Continue _ -> {}
      case Statement.Output output -> reads.visit(output.value());
      case Statement.Do action -> reads.visit(action.value());
      case Statement.If condition -> visitIf(condition, 0, names);
      case Statement.For loop -> reads.visit(loop.iterable());
      case Statement.SetValue set -> {
        reads.visit(set.value());
        store(set.target(), names);
      }
      case Statement.SetBlock set -> {
        store(set.target(), names);
        set.filters().forEach(filter -> reads.visit(filter.inputs()));
      }
      case Statement.Macro macro -> names.store(macro.name());
      case Statement.CallBlock call -> reads.visit(call.call());
      case Statement.FilterBlock block ->
          block.filters().forEach(filter -> reads.visit(filter.inputs()));
      case Statement.With with ->
          with.assignments().forEach(assignment -> reads.visit(assignment.value()));
    }
  }

  private void visitIf(Statement.If condition, int branch, ScopeNames names) {
    new NameReads(names::read).visit(condition.branches().get(branch).test());
    Block body = condition.branches().get(branch).body();
    boolean first = branch == 0;
    long taken =
        names.alternatives(
            List.of(
                inside -> visit(body, inside),
                inside -> {
                  for (int i = 1; first && i < condition.branches().size(); i++) {
                    visitIf(condition, i, inside);
                  }
                },
                inside -> visit(first ? condition.otherwise() : Block.EMPTY, inside)));
    lookups += taken;
    if (lookups > MAX_LOOKUPS) {
      throw new SyntaxException(
          condition.at(), condition.at() + 2, "too many variables are set under nested conditions");
    }
  }

  private static void store(Target target, ScopeNames names) {
    switch (target) {
      case Target.Name name -> names.store(name.name());
      case Target.Tuple tuple -> tuple.targets().forEach(part -> store(part, names));
      case Target.Attribute attribute -> names.read(attribute.namespace());
    }
  }

  private static void parameter(Target target, ScopeNames names) {
    switch (target) {
      case Target.Name name -> names.parameter(name.name());
      case Target.Tuple tuple -> tuple.targets().forEach(part -> parameter(part, names));
      case Target.Attribute _ -> {}
    }
  }

  private void scopesInside(Block block, Optional<ScopeNames> names) {
    block.statements().forEach(statement -> scopesInside(statement, names));
  }

  private void scopesInside(Statement statement, Optional<ScopeNames> names) {
    switch (statement) {
      case Statement.If condition -> {
        condition.branches().forEach(branch -> scopesInside(branch.body(), names));
        scopesInside(condition.otherwise(), names);
      }
      case Statement.For loop -> loopScopes(loop, names);
      case Statement.SetBlock set -> scope(names, set.body(), inner -> {});
      case Statement.FilterBlock filter -> scope(names, filter.body(), inner -> {});
      case Statement.Macro macro -> macroScope(names, macro.parameters(), macro.body());
      case Statement.CallBlock call -> macroScope(names, call.parameters(), call.body());
      case Statement.With with ->
          scope(
              names,
              with.body(),
              inner -> with.assignments().forEach(part -> parameter(part.target(), inner)));
      case Statement.Data _,
          Statement.Output _,
          Statement.Do _,
          Statement.SetValue _,
          Statement.Break _,
          Statement.Continue _ -> {}
    }
  }

  private void loopScopes(Statement.For loop, Optional<ScopeNames> names) {
    loop.condition()
        .ifPresent(condition -> {
          ScopeNames test = new ScopeNames(names);
          parameter(loop.target(), test);
          new NameReads(test::read).visit(condition);
          finish(test);
        });
    scope(
        names,
        loop.body(),
        inner -> {
          inner.parameter("loop");
          parameter(loop.target(), inner);
        });
    scope(names, loop.otherwise(), inner -> {});
  }

  private void macroScope(Optional<ScopeNames> names, List<MacroParameter> parameters, Block body) {
    Set<String> used = new TreeSet<>(SPECIAL_PARAMETERS);
    used.retainAll(NameUses.in(body));
    parameters.forEach(parameter -> used.remove(parameter.name()));
    specials.put(body, used);
    scope(
        names,
        body,
        inner -> {
          parameters.forEach(parameter -> inner.parameter(parameter.name()));
          used.forEach(inner::parameter);
          parameters.forEach(
              parameter -> parameter.defaultValue().ifPresent(new NameReads(inner::read)::visit));
        });
  }
}
