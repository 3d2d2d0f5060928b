"""Arithmetic, comparison, logic and their precedence."""

import itertools

ARITHMETIC = ["+", "-", "*", "/", "//", "%", "**"]
OPERANDS = ["7", "-3", "0", "2.5", "-0.5", "true", "'ab'", "[1]", "none"]
PAIRS = list(itertools.product(OPERANDS, OPERANDS))

CASES = [
    "{{ (%s) %s (%s) }}" % (left, operator, right)
    for operator in ARITHMETIC
    for index, (left, right) in enumerate(PAIRS)
    if (index + len(operator)) % 3 == 0 or (left[0] in "-72" and right[0] in "-72")
]

VALUES = ["1", "2.0", "1.0", "true", "none", "'a'", "'B'", "'é'", "[1]", "[1, 2]", "(1,)", "{}", "{'a': 1}", "missing"]
CASES += [
    "{{ %s %s %s }}" % (left, operator, right)
    for operator in ["==", "!=", "<", ">="]
    for index, (left, right) in enumerate(itertools.product(VALUES, VALUES))
    if index % 2 == len(operator) % 2
]

CASES += ["{{ %s }}" % expression for expression in [
    "1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-2 ** 2", "2 ** -1", "-2 ** -2", "10 - 3 - 2", "100 / 10 / 2",
    "7 // 2", "-7 // 2", "7 // -2", "7 % 3", "-7 % 3", "7 % -3", "7.5 // 2", "-7.5 % 2", "7.5 % -2", "-7.5 // 2",
    "1 ~ 2", "'a' ~ 1 + 2", "1 + 2 ~ 3", "1 ~ 2 * 3", "'a' ~ none ~ true", "1.0 ~ [1]", "'a' + 'b' * 3",
    "'ab' * 0", "'ab' * -1", "3 * 'ab'", "[1] * 3", "[1] + [2]", "(1,) + (2,)", "(1, 2) * 2", "[1] + (2,)",
    "not true", "not not 1", "not 0 == 1", "not (1 and 0)", "1 and 2", "0 and 2", "0 or 'x'", "'' or none",
    "1 or 2 and 0", "(1 or 2) and 0", "not 1 or 1", "1 < 2 < 3", "1 < 3 < 2", "3 > 2 > 1 == true", "1 < 2 == true",
    "1 == 1.0", "1 == true", "'1' == 1", "none == none", "[1, 2] == [1, 2]", "(1, 2) == [1, 2]", "{'a': 1} == {'a': 1.0}",
    "[1, [2]] == [1, [2]]", "'a' < 'b'", "'a' < 'B'", "'a' < 'aa'", "'é' < 'z'", "[1, 2] < [1, 3]", "[1] < [1, 0]",
    "(1, 'a') < (1, 'b')", "1 < 'a'", "none < 1", "{} < {}", "[1] < (1,)", "1 in [1, 2]", "3 in [1, 2]", "1.0 in [1]",
    "'a' in 'abc'", "'' in 'abc'", "'x' not in 'abc'", "'a' in {'a': 1}", "1 in {'a': 1}", "1 in range(3)", "5 in range(0, 10, 2)",
    "1 not in [2]", "not 1 in [1]", "1 in 'abc'", "1 in 1", "[1] in [[1]]", "none in [none]", "2 in (1, 2)", "'b' in 'abc' in ['abc']",
    "1 if true else 2", "1 if false else 2", "1 if false", "'x' ~ (1 if false) ~ 'y'", "1 if 0 else 2 if 0 else 3",
    "(1 if 1 else 2) + 1", "1 + 2 if true else 3", "missing if false else 1", "a if a is defined else 'none'",
    "-1", "--1", "-+1", "+1", "-true", "+true", "-'a'", "- 1.5", "-(2)", "2 - -2", "2 -2", "2-2", "5 -3 - 1",
    "10 ** 3", "10 ** -3", "2 ** 100", "(-2) ** 3", "(-8) ** 2", "0 ** 0", "0.0 ** 0", "0 ** -1", "0.0 ** -1", "1 ** -5",
    "2.0 ** 3", "9 ** 0.5", "4 / 2", "1 / 0", "1 // 0", "1 % 0", "1.0 / 0", "1.0 // 0", "1.0 % 0", "1e308 * 10", "1e200 ** 2",
    "1e308 + 1e308", "123456789 * 987654321", "99999999999 * 99999999999", "10 ** 25 // 7", "-(10 ** 25) // 7", "10 ** 25 % 7",
    "10 ** 400 / 10 ** 399", "10 ** 400 / 3", "2 ** 64", "2 ** 63 - 1", "-(2 ** 63)", "1e16 // 3", "1e300 % 7", "5 // 0.3", "5 % 0.3", "1 // 0.1", "0.5 // -2", "-0.0 % 5", "0.0 % -5",
    "true and 'yes' or 'no'", "[] and 1", "{} or 'empty'", "'' and missing", "missing or 1", "missing and 1", "not missing",
    "{'a': 1}.items() == {'a': 1}.items()", "{'a': 1}.items() == {'a': 2}.items()", "{'a': 1, 'b': [2]}.items() == {'b': [2], 'a': 1.0}.items()", "{'a': 1}.keys() == {'a': 2}.keys()", "{'a': 1}.keys() != {'b': 1}.keys()", "{}.keys() == {}.items()", "{('a', 1): 1}.keys() == {'a': 1}.items()", "{'a': 1}.values() == {'a': 1}.values()", "{'a': 1}.keys() == ['a']", "('a', 1) in {'a': 1}.items()", "('a', 2) in {'a': 1}.items()", "('a', 1, 1) in {'a': 1}.items()", "['a', 1] in {'a': 1}.items()", "[{'a': 1}.keys()] == [{'a': 1}.keys()]",
    "1 +", "* 1", "1 1", "1 ==", "and", "not", "1 if", "1 if true else", "in [1]", "1 <> 2", "1 = 2", "a.b.", "a..b", "a[", "1 ~", "~ 1", "1 && 2", "1 || 2", "!true", "a ? b : c", "1; 2", "@", "$x", "a\\b", "`x`",
    "'a' 'b' + 'c'", "1 is odd + 1", "1 + 1 is odd", "2 * 3 is odd", "not 1 is odd", "1 is odd and 2 is even", "-1|abs", "(-1)|abs", "-1.5|abs + 1", "2|abs ** 2",
    "'a' ~ 'b'|upper", "('a' ~ 'b')|upper", "'%s' % 'x'|upper", "1 + '2'|int", "'a' == 'A'|lower", "[1,2][0] + 1", "{'a': 1}['a'] * 2", "'abc'[1]|upper", "not [] is defined", "5 in [5] is true", "3 > 2 is true",
]]
