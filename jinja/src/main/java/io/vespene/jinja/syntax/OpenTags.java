package io.vespene.jinja.syntax;

import io.vespene.jinja.routine.NearestName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The blocks that are open while parsing, for errors about missing and surplus ends. */
final class OpenTags {

  private static final Set<String> TAGS =
      Set.of(
          "if",
          "elif",
          "else",
          "endif",
          "for",
          "endfor",
          "set",
          "endset",
          "macro",
          "endmacro",
          "call",
          "endcall",
          "filter",
          "endfilter",
          "with",
          "endwith",
          "raw",
          "endraw",
          "do",
          "break",
          "continue",
          "print");

  private static final Set<String> NEEDING_A_LOADER =
      Set.of("include", "import", "from", "extends", "block", "endblock");

  private record Open(Token tag, List<String> ends) {}

  private final Source source;
  private final Deque<Open> open = new ArrayDeque<>();

  OpenTags(Source source) {
    this.source = source;
  }

  void open(Token tag, List<String> ends) {
    open.push(new Open(tag, ends));
  }

  void close() {
    open.pop();
  }

  boolean isEnd(Token token) {
    return !open.isEmpty() && open.getFirst().ends().stream().anyMatch(token::isName);
  }

  /** The error at the end of the template while a block is open. */
  SyntaxException unclosed() {
    Open innermost = open.getFirst();
    return new SyntaxException(
        innermost.tag(),
        "'%s' is never closed: expected %s".formatted(innermost.tag().text(), expected(innermost)));
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  /** The error for a tag that is not known, or not here. */
  SyntaxException unknown(Token tag) {
    String name = tag.text();
    if (NEEDING_A_LOADER.contains(name)) {
      return new SyntaxException(
          tag, "'" + name + "' is not available: a template cannot reach other templates");
    }
    if (name.equals("autoescape") || name.equals("endautoescape")) {
      return new SyntaxException(tag, "'" + name + "' is not available: templates are not HTML");
    }
    if (!TAGS.contains(name)) {
      return new SyntaxException(
          tag, "unknown tag '" + name + "'" + NearestName.suggest(name, TAGS));
    }
    if (open.isEmpty()) {
      return new SyntaxException(tag, "'" + name + "' without an open block");
    }
    Open innermost = open.getFirst();
    return new SyntaxException(
        tag,
        "unexpected '%s': '%s' on line %d is still open, expected %s"
            .formatted(
                name,
                innermost.tag().text(),
                source.line(innermost.tag().start()),
                expected(innermost)));
  }

  private static String expected(Open open) {
    return open.ends().stream().map(end -> "'" + end + "'").collect(Collectors.joining(" or "));
  }
}
