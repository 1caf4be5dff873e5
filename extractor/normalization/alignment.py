"""Edits of a text, and the way back from offsets in the edited text to offsets in the text as it came."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """The half-open stretch of the text that is read as something else; nothing is read where `read` is empty."""

    start: int
    end: int
    read: str


class Alignment:
    """What an edited text was made of: stretches that were copied, and stretches that stand for others.

    An offset at which something begins is led to the beginning of the character that stands there, one at which
    something ends to the end of the character before it. What was left out beside an item therefore is no part of it;
    what was left out inside it is.
    """

    def __init__(self, edits: Iterable[Edit], length: int) -> None:
        """`edits` are in order and disjoint, `length` is that of the text as it came."""
        self._firsts: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._copied: list[bool] = []
        self._length = length
        at = done = 0
        for edit in edits:
            at = self._piece(at, done, edit.start, edit.start - done)
            at = self._piece(at, edit.start, edit.end, len(edit.read), copied=False)
            done = edit.end
        self._piece(at, done, length, length - done)

    def start(self, offset: int) -> int:
        """Where what begins at an offset of the edited text begins in the text as it came."""
        piece = bisect_right(self._firsts, offset) - 1
        if piece < 0:
            return 0
        if not self._copied[piece]:
            return self._starts[piece]
        return min(self._starts[piece] + offset - self._firsts[piece], self._ends[piece])

    def end(self, offset: int) -> int:
        """Where what ends at an offset of the edited text ends in the text as it came."""
        piece = bisect_right(self._firsts, offset - 1) - 1
        if piece < 0:
            return 0
        if not self._copied[piece]:
            return self._ends[piece]
        return min(self._starts[piece] + offset - self._firsts[piece], self._ends[piece])

    def _piece(self, at: int, start: int, end: int, length: int, *, copied: bool = True) -> int:
        """Adds a piece of the edited text that begins at `at`; gives where the next begins."""
        if length > 0:
            self._firsts.append(at)
            self._starts.append(start)
            self._ends.append(end)
            self._copied.append(copied)
        return at + length


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits, which are in order and disjoint, carried out."""
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts += (text[done : edit.start], edit.read)
        done = edit.end
    parts.append(text[done:])
    return "".join(parts)
