"""Writes the corpus: every case of the modules in cases/ with what Jinja2 makes of it.

Run with a Python that has Jinja2 3.1: python3 make_corpus.py
"""

import importlib
import json
import pathlib
import pkgutil

import cases
from oracle import answer

CORPUS = pathlib.Path(__file__).parent.parent / "corpus"


def normalized(case):
    """A case as a dictionary: cases may be a template, or a template with variables."""
    if isinstance(case, str):
        return {"template": case}
    if isinstance(case, tuple):
        return {"template": case[0], "variables": case[1]}
    return dict(case)


def write(feature, entries):
    lines = []
    seen = set()
    for entry in entries:
        case = normalized(entry)
        key = json.dumps(case, sort_keys=True)
        if key in seen:
            continue
        seen.add(key)
        outcome = answer(case)
        if " at 0x" in outcome.get("text", ""):
            print(f"left out, its result is an address: {case['template']}")
            continue
        lines.append(json.dumps({**case, **outcome}))
    (CORPUS / f"{feature}.jsonl").write_text("\n".join(lines) + "\n")
    return len(lines)


def main():
    CORPUS.mkdir(exist_ok=True)
    total = 0
    for module in sorted(module.name for module in pkgutil.iter_modules(cases.__path__)):
        count = write(module, importlib.import_module(f"cases.{module}").CASES)
        total += count
        print(f"{module}: {count}")
    print(f"total: {total}")


if __name__ == "__main__":
    main()
