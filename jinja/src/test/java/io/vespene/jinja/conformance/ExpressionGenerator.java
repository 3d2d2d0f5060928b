package io.vespene.jinja.conformance;

import java.util.function.Supplier;

/** Writes random expressions, mostly of a wanted type so that most of them have a value. */
final class ExpressionGenerator {

  private static final double MIXED_TYPES = 0.06;

  private final Choice choice;
  private int depth;

  ExpressionGenerator(Choice choice) {
    this.choice = choice;
  }

  String any() {
    return choice.from(this::number, this::text, this::list, this::truth, this::dict, this::odd);
  }

  /** Something that is often wrong or undefined. */
  private String odd() {
    return choice.of(
        "missing",
        "z",
        "users[9]",
        "d.nothing",
        "range(3)",
        "d.items()",
        "(1, 'a')",
        "namespace(a=1)",
        "users[0].tags",
        "e|first",
        "1 if false",
        "()");
  }

  String number() {
    if (deep()) {
      return choice.of(
          "0",
          "1",
          "2",
          "-1",
          "7",
          "42",
          "1.5",
          "-0.5",
          "2.0",
          "1e3",
          "0.1",
          "100",
          "n",
          "f",
          "l[0]",
          "true",
          "loop.index",
          "loop.revindex0",
          "users[0].age",
          "l|length",
          "1_000",
          "0x1F");
    }
    return nested(
        () -> "(" + number() + " " + operator() + " " + number() + ")",
        () -> number() + choice.of(" + ", " - ", " * ") + number(),
        () -> "-" + number(),
        () ->
            number()
                + "|"
                + choice.of(
                    "abs",
                    "int",
                    "float",
                    "round",
                    "round(1)",
                    "round(0, 'floor')",
                    "round(1, 'ceil')"),
        () ->
            text()
                + "|"
                + choice.of("length", "int", "float", "wordcount", "count", "int(5)", "float(1.5)"),
        () -> list() + "|" + choice.of("length", "first", "last", "sum", "max", "min", "count"),
        () -> "(" + list() + ")[" + number() + "]",
        () -> "(" + text() + ").count(" + text() + ")",
        () -> "(" + text() + ").find(" + text() + ")",
        () -> dict() + ".get(" + text() + ", " + number() + ")",
        () -> "(" + number() + " if " + truth() + " else " + number() + ")",
        () -> "users|sum(attribute='age')");
  }

  private String operator() {
    return choice.of("+", "-", "*", "/", "//", "%", "+", "-", "*");
  }

  String text() {
    if (deep()) {
      return choice.of(
          "''",
          "'a'",
          "'Hello World'",
          "\"it's\"",
          "'é😀x'",
          "'a,b,,c'",
          "'  pad '",
          "'x\\ny\\n'",
          "'123'",
          "'-4.5'",
          "'<b>&'",
          "'one two  three-four'",
          "s",
          "w[0]",
          "w[-1]",
          "users[0].name",
          "d.a",
          "'%s and %s'",
          "'{} {}'",
          "'A'",
          "loop.cycle('x', 'y')",
          "'aXbXc'");
    }
    return nested(
        () -> "(" + any() + " ~ " + any() + ")",
        () -> "(" + text() + " + " + text() + ")",
        () -> "(" + text() + " * " + choice.of("0", "1", "2", "3") + ")",
        () -> text() + "|" + plainTextFilter(),
        () -> text() + "|" + textFilter(),
        () -> "(" + text() + ")." + textMethod(),
        () -> "(" + text() + ")[" + bound() + ":" + bound() + choice.of("", "", ":2", ":-1") + "]",
        () -> list() + "|join(" + text() + ")",
        () -> any() + "|string",
        () -> any() + "|" + choice.of("string|length|string", "default('d')", "d('x', true)"),
        () -> "'%" + choice.of("s", "r", "5s|", "-5s|") + "' % (" + any() + ",)",
        () ->
            "'%"
                + choice.of("d", "05.1f", "x", "+d", "e", "g", ".3f", "5d", "s")
                + "' % "
                + number(),
        () -> "'{" + choice.of("", ":>5", ":<5", ":^7", "!r", ":*^9") + "}'.format(" + text() + ")",
        () ->
            "'{"
                + choice.of("", ":5", ":.2f", ":+", ":,", ":e", ":g", ":08.2f", ":%", ":>6")
                + "}'.format("
                + number()
                + ")",
        () -> "(" + text() + " if " + truth() + " else " + text() + ")",
        () ->
            text()
                + "|truncate("
                + choice.of("3", "5, true", "8, false, '..'", "4, true, '', 0")
                + ")",
        () ->
            text()
                + "|wordwrap("
                + choice.of("3", "5", "7", "4, false", "6, true, '|'", "5, true, '/', false")
                + ")");
  }

