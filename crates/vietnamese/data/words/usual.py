#!/usr/bin/env python3
"""Writes usual.txt: the syllables that stand in three test documents or more, and whether they stand inside words alone.

    python3 crates/vietnamese/data/words/usual.py

Read are `tests/unseen/tuned` without the mistakes that were planted there, and the words of known.txt.
"""
import collections
import json
import pathlib
import re
import textwrap
import unicodedata

HERE = pathlib.Path(__file__).parent
DOCUMENTS = HERE.parents[3] / "tests/unseen/tuned"
TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
HEAD = """\
# Syllables that stand in the papers of offices, those with `~` only inside words. One that is none of these, beside a word of
# which one stroke makes a usual word, is a slip. Written by usual.py from this project's own test documents: those in three of
# them or more.
"""


def texts(value):
    """All texts of a document but its schema."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key != "$schema":
                yield from texts(one)


def runs(text):
    """Syllables in small letters that single spaces divide."""
    found, last = [], None
    for match in re.finditer(r"[A-Za-zÀ-ỹĐđ]+", unicodedata.normalize("NFC", text)):
        word = match.group().lower()
        if last is not None and match.string[last : match.start()] == " ":
            found[-1].append(word)
        else:
            found.append([word])
        last = match.end()
    return found


def key(syllable):
    """A syllable without its tone, and the tone: wherever that is set, it is one."""
    letters = unicodedata.normalize("NFD", syllable)
    tone = "".join(letter for letter in letters if letter in TONES)
    return unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in TONES)), tone


def bare(syllable):
    letters = unicodedata.normalize("NFD", syllable)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).replace("đ", "d")


def is_vietnamese(syllable, known):
    """Whether letters are a syllable and no abbreviation or word of another language."""
    consonants = r"[bcdfghjklmnpqrstvwxzđ]{4,}|[bcdfghjklmnpqrstvwxđ]{3,}$"
    marked = not syllable.isascii() and len(syllable) <= 7
    return (marked or syllable in known) and not re.search(consonants, syllable) and re.search("[aeiouy]", bare(syllable))


def main():
    words, known = set(), set()
    for line in (HERE / "known.txt").read_text().splitlines():
        first, *seconds = line.split(" ")
        first = first.rstrip("~")
        known |= {first, *seconds}
        words |= {(key(first), key(second)) for second in seconds}
    documents, all_of, alone = collections.Counter(), collections.Counter(), collections.Counter()
    for path in DOCUMENTS.glob("*.key.json"):
        planted = [mistake["found"] for mistake in json.loads(path.read_text())["mistakes"] if len(mistake["found"]) > 2]
        document = json.loads(path.with_name(path.name.replace(".key.json", ".json")).read_text())
        here = set()
        for text in texts(document):
            for mistake in planted:
                text = text.replace(mistake, " , ")
            for run in runs(text):
                for before, syllable, after in zip([None, *run], run, [*run[1:], None]):
                    here.add(syllable)
                    all_of[syllable] += 1
                    inside = (before and (key(before), key(syllable)) in words) or (after and (key(syllable), key(after)) in words)
                    alone[syllable] += not inside
        documents.update(here)
    lines = collections.defaultdict(list)
    for syllable in sorted((one for one, count in documents.items() if count >= 3 and is_vietnamese(one, known)), key=lambda one: (bare(one), one)):
        bound = all_of[syllable] >= 8 and alone[syllable] <= all_of[syllable] * 0.08
        lines[bare(syllable)[0]].append(syllable + "~" * bound)
    out = HEAD + "".join("\n".join(textwrap.wrap(" ".join(line), 118)) + "\n" for _, line in sorted(lines.items()))
    (HERE / "usual.txt").write_text(out)


main()
