"""Every built-in test."""

import itertools

VALUES = ["0", "1", "2", "1.0", "2.5", "true", "false", "none", "''", "'a'", "'A'", "'aB'", "[]", "[1]", "(1,)", "{}", "{'a': 1}", "range(2)", "missing", "range", "[1]|map('string')", "namespace()", "'a'.upper"]
TESTS = ["defined", "undefined", "none", "boolean", "true", "false", "integer", "float", "number", "string", "mapping", "sequence", "iterable", "callable", "lower", "upper", "odd", "even", "escaped"]
CASES = ["{{ %s is %s }}" % pair for index, pair in enumerate(itertools.product(VALUES, TESTS)) if index % 2 == 0 or "missing" in pair]
CASES += ["{{ %s }}" % e for e in [
    "4 is divisibleby 2", "4 is divisibleby(3)", "4 is divisibleby 0", "4.5 is divisibleby 1.5", "'a' is divisibleby 2", "4 is divisibleby", "1 is eq 1", "1 is equalto(1.0)", "1 is ne 2", "1 is lt 2", "1 is lessthan 0", "1 is gt 0", "1 is greaterthan(2)", "1 is ge 1", "1 is le 0", "1 is lt 'a'",
    "1 is in [1, 2]", "1 is in([1])", "'a' is in 'abc'", "1 is not in [1]", "'x' is in {'x': 1}", "1 is in 5", "1 is sameas 1", "none is sameas none", "true is sameas true", "1 is sameas true", "[] is sameas []", "'a' is sameas 'a'", "1 is sameas 2",
    "'upper' is filter", "'nope' is filter", "'odd' is test", "'nope' is test", "5 is filter", "1 is not odd", "1 is not defined", "not 1 is odd", "1 is odd is even", "1 is nope", "1 is", "1 is not", "is odd", "1 is odd()", "1 is odd(1)", "x is defined and x", "1 is odd or 2 is odd", "1 is defined if true else 2",
    "'a' is string and 'b' is string", "[1, 2] is iterable", "'abc' is upper", "'ABC1' is upper", "'123' is upper", "'abc1' is lower", "5 is lower", "none is upper", "'É' is upper", "'aé' is lower", "3 is odd and 4 is even", "-1 is odd", "-2 is even", "0 is even", "1.0 is odd", "2.0 is even", "2 ** 70 is even", "true is odd",
    "[1, 2, 3] is sequence", "{'a': 1} is sequence", "'x' is sequence", "5 is sequence", "{'a': 1}.keys() is sequence", "{'a': 1}.keys() is iterable", "1 is lt(2)", "1 is eq 1 and 2 is eq 2", "1 is eq (1)", "1 is eq -1", "[1] is eq [1]", "1 is eq 1 + 1", "1 is eq x.y", "'a' is eq 'a'|upper", "'A' is eq('a'|upper)", "1 is in (1, 2)", "{'a': 1} is mapping and true",
]]