  private String plainTextFilter() {
    return choice.of(
        "upper",
        "lower",
        "title",
        "capitalize",
        "trim",
        "reverse",
        "urlencode",
        "string",
        "indent",
        "indent(2, true)",
        "indent(3, blank=true)",
        "first",
        "last",
        "upper|lower");
  }

  private String textFilter() {
    return choice.from(
        () -> "replace(" + text() + ", " + text() + ")",
        () -> "replace(" + text() + ", " + text() + ", " + choice.of("1", "2", "0") + ")",
        () -> "center(" + choice.of("3", "9", "12", "20") + ")",
        () -> "trim(" + text() + ")",
        () -> "default(" + text() + ")",
        () -> "format(" + any() + ", " + any() + ")");
  }

  private String textMethod() {
    return choice.from(
        () ->
            choice.of(
                "upper()",
                "lower()",
                "title()",
                "capitalize()",
                "swapcase()",
                "strip()",
                "lstrip()",
                "rstrip()"),
        () ->
            choice.of(
                "zfill(6)",
                "center(9, '*')",
                "ljust(7)",
                "rjust(7, '.')",
                "expandtabs(4)",
                "casefold()"),
        () -> "replace(" + text() + ", " + text() + ")",
        () -> "strip(" + text() + ")",
        () -> "join(" + list() + "|map('string'))",
        () -> "removeprefix(" + text() + ")",
        () -> "split(',')[" + choice.of("0", "-1", "1") + "]");
  }

  private String bound() {
    return choice.chance(0.3) ? "" : choice.of("0", "1", "2", "-1", "-2", "5", "9", "n");
  }

  String list() {
    if (deep()) {
      return choice.of(
          "[]",
          "[1, 2, 3]",
          "['b', 'A', 'c', 'a']",
          "l",
          "w",
          "e",
          "[[1, 2], [3]]",
          "[1, 'a', none]",
          "(1, 2)",
          "range(4)",
          "[1.5, 1, true]",
          "d",
          "users|map(attribute='name')|list",
          "'abc'|list");
    }
    return nested(
        () -> "[" + any() + ", " + any() + "]",
        () -> "[" + number() + ", " + number() + ", " + number() + "]",
        () -> "[" + text() + ", " + text() + "]",
        () -> "(" + list() + ")|" + listFilter(),
        () -> "(" + list() + ")[" + bound() + ":" + bound() + choice.of("", "", ":2", ":-1") + "]",
        () -> "(" + list() + " + " + list() + ")",
        () ->
            "("
                + text()
                + ")."
                + choice.of(
                    "split()",
                    "split(',')",
                    "split(' ', 1)",
                    "rsplit(' ', 1)",
                    "splitlines()",
                    "partition(',')",
                    "rpartition(' ')"),
        () ->
            dict()
                + "|"
                + choice.of(
                    "dictsort", "items|list", "list", "dictsort(true)", "dictsort(by='value')"),
        () -> dict() + "." + choice.of("keys()", "values()", "items()") + "|list",
        () -> "users|" + userFilter());
  }

