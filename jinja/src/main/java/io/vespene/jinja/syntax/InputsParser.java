package io.vespene.jinja.syntax;

import io.vespene.jinja.syntax.Expression.Inputs;
import io.vespene.jinja.syntax.Expression.NamedInput;
import io.vespene.jinja.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses what a call passes: {@code (1, name=2, *list, **dict)}. */
final class InputsParser {

  private final Tokens tokens;
  private final ExpressionParser expressions;

  InputsParser(Tokens tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  Inputs parse() {
    tokens.expectOperator("(");
    List<Expression> positional = new ArrayList<>();
    List<NamedInput> named = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Optional<Expression> spread = Optional.empty();
    Optional<Expression> spreadNamed = Optional.empty();
    while (!tokens.current().isOperator(")")) {
      Token token = tokens.current();
      if (spreadNamed.isPresent()) {
        throw new SyntaxException(token, "nothing may follow **arguments");
      }
      if (token.isOperator("*")) {
        refuseSecond(token, spread);
        spread = Optional.of(parseSpread());
      } else if (token.isOperator("**")) {
        spreadNamed = Optional.of(parseSpread());
      } else if (token.is(Kind.NAME) && tokens.following().isOperator("=")) {
        named.add(parseNamed(names));
      } else {
        refusePositional(token, !named.isEmpty() || spread.isPresent());
        positional.add(expressions.parse());
      }
      if (!tokens.current().isOperator(")")) {
        tokens.expectOperator(",");
      }
    }
    tokens.next();
    return new Inputs(List.copyOf(positional), List.copyOf(named), spread, spreadNamed);
  }

  private Expression parseSpread() {
    tokens.next();
    return expressions.parse();
  }

  private NamedInput parseNamed(Set<String> before) {
    Token name = tokens.next();
    if (!before.add(name.text())) {
      throw new SyntaxException(name, "'" + name.text() + "' is passed twice");
    }
    tokens.next();
    return new NamedInput(name.text(), expressions.parse());
  }

  private static void refuseSecond(Token token, Optional<Expression> spread) {
    if (spread.isPresent()) {
      throw new SyntaxException(token, "only one *arguments is allowed");
    }
  }

  private static void refusePositional(Token token, boolean tooLate) {
    if (tooLate) {
      throw new SyntaxException(token, "an argument without a name cannot follow one with a name");
    }
  }
}
