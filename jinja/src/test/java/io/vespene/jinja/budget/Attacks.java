package io.vespene.jinja.budget;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Templates written to burn time or memory, or to overflow the stack. */
final class Attacks {

  private static final int MEBI = 1 << 20;

  private Attacks() {}

  static List<Attack> all() {
    return Stream.of(
            loops(),
            sizes(),
            growth(),
            shapes(),
            loopsOverSlowThings(),
            numbers(),
            loopsOverNumbers(),
            regexes(),
            nesting(),
            sources())
        .flatMap(List::stream)
        .toList();
  }

  private static Attack print(String expression) {
    return new Attack(expression, "{{ " + expression + " }}");
  }

  private static Attack repeat(String statements) {
    return new Attack(statements, "{% for i in range(10000000) %}" + statements + "{% endfor %}");
  }

  private static List<Attack> loops() {
    return List.of(
        new Attack(
            "four nested loops",
            "{% for a in range(999) %}".repeat(4) + "{{ a }}" + "{% endfor %}".repeat(4)),
        new Attack(
            "four nested loops that print nothing",
            "{% for a in range(999) %}".repeat(4) + "{% endfor %}".repeat(4)),
        print("range(2147483647)|list"),
        print("range(2147483647)|sum"),
        print("range(9999999999999)|map('string')|join"),
        print("2147483646 in range(2147483647)|map('abs')"),
        print("range(2147483647)|select('lt', 0)|first"),
        print("(range(2000)|list)|sum(attribute='a')"),
        new Attack(
            "a list that grows while it is gone through",
            "{% set l = [1] %}{% for i in l %}{% do l.append(i) %}{% endfor %}"),
        new Attack(
            "a macro that calls itself",
            "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}"),
        new Attack(
            "a macro that calls itself in a tree",
            "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}"),
        new Attack(
            "a recursive loop",
            "{% set l = [1, 2] %}{% do l.append(l) %}"
                + "{% for i in l recursive %}{% if i is iterable %}{{ loop(i) }}{% endif %}{% endfor %}"));
  }

  private static List<Attack> sizes() {
    return Stream.of(
            "'a'|center(2000000000)",
            "'a'.center(2000000000, '\u00e9')",
            "'a'.ljust(2000000000)",
            "'a'.zfill(2000000000)",
            "'a' * 10**9",
            "10**9 * 'a'",
            "[1] * 10**9",
            "(1, 2) * 10**9",
            "'%2000000000d' % 1",
            "'%.2000000000f' % 1.5",
            "'%*d' % (2000000000, 1)",
            "'{:2000000000}'.format(1)",
            "'{:\ud83d\ude00>8000000}'.format(1)",
            "'{:.2000000000f}'.format(1.5)",
            "'{:0{}}'.format(1, 2000000000)",
            "'a\\tb'.expandtabs(2000000000)",
            "'\\t' * 1000000|replace('\\t', 'a' * 1000000)",
            "('\\t' * 1000000).expandtabs(1000)",
            "text|indent(2000000000)",
            "('a\\n' * 100000)|indent('b' * 100000)",
            "('\\n' * 8000000)|indent",
            "text|wordwrap(1, wrapstring='x' * 8000000)",
            "('a ' * 1000)|wordwrap(1, wrapstring='x' * 1000000)",
            "('a\\n' * 1000)|wordwrap(1, wrapstring='x' * 1000000)",
            "[1, 2]|batch(2000000000, 0)|list",
            "[1, 2]|slice(2000000000)|list",
            "('x' * 1000000)|replace('', 'y' * 1000)",
            "('x' * 1000000)|replace('x', 'y' * 1000)",
            "('x' * 1000000)|truncate(2000000000)",
            "(['y' * 1000000] * 1000)|join",
            "([''] * 100000)|join('y' * 1000000)",
            "('y' * 1000000).join(['a'] * 1000)",
            "('x' * 8000000).title()|length",
            "('x' * 8000000)|title|length",
            "('x' * 8000000)|wordcount",
            "('x y' * 2000000)|wordcount",
            "('x' * 8000000)[::-1]|length",
            "('\u0390' * 4000000)|upper|length",
            "('\\x01' * 8000000)|tojson|length",
            "('\u20ac' * 4000000)|tojson|length",
            "['\\x01' * 8000000]|string|length",
            "['\u20ac' * 4000000]|to_yaml|length",
            "('%a' % ('\u20ac' * 4000000))|length",
            "[[[[[[1]]]]]]|to_json(indent='x' * 8000000)",
            "[1, 2, 3]|tojson(indent=2000000000)",
            "('<' * 4000000)|escape|length",
            "(\"'\" * 4000000)|shell_quote|length",
            "('\u20ac' * 4000000)|urlencode|length",
            "('a' * 8000000)|b64encode|length",
            "('a' * 8000000)|hash('sha512')",
            "('a ' * 4000000).split()|length",
            "('a' * 8000000).split('a')|length",
            "('a' * 8000000).rsplit('a')|length",
            "('a ' * 4000000).rsplit()|length",
            "('\\n' * 8000000).splitlines()|length",
            "('a' * 8000000)|list|length",
            "list|sort(attribute=',' * 8000000)",
            "list|sum(attribute='.' * 8000000)",
            "list|map(attribute='a.' * 4000000)|list",
            "('{}' * 4000000).format(1)",
            "('%s' * 4000000) % 1",
            "'%s'|format('x' * 8000000)",
            "('%s ' * 1000)|format(*(['x' * 100000] * 1000))",
            "('x' * 8000000)|int",
            "('1' * 8000000)|int",
            "('1' * 8000000)|float",
            "('x' * 8000000).strip('x' * 8000000)")
        .map(Attacks::print)
        .toList();
  }

