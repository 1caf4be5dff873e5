"""How sure the record is of its items, and which of them to check first.

Confidences are frequencies: of a hundred items of 0.8, eighty are right. Records of older versions have none; then
nothing is said of it.
"""

import dataclasses
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from extractor.record import STANDING, Date, Figure, Organization, Person, Place, Quote, Record
from extractor.writing import amounts
from extractor.writing.marks import LETTERS

LOW = 0.8
"""Below this an item is one to check first: about a fifth of an article's items, and the most of its errors."""
DOUBTFUL = 0.95
"""Below this a choice is named as what may be wrong with such an item."""
CHOICES: Mapping[str, str] = MappingProxyType(
    {
        "speaker": "speaker",
        "place": "place on the map",
        "noun": "what it counts",
        "role": "role",
        "source": "who gives it",
        "value": "value",
    }
)
"""The choices inside an item that can fail by themselves, in words."""
Item = Person | Organization | Place | Figure | Quote | Date


class Sure(NamedTuple):
    """The confidence of an item and those of its choices, the least first; `whole` is None where none was given."""

    whole: float | None
    parts: tuple[tuple[str, float], ...] = ()

    @property
    def least(self) -> float:
        """The confidence of what is least sure of the item; 1 where nothing is known of it."""
        return min((1.0 if self.whole is None else self.whole, *(number for _, number in self.parts)))

    @property
    def low(self) -> bool:
        """Whether this is to be checked."""
        return self.least < LOW

    @property
    def doubtful(self) -> tuple[tuple[str, float], ...]:
        """What may be wrong with an item that is to be checked, in words."""
        return tuple((CHOICES[name], number) for name, number in self.parts if number < DOUBTFUL) if self.low else ()


def sure(item: Item) -> Sure:
    """The confidences of an item of a record."""
    parts = None if isinstance(item, Person | Organization) else item.confidences
    known = dataclasses.asdict(parts) if parts is not None else {}
    return Sure(item.confidence, tuple(sorted(known.items(), key=lambda part: (part[1], part[0]))))


class Doubt(NamedTuple):
    """An item to check: its label, its name or words, and how sure it is."""

    label: str
    words: str
    sure: Sure


def doubts(record: Record, only: Collection[str] = STANDING) -> list[Doubt]:
    """The items to check, the least sure first."""
    found = (Doubt(label, _words(item, record.text or ""), sure(item)) for label, item in _items(record, only))
    return sorted((doubt for doubt in found if doubt.sure.low), key=lambda doubt: doubt.sure.least)


def _words(item: Item, text: str) -> str:
    """A name; the words of a quote or date; a figure with what it counts and its role."""
    if isinstance(item, Figure):
        phrase = amounts.phrase(item, text)
        return f"{phrase} {item.role}" if item.role and item.role not in phrase else phrase
    return item.text if isinstance(item, Quote | Date) else item.name


def _items(record: Record, only: Collection[str]) -> Iterable[tuple[str, Item]]:
    for name, letter in LETTERS.items():
        if name in only:
            yield from ((f"{letter}{number}", item) for number, item in enumerate(getattr(record, name), start=1))


def told(record: Record) -> bool:
    """Whether the record says how sure it is."""
    return any(item.confidence is not None for _, item in _items(record, STANDING))
