"""Phrases that stand for a span of numbers: "mid-teens", "low double digits"."""

import re
from collections.abc import Iterable, Iterator

from extractor import tables
from extractor.pipes.figures.measure import Measure
from extractor.syntax.lists import either
from extractor.syntax.words import small


class Spanned(tables.Row, frozen=True):
    """A phrase and the ends of what it stands for, inclusive."""

    phrase: str
    low: int
    high: int


class Spans:
    """The table as one pattern."""

    def __init__(self, rows: Iterable[Spanned]) -> None:
        self._rows = {row.phrase: row for row in rows}
        self._ends = frozenset(phrase.rpartition(" ")[2].rpartition("-")[2] for phrase in self._rows)
        """The last words: a text without any of them holds no phrase."""
        self._pattern = re.compile(rf"\b(?:{either(self._rows)})\b")

    def found(self, text: str) -> Iterator[Measure]:
        """The spans of a text, in order."""
        text = small(text)
        if not any(map(text.__contains__, self._ends)):
            return
        for match in self._pattern.finditer(text):
            row = self._rows[" ".join(match.group().split())]
            start, end = match.span()
            yield Measure(
                start=start,
                end=end,
                first=start,
                last=end,
                value=None,
                low=row.low,
                high=row.high,
                number="vague",
                rule=row.rule,
            )
