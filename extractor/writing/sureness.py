"""How sure the record is of its items, and which of them to check first.

Confidences are frequencies: of a hundred items of 0.8, eighty are right. Records of older versions have none; then
nothing is said of it.
"""

import dataclasses
from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from extractor.record import LISTS, Record
from extractor.writing.marks import LETTERS

LOW = 0.8
"""Below this an item is one to check first."""


class Sure(NamedTuple):
    """The confidence of an item and those of its choices, the least first; `whole` is None where none was given."""

    whole: float | None
    parts: tuple[tuple[str, float], ...]

    @property
    def least(self) -> float | None:
        """The confidence of what is least sure of the item."""
        known = [each for each in (self.whole, *(number for _, number in self.parts)) if each is not None]
        return min(known) if known else None

    @property
    def low(self) -> bool:
        """Whether this is to be checked."""
        return self.least is not None and self.least < LOW

    @property
    def doubtful(self) -> tuple[tuple[str, float], ...]:
        """The choices to be checked."""
        return tuple(part for part in self.parts if part[1] < LOW)


def sure(item: object) -> Sure:
    """The confidences of an item of a record."""
    parts: Any = getattr(item, "confidences", None)
    known = dataclasses.asdict(parts) if parts is not None else {}
    found = [(name, number) for name, number in known.items() if number is not None]
    return Sure(getattr(item, "confidence", None), tuple(sorted(found, key=lambda part: (part[1], part[0]))))


class Doubt(NamedTuple):
    """An item to check: its label, and how sure it is."""

    label: str
    sure: Sure


def doubts(record: Record, only: Collection[str] = LISTS) -> list[Doubt]:
    """The items to check, the least sure first."""
    found = [Doubt(label, each) for label, item in _items(record, only) if (each := sure(item)).low]
    return sorted(found, key=lambda doubt: doubt.sure.least or 0.0)


def _items(record: Record, only: Collection[str]) -> Iterable[tuple[str, object]]:
    for name, letter in LETTERS.items():
        if name in only:
            yield from ((f"{letter}{number}", item) for number, item in enumerate(getattr(record, name), start=1))


def told(record: Record) -> bool:
    """Whether the record says how sure it is."""
    return any(sure(item).whole is not None for _, item in _items(record, LISTS))
