"""What the rules read, again and again: the texts of their examples and each sentence of these, 250 KB of it, in one line, in
lines, in items, in clauses. Whatever is held against each other there is held against many."""
import json
import re

from made import CHECK, HOME, Case, letter

SIZE = 250_000
APART = [" ", "\n\n", "\n- ", "; ", ", "]


def texts(value):
    """All strings of a JSON value."""
    if isinstance(value, str):
        yield value.strip()
    elif isinstance(value, (list, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)


def cases():
    found = {}
    for block in re.findall(r"```json\n(.*?)```", (HOME / "docs/rules.md").read_text(), re.DOTALL):
        try:
            whole = dict.fromkeys(texts(json.loads(block)))
        except json.JSONDecodeError:
            continue
        found |= whole
        for text in whole:
            found |= dict.fromkeys(re.split(r"(?<=[.;:])\s+|\n+", text))
    for at, text in enumerate(text for text in found if len(text) >= 10):
        apart = APART[at % len(APART)]
        again = (text + apart) * (SIZE // len((text + apart).encode()))
        yield Case(f"{text[:40]!r}, {apart!r}", CHECK, {"r.json": letter(again)})
