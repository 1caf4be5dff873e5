"""Where in the text things stand: the marks of a record and their nesting, for every output that shows the text.

Each item has a label, a letter for its list and its number there (P1, Q3), which is the same in the text and beside it,
so that no output has to tell kinds apart by colour. Marks that overlap without nesting (a quote that begins inside a
name) are cut where the outer one ends.
"""

import heapq
from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, Protocol

from extractor.record import STANDING, Record

LETTERS: Mapping[str, str] = MappingProxyType(
    {"people": "P", "organizations": "O", "places": "L", "figures": "F", "quotes": "Q", "dates": "D"}
)
DEEPEST = 12
"""Marks inside marks; what lies deeper comes only from records that nobody should have made, and is not shown."""


class _Stretch(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...


class Mark(NamedTuple):
    """A stretch of the text; `part` is the mention's type, or what of a quote it is: content, cue or speaker.

    `first` is false for the further pieces of a mark that was cut.
    """

    start: int
    end: int
    label: str
    part: str
    first: bool = True


class Opened(NamedTuple):
    """A mark begins here."""

    mark: Mark


class Closed(NamedTuple):
    """The mark that was opened last ends here."""

    mark: Mark


Event = str | Opened | Closed


def labels(record: Record) -> dict[str, str]:
    """The label of every item, by its id."""
    return {
        item.id: f"{LETTERS[name]}{number}"
        for name in STANDING
        for number, item in enumerate(getattr(record, name), start=1)
    }


def marks(record: Record, only: Collection[str] = STANDING) -> list[Mark]:
    """The marks of the lists that are asked for, outer before inner; empty for a record without its text.

    A stretch that is not the article's, as in a record that was edited, is left out.
    """
    text = record.text or ""
    found = (
        Mark(stretch.start, stretch.end, f"{LETTERS[name]}{number}", part)
        for name in STANDING
        if name in only
        for number, item in enumerate(getattr(record, name), start=1)
        for stretch, part in _stretches(name, item)
        if 0 <= stretch.start < stretch.end and text[stretch.start : stretch.end] == stretch.text
    )
    return sorted(found, key=_outer_first)


def _stretches(name: str, item: object) -> Iterator[tuple[_Stretch, str]]:
    """The stretches of an item, and what they are of it."""
    if name == "quotes":
        yield from ((span, "content") for span in getattr(item, "spans", ()))
        yield from ((found, part) for part in ("cue", "speaker") if (found := getattr(item, part)) is not None)
    elif name in {"figures", "dates"}:
        yield item, ""  # type: ignore[misc]
    else:
        yield from ((mention, mention.type) for mention in getattr(item, "mentions", ()))


def _outer_first(mark: Mark) -> tuple[int, int, bool, str]:
    return mark.start, -mark.end, not mark.label.startswith("Q"), mark.label


def nested(text: str, found: Iterable[Mark], start: int, end: int) -> Iterator[Event]:
    """The text between two offsets with its marks as they open and close, properly nested, cut to what is between."""
    clipped = (
        mark._replace(start=max(mark.start, start), end=min(mark.end, end), first=mark.first and mark.start >= start)
        for mark in found
        if mark.start < end and mark.end > start
    )
    waiting = [(_outer_first(mark), mark) for mark in clipped]
    heapq.heapify(waiting)
    open_marks: list[Mark] = []
    at = start
    while waiting or open_marks:
        if open_marks and (not waiting or open_marks[-1].end <= waiting[0][1].start):
            closing = open_marks.pop()
            yield from _between(text, at, closing.end)
            at = closing.end
            yield Closed(closing)
            continue
        mark = heapq.heappop(waiting)[1]
        if open_marks and mark.end > open_marks[-1].end:
            edge = open_marks[-1].end
            rest = mark._replace(start=edge, first=False)
            heapq.heappush(waiting, (_outer_first(rest), rest))
            mark = mark._replace(end=edge)
        if len(open_marks) == DEEPEST:
            continue
        yield from _between(text, at, mark.start)
        at = mark.start
        open_marks.append(mark)
        yield Opened(mark)
    yield from _between(text, at, end)


def _between(text: str, start: int, end: int) -> Iterator[str]:
    if start < end:
        yield text[start:end]


def within(found: Iterable[Mark], stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, list[Mark]]]:
    """Each stretch with the marks that reach into it; both in the order of the text."""
    coming = iter(found)
    following = next(coming, None)
    here: list[Mark] = []
    for start, end in stretches:
        here = [mark for mark in here if mark.end > start]
        while following is not None and following.start < end:
            if following.end > start:
                here.append(following)
            following = next(coming, None)
        yield start, end, here
