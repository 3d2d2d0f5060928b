package io.vespene.jinja.conformance;

import io.vespene.jinja.Syntax;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes random templates with random variables. */
public final class TemplateGenerator {

  private static final int MAX_DEPTH = 3;

  private final Choice choice;
  private final ExpressionGenerator expressions;
  private int depth;
  private boolean inLoop;

  public TemplateGenerator(long seed) {
    this.choice = new Choice(seed);
    this.expressions = new ExpressionGenerator(choice);
  }

  public Case next() {
    depth = 0;
    inLoop = false;
    boolean defaults = choice.chance(0.7);
    Syntax syntax =
        defaults
            ? Syntax.DEFAULT
            : new Syntax(choice.chance(0.5), choice.chance(0.5), choice.chance(0.5));
    return new Case(body(), variables(), choice.chance(0.3), syntax);
  }

  private Map<String, @Nullable Object> variables() {
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    variables.put("n", BigInteger.valueOf(choice.number(12) - 3));
    variables.put("f", (choice.number(400) - 100) / 8.0);
    variables.put("s", choice.of("text", "Two Words", "", "a,b;c", "x\ny", "äß"));
    variables.put("b", choice.chance(0.5));
    variables.put("z", null);
    variables.put("e", List.of());
    variables.put(
        "l", List.of(BigInteger.TWO, BigInteger.valueOf(choice.number(5)), BigInteger.ONE));
    variables.put("w", List.of("pear", choice.of("Apple", "fig"), "kiwi"));
    variables.put("d", map("a", choice.of("one", "two"), "b", BigInteger.ONE, "c", null));
    variables.put(
        "users", List.of(user("ann", 30, "x"), user("Bob", 25), user("cid", 30, "y", "x")));
    return variables;
  }

  private static Map<String, @Nullable Object> user(String name, int age, String... tags) {
    return map("name", name, "age", BigInteger.valueOf(age), "tags", Arrays.asList(tags));
  }

  private static Map<String, @Nullable Object> map(@Nullable Object... pairs) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return map;
  }

  private String body() {
    StringBuilder body = new StringBuilder();
    int parts = 1 + choice.number(depth == 0 ? 4 : 3);
    depth++;
    for (int i = 0; i < parts; i++) {
      body.append(depth > MAX_DEPTH || choice.chance(0.5) ? simple() : statement());
    }
    depth--;
    return body.toString();
  }

  private String simple() {
    return choice.from(
        () -> choice.of("text ", "\n", "  \n  ", " x", "a\nb\n", "{ ", "%}", "#", " "),
        this::output,
        this::output,
        this::output,
        () -> tag("set " + choice.of("n", "v", "s") + " = " + expressions.any()),
        () -> choice.of("{# c #}", " {#- c -#} ", "{# c\n #}\n"));
  }

  private String output() {
    return "{{" + choice.of("", "", "", "-") + " " + printed() + choice.of("", "", "", "-") + "}}";
  }

  private String printed() {
    return choice.chance(0.7)
        ? expressions.any() + " "
        : "(" + expressions.any() + ")|" + choice.of("tojson ", "e ", "tojson(2) ");
  }

  private String tag(String inside) {
    String begin = choice.of("", "", "", "", "-", "+");
    String end = choice.of("", "", "", "", "-", "+");
    return "{%" + begin + " " + inside + " " + end + "%}";
  }

  private String statement() {
    return choice.from(
        this::condition,
        this::loop,
        this::loop,
        () -> tag("set v") + body() + tag("endset") + "{{ v }}",
        () ->
            tag("set v | " + choice.of("upper", "trim", "replace('a', 'b')"))
                + body()
                + tag("endset"),
        () ->
            tag("with v = " + expressions.any() + choice.of("", ", n = 5"))
                + body()
                + tag("endwith"),
        () ->
            tag("filter " + choice.of("upper", "indent", "trim", "replace(' ', '_')"))
                + body()
                + tag("endfilter"),
        this::macro,
        this::callBlock,
        this::namespace,
        () -> tag("do l.append(" + expressions.number() + ")") + "{{ l }}",
        () -> tag("raw") + choice.of("{{ x }}", " {% if %} ", "\n#}") + tag("endraw"));
  }

  private String condition() {
    String elif = choice.chance(0.3) ? tag("elif " + expressions.truth()) + body() : "";
    String otherwise = choice.chance(0.4) ? tag("else") + body() : "";
    return tag("if " + expressions.truth()) + body() + elif + otherwise + tag("endif");
  }

  private String loop() {
    boolean outer = inLoop;
    String head =
        choice.from(
            () -> "for v in " + expressions.list(),
            () ->
                "for i in "
                    + expressions.list()
                    + " if "
                    + choice.of("i is odd", "i", "loop is undefined", "i is string"),
            () -> "for k, v in " + expressions.dict() + ".items()",
            () -> "for u in users",
            () -> "for n in range(" + choice.of("3", "n", "l|length") + ")");
    inLoop = true;
    String inside =
        choice.from(
            () ->
                "{{ loop."
                    + choice.of(
                        "index",
                        "first",
                        "last",
                        "length",
                        "revindex",
                        "previtem",
                        "nextitem|d('-')",
                        "changed(n)",
                        "depth")
                    + " }}",
            () -> "",
            () ->
                tag("if " + expressions.truth())
                    + tag(choice.of("break", "continue"))
                    + tag("endif"));
    String body = inside + body();
    inLoop = outer;
    String otherwise = choice.chance(0.3) ? tag("else") + body() : "";
    return tag(head) + body + otherwise + tag("endfor");
  }

  private String macro() {
    boolean outer = inLoop;
    inLoop = false;
    String parameters = choice.of("", "a", "a, b=2", "a='x', n=a");
    String definition =
        tag("macro m(" + parameters + ")")
            + body()
            + choice.of("", "{{ varargs }}", "{{ kwargs }}", "{{ a }}")
            + tag("endmacro");
    inLoop = outer;
    String arguments =
        choice.from(
            () -> "",
            expressions::any,
            () -> "a=" + expressions.any(),
            () -> expressions.text() + ", " + expressions.number());
    return definition + "{{ m(" + arguments + ") }}";
  }

  private String callBlock() {
    String definition =
        tag("macro c(a)") + "[{{ caller(" + choice.of("", "a") + ") }}]" + body() + tag("endmacro");
    return definition
        + tag("call" + choice.of("", "(v)", "(v=1)") + " c(" + expressions.any() + ")")
        + body()
        + tag("endcall");
  }

  private String namespace() {
    return tag("set ns = namespace(v=" + expressions.any() + ")")
        + tag("for x in " + expressions.list())
        + tag("set ns.v = " + choice.of("x", "ns.v ~ x", "loop.index", "[ns.v]"))
        + tag("endfor")
        + "{{ ns.v }}";
  }
}
