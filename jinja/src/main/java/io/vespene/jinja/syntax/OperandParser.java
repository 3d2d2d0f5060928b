package io.vespene.jinja.syntax;

import io.vespene.jinja.syntax.Expression.Inputs;
import io.vespene.jinja.syntax.Expression.Pair;
import io.vespene.jinja.syntax.Expression.Use;
import io.vespene.jinja.syntax.Token.Kind;
import io.vespene.jinja.value.BooleanValue;
import io.vespene.jinja.value.FloatValue;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.TextValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parses what operators stand between: literals, names, and what follows them. */
final class OperandParser {

  private final Tokens tokens;
  private final ExpressionParser expressions;
  private final InputsParser inputs;
  private final NameCheck names;

  OperandParser(Tokens tokens, ExpressionParser expressions, NameCheck names) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.inputs = new InputsParser(tokens, expressions);
    this.names = names;
  }

  NameCheck names() {
    return names;
  }

  /** A literal, a name, or something in brackets. */
  Expression parsePrimary() {
    Token token = tokens.current();
    return switch (token.kind()) {
      case NAME -> name(tokens.next());
      case STRING -> parseString();
      case INTEGER -> new Expression.Literal(tokens.next().start(), integer(token.text()));
      case FLOAT ->
          new Expression.Literal(
              tokens.next().start(), new FloatValue(Double.parseDouble(token.text())));
      default -> parseBracket(token);
    };
  }

  private static Expression name(Token token) {
    int at = token.start();
    return switch (token.text()) {
      case "true", "True" -> new Expression.Literal(at, BooleanValue.TRUE);
      case "false", "False" -> new Expression.Literal(at, BooleanValue.FALSE);
      case "none", "None" -> new Expression.Literal(at, NoneValue.NONE);
      default -> new Expression.Name(at, token.text());
    };
  }

  private static IntegerValue integer(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int radix =
        lower.startsWith("0x") ? 16 : lower.startsWith("0o") ? 8 : lower.startsWith("0b") ? 2 : 10;
    return new IntegerValue(new BigInteger(radix == 10 ? lower : lower.substring(2), radix));
  }

  private Expression parseString() {
    int at = tokens.current().start();
    StringBuilder joined = new StringBuilder();
    while (tokens.current().is(Kind.STRING)) {
      joined.append(tokens.next().text());
    }
    return new Expression.Literal(at, new TextValue(joined.toString()));
  }

  private Expression parseBracket(Token open) {
    if (open.isOperator("(")) {
      tokens.next();
      Expression inside = tokens.nested(expressions::parseBracketed);
      tokens.expectOperator(")");
      return inside;
    }
    if (open.isOperator("[")) {
      return parseList();
    }
    if (open.isOperator("{")) {
      return parseDict();
    }
    throw tokens.expected("an expression");
  }

  private Expression parseList() {
    int at = tokens.expectOperator("[").start();
    List<Expression> items = new ArrayList<>();
    while (!tokens.current().isOperator("]")) {
      items.add(expressions.parse());
      if (!tokens.current().isOperator("]")) {
        tokens.expectOperator(",");
      }
    }
    tokens.next();
    return new Expression.ListLiteral(at, List.copyOf(items));
  }

  private Expression parseDict() {
    int at = tokens.expectOperator("{").start();
    List<Pair> pairs = new ArrayList<>();
    while (!tokens.current().isOperator("}")) {
      Expression key = expressions.parse();
      tokens.expectOperator(":");
      pairs.add(new Pair(key, expressions.parse()));
      if (!tokens.current().isOperator("}")) {
        tokens.expectOperator(",");
      }
    }
    tokens.next();
    return new Expression.DictLiteral(at, List.copyOf(pairs));
  }

  /** Attributes, elements and calls after an operand. */
  Expression parsePostfix(Expression operand) {
    Expression result = operand;
    while (true) {
      Token token = tokens.current();
      if (token.isOperator(".")) {
        result = parseAttribute(result);
      } else if (token.isOperator("[")) {
        result = parseItem(result);
      } else if (token.isOperator("(")) {
        result = new Expression.Call(token.start(), result, inputs.parse());
      } else {
        return result;
      }
      tokens.deepen();
    }
  }

  private Expression parseAttribute(Expression subject) {
    tokens.next();
    Token name = tokens.next();
    return switch (name.kind()) {
      case NAME -> new Expression.Attribute(name.start(), subject, name.text());
      case INTEGER ->
          new Expression.Item(
              name.start(), subject, new Expression.Literal(name.start(), integer(name.text())));
      default ->
          throw new SyntaxException(name, "expected a name or number, found " + name.describe());
    };
  }

  private Expression parseItem(Expression subject) {
    int at = tokens.expectOperator("[").start();
    if (tokens.current().isOperator(":")) {
      return parseSlice(at, subject, Optional.empty());
    }
    Expression key = expressions.parse();
    if (tokens.current().isOperator(":")) {
      return parseSlice(at, subject, Optional.of(key));
    }
    if (tokens.current().isOperator(",")) {
      key = parseTupleKey(key);
    }
    tokens.expectOperator("]");
    return new Expression.Item(at, subject, key);
  }

  private Expression parseTupleKey(Expression first) {
    List<Expression> items = new ArrayList<>(List.of(first));
    while (tokens.skipOperator(",")) {
      items.add(expressions.parse());
    }
    return new Expression.TupleLiteral(first.at(), List.copyOf(items));
  }

  private Expression parseSlice(int at, Expression subject, Optional<Expression> start) {
    tokens.expectOperator(":");
    Optional<Expression> stop = parseBound();
    Optional<Expression> step = tokens.skipOperator(":") ? parseBound() : Optional.empty();
    tokens.expectOperator("]");
    return new Expression.Slice(at, subject, start, stop, step);
  }

  private Optional<Expression> parseBound() {
    boolean absent = tokens.current().isOperator(":") || tokens.current().isOperator("]");
    return absent ? Optional.empty() : Optional.of(expressions.parse());
  }

  /** Filters, tests and calls after an operand. */
  Expression parseFiltersAndTests(Expression operand) {
    Expression result = operand;
    while (true) {
      Token token = tokens.current();
      if (token.isOperator("|")) {
        tokens.next();
        result = new Expression.Filtered(result, parseFilter());
      } else if (token.isName("is")) {
        result = parseTest(result);
      } else if (token.isOperator("(")) {
        result = new Expression.Call(token.start(), result, inputs.parse());
      } else {
        return result;
      }
      tokens.deepen();
    }
  }

  /** Filters with {@code |} between them, without a first operand. */
  List<Use> parseFilters() {
    List<Use> filters = new ArrayList<>(List.of(parseFilter()));
    while (tokens.skipOperator("|")) {
      filters.add(parseFilter());
    }
    return List.copyOf(filters);
  }

  private Use parseFilter() {
    Token first = tokens.expectName();
    String name = dottedName(first);
    names.checkFilter(first, name);
    Inputs given = tokens.current().isOperator("(") ? inputs.parse() : Inputs.NONE;
    return new Use(first.start(), name, given);
  }

  private Expression parseTest(Expression subject) {
    tokens.next();
    Token negation = tokens.current();
    boolean negated = tokens.skipName("not");
    Token first = tokens.expectName();
    String name = dottedName(first);
    names.checkTest(first, name);
    Expression test =
        new Expression.Tested(subject, new Use(first.start(), name, parseTestInputs()));
    return negated ? new Expression.Not(negation.start(), test) : test;
  }

  /** A test takes brackets, or one operand without them: {@code x is divisibleby 3}. */
  private Inputs parseTestInputs() {
    Token token = tokens.current();
    if (token.isOperator("(")) {
      return inputs.parse();
    }
    if (token.isName("is")) {
      throw new SyntaxException(token, "tests cannot be chained; join them with 'and'");
    }
    if (!startsOperand(token)) {
      return Inputs.NONE;
    }
    Expression operand = parsePostfix(parsePrimary());
    return new Inputs(List.of(operand), List.of(), Optional.empty(), Optional.empty());
  }

  private static boolean startsOperand(Token token) {
    return switch (token.kind()) {
      case NAME -> !token.isName("else") && !token.isName("or") && !token.isName("and");
      case STRING, INTEGER, FLOAT -> true;
      default -> token.isOperator("[") || token.isOperator("{");
    };
  }

  private String dottedName(Token first) {
    StringBuilder name = new StringBuilder(first.text());
    while (tokens.skipOperator(".")) {
      name.append('.').append(tokens.expectName().text());
    }
    return name.toString();
  }
}
