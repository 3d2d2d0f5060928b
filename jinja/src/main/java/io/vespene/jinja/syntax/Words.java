package io.vespene.jinja.syntax;

import io.vespene.jinja.syntax.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads the words inside a tag and keeps track of open brackets. */
final class Words {

  private static final String[] LONG_OPERATORS = {"//", "**", "==", "!=", ">=", "<="};
  private static final String OPERATORS = "+-/*%~[](){}><=.:|,;";

  private final String source;
  private final NumberReader numbers;
  private final Deque<Token> brackets = new ArrayDeque<>();

  Words(String source) {
    this.source = source;
    this.numbers = new NumberReader(source);
  }

  /** Whether a bracket is open, so that {@code }}} and {@code %}} do not end the tag. */
  boolean insideBrackets() {
    return !brackets.isEmpty();
  }

  /**
   * The word that starts here.
   *
   * @throws SyntaxException if none does
   */
  Token read(int at) {
    int first = source.codePointAt(at);
    if (first >= '0' && first <= '9') {
      return numbers.read(at);
    }
    if (first == '_' || Character.isUnicodeIdentifierStart(first)) {
      return readName(at);
    }
    if (first == '\'' || first == '"') {
      return StringLiteral.read(source, at);
    }
    return readOperator(at);
  }

  private Token readName(int at) {
    int end = at;
    while (end < source.length() && isNamePart(source.codePointAt(end))) {
      end += Character.charCount(source.codePointAt(end));
    }
    return new Token(Kind.NAME, source.substring(at, end), at, end);
  }

  private static boolean isNamePart(int point) {
    return point == '_'
        || (Character.isUnicodeIdentifierPart(point) && !Character.isIdentifierIgnorable(point));
  }

  private Token readOperator(int at) {
    for (String operator : LONG_OPERATORS) {
      if (source.startsWith(operator, at)) {
        return new Token(Kind.OPERATOR, operator, at, at + operator.length());
      }
    }
    if (OPERATORS.indexOf(source.charAt(at)) < 0) {
      String character = Character.toString(source.codePointAt(at));
      throw new SyntaxException(
          at, at + character.length(), "unexpected character '" + character + "'");
    }
    Token operator = new Token(Kind.OPERATOR, source.substring(at, at + 1), at, at + 1);
    balance(operator);
    return operator;
  }

  private void balance(Token operator) {
    switch (operator.text()) {
      case "(", "[", "{" -> brackets.push(operator);
      case ")", "]", "}" -> {
        if (brackets.isEmpty()) {
          throw new SyntaxException(operator, "unexpected '" + operator.text() + "'");
        }
        Token open = brackets.pop();
        if (!closing(open).equals(operator.text())) {
          throw new SyntaxException(
              operator,
              "unexpected '%s', expected '%s' for the '%s' before"
                  .formatted(operator.text(), closing(open), open.text()));
        }
      }
      default -> {}
    }
  }

  private static String closing(Token open) {
    return switch (open.text()) {
      case "(" -> ")";
      case "[" -> "]";
      default -> "}";
    };
  }
}