  private String listFilter() {
    return choice.from(
        () ->
            choice.of(
                "sort", "sort(reverse=true)", "sort(true)", "unique|list", "reverse|list", "list"),
        () -> choice.of("batch(2)|list", "batch(2, 'x')|list", "slice(2)|list", "slice(3, 0)|list"),
        () ->
            "map('"
                + choice.of("upper", "string", "length", "abs", "int", "title", "first", "list")
                + "')|list",
        () ->
            choice.of("select", "reject")
                + "('"
                + choice.of(
                    "odd", "even", "string", "number", "defined", "none", "iterable", "lower")
                + "')|list",
        () ->
            choice.of("select", "reject")
                + "('"
                + choice.of("gt", "lt", "eq", "in", "ne", "divisibleby")
                + "', "
                + any()
                + ")|list",
        () -> "map('replace', " + text() + ", " + text() + ")|list",
        () -> "map('default', " + text() + ")|list");
  }

  private String userFilter() {
    return choice.of(
        "map(attribute='name')|list",
        "map(attribute='tags.0')|list",
        "map(attribute='x', default=0)|list",
        "selectattr('tags')|map(attribute='name')|list",
        "rejectattr('age', 'gt', 26)|map(attribute='age')|list",
        "sort(attribute='name')|map(attribute='name')|list",
        "sort(attribute='age,name')|map(attribute='name')|list",
        "groupby('age')|map('first')|list",
        "groupby('age')|map('last')|map('length')|list",
        "unique(attribute='age')|map(attribute='name')|list",
        "max(attribute='age')|items|list",
        "map(attribute='age')|sum|string|list");
  }

  String dict() {
    return choice.of(
        "d", "{'a': 1, 'b': 'x'}", "{}", "users[0]", "dict(a=1)", "{1: 2, 'k': [1]}", "d.copy()");
  }

  String truth() {
    if (deep()) {
      return choice.of(
          "true",
          "false",
          "b",
          "n",
          "missing is defined",
          "s",
          "e",
          "loop.first",
          "z is none",
          "not b",
          "n is odd");
    }
    return nested(
        () -> number() + comparison() + number(),
        () -> text() + comparison() + text(),
        () -> any() + choice.of(" == ", " != ") + any(),
        () -> any() + choice.of(" in ", " not in ") + list(),
        () -> text() + choice.of(" in ", " not in ") + text(),
        () -> any() + " is " + choice.of("", "not ") + test(),
        () -> "not " + truth(),
        () -> "(" + truth() + choice.of(" and ", " or ") + any() + ")",
        () -> "(" + text() + ")." + choice.of("startswith(", "endswith(") + text() + ")",
        () ->
            "("
                + text()
                + ")."
                + choice.of(
                    "isdigit()", "isalpha()", "isupper()", "islower()", "isspace()", "istitle()"),
        () -> number() + comparison() + number() + comparison() + number());
  }

  private String comparison() {
    return choice.of(" == ", " != ", " < ", " <= ", " > ", " >= ");
  }

  private String test() {
    return choice.of(
        "defined",
        "undefined",
        "none",
        "string",
        "number",
        "integer",
        "float",
        "mapping",
        "sequence",
        "iterable",
        "boolean",
        "true",
        "false",
        "odd",
        "even",
        "lower",
        "upper",
        "callable",
        "divisibleby 3",
        "in [1, 'a']",
        "eq 1",
        "gt 1",
        "sameas none",
        "divisibleby(2)");
  }

  private boolean deep() {
    return depth >= 3 || choice.chance(0.35);
  }

  @SafeVarargs
  private String nested(Supplier<String>... options) {
    if (choice.chance(MIXED_TYPES)) {
      return odd();
    }
    depth++;
    String expression = choice.from(options);
    depth--;
    return expression;
  }
}
