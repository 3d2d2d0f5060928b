"""Answers what Jinja2 itself makes of a template.

Reads one JSON object per line: template, variables, and optionally strict, trim_blocks,
lstrip_blocks, keep_trailing_newline. Writes one per line: {"text": ...} or
{"error": class, "message": ..., "line": ...}.
"""

import json
import resource
import signal
import sys
import traceback

import jinja2

SECONDS_PER_TEMPLATE = 5
MAX_MEMORY_BYTES = 2 << 30


class TooSlow(Exception):
    pass


def give_up(signum, frame):
    raise TooSlow()


ENVIRONMENTS = {}


def environment(case):
    key = (
        case.get("strict", False),
        case.get("trim_blocks", False),
        case.get("lstrip_blocks", False),
        case.get("keep_trailing_newline", False),
    )
    if key not in ENVIRONMENTS:
        strict, trim, lstrip, keep = key
        ENVIRONMENTS[key] = jinja2.Environment(
            undefined=jinja2.StrictUndefined if strict else jinja2.Undefined,
            trim_blocks=trim,
            lstrip_blocks=lstrip,
            keep_trailing_newline=keep,
            extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
        )
    return ENVIRONMENTS[key]


def template_line(error):
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.lineno
    lines = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == "<template>"]
    return lines[-1] if lines else None


def answer(case):
    """The outcome of one case, as the line to write."""
    try:
        template = environment(case).from_string(case["template"])
        return {"text": template.render(json.loads(json.dumps(case.get("variables", {}))))}
    except Exception as error:
        return {
            "error": type(error).__name__,
            "message": str(error)[:200],
            "line": template_line(error),
        }


def main():
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY_BYTES, MAX_MEMORY_BYTES))
    signal.signal(signal.SIGALRM, give_up)
    for line in sys.stdin:
        signal.alarm(SECONDS_PER_TEMPLATE)
        outcome = answer(json.loads(line))
        signal.alarm(0)
        print(json.dumps(outcome), flush=True)


if __name__ == "__main__":
    main()