  private static List<Attack> growth() {
    return List.of(
        new Attack(
            "a text that doubles",
            "{% set ns = namespace(t='ab') %}{% for i in range(99) %}{% set ns.t = ns.t ~ ns.t %}"
                + "{% endfor %}{{ ns.t|length }}"),
        new Attack(
            "a list that doubles",
            "{% set ns = namespace(l=[1]) %}{% for i in range(99) %}{% set ns.l = ns.l + ns.l %}"
                + "{% endfor %}{{ ns.l|length }}"),
        new Attack(
            "a list of itself",
            "{% set ns = namespace(l=[1]) %}{% for i in range(99) %}{% set ns.l = [ns.l, ns.l] %}"
                + "{% endfor %}{{ ns.l }}"),
        new Attack(
            "lists of themselves compared",
            "{% set ns = namespace(l=[1], m=[1]) %}{% for i in range(60) %}"
                + "{% set ns.l = [ns.l, ns.l] %}{% set ns.m = [ns.m, ns.m] %}{% endfor %}{{ ns.l == ns.m }}"),
        new Attack(
            "tuples of themselves as keys",
            "{% set ns = namespace(t=(1,)) %}{% for i in range(60) %}{% set ns.t = (ns.t, ns.t) %}"
                + "{% endfor %}{{ {ns.t: 1} }}"),
        new Attack(
            "a deep list",
            "{% set ns = namespace(l=[]) %}{% for i in range(100000) %}{% set ns.l = [ns.l] %}"
                + "{% endfor %}{{ ns.l }}"),
        new Attack(
            "deep lists compared",
            "{% set ns = namespace(l=[], m=[]) %}{% for i in range(50000) %}{% set ns.l = [ns.l] %}"
                + "{% set ns.m = [ns.m] %}{% endfor %}{{ ns.l == ns.m }}{{ ns.l < ns.m }}"),
        new Attack(
            "a deep list as JSON and YAML",
            "{% set ns = namespace(l=[]) %}{% for i in range(190) %}{% set ns.l = [ns.l] %}"
                + "{% endfor %}{{ ns.l|to_json(indent=16000)|length }}{{ ns.l|to_yaml(16)|length }}"),
        new Attack(
            "a deep stream",
            "{% set ns = namespace(s=[1]) %}{% for i in range(100000) %}"
                + "{% set ns.s = ns.s|map('string') %}{% endfor %}{{ ns.s|list }}"),
        new Attack(
            "a deep selection",
            "{% set ns = namespace(s=[1]) %}{% for i in range(100000) %}"
                + "{% set ns.s = ns.s|select %}{% endfor %}{{ ns.s|list }}"),
        new Attack(
            "a list, a dictionary and a namespace that contain themselves",
            "{% set l = [] %}{% do l.append(l) %}{% set d = {} %}{% do d.update(a=d) %}"
                + "{% set n = namespace() %}{% set n.n = n %}{{ l }}{{ d }}{{ l == [l] }}{{ n }}"),
        collect("loop"),
        collect("missing"),
        collect("namespace(a=1)"),
        collect("cycler(1, 2)"),
        collect("{}"),
        collect("[]"),
        collect("[i]"),
        collect("{i: i}"),
        collect("'x'.upper"),
        collect("[i]|map('string')"),
        collect("2 ** 6000 + i"),
        collect("'x' * 256"),
        collect("'x' * 257"),
        new Attack(
            "a list of macros with what is around them",
            "{% set l = [] %}{% for i in range(10000000) %}"
                + assignments(20)
                + "{% for j in [1] %}{% macro m() %}{% endmacro %}{% do l.append(m) %}{% endfor %}"
                + "{% endfor %}"),
        new Attack(
            "a list of captured texts",
            "{% set l = [] %}{% for i in range(10000000) %}{% set t %}"
                + "x".repeat(1000)
                + "{% endset %}{% do l.append(t) %}{% endfor %}"),
        new Attack(
            "a list of inner loops",
            "{% set l = [] %}{% for i in range(10000000) %}{% for j in [1] %}{% do l.append(loop) %}"
                + "{% endfor %}{% endfor %}"),
        new Attack(
            "macros with many variables that call each other",
            "{% macro m() %}" + assignments(30000) + "{{ m() }}{% endmacro %}{{ m() }}"));
  }

