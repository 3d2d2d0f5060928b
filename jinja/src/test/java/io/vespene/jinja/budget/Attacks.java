package io.vespene.jinja.budget;

import java.util.ArrayList;
import java.util.List;

/** Templates written to exhaust whoever renders them. */
final class Attacks {

  private static final String DOUBLING =
      "{%% set ns = namespace(x=%s) %%}{%% for i in range(1000) %%}{%% set ns.x = %s %%}{%% endfor %%}";

  /** Each of these must fail; the rest may also end well. */
  static final List<String> MUST_FAIL =
      List.of(
          loops("range(999)", 4),
          "{% for i in range(10 ** 9) %}{% endfor %}",
          "{{ 'a'|center(2000000000) }}",
          "{{ 'a' * 10 ** 9 }}",
          "{{ [0] * 10 ** 9 }}",
          "{{ (0,) * 10 ** 18 }}",
          "{{ 10 ** 10 ** 10 }}",
          "{{ 2 ** 100000000 }}",
          "{{ (10 ** 4000) ** 50 }}",
          "{{ 10 ** 5000 }}",
          "{{ range(10 ** 9)|list }}",
          "{{ range(10 ** 9)|sum }}",
          "{{ range(10 ** 30)|length }}",
          "{{ 'a'.ljust(10 ** 12) }}",
          "{{ 'a'.zfill(10 ** 9) }}",
          "{{ 'a\tb'.expandtabs(10 ** 9) }}",
          "{{ 'a\nb'|indent(10 ** 9) }}",
          "{{ [1]|batch(10 ** 9, 'x')|list }}",
          "{{ [1]|slice(10 ** 9)|list }}",
          "{{ [1]|tojson(10 ** 9) }}",
          "{{ '%2000000000d' % 1 }}",
          "{{ '%.2000000000f' % 1 }}",
          "{{ '%*d' % (2000000000, 1) }}",
          "{{ '{:2000000000}'.format(1) }}",
          "{{ '{:.2000000000f}'.format(1.5) }}",
          "{{ '{:0100000000,}'.format(1) }}",
          "{{ '{:{}}'.format(1, 2000000000) }}",
          "{{ ('x' * 1000000)|replace('x', 'y' * 1000) }}",
          "{{ ('x' * 1000000)|replace('', 'y' * 100) }}",
          "{{ ('x' * 100000).join(range(10000)|map('string')) }}",
          "{{ ('a' * 100000 ~ 'b') in ('a' * 1000000) }}",
          "{{ ('a' * 1000000).count('a' * 100000 ~ 'b') }}",
          "{{ ('a' * 1000000).split('a' * 100000 ~ 'b') }}",
          DOUBLING.formatted("'a'", "ns.x ~ ns.x"),
          DOUBLING.formatted("'a'", "ns.x + ns.x"),
          DOUBLING.formatted("[1]", "ns.x + ns.x"),
          DOUBLING.formatted("3", "ns.x * ns.x"),
          DOUBLING.formatted("[]", "[ns.x, ns.x]") + "{{ ns.x }}",
          DOUBLING.formatted("[]", "[ns.x, ns.x]") + "{{ ns.x == [ns.x] }}{{ ns.x|tojson }}",
          DOUBLING.formatted("()", "(ns.x, ns.x)") + "{{ {ns.x: 1} }}",
          DOUBLING.formatted("[]", "[ns.x]") + DOUBLING.formatted("[]", "[ns.x]") + "{{ ns.x }}",
          "{% set ns = namespace(x=[]) %}{% for i in range(99999) %}{% set ns.x = [ns.x] %}{% endfor %}{{ ns.x }}",
          "{% set l = [1] %}{% for x in l %}{% do l.append(x) %}{% endfor %}",
          "{% set l = [1] %}{% for x in l %}{% do l.extend(l) %}{% endfor %}",
          "{% set l = [] %}{% do l.append(l) %}{{ l|tojson }}",
          "{% set l = [] %}{% do l.append(l) %}{{ l|to_yaml }}",
          "{% set l = [] %}{% set m = [] %}{% do l.append(m) %}{% do m.append(l) %}{{ l == m }}",
          "{% set l = [] %}{% do l.append(l) %}{% for x in l recursive %}{{ loop(x) }}{% endfor %}",
          "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
          "{% macro m(n) %}{{ m(n + 1) ~ m(n + 1) }}{% endmacro %}{{ m(0) }}",
          "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
          "{% for i in range(2000000) %}a{% endfor %}",
          "{% set x %}{% for i in range(2000000) %}a{% endfor %}{% endset %}",
          "{% filter center(100000000) %}a{% endfilter %}",
          "{{ ('a' * 1000000)|regex_search('(a+)+$') }}{{ ('a' * 100000)|regex_search('(a|aa)*b(a*)*c') }}",
          "{{ 'a'|regex_search('((((a{1000}){1000}){1000}){1000})') }}",
          "{{ 'a'|regex_search('(' * 1000 ~ ')' * 1000) }}",
          "{{ ('a' * 100000)|regex_replace('a*?', 'b' * 10000) }}",
          loops("range(1000)", 2, "{{ ('x' * 1000000)|upper|hash('sha512') }}"),
          loops("range(1000)", 2, "{{ range(100000)|sort|first }}"),
          nested("(", ")"),
          nested("[", "]"),
          nested("{1: ", "}"),
          nested("-", ""),
          nested("not ", ""),
          nested("1 + ", ""),
          nested("1 if 1 else ", ""),
          nested("range(", ")"),
          "{{ a" + ".a".repeat(10_000) + " }}",
          "{{ a" + "[0]".repeat(10_000) + " }}",
          "{{ a" + "|list".repeat(10_000) + " }}",
          "{{ 1" + " + 1".repeat(10_000) + " }}",
          "{{ 1" + " and 1".repeat(10_000) + " }}",
          "{% if 1 %}".repeat(10_000) + "{% endif %}".repeat(10_000),
          "{% for i in [1] %}".repeat(10_000) + "{% endfor %}".repeat(10_000),
          "{% set x %}".repeat(10_000),
          "{% macro m() %}".repeat(10_000),
          "{{ a }}".repeat(150_000),
          "{{ ".repeat(300_000),
          "{".repeat(1_000_001) + "{",
          "x".repeat(2_000_000),
          "{{ '" + "x".repeat(1_000_000),
          "{{ " + "9".repeat(1_000_000) + " }}");

