"""Reads multiplication and ranks: "profits doubled", "three times as many", "a fivefold rise", "came third".

A multiple is a ratio of the new to the old: "doubled" is 2, "halved" 0.5. An ordinal is a rank only where somebody is
placed by it: "her first win" and "the third man" rank nobody.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from extractor import tables
from extractor.annotations import NumberFound
from extractor.pipes.figures.measure import Measure
from extractor.syntax.lists import Lists, either
from extractor.syntax.words import first_run, small, small_runs
from extractor.vocabulary import FigureKind

EVERY = re.compile(r"\bevery\s\Z", re.IGNORECASE)
FOLLOWED = re.compile(r"\s[a-z]{3,}")


class Multiple(tables.Row, frozen=True):
    """A verb, adverb or suffix of multiplication, or a word that places an ordinal.

    `kind`: verb ("doubled"), times ("twice" before "as many"), fold (the suffix), compare (behind "times"), place
    (a verb before a rank), standing (a noun behind it).
    """

    KEYS = ("word", "kind")

    word: str
    kind: Literal["verb", "times", "fold", "compare", "place", "standing"]
    value: float = 1


class Multiples:
    """The table, as patterns."""

    def __init__(self, rows: Iterable[Multiple], lists: Lists) -> None:
        rows = tuple(rows)
        self._values = {row.word: row for row in rows if row.kind in ("verb", "times", "fold")}
        of = {
            kind: either(row.word for row in rows if row.kind == kind)
            for kind in ("verb", "times", "fold", "compare", "place", "standing")
        }
        self._openings = frozenset(map(first_run, self._values))
        self._words = re.compile(
            rf"\b(?:{of['verb']}|{of['fold']}|(?:{of['times']})(?=\s(?:{of['compare']})\b))(?![\w-])"
        )
        self._fold = re.compile(r"[\s-]?fold\b", re.IGNORECASE)
        self._compare = re.compile(rf"\s(?:{of['compare']})\b", re.IGNORECASE)
        self._placed = re.compile(
            rf"\b(?:{of['place']}|from\s[a-z-]{{3,14}}\sto)\s(?:in\s|a\s|an\s|the\s|joint\s|equal\s|tied\s|for\s|just\s|only\s|distant\s|close\s)*+\Z",
            re.IGNORECASE,
        )
        self._standing = re.compile(
            rf"[\s-](?:{of['standing']}|(?:{either(lists.words('superlatives'))})\b|[a-z]{{3,12}}est)\b", re.IGNORECASE
        )
        self._ends = lists.pattern(r"\s?(?:[.,;:)]|\Z)|\s(?:in(?!\s(?:{times behind in}|[0-9]+)\b)|{behind a rank})\b")
        """Not before a time: "the attack was the third in a week" ranks nothing."""

    def verbs(self, text: str) -> Iterator[Measure]:
        """ "doubled", "halving", and "twice" before a comparison."""
        for match in self._words.finditer(small(text)) if not self._openings.isdisjoint(small_runs(text)) else ():
            row = self._values[match.group()]
            start, end = match.span()
            value = int(row.value) if row.value.is_integer() else row.value
            yield _at((start, end), value, "multiple", row.rule)

    def compared(self, text: str, measure: Measure) -> Measure:
        """ "three times as many" and "tenfold" are ratios; three times is a count."""
        if measure.unit == "time" and self._compare.match(text, measure.end):
            return measure._replace(kind="ratio", number="times", unit=None, unit_text=None)
        fold = self._fold.match(text, measure.end) if measure.unit is None and measure.number == "cardinal" else None
        if fold is None:
            return measure
        return measure._replace(kind="ratio", number="times", end=fold.end(), last=fold.end())

    def every(self, text: str, number: NumberFound) -> Measure | None:
        """The share of "every second voter": one in two."""
        start, end, value = number["start"], number["end"], number["value"]
        before = EVERY.search(text, max(0, start - 6), start)
        if before is None or not value or value < 2 or not text[start].isalpha() or not FOLLOWED.match(text, end):
            return None
        return _at((before.start(), end), 1 / value, "every", number["rule"])

    def rank(self, text: str, number: NumberFound) -> Measure | None:
        """The rank that an ordinal is, if somebody is placed by it."""
        start, end, value = number["start"], number["end"], number["value"]
        placed = self._placed.search(text, max(0, start - 40), start)
        if placed is None and value == 1:
            return None
        standing = self._standing.match(text, end)
        if not (standing or (placed and self._ends.match(text, end))):
            return None
        return _at((start, end), value, "rank", number["rule"])


def _at(
    span: tuple[int, int], value: float | int | None, number: Literal["multiple", "rank", "every"], rule: str
) -> Measure:
    kind: FigureKind = "rank" if number == "rank" else "ratio"
    start, end = span
    return Measure(start=start, end=end, first=start, last=end, value=value, number=number, kind=kind, rule=rule)
