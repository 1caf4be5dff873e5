"""Where in an article a date can be: the few stretches of words that the lexer then reads.

Nine words in ten belong to no expression of time. spaCy has their hashes in an array, so that numpy passes over them
all at once, and Python looks only at what stands around a word such as "week" or a number.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDX, IS_ALPHA, IS_PUNCT, IS_SPACE, LENGTH, LOWER, SHAPE
from spacy.strings import StringStore
from spacy.tokens import Doc

from extractor.annotations import NumberFound
from extractor.pipes.dates.lexer import RARE
from extractor.pipes.dates.rules import CORE
from extractor.pipes.dates.words import Words

Hashes = NDArray[np.uint64]
Flags = NDArray[np.bool_]


class Hints(NamedTuple):
    """Hashes of words in rising order, with flags: those that a date can hold, those of which it has one, marks that
    tell nothing. `plain` are the shapes of numbers that alone are no time.
    """

    words: Hashes
    known: Flags
    core: Flags
    dull: Flags
    plain: Hashes
    leads: Hashes
    """Words behind which "17.40" may be an hour."""

    def looked_up(self, lower: Hashes) -> tuple[Flags, Flags, Flags]:
        """For each word whether it is known, core and dull: one search for the three."""
        at = np.minimum(np.searchsorted(self.words, lower), len(self.words) - 1)
        found: Flags = self.words[at] == lower
        return found & self.known[at], found & self.core[at], found & self.dull[at]


def hints(words: Words) -> Hints:
    """The hashes of the words and phrases of the tables."""
    phrases = [((first, *rest), entry.code) for first, longer in words.phrases.items() for rest, entry in longer]
    pieces = {piece for phrase, _ in phrases for piece in phrase if piece.isalpha()}
    known, core = {*RARE, *words.single, *pieces}, _core(words, phrases)
    dull = {*DULL, *words.context["abbreviated"]}
    every = _hashes({*known, *core, *dull})
    flags = [_in(_hashes(some), every) for some in (known, core, dull)]
    leads = _hashes(words.context["before a dotted clock"])
    return Hints(every, flags[0], flags[1], flags[2], _hashes(PLAIN), leads)


def _core(words: Words, phrases: list[tuple[tuple[str, ...], str]]) -> set[str]:
    """Words of which a date has one; of a phrase without such a word, its longest."""
    single = {first for first, entry in words.single.items() if len(first) > 1 and entry.code in CORE}
    core = single | {"am", "pm", "p", "q", "second"}
    for phrase, code in phrases:
        letters = [piece for piece in phrase if piece.isalpha() and len(piece) > 1]
        if letters and code in CORE and code != "nodate" and core.isdisjoint(letters):
            core.add(max(letters, key=len))
    return core


PLAIN = (
    "d", "dd", "ddd", "d,ddd", "dd,ddd", "ddd,ddd", "d.d", "dd.d", "ddd.d", "d.dd", "dd.dd", "ddd.dd", "X.",
)  # fmt: skip
"""Shapes of numbers that are a part of a time only beside a word, a mark or a longer number, and of initials."""
DULL = (
    "'s", "’s", "'", "’", "n't", "n’t", "'re", "’re", "'ll", "’ll", "'ve", "’ve", "'d", "’d", "'m", "’m",
    "$", "£", "€", "¥", "%", "#", "+", "=", "`", "``", "''",
)  # fmt: skip
"""Tokens that are not of letters alone and yet no part of a time on their own; the table has abbreviations too."""


def _hashes(words: Iterable[str]) -> Hashes:
    strings = StringStore()
    return np.array(sorted(strings[word] for word in words), dtype=np.uint64)


def _in(table: Hashes, values: Hashes) -> Flags:
    """Which values a sorted table holds; `numpy.isin` sorts the values first, which costs more than the search."""
    found: Flags = table[np.minimum(np.searchsorted(table, values), len(table) - 1)] == values
    return found


DOTTED = _hashes(("d.dd", "dd.dd"))
"""Shapes of hours with a stop."""
SHORTENED, TWO = _hashes("'’‘"), _hashes(("dd",))
"""The pieces of "'98"."""


def stretches(doc: Doc, numbers: Sequence[NumberFound], words: Hints) -> Iterator[tuple[int, int]]:
    """Half-open character offsets in which all dates are, in order, a word that no date holds at either end of each."""
    if len(doc) == 0:
        return
    fields = [LOWER, IDX, LENGTH, IS_ALPHA, IS_PUNCT, IS_SPACE, SHAPE]
    lower, start, length, letters, mark, space, shape = doc.to_array(fields).T
    plain = letters.astype(np.bool_)
    known, core, dull = words.looked_up(lower)
    known |= ~plain
    core |= ~plain & (mark == 0) & (space == 0) & ~(dull | _in(words.plain, shape))
    end = start + length
    core[1:] |= _in(words.leads, lower[:-1]) & _in(DOTTED, shape[1:])
    core[1:] |= _in(SHORTENED, lower[:-1]) & (start[1:] == end[:-1]) & (shape[1:] == TWO[0])
    glued = np.zeros(len(doc), dtype=np.bool_)
    glued[1:] = plain[1:] & plain[:-1] & (start[1:] == end[:-1])  # "can" and "not" are one word here
    glued[:-1] |= glued[1:]
    known |= glued
    core |= glued
    _count_in(numbers, start, known, core)
    for first, last in _runs(known, core):
        yield int(start[max(first - 1, 0)]), int(end[min(last + 1, len(doc) - 1)])


def _count_in(numbers: Sequence[NumberFound], start: Hashes, known: Flags, core: Flags) -> None:
    """Mark the numbers; two of them in words, side by side, may be a year ("nineteen eighty-four")."""
    spans = np.array([(number["start"], number["end"]) for number in numbers], dtype=np.uint64).reshape(-1, 2)
    firsts = np.searchsorted(start, spans[:, 0], side="right") - 1
    lasts = np.searchsorted(start, spans[:, 1], side="left") - 1
    for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
        known[first : last + 1] = True
    core[firsts[1:][firsts[1:] == lasts[:-1] + 1]] = True
    years = [1900 <= float(number["value"] or 0) <= 2100 for number in numbers]
    core[firsts[np.array(years, dtype=np.bool_)]] = True


def _runs(known: Flags, core: Flags) -> Iterator[tuple[int, int]]:
    """First and last index of the runs of known tokens that hold a core one; runs that touch are one."""
    edges = np.diff(known.astype(np.int8), prepend=0, append=0)
    firsts, lasts = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1) - 1
    sums = np.concatenate(([0], np.cumsum(core)))
    kept = sums[lasts + 1] > sums[firsts]
    yield from zip(firsts[kept].tolist(), lasts[kept].tolist(), strict=True)
