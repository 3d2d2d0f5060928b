"""Laying out and cutting texts: many shapes of words, blanks and hyphens, the same in each run."""

import random

CHOICE = random.Random(31)
LETTERS = ["a", "b", "é", "1", "_", " ", " ", "  ", "-", "--", "---", "!", "'", ".", "\\n", "\\t", "😀", "\u00a0", "\u2003"]


def text(most):
    return "'" + "".join(CHOICE.choice(LETTERS) for _ in range(CHOICE.randrange(most))).replace("'", "\\'") + "'"


def number():
    return str(CHOICE.choice([-2, -1, 0, 1, 2, 3, 5, 8]))


def width():
    return str(CHOICE.choice([1, 2, 3, 4, 5, 7, 11]))


def flag():
    return CHOICE.choice(["true", "false"])


def expressions():
    for _ in range(60):
        yield f"{text(24)}|wordwrap({width()})"
        yield f"{text(24)}|wordwrap({width()}, {flag()}, '|', {flag()})"
    for _ in range(25):
        yield f"{text(12)}|indent({width()}, {flag()}, {flag()})"
        yield f"{text(12)}.split()"
        yield f"{text(12)}.split(none, {number()})"
        yield f"{text(12)}.rsplit(none, {number()})"
        yield f"{text(12)}.split('-', {number()})"
        yield f"{text(12)}.rsplit('-', {number()})"
        yield f"{text(12)}.splitlines({flag()})"
        yield f"{text(12)}.replace({text(2)}, '+', {number()})"
        yield f"{text(12)}|replace({text(2)}, '+', {number()})"
        yield f"{text(12)}.expandtabs({number()})"
        yield f"{text(12)}[{number()}:{number()}:{CHOICE.choice(['-3', '-1', '2', '3'])}]"
        yield f"{text(12)}|title ~ {text(12)}.title() ~ {text(12)}.swapcase()"
        yield f"{text(12)}|truncate({width()}, {flag()}, '', 0)"
        yield f"[{text(12)}, {text(12)}]|tojson({CHOICE.choice(['', '1', '2'])})"
        yield f"[{text(12)}]|string ~ {text(12)}|wordcount"


CASES = ["{{ %s }}" % expression for expression in expressions()]