  /** Puts one more of a kind into a list until something gives. */
  private static Attack collect(String element) {
    return new Attack(
        "a list of " + element,
        "{% set l = [] %}{% for i in range(10000000) %}{% do l.append("
            + element
            + ") %}{% endfor %}");
  }

  private static String assignments(int count) {
    return numbered("{%% set v%d = i %%}", count);
  }

  private static List<Attack> shapes() {
    return Stream.of(
            "('-' * 100000)|wordwrap(7)|length",
            "('-' * 1000000)|wordwrap(7)|length",
            "('a' * 1000000)|wordwrap(7)|length",
            "(' ' * 1000000)|wordwrap(7)|length",
            "('a-' * 500000)|wordwrap(7)|length",
            "('a--b' * 250000)|wordwrap(7)|length",
            "('ab-cd' * 200000)|wordwrap(1)|length",
            "(' a' * 500000)|wordwrap(1)|length",
            "('x' ~ '\u00a0' * 1000000 ~ 'x')|wordwrap(7)|length",
            "('a ' * 500000)|wordwrap(1000000)|length",
            "('a b ' * 250000).split()|length",
            "('ab' * 400000)|replace('b' * 1000, 'c')|length",
            "('a' * 1000000 ~ 'b').find('a' * 500000 ~ 'c')",
            "('a' * 1000000) in ('a' * 2000000)",
            "('a' * 4000000)|regex_replace('a', 'b')|length",
            "(['x' * 1000000] * 10000)|sort|length",
            "(['x' * 1000000] * 10000)|unique|list|length",
            "(['x' * 1000000] * 10000)|groupby(0)|length",
            "(['x' * 1000000] * 10000)|max|length",
            "range(100000)|sort(reverse=true)|first",
            "range(100000)|map('string')|unique|list|length",
            "range(100000)|groupby('x')|length",
            "range(100000)|map('default', *range(100000))|list",
            "range(100000)|map('format', *range(100000))|list",
            "dict(range(100000)|batch(2))|dictsort|length",
            "dict(range(100000)|batch(2)) == dict(range(100000)|batch(2))",
            "range(3000)|list in [range(3000)|list] * 3000",
            "list.index('x' * 8000000)",
            "'x'.startswith(('x' * 1000,) * 100000)")
        .map(Attacks::print)
        .toList();
  }

