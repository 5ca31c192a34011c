#!/usr/bin/env python3
"""Writes known.txt from two lists of words, each with a word a line.

    data/words/make.py pyvi/models/words.txt underthesea/corpus/data/Viet74K.txt

A line of known.txt is a syllable and the syllables that follow it in words. One with a `~` is bound: it stands inside words
alone, and in few. What follows a syllable is taken from the first list; from both, where one of the two syllables is bound. Tone marks are
those of one custom (`hòa`, not `hoà`), and `y` is `i` where it is the whole rhyme (`kĩ`): a reader does the same.
"""
import collections
import pathlib
import re
import sys
import unicodedata

TONES = "\u0300\u0301\u0303\u0309\u0323"
# A syllable in more words is as good as a word.
SEVERAL = 6
WORD = re.compile(r"[a-zà-ỹđ]+")


def canonical(syllable):
    letters, tone = [], ""
    for mark in unicodedata.normalize("NFD", syllable):
        if mark in TONES:
            tone += mark
        elif unicodedata.combining(mark):
            letters[-1] += mark
        else:
            letters.append(mark)
    bare = unicodedata.normalize("NFC", "".join(letters))
    bare = re.sub(r"^([hklmst])y$", r"\1i", bare)
    if len(tone) != 1:
        return bare
    start = 2 if re.match(r"qu|gi[aeiouyăâêôơư]", bare) else len(re.match(r"[^aeiouyăâêôơư]*", bare)[0])
    vowels = [at for at in range(start, len(bare)) if bare[at] in "aeiouyăâêôơư"] or [max(start - 1, 0)]
    hooked = [at for at in vowels if bare[at] in "ăâêôơư"]
    closed = vowels[-1] + 1 < len(bare)
    at = hooked[-1] if hooked else vowels[-1] if closed or len(vowels) == 1 else vowels[-2]
    return unicodedata.normalize("NFC", bare[:at + 1] + tone + bare[at + 1:])


def read(path):
    lines = pathlib.Path(path).read_text(encoding="utf-8", errors="replace").splitlines()
    words = (unicodedata.normalize("NFC", line.strip()).lower().replace("-", " ").split() for line in lines)
    return [[canonical(syllable) for syllable in word] for word in words if word and all(map(WORD.fullmatch, word))]


def pairs(words):
    return {pair for word in words for pair in zip(word, word[1:])}


def main():
    first, second = map(read, sys.argv[1:3])
    here = pathlib.Path(__file__).parent
    own = (here.parent / name for name in ("common.txt", "syllables.txt", "lists.txt", "units.txt"))
    used = {canonical(word) for path in own for word in WORD.findall(path.read_text(encoding="utf-8").lower())}
    often = collections.Counter(syllable for word in first for syllable in set(word))
    alone = {word[0] for word in first if len(word) == 1} | used | {one for one in often if often[one] > SEVERAL}
    bound = {syllable for word in first + second for syllable in word} - alone
    followers = collections.defaultdict(set)
    for one, other in pairs(first) | {pair for pair in pairs(second) if bound & set(pair)}:
        followers[one].add(other)
    ascii_only = {syllable for syllable in alone | bound if syllable.isascii()}
    syllables = (alone | bound) - (ascii_only - set(followers))
    lines = [" ".join([one + "~" * (one in bound), *sorted(followers[one])]) for one in syllables]
    lines.sort(key=lambda line: line.split(" ")[0].rstrip("~").encode())
    (here / "known.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
