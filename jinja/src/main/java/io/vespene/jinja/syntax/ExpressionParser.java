package io.vespene.jinja.syntax;

import io.vespene.jinja.python.Operator;
import io.vespene.jinja.syntax.Expression.Compared;
import io.vespene.jinja.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Parses operators, from the loosest to the tightest; each method handles one level. */
final class ExpressionParser {

  private final Tokens tokens;
  private final OperandParser operands;

  ExpressionParser(Tokens tokens, NameCheck names) {
    this.tokens = tokens;
    this.operands = new OperandParser(tokens, this, names);
  }

  OperandParser operands() {
    return operands;
  }

  /** An expression, or several with commas between as a tuple. */
  Expression parseTuple() {
    return parseTuple(this::parse, false);
  }

  /** The same without an inline {@code if} outside brackets. */
  Expression parseTupleWithoutCondition() {
    return parseTuple(this::parseOr, false);
  }

  /** The inside of round brackets, which may be empty. */
  Expression parseBracketed() {
    return parseTuple(this::parse, true);
  }

  private Expression parseTuple(Supplier<Expression> item, boolean mayBeEmpty) {
    Token first = tokens.current();
    List<Expression> items = new ArrayList<>();
    boolean comma = false;
    while (!atTupleEnd()) {
      items.add(item.get());
      if (!tokens.current().isOperator(",")) {
        break;
      }
      tokens.next();
      comma = true;
    }
    if (!comma && !items.isEmpty()) {
      return items.getFirst();
    }
    if (items.isEmpty() && !mayBeEmpty) {
      throw tokens.expected("an expression");
    }
    return new Expression.TupleLiteral(first.start(), List.copyOf(items));
  }

  private boolean atTupleEnd() {
    Token current = tokens.current();
    return current.is(Kind.OUTPUT_END) || current.is(Kind.TAG_END) || current.isOperator(")");
  }

  Expression parse() {
    return tokens.nested(this::parseConditional);
  }

  private Expression parseConditional() {
    int mark = operands.names().mark();
    Expression then = parseOr();
    while (tokens.current().isName("if")) {
      operands.names().forgive(mark);
      tokens.deepen();
      int at = tokens.next().start();
      operands.names().enterCondition();
      Expression test = parseOr();
      Optional<Expression> otherwise =
          tokens.skipName("else") ? Optional.of(parse()) : Optional.empty();
      operands.names().leaveCondition();
      then = new Expression.Conditional(at, test, then, otherwise);
    }
    return then;
  }

  private Expression parseOr() {
    Expression left = parseAnd();
    while (tokens.current().isName("or")) {
      tokens.deepen();
      int at = tokens.next().start();
      left = new Expression.Or(at, left, parseAnd());
    }
    return left;
  }

  private Expression parseAnd() {
    Expression left = parseNot();
    while (tokens.current().isName("and")) {
      tokens.deepen();
      int at = tokens.next().start();
      left = new Expression.And(at, left, parseNot());
    }
    return left;
  }

  private Expression parseNot() {
    if (tokens.current().isName("not")) {
      int at = tokens.next().start();
      return new Expression.Not(at, tokens.nested(this::parseNot));
    }
    return parseComparison();
  }

  private Expression parseComparison() {
    Expression first = parseSum();
    List<Compared> rest = new ArrayList<>();
    for (Optional<Comparator> next = comparator(); next.isPresent(); next = comparator()) {
      int at = tokens.next().start();
      if (next.get() == Comparator.NOT_IN) {
        tokens.next();
      }
      rest.add(new Compared(at, next.get(), parseSum()));
    }
    return rest.isEmpty()
        ? first
        : new Expression.Comparison(rest.getFirst().at(), first, List.copyOf(rest));
  }

  private Optional<Comparator> comparator() {
    Token current = tokens.current();
    if (current.isName("in")) {
      return Optional.of(Comparator.IN);
    }
    if (current.isName("not") && tokens.following().isName("in")) {
      return Optional.of(Comparator.NOT_IN);
    }
    if (!current.is(Kind.OPERATOR)) {
      return Optional.empty();
    }
    return switch (current.text()) {
      case "==" -> Optional.of(Comparator.EQUAL);
      case "!=" -> Optional.of(Comparator.NOT_EQUAL);
      case "<" -> Optional.of(Comparator.LESS);
      case "<=" -> Optional.of(Comparator.LESS_OR_EQUAL);
      case ">" -> Optional.of(Comparator.GREATER);
      case ">=" -> Optional.of(Comparator.GREATER_OR_EQUAL);
      default -> Optional.empty();
    };
  }

  private Expression parseSum() {
    return parseChain(this::parseConcatenation, List.of(Operator.ADD, Operator.SUBTRACT));
  }

  private Expression parseConcatenation() {
    Expression first = parseProduct();
    if (!tokens.current().isOperator("~")) {
      return first;
    }
    int at = tokens.current().start();
    List<Expression> parts = new ArrayList<>(List.of(first));
    while (tokens.skipOperator("~")) {
      parts.add(parseProduct());
    }
    return new Expression.Concatenation(at, List.copyOf(parts));
  }

  private Expression parseProduct() {
    return parseChain(
        this::parsePower,
        List.of(Operator.MULTIPLY, Operator.DIVIDE, Operator.FLOOR_DIVIDE, Operator.MODULO));
  }

  /** Unlike Python's, chains of {@code **} group from the left, as in Jinja2. */
  private Expression parsePower() {
    return parseChain(() -> parseUnary(true), List.of(Operator.POWER));
  }

  private Expression parseChain(Supplier<Expression> operand, List<Operator> operators) {
    Expression left = operand.get();
    Optional<Operator> next = operator(operators);
    while (next.isPresent()) {
      tokens.deepen();
      int at = tokens.next().start();
      left = new Expression.Arithmetic(at, next.get(), left, operand.get());
      next = operator(operators);
    }
    return left;
  }

  private Optional<Operator> operator(List<Operator> operators) {
    return operators.stream().filter(o -> tokens.current().isOperator(o.symbol())).findFirst();
  }

  private Expression parseUnary(boolean withFilters) {
    Token sign = tokens.current();
    Expression operand;
    if (sign.isOperator("-")) {
      tokens.next();
      operand = new Expression.Negative(sign.start(), tokens.nested(() -> parseUnary(false)));
    } else if (sign.isOperator("+")) {
      tokens.next();
      operand = new Expression.Positive(sign.start(), tokens.nested(() -> parseUnary(false)));
    } else {
      operand = operands.parsePrimary();
    }
    operand = operands.parsePostfix(operand);
    return withFilters ? operands.parseFiltersAndTests(operand) : operand;
  }
}
