"""A paragraph as its looks are read: with its text, and whether a blank line stands before it."""

from collections.abc import Sequence
from typing import NamedTuple

from extractor.normalization.lines import Line

STOPS = (".", "!", "?", "…")
CLOSERS = "\"'”’»)]"
PROSE = 8
"""Words of a paragraph that ends in a stop, from which on it is running text."""


class Unit(NamedTuple):
    """A paragraph: `gap` where a blank line, or the text's beginning, stands before it."""

    start: int
    end: int
    text: str
    gap: bool

    @property
    def stopped(self) -> bool:
        """Whether it ends like a sentence."""
        return self.text.rstrip(CLOSERS).endswith(STOPS)

    @property
    def words(self) -> list[str]:
        """What white space parts."""
        return self.text.split()

    @property
    def is_prose(self) -> bool:
        """Whether it is long enough, and ended, to be running text by its looks alone."""
        return self.stopped and len(self.words) >= PROSE


def units(found: Sequence[Line]) -> list[Unit]:
    """The paragraphs of a text in which each line is one."""
    return [Unit(line.start, line.end, line.text, line.blanks > 0 or number == 0) for number, line in enumerate(found)]
