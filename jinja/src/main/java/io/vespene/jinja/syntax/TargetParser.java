package io.vespene.jinja.syntax;

import io.vespene.jinja.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses what {@code set}, {@code for} and {@code with} assign to. */
final class TargetParser {

  private static final String LOOP = "loop";
  private static final Set<String> CONSTANTS =
      Set.of("true", "True", "false", "False", "none", "None");

  private final Tokens tokens;
  private final ExpressionParser expressions;
  private int loops;

  TargetParser(Tokens tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  /** Refuses assignments to {@code loop} until the loop is left. */
  void enterLoop(Token tag, Target target) {
    loops++;
    refuseLoop(tag, target);
  }

  void leaveLoop() {
    loops--;
  }

  Target.Name parseName() {
    Token name = tokens.expectName();
    refuseConstant(name);
    return new Target.Name(name.text());
  }

  /** A name, several with commas between, or an attribute of a namespace. */
  Target parseWithAttribute() {
    Token first = tokens.current();
    if (tokens.following().isOperator(".")) {
      String namespace = tokens.expectName().text();
      tokens.next();
      return new Target.Attribute(first.start(), namespace, tokens.expectName().text());
    }
    Target target = parse();
    if (loops > 0) {
      refuseLoop(first, target);
    }
    return target;
  }

  /** A name, or several with commas between. */
  Target parse() {
    int at = tokens.current().start();
    List<Target> targets = new ArrayList<>(List.of(parseOne()));
    boolean comma = false;
    while (tokens.skipOperator(",")) {
      comma = true;
      targets.add(parseOne());
    }
    return comma ? new Target.Tuple(at, List.copyOf(targets)) : targets.getFirst();
  }

  /** A name, or several in brackets. */
  Target parseOne() {
    Token start = tokens.current();
    if (start.is(Kind.NAME)) {
      return parseName();
    }
    return target(start, expressions.operands().parsePrimary());
  }

  private static Target target(Token start, Expression expression) {
    return switch (expression) {
      case Expression.Name name -> new Target.Name(name.name());
      case Expression.TupleLiteral tuple ->
          new Target.Tuple(
              tuple.at(), tuple.items().stream().map(item -> target(start, item)).toList());
      default -> throw new SyntaxException(start, "expected a name to assign to");
    };
  }

  private static void refuseConstant(Token name) {
    if (CONSTANTS.contains(name.text())) {
      throw new SyntaxException(name, "'" + name.text() + "' cannot be assigned to");
    }
  }

  private static void refuseLoop(Token at, Target target) {
    switch (target) {
      case Target.Name name when name.name().equals(LOOP) ->
          throw new SyntaxException(at, "'loop' cannot be assigned to inside a loop");
      case Target.Tuple tuple -> tuple.targets().forEach(part -> refuseLoop(at, part));
      case Target.Name _, Target.Attribute _ -> {}
    }
  }
}