  static final List<String> MAY_END_WELL =
      List.of(
          "{{ 1" + " < 2".repeat(100_000) + " }}",
          "{{ 1" + " ~ 1".repeat(100_000) + " }}",
          "{{ [" + "1,".repeat(200_000) + "]|length }}",
          "{{ {" + "1:1,".repeat(100_000) + "}|length }}",
          "x".repeat(1_000_000),
          "{# " + "x".repeat(1_000_000) + " #}",
          "{% raw %}" + "{{".repeat(490_000) + "{% endraw %}",
          "{% raw %}" + "{%".repeat(490_000) + "{% endraw %}",
          "{{ '" + "x".repeat(1_000_000) + "'|length }}",
          names(20_000),
          ("{% if a %}{% set b = 1 %}{% elif c %}{% set d = 1 %}{% endif %}").repeat(12_000),
          "{% if a %}".repeat(190) + "{% endif %}".repeat(190),
          "{{ ('ab ' * 100000)|title|swapcase|wordcount }}".replace("|swapcase", ""),
          "{{ ('ab ' * 100000)|wordwrap(7)|length }}",
          "{{ ('a' * 500000)|wordwrap(1)|length }}",
          "{{ ('-' * 100000)|wordwrap(7)|length }}",
          "{{ ('a-' * 100000)|wordwrap(7)|length }}",
          "{{ ('a' * 1000000).strip('b' * 1000000 ~ 'a')|length }}",
          "{{ range(50000)|map('string')|unique|sort|join|length }}",
          "{{ range(10 ** 9)|first }}{{ 5 in range(10 ** 9) }}",
          "{{ ('a' * 200000)|regex_replace('(a)(a)(a)?', '\\\\2\\\\1')|length }}",
          "{{ ('é' * 300000)|reverse|urlencode|b64encode|hash }}",
          "{% for i in range(1000) %}{{ range(1000)|random }}{% endfor %}",
          "{{ x.y.z }}{{ " + "q".repeat(100_000) + " }}");

  private Attacks() {}

  static List<String> all() {
    List<String> all = new ArrayList<>(MUST_FAIL);
    all.addAll(MAY_END_WELL);
    return all;
  }

  private static String loops(String range, int depth) {
    return loops(range, depth, "");
  }

  private static String loops(String range, int depth, String body) {
    return ("{% for i in " + range + " %}").repeat(depth) + body + "{% endfor %}".repeat(depth);
  }

  private static String nested(String open, String close) {
    return "{{ " + open.repeat(10_000) + "1" + close.repeat(10_000) + " }}";
  }

  /** Many names, each a variable that conditions then look at. */
  private static String names(int count) {
    StringBuilder template = new StringBuilder();
    for (int i = 0; i < count; i++) {
      template.append("{% set a").append(i).append("=1 %}{% if a %}{% endif %}");
    }
    return template.toString();
  }
}
