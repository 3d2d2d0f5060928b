package io.vespene.jinja.regex;

/** A condition on a place between two characters. */
enum Assertion {
  TEXT_START,
  TEXT_END,
  /** At the end, or before a line end that ends the text. */
  LAST_LINE_END,
  LINE_START,
  LINE_END,
  WORD_BOUNDARY,
  NO_WORD_BOUNDARY;

  boolean holds(int[] text, int at) {
    return switch (this) {
      case TEXT_START -> at == 0;
      case TEXT_END -> at == text.length;
      case LAST_LINE_END -> at == text.length || (at == text.length - 1 && text[at] == '\n');
      case LINE_START -> at == 0 || text[at - 1] == '\n';
      case LINE_END -> at == text.length || text[at] == '\n';
      case WORD_BOUNDARY -> isBoundary(text, at);
      case NO_WORD_BOUNDARY -> !isBoundary(text, at);
    };
  }

  private static boolean isBoundary(int[] text, int at) {
    boolean before = at > 0 && CharacterSets.isWord(text[at - 1]);
    boolean after = at < text.length && CharacterSets.isWord(text[at]);
    return before != after;
  }
}