  private static List<Attack> loopsOverSlowThings() {
    return List.of(
        repeat("{{ 99999 in list * 30000 }}"),
        new Attack(
            "looking into a list in a loop",
            "{% set l = range(100000)|list %}{% for i in l %}"
                + "{% if -i in l %}x{% endif %}{% endfor %}"),
        new Attack(
            "going through a dictionary in a loop",
            "{% set d = dict(range(100000)|batch(2)) %}"
                + "{% for i in range(10000000) %}{% for k in d %}{% break %}"
                + "{% endfor %}{% endfor %}"),
        new Attack(
            "keys with the same hash",
            "{% set d = {} %}{% for i in range(100000) %}"
                + "{% do d.update([((i, 1000000 - 31 * i), 1)]) %}{% endfor %}"),
        new Attack(
            "a long text looked at again and again",
            "{% set t = '\u20ac' * 8000000 %}{% for i in range(10000000) %}"
                + "{{ t[5] }}{{ t|length }}{{ t.startswith('x') }}{{ t[1:2] }}"
                + "{{ t == t ~ '' }}{% endfor %}"),
        new Attack(
            "the front of a list",
            "{% set l = range(100000)|list %}{% for i in range(10000000) %}"
                + "{% do l.insert(0, 1) %}{% do l.pop(0) %}{% endfor %}"));
  }

  private static List<Attack> numbers() {
    return Stream.of(
            "10 ** (10 ** 10)",
            "2 ** (2 ** (2 ** (2 ** (2 ** 2))))",
            "(2 ** 262000) * (2 ** 262000)",
            "(10 ** 4000) ** 4000",
            "(-7) ** 99999999",
            "0.5 ** (10 ** 400)",
            "(2 ** 262000)|string",
            "'%d' % (2 ** 262000)",
            "'{:b}'.format(2 ** 262000)|length",
            "'{:_b}'.format(2 ** 262000)|length",
            "'{:e}'.format(10 ** 300)",
            "(2 ** 262000) / 3",
            "3 / (2 ** 262000)",
            "(2 ** 262000) / (2 ** 261999)",
            "(2 ** 262000) == 1e308",
            "(2 ** 262000)|round(-300)",
            "1e308|round(300)",
            "5|round(2000000000, 'ceil')",
            "5.5|round(2000000000)",
            "5|round(-2000000000, 'floor')",
            "range(-9223372036854775807, 9223372036854775807)|length",
            "range(10 ** 30)",
            "range(1, 4000000000000000000, 3)[1:5:2147483647]",
            "'a'[10 ** 30:]",
            "[1][-(10 ** 30)]")
        .map(Attacks::print)
        .toList();
  }

  private static List<Attack> loopsOverNumbers() {
    return List.of(
        repeat("{{ (3 ** 160000) % (7 ** 90000) > 0 }}"),
        repeat("{{ 1 / (3 ** 160000) }}"),
        repeat("{{ '{:x}'.format(3 ** 160000)|length }}"),
        new Attack(
            "a number that grows",
            "{% set ns = namespace(n=3) %}{% for i in range(10000000) %}"
                + "{% set ns.n = ns.n * ns.n %}{% endfor %}"),
        new Attack(
            "ten to the power of itself",
            "{% set ns = namespace(n=10) %}{% for i in range(3) %}"
                + "{% set ns.n = 10 ** ns.n %}{% endfor %}"));
  }

