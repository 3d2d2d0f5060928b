package io.vespene.jinja.syntax;

import io.vespene.jinja.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Parses a template: text, outputs and tags. */
public final class Parser {

  private final Tokens tokens;
  private final NameCheck names;
  private final ExpressionParser expressions;
  private final OpenTags openTags;
  private final StatementParser statements;

  private Parser(Source source, LexerOptions options, Vocabulary vocabulary) {
    this.tokens = new Tokens(new Lexer(source, options));
    this.names = new NameCheck(vocabulary);
    this.expressions = new ExpressionParser(tokens, names);
    this.openTags = new OpenTags(source);
    this.statements = new StatementParser(tokens, expressions, this);
  }

  /**
   * The syntax tree of a template.
   *
   * @throws SyntaxException if it is none
   */
  public static Block parse(Source source, LexerOptions options, Vocabulary vocabulary) {
    return new Parser(source, options, vocabulary).parseStatements();
  }

  NameCheck names() {
    return names;
  }

  /**
   * A block up to one of its end tags, whose name becomes the current token.
   *
   * @param tag the name that opened it
   */
  Block parseBody(Token tag, String... ends) {
    tokens.skipOperator(":");
    expectTagEnd();
    openTags.open(tag, List.of(ends));
    Block body = tokens.nested(this::parseStatements);
    openTags.close();
    return body;
  }

  /** The same for a body with variables of its own, taking its only end tag. */
  Block parseScopedBody(Token tag, String end) {
    Block body = inOwnScope(() -> parseBody(tag, end));
    tokens.next();
    return body;
  }

  <T> T inOwnScope(Supplier<T> parse) {
    int outer = names.enterScope();
    T parsed = parse.get();
    names.leaveScope(outer);
    return parsed;
  }

  private Block parseStatements() {
    List<Statement> parsed = new ArrayList<>();
    while (true) {
      Token token = tokens.current();
      switch (token.kind()) {
        case DATA -> parsed.add(new Statement.Data(tokens.next().start(), token.text()));
        case OUTPUT_BEGIN -> parsed.add(parseOutput());
        case TAG_BEGIN -> {
          tokens.next();
          if (openTags.isEnd(tokens.current())) {
            return new Block(parsed);
          }
          parsed.addAll(parseTag());
        }
        case END -> {
          if (!openTags.isEmpty()) {
            throw openTags.unclosed();
          }
          return new Block(parsed);
        }
        default -> throw new IllegalStateException("token outside a tag: " + token);
      }
    }
  }

  private Statement parseOutput() {
    int at = tokens.next().start();
    Expression value = tokens.nested(expressions::parseTuple);
    tokens.expect(Kind.OUTPUT_END, "'}}' or an operator");
    names.report();
    return new Statement.Output(at, value);
  }

  private List<Statement> parseTag() {
    Token tag = tokens.expect(Kind.NAME, "the name of a tag");
    List<Statement> parsed = statements.parse(tag);
    if (parsed.isEmpty()) {
      throw openTags.unknown(tag);
    }
    expectTagEnd();
    return parsed;
  }

  private void expectTagEnd() {
    names.report();
    tokens.expect(Kind.TAG_END, "'%}' or an operator");
  }
}
