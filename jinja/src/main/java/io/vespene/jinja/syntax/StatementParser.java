package io.vespene.jinja.syntax;

import io.vespene.jinja.syntax.Expression.Use;
import io.vespene.jinja.syntax.Statement.Assignment;
import io.vespene.jinja.syntax.Statement.Branch;
import io.vespene.jinja.syntax.Statement.MacroParameter;
import io.vespene.jinja.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses tags: each method starts after the name of its tag and ends before its {@code %}}. */
final class StatementParser {

  private final Tokens tokens;
  private final ExpressionParser expressions;
  private final Parser parser;
  private final TargetParser targets;

  /** Loops around the current place, within the same macro. */
  private int loops;

  StatementParser(Tokens tokens, ExpressionParser expressions, Parser parser) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.parser = parser;
    this.targets = new TargetParser(tokens, expressions);
  }

  /** The statements of a tag; none if there is no such tag. */
  List<Statement> parse(Token tag) {
    return switch (tag.text()) {
      case "if" -> List.of(parseIf(tag));
      case "for" -> List.of(parseFor(tag));
      case "set" -> List.of(parseSet(tag));
      case "macro" -> List.of(parseMacro(tag));
      case "call" -> List.of(parseCallBlock(tag));
      case "filter" -> List.of(parseFilterBlock(tag));
      case "with" -> List.of(parseWith(tag));
      case "do" -> List.of(new Statement.Do(tag.start(), expressions.parseTuple()));
      case "print" -> parsePrint(tag);
      case "break" -> List.of(new Statement.Break(requireLoop(tag)));
      case "continue" -> List.of(new Statement.Continue(requireLoop(tag)));
      default -> List.of();
    };
  }

  private Statement parseIf(Token tag) {
    List<Branch> branches = new ArrayList<>();
    Block otherwise = Block.EMPTY;
    parser.names().enterCondition();
    Token next = tag;
    while (next.isName("if") || next.isName("elif")) {
      Expression test = expressions.parseTupleWithoutCondition();
      branches.add(new Branch(test, parser.parseBody(tag, "elif", "else", "endif")));
      next = tokens.next();
    }
    if (next.isName("else")) {
      otherwise = parser.parseBody(tag, "endif");
      tokens.next();
    }
    parser.names().leaveCondition();
    return new Statement.If(tag.start(), List.copyOf(branches), otherwise);
  }

  private Statement parseFor(Token tag) {
    Target target = targets.parse();
    targets.enterLoop(tag, target);
    tokens.expectName("in");
    Expression iterable = expressions.parseTupleWithoutCondition();
    Optional<Expression> condition =
        tokens.skipName("if") ? Optional.of(expressions.parse()) : Optional.empty();
    boolean recursive = tokens.skipName("recursive");
    loops++;
    Block body = parser.inOwnScope(() -> parser.parseBody(tag, "endfor", "else"));
    loops--;
    Block otherwise = Block.EMPTY;
    if (tokens.next().isName("else")) {
      otherwise = parser.parseScopedBody(tag, "endfor");
    }
    targets.leaveLoop();
    return new Statement.For(tag.start(), target, iterable, condition, recursive, body, otherwise);
  }

  private Statement parseSet(Token tag) {
    Target target = targets.parseWithAttribute();
    if (tokens.skipOperator("=")) {
      return new Statement.SetValue(tag.start(), target, expressions.parseTuple());
    }
    List<Use> filters =
        tokens.skipOperator("|") ? expressions.operands().parseFilters() : List.of();
    if (!tokens.current().is(Kind.TAG_END)) {
      throw tokens.expected("'=' and a value, or '%}' and a block up to 'endset'");
    }
    return new Statement.SetBlock(
        tag.start(), target, filters, parser.parseScopedBody(tag, "endset"));
  }

  private Statement parseMacro(Token tag) {
    String name = targets.parseName().name();
    List<MacroParameter> parameters = parseParameters();
    Block body = parseMacroBody(tag, "endmacro");
    refuseRequiredCaller(tag, parameters, body);
    return new Statement.Macro(tag.start(), name, parameters, body);
  }

  private Statement parseCallBlock(Token tag) {
    List<MacroParameter> parameters =
        tokens.current().isOperator("(") ? parseParameters() : List.of();
    Token start = tokens.current();
    if (!(expressions.parse() instanceof Expression.Call call)) {
      throw new SyntaxException(start, "expected the call of a macro");
    }
    Block body = parseMacroBody(tag, "endcall");
    refuseRequiredCaller(tag, parameters, body);
    return new Statement.CallBlock(tag.start(), parameters, call, body);
  }

  private static void refuseRequiredCaller(Token tag, List<MacroParameter> parameters, Block body) {
    boolean required =
        parameters.stream().anyMatch(p -> p.name().equals("caller") && p.defaultValue().isEmpty());
    if (required && NameUses.in(body).contains("caller")) {
      throw new SyntaxException(tag, "the parameter 'caller' needs a default");
    }
  }

  private Block parseMacroBody(Token tag, String end) {
    int outerLoops = loops;
    loops = 0;
    Block body = parser.parseScopedBody(tag, end);
    loops = outerLoops;
    return body;
  }

  private List<MacroParameter> parseParameters() {
    tokens.expectOperator("(");
    List<MacroParameter> parameters = new ArrayList<>();
    Set<String> names = new HashSet<>();
    boolean defaults = false;
    while (!tokens.current().isOperator(")")) {
      if (!parameters.isEmpty()) {
        tokens.expectOperator(",");
      }
      Token start = tokens.current();
      String name = targets.parseName().name();
      if (!names.add(name)) {
        throw new SyntaxException(start, "two parameters named '" + name + "'");
      }
      Optional<Expression> defaultValue =
          tokens.skipOperator("=") ? Optional.of(expressions.parse()) : Optional.empty();
      if (defaults && defaultValue.isEmpty()) {
        throw new SyntaxException(start, "a parameter without default follows one with a default");
      }
      defaults = defaultValue.isPresent();
      parameters.add(new MacroParameter(name, defaultValue));
    }
    tokens.next();
    return List.copyOf(parameters);
  }

  private Statement parseFilterBlock(Token tag) {
    List<Use> filters = parser.inOwnScope(() -> expressions.operands().parseFilters());
    return new Statement.FilterBlock(
        tag.start(), filters, parser.parseScopedBody(tag, "endfilter"));
  }

  private Statement parseWith(Token tag) {
    List<Assignment> assignments = new ArrayList<>();
    while (!tokens.current().is(Kind.TAG_END)) {
      if (!assignments.isEmpty()) {
        tokens.expectOperator(",");
      }
      Target target = targets.parseOne();
      tokens.expectOperator("=");
      assignments.add(new Assignment(target, expressions.parse()));
    }
    return new Statement.With(
        tag.start(), List.copyOf(assignments), parser.parseScopedBody(tag, "endwith"));
  }

  private List<Statement> parsePrint(Token tag) {
    List<Statement> printed = new ArrayList<>();
    do {
      printed.add(new Statement.Output(tag.start(), expressions.parse()));
    } while (tokens.skipOperator(","));
    return printed;
  }

  private int requireLoop(Token tag) {
    if (loops == 0) {
      throw new SyntaxException(tag, "'" + tag.text() + "' outside a loop");
    }
    return tag.start();
  }
}
