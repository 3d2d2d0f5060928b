"""Attributes, elements, slices and calls."""

DATA = {
    "host": {"name": "db1", "ports": [80, 443], "items": "own", "meta": {"a b": 1, "0": "zero"}, "1": "one"},
    "list": ["a", "b", "c", "d", "e"],
    "text": "hello",
    "emoji": "a😀b",
    "pairs": [["a", 1], ["b", 2]],
    "n": 5,
}
EXPRESSIONS = [
    "host.name", "host['name']", "host.ports[0]", "host.ports[-1]", "host.ports[2]", "host.ports.0", "host.ports.1",
    "host.meta['a b']", "host.meta['0']", "host.meta[0]", "host['1']", "host[1]", "host.missing", "host['missing']",
    "host.missing.deeper", "host['missing']['deeper']", "host.items", "host['items']", "host.items()|list|length", "host.keys()|list",
    "host.get('name')", "host.get('x')", "host.get('x', 5)", "missing", "missing.a", "missing['a']", "missing()", "missing[0]",
    "list[0]", "list[-1]", "list[5]", "list[-6]", "list['0']", "list[1.0]", "list[true]", "list[none]", "list.0", "list.x", "list[n]",
    "list[1:3]", "list[:2]", "list[2:]", "list[:]", "list[::2]", "list[::-1]", "list[-2:]", "list[:-1]", "list[3:1]", "list[10:]",
    "list[1:100]", "list[4:0:-2]", "list[-100:2]", "list[::0]", "list['a':]", "list[1.5:]", "list[none:2]", "list[1:none]", "list[:2][0]",
    "text[0]", "text[-1]", "text[9]", "text[1:3]", "text[::-1]", "text[::2]", "text.0", "text[0:0]", "text.upper()", "text.nothing",
    "text['upper']()", "emoji[1]", "emoji[2]", "emoji[::-1]", "emoji[1:]", "emoji|length", "emoji[0:2]", "(1, 2, 3)[1]", "(1, 2, 3)[1:]", "(1, 2, 3)[::-1]",
    "range(10)[2]", "range(10)[-1]", "range(10)[2:5]", "range(10)[::3]", "range(10)[::-1]|list", "range(10)[20]", "5[0]", "5.x", "n.x", "none.x", "none[0]", "true.x", "1.5.x",
    "host.name.upper()", "host.ports[0] + 1", "host.name[0].upper()", "pairs[0][1]", "pairs[1].0", "{'a': [1, {'b': 2}]}.a[1].b", "{'a': 1}.a", "{'a': 1}['b']",
    "'a,b'.split(',')[1]", "[1, 2, 3][1:][0]", "list[0](1)", "text()", "n()", "host()", "host.name()", "host[['a']]", "host[{}]", "list[0, 1]", "host['a', 'b']",
    "range(3)|list", "range(1, 4)|list", "range(5, 0, -2)|list", "range(0)|list", "range()", "range('a')", "range(1.5)", "range(1, 2, 0)", "range(1,2,3,4)", "range(stop=3)",
    "dict(a=1, b=2)", "dict([('a', 1)])", "dict({'a': 1}, b=2)", "dict()", "dict([1])", "dict(1)", "dict([(1, 2, 3)])", "dict(pairs)", "dict(a=1, **{'b': 2})",
    "dict(**{'a': 1})", "range(*[1, 4])|list", "dict(*[[('x', 1)]])", "dict(a=1, a=2)", "dict(**{1: 2})", "range(*5)", "dict(**[1])",
    "f(1)", "text.upper(1)", "text.center()", "host.get()", "text.split(maxsplit=1)", "text.replace('l', 'L', 1)", "text.count('l')", "host.name.x.y",
]
CASES = [("{{ %s }}" % expression, DATA) for expression in EXPRESSIONS]
CASES += [
    {"template": "{{ %s }}" % expression, "variables": DATA, "strict": True}
    for expression in [
        "missing", "host.missing", "missing.a", "host.missing.deeper", "missing is defined", "host.missing is defined",
        "missing|default('d')", "host.missing|default('d')", "missing.a|default('d')", "missing == 1", "missing ~ 'a'", "[missing]", "missing|length",
        "missing|list", "missing|string", "missing or 1", "not missing", "missing if false else 1", "1 if missing else 2", "1 if false", "'a' in missing",
        "missing in [1]", "missing is none", "missing is string", "missing is iterable", "missing is sequence", "missing is mapping", "missing is callable", "missing is undefined",
        "missing|upper", "missing|first", "[]|first", "[]|first|default('x')", "missing|join", "[missing]|join", "missing|d", "missing|default", "{'a': missing}", "missing|int", "missing|tojson",
        "[1, missing]|length", "missing|items|list", "missing is true", "missing is odd", "none|default('x')", "loop", "(missing, 1)[1]", "missing|default(missing2)", "[missing, 1]|last", "dict(a=missing).a is defined",
    ]
]
CASES += [
    {"template": template, "variables": DATA, "strict": strict}
    for strict in (False, True)
    for template in [
        "{% for x in missing %}{{ x }}{% else %}none{% endfor %}", "{% if missing %}a{% else %}b{% endif %}", "{% set x = missing %}{{ x is defined }}",
        "{% if missing is defined and missing.a %}a{% else %}b{% endif %}", "{% for x in [missing] %}{{ x is defined }}{% endfor %}", "{{ missing }}{{ text }}",
        "{% set x = host.missing %}[{{ x }}]", "{% with x = missing %}[{{ x }}]{% endwith %}", "{{ host.missing.x }}", "{{ [1,2]|sum(attribute='x') }}", "{{ [host]|map(attribute='x')|list }}",
        "{{ [host]|selectattr('x')|list }}", "{{ [host]|selectattr('name')|list|length }}", "{{ [host]|rejectattr('x', 'defined')|list|length }}",
    ]
]
# Faults of Jinja2's constant folding, found by random templates: see the known differences.
CASES += ["{{ (true|default('d'))[-2:0:2] }}", {"template": "{% if false %}{{ [1][9] ~ x }}{% endif %}a", "strict": True}]