  private static List<Attack> regexes() {
    return Stream.of(
            "('a' * 100000 ~ '!')|regex_search('(a+)+$')",
            "('a' * 100000)|regex_search('(a*)*b')",
            "('a' * 100000)|regex_search('(a|aa)+$')",
            "('a' * 100000)|regex_replace('(.*b)|a', 'x')|length",
            "('a' * 100000)|regex_replace('', 'y' * 1000)|length",
            "('a' * 100000)|regex_replace('a', '\\\\g<0>' * 1000)|length",
            "'a'|regex_replace('a', '\\\\0' * 2000000)|length",
            "'a'|regex_search('(?:(?:(?:(?:(?:){1000}){1000}){1000}){1000}){1000}')",
            "'a'|regex_search('(((a{1000}){1000}){1000})')",
            "'a'|regex_search('(' * 100000)",
            "'a'|regex_search('(?:' * 3000 ~ ')' * 3000)",
            "'a'|regex_search('a|' * 4000)",
            "'\u20ac'|regex_search('[' ~ 'a' * 9000 ~ ']')",
            "('\u20ac' * 100000)|regex_search('[' ~ 'a' * 9000 ~ ']')",
            "'a'|regex_search('a' * 8000000)",
            "'a'|regex_search('a{99999999999}')",
            "('ab' * 100000)|regex_search('(a.{900}){2}c')")
        .map(Attacks::print)
        .toList();
  }

  private static List<Attack> nesting() {
    int deep = 10_000;
    return List.of(
        new Attack("round brackets", "{{ " + "(".repeat(deep) + "1" + ")".repeat(deep) + " }}"),
        new Attack("square brackets", "{{ " + "[".repeat(deep) + "1" + "]".repeat(deep) + " }}"),
        new Attack("dictionaries", "{{ " + "{1:".repeat(deep) + "1" + "}".repeat(deep) + " }}"),
        new Attack("calls", "{{ " + "a(".repeat(deep) + "1" + ")".repeat(deep) + " }}"),
        new Attack("calls of calls", "{{ a" + "()".repeat(deep) + " }}"),
        new Attack("attributes", "{{ a" + ".b".repeat(deep) + " }}"),
        new Attack("elements", "{{ a" + "[1]".repeat(deep) + " }}"),
        new Attack(
            "elements of elements", "{{ " + "a[".repeat(deep) + "1" + "]".repeat(deep) + " }}"),
        new Attack("filters", "{{ 'a'" + "|upper".repeat(deep) + " }}"),
        new Attack("filters in filters", "{{ 1" + "|d(1".repeat(deep) + ")".repeat(deep) + " }}"),
        new Attack("tests", "{{ 1" + " is eq(1".repeat(deep) + ")".repeat(deep) + " }}"),
        new Attack("negations", "{{ " + "not ".repeat(deep) + "1 }}"),
        new Attack("signs", "{{ " + "-".repeat(deep) + "1 }}"),
        new Attack("sums", "{{ 1" + " + 1".repeat(deep) + " }}"),
        new Attack("powers", "{{ 1" + " ** 1".repeat(deep) + " }}"),
        new Attack("alternatives", "{{ 1" + " or 1".repeat(deep) + " }}"),
        new Attack("conditions", "{{ 1" + " if 1 else 1".repeat(deep) + " }}"),
        new Attack("joined texts", "{{ 1" + " ~ 1".repeat(deep) + " }}"),
        new Attack("comparisons", "{{ 1" + " < 1".repeat(deep) + " }}"),
        new Attack(
            "targets",
            "{% for " + "(".repeat(deep) + "a" + ")".repeat(deep) + " in b %}{% endfor %}"),
        blocks("{% if 1 %}", "{% endif %}"),
        blocks("{% for a in [1] %}", "{% endfor %}"),
        blocks("{% with %}", "{% endwith %}"),
        blocks("{% filter upper %}", "{% endfilter %}"),
        blocks("{% set a %}", "{% endset %}"),
        blocks("{% macro a() %}", "{% endmacro %}"),
        blocks("{% call a() %}", "{% endcall %}"),
        new Attack("unclosed blocks", "{% if 1 %}".repeat(deep)),
        new Attack(
            "two hundred macros",
            "{% macro a() %}".repeat(190) + "x" + "{% endmacro %}".repeat(190)));
  }

