package io.vespene.jinja.syntax;

import io.vespene.jinja.python.Whitespace;
import io.vespene.jinja.syntax.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;

/** Cuts a template into tokens, one at a time: text outside tags, words inside them. */
final class Lexer {

  private enum Mode {
    TEXT,
    OUTPUT,
    TAG
  }

  private final String source;
  private final LexerOptions options;
  private final Words words;
  private final Deque<Token> ready = new ArrayDeque<>();
  private Mode mode = Mode.TEXT;
  private int position;

  Lexer(Source source, LexerOptions options) {
    this.source = source.text();
    this.options = options;
    this.words = new Words(this.source);
  }

  /** The next token; at the end always {@link Kind#END}. */
  Token next() {
    while (ready.isEmpty()) {
      if (mode == Mode.TEXT) {
        readText();
      } else {
        readInside();
      }
    }
    return ready.removeFirst();
  }

  private void readText() {
    int tag = findTag(position);
    if (tag < 0) {
      addData(position, source.substring(position));
      position = source.length();
      ready.add(new Token(Kind.END, "", position, position));
      return;
    }
    char kind = source.charAt(tag + 1);
    char sign = signAt(tag + 2);
    addData(position, stripBeforeTag(source.substring(position, tag), sign, kind != '{'));
    int inside = tag + (sign == ' ' ? 2 : 3);
    int rawBody = kind == '%' ? RawTag.bodyAfter(source, inside) : -1;
    if (rawBody >= 0) {
      readRaw(tag, rawBody);
    } else if (kind == '#') {
      position = afterComment(tag, inside);
    } else {
      mode = kind == '{' ? Mode.OUTPUT : Mode.TAG;
      Kind begin = kind == '{' ? Kind.OUTPUT_BEGIN : Kind.TAG_BEGIN;
      ready.add(new Token(begin, source.substring(tag, inside), tag, inside));
      position = inside;
    }
  }

  private int findTag(int from) {
    int brace = source.indexOf('{', from);
    while (brace >= 0 && brace + 1 < source.length()) {
      if ("{%#".indexOf(source.charAt(brace + 1)) >= 0) {
        return brace;
      }
      brace = source.indexOf('{', brace + 1);
    }
    return -1;
  }

  private char signAt(int at) {
    char sign = at < source.length() ? source.charAt(at) : ' ';
    return sign == '-' || sign == '+' ? sign : ' ';
  }

  private String stripBeforeTag(String text, char sign, boolean block) {
    if (sign == '-') {
      return Whitespace.stripRight(text);
    }
    if (sign == '+' || !options.stripBlocks() || !block) {
      return text;
    }
    int line = text.lastIndexOf('\n') + 1;
    boolean lineStarts = line > 0 || position == 0 || source.charAt(position - 1) == '\n';
    boolean blank = Whitespace.strip(text.substring(line)).isEmpty();
    return lineStarts && blank ? text.substring(0, line) : text;
  }

  private void addData(int at, String text) {
    if (!text.isEmpty()) {
      ready.add(new Token(Kind.DATA, text, at, at + text.length()));
    }
  }

  private void readRaw(int tag, int body) {
    RawTag.End end =
        RawTag.findEnd(source, body)
            .orElseThrow(
                () -> new SyntaxException(tag, body, "'raw' is never closed: expected 'endraw'"));
    position = body;
    addData(body, stripBeforeTag(source.substring(body, end.start()), end.sign(), true));
    position = afterBlockEnd(end.closing());
  }

  private int afterComment(int tag, int inside) {
    int end = source.indexOf("#}", inside);
    if (end < 0) {
      throw new SyntaxException(tag, inside, "the comment is never closed: expected '#}'");
    }
    char sign = end > inside ? signAt(end - 1) : ' ';
    return afterEnd(end + 2, sign);
  }

  /** Where the text goes on after a block end that starts here, with or without a sign. */
  private int afterBlockEnd(int closing) {
    char sign = signAt(closing);
    return afterEnd(closing + (sign == ' ' ? 2 : 3), sign);
  }

  private int afterEnd(int end, char sign) {
    if (sign == '-') {
      return skipSpace(end);
    }
    boolean trim = sign == ' ' && options.trimBlocks() && source.startsWith("\n", end);
    return trim ? end + 1 : end;
  }

  private int skipSpace(int from) {
    int at = from;
    while (at < source.length() && Whitespace.isSpace(source.charAt(at))) {
      at++;
    }
    return at;
  }

  private void readInside() {
    position = skipSpace(position);
    if (position == source.length()) {
      ready.add(new Token(Kind.END, "", position, position));
      return;
    }
    if (!words.insideBrackets() && readTagEnd()) {
      return;
    }
    Token word = words.read(position);
    position = word.end();
    ready.add(word);
  }

  private boolean readTagEnd() {
    String closing = mode == Mode.OUTPUT ? "}}" : "%}";
    char sign = signAt(position);
    boolean signed = sign == '-' || (sign == '+' && mode == Mode.TAG);
    int braces = position + (signed ? 1 : 0);
    if (!source.startsWith(closing, braces)) {
      return false;
    }
    Kind kind = mode == Mode.OUTPUT ? Kind.OUTPUT_END : Kind.TAG_END;
    ready.add(new Token(kind, closing, position, braces + 2));
    boolean output = mode == Mode.OUTPUT;
    position = output && !signed ? braces + 2 : afterEnd(braces + 2, signed ? sign : ' ');
    mode = Mode.TEXT;
    return true;
  }
}
