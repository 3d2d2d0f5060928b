package io.vespene.jinja.budget;

import io.vespene.jinja.conformance.Choice;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Random templates whose values grow: each step makes something larger of what is there, in any
 * order, with factors near the limits.
 */
final class RandomAttacks {

  private static final int STEPS = 12;

  private final Choice choice;

  private RandomAttacks(long seed) {
    this.choice = new Choice(seed);
  }

  static Stream<Attack> from(long firstSeed, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new RandomAttacks(firstSeed + i).next(firstSeed + i));
  }

  private Attack next(long seed) {
    StringBuilder template =
        new StringBuilder("{% set ns = namespace(t='ab', l=[1, 'x'], d={'a': 1}, n=7, s=[1]) %}");
    for (int i = 0; i < STEPS; i++) {
      template.append(choice.chance(0.3) ? looped() : step());
    }
    template.append("{{ ns.t }}{{ ns.l }}{{ ns.d }}{{ ns.n }}{{ ns.s|list }}");
    return new Attack("random " + seed, template.toString());
  }

  private String looped() {
    return "{% for i in range(" + number() + ") %}" + step() + step() + "{% endfor %}";
  }

  private String step() {
    return choice.from(
        () -> "{% set ns.t = " + text() + " %}",
        () -> "{% set ns.l = " + list() + " %}",
        () -> "{% set ns.n = " + integer() + " %}",
        () -> "{% set ns.s = " + stream() + " %}",
        () -> "{% do ns.l.append(" + anything() + ") %}",
        () -> "{% do ns.l.extend(" + list() + ") %}",
        () -> "{% do ns.d.update([(" + key() + ", " + anything() + ")]) %}",
        () -> "{% set ns.t %}{{ " + anything() + " }}{% endset %}",
        () -> "{% if " + anything() + " == " + anything() + " %}x{% endif %}",
        () -> "{% if " + anything() + " in ns.l %}x{% endif %}",
        () -> "{{ (" + text() + ")|length }}");
  }

  private String anything() {
    return choice.from(
        this::text, this::list, this::integer, () -> "ns", () -> "ns.d", () -> "ns.s");
  }

  private String key() {
    return choice.from(this::text, this::integer, () -> "(" + text() + ", " + integer() + ")");
  }

  private String text() {
    return choice.from(
        () -> "ns.t ~ ns.t",
        () -> "ns.t * " + number(),
        () -> "(ns.l|string)",
        () -> "(ns.d|to_json(indent=" + number() + "))",
        () -> "(ns.l|to_yaml)",
        () -> "(ns.l|join(ns.t))",
        () -> "ns.t.center(" + number() + ", '\u20ac')",
        () -> "('%" + number() + "s' % ns.t)",
        () -> "'{:>" + number() + "}'.format(ns.t)",
        () -> "'%s %s' % (ns.t, ns.l)",
        () -> "(ns.t|replace('', ns.t))",
        () -> "(ns.t|replace('a', ns.t))",
        () -> "(ns.t|regex_replace('(a|b)*', '\\\\1\\\\1x'))",
        () -> "(ns.t|indent(" + number() + "))",
        () -> "(ns.t|wordwrap(3, wrapstring=ns.t))",
        () -> "(ns.t|" + choice.of("upper", "title", "escape", "urlencode", "b64encode") + ")",
        () -> "(ns.t|" + choice.of("shell_quote", "tojson", "reverse", "pprint", "trim") + ")",
        () -> "ns.t[::" + choice.of("2", "-1", "-3", "1000000") + "]",
        () -> "ns.t." + choice.of("title", "swapcase", "expandtabs", "casefold") + "()",
        () -> "('\u0390' * " + number() + ")",
        () -> "('\ud83d\ude00\\x01\\n' * " + number() + ")");
  }

  private String list() {
    return choice.from(
        () -> "ns.l + ns.l",
        () -> "[ns.l, ns.l]",
        () -> "[ns.t] * " + number(),
        () -> "(ns.l, ns.t)|list",
        () -> "(range(" + number() + ")|list)",
        () -> "ns.t.split('a')",
        () -> "ns.t.split()",
        () -> "(ns.t|list)",
        () -> "(ns.l|map('string')|sort)",
        () -> "(ns.l|map('string')|list)",
        () -> "(ns.l|batch(2, 0)|list)",
        () -> "(ns.l|slice(1 + " + number() + ")|list)",
        () -> "(ns.l|map('string')|unique|list)",
        () -> "(ns.l|map('string')|groupby(0))",
        () -> "(ns.d|dictsort(by='key'))",
        () -> "(ns.d.items()|list)",
        () -> "ns.l[::-1]");
  }

  private String stream() {
    return choice.from(
        () -> "ns.s|map('string')",
        () -> "ns.s|select('defined')",
        () -> "ns.l|map('string')",
        () -> "ns.l|batch(3)",
        () -> "range(" + number() + ")|map('format', ns.t)");
  }

  private String integer() {
    return choice.from(
        () -> "ns.n * ns.n",
        () -> "ns.n ** " + choice.of("2", "3", "99", "1000000"),
        () -> "ns.n + 1",
        () -> "(ns.n // 3)",
        () -> "(ns.n % (3 ** 5000))",
        () -> "(ns.t|length)",
        () -> "(ns.t|int)",
        () -> "(ns.l|length)");
  }

  private String number() {
    return choice.of(
        "0",
        "1",
        "2",
        "3",
        "10",
        "50",
        "300",
        "1000",
        "20000",
        "99999",
        "1000000",
        "8000000",
        "2000000000");
  }
}