  private static Attack blocks(String start, String end) {
    int deep = 10_000;
    return new Attack("nested " + start, start.repeat(deep) + "x" + end.repeat(deep));
  }

  /** Templates of a mebibyte. */
  private static List<Attack> sources() {
    return List.of(
        fill("text", "x"),
        fill("braces", "{"),
        fill("comments", "{##}"),
        fill("outputs", "{{1}}"),
        fill("names", "{{a}}"),
        numbered("different names", 100_000, "", "{{a%d}}", ""),
        numbered("different variables", 60_000, "", "{%%set a%d=1%%}", ""),
        fill("unclosed outputs", "{{"),
        fill("unclosed tags", "{%"),
        fill("tags without a name", "{%%}"),
        fill("raw blocks", "{%raw%}{%endraw%}"),
        fill("almost the end of a raw block", "{%raw%}", "{% endra"),
        fill("branches", "{%if 1%}", "{%elif 1%}", "{%endif%}"),
        fill("blanks", "{{", " ", "1}}"),
        fill("digits", "{{", "1", "}}"),
        fill("zeros", "{{", "0", "1}}"),
        fill("a string", "{{'", "x", "'}}"),
        fill("strings", "{{", "'x'", "}}"),
        fill("escapes", "{{'", "\\x41", "'}}"),
        fill("a name", "{{", "x", "}}"),
        fill("elements of a list", "{{[", "1,", "]|length}}"),
        fill("lists", "{{[", "[],", "]|length}}"),
        fill("pairs", "{{{", "1:1,", "}|length}}"),
        fill("arguments", "{{dict(", "1,", ")}}"),
        numbered("arguments by name", 100_000, "{{dict(", "a%d=1,", ")|length}}"),
        numbered("parameters", 100_000, "{%macro m(", "a%d,", "b)%}{%endmacro%}{{m(1)}}"),
        fill("parts of a text", "{{1", "~1", "}}"),
        fill("comparisons", "{{1", "<2", "}}"),
        fill("targets", "{%for a", ",a", " in b%}{%endfor%}"),
        fill("macros", "{%macro m()%}{%endmacro%}"),
        fill("loops", "{%for i in [1]%}{%endfor%}"),
        fill("lines", "\n"),
        fill("an error in the last line", "", "\n", "{{"),
        fill("a name that is no filter", "{{1|", "x", "}}"),
        fill("filters that there are not", "{{1|abcdefghijk if 1}}"),
        fill("names that there are not", "{{abcdefghijk|d}}"),
        new Attack(
            "macros around a mebibyte",
            () ->
                "{%macro a()%}".repeat(150) + "{{b}}".repeat(150_000) + "{%endmacro%}".repeat(150)),
        new Attack(
            "branches around a mebibyte",
            () ->
                "{%if b%}".repeat(150)
                    + numbered("{%%set a%d=1%%}", 60_000)
                    + "{%endif%}".repeat(150)),
        new Attack("more than a mebibyte", () -> "x".repeat(2 * MEBI)));
  }

  private static Attack fill(String name, String part) {
    return fill(name, "", part, "");
  }

  private static Attack fill(String name, String start, String part) {
    return fill(name, start, part, "");
  }

  private static Attack fill(String name, String start, String part, String end) {
    int times = (MEBI - start.length() - end.length()) / part.length();
    return new Attack("a mebibyte of " + name, () -> start + part.repeat(times) + end);
  }

  private static Attack numbered(String name, int times, String start, String part, String end) {
    return new Attack("a mebibyte of " + name, () -> start + numbered(part, times) + end);
  }

  private static String numbered(String part, int times) {
    return IntStream.range(0, times)
        .mapToObj(number -> part.formatted(number))
        .collect(Collectors.joining());
  }
}
