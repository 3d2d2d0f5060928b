package io.vespene.jinja.syntax;

/**
 * A word of the template language.
 *
 * @param text the word itself; for a string literal its decoded value
 * @param start offset of its first character
 * @param end offset after its last
 */
record Token(Kind kind, String text, int start, int end) {

  /** What a token is. */
  enum Kind {
    DATA,
    OUTPUT_BEGIN,
    OUTPUT_END,
    TAG_BEGIN,
    TAG_END,
    NAME,
    STRING,
    INTEGER,
    FLOAT,
    OPERATOR,
    END
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }

  boolean isOperator(String operator) {
    return kind == Kind.OPERATOR && text.equals(operator);
  }

  /** What it is, for an error. */
  String describe() {
    return switch (kind) {
      case DATA -> "text";
      case OUTPUT_BEGIN -> "'{{'";
      case OUTPUT_END -> "'}}'";
      case TAG_BEGIN -> "'{%'";
      case TAG_END -> "'%}'";
      case STRING -> "a string";
      case NAME, INTEGER, FLOAT, OPERATOR -> "'" + text + "'";
      case END -> "the end of the template";
    };
  }
}
