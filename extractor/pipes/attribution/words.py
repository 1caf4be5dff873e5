"""The tables of the component, read once into look-ups."""

import re
from collections.abc import Iterable
from typing import ClassVar, Literal, NamedTuple, TypeVar

from extractor import tables
from extractor.pipes.attribution.givers import Giver, Givers, Mute
from extractor.vocabulary import FigureStands

Order = Literal["later", "earlier", "wrong", "before"]


class Thing(tables.Row, frozen=True, kw_only=True):
    """A word for the counted that tells no sort of people: "20 bodies" and "20 dead" are the same 20.

    With a `sort`, one of several words for the same people or things: "30 rebels" and "nine fighters".
    """

    KEYS: ClassVar[tuple[str, ...]] = ("noun",)

    noun: str
    sort: str = ""


class Part(tables.Row, frozen=True, kw_only=True):
    """A word beside a figure that makes it part of another, or what there is besides another."""

    KEYS: ClassVar[tuple[str, ...]] = ("word", "beside")

    word: str
    beside: Literal["before", "after"]
    makes: FigureStands


class Update(tables.Row, frozen=True, kw_only=True):
    """A word by which one figure takes the place of another. `behind` is what the figure behind it is: the later count
    ("rose to 41"), the earlier one ("up from 32"), a wrong one ("not the 32"), one said before others ("police
    said earlier").
    """

    word: str
    behind: Order


class Small(tables.Row, frozen=True, kw_only=True):
    """A small word, by `sort`.

    `definite`: before a number it says again what was counted ("the four"). `contrast` sets one count against another
    ("but"), `place` stands before where something happened, `only` says that a count is of all ("only 11 of its workers
    died"), `crowd` that people came together ("took part"), `whole` stands between "eleven of" and "19",
    `total` is what a number is a total by ("gave a toll of 29").
    """

    KEYS: ClassVar[tuple[str, ...]] = ("word", "sort")

    word: str
    sort: Literal["definite", "contrast", "place", "only", "crowd", "whole", "total"]


class Words(NamedTuple):
    """The look-ups; patterns are of whole words, whatever their case."""

    things: frozenset[str]
    sorts: dict[str, str]
    before: dict[FigureStands, re.Pattern[str]]
    after: dict[FigureStands, re.Pattern[str]]
    updates: dict[Order, re.Pattern[str]]
    definite: frozenset[str]
    contrast: frozenset[str]
    place: frozenset[str]
    only: frozenset[str]
    crowd: re.Pattern[str]
    of_whole: re.Pattern[str]
    givers: Givers

    @classmethod
    def of(cls, folder: tables.Folder) -> "Words":
        """The look-ups of a folder of tables; raises TableError where a row is wrong."""
        parts, updates = folder.rows("parts.csv", Part), folder.rows("updates.csv", Update)
        small, things = folder.rows("small_words.csv", Small), folder.rows("things.csv", Thing)
        sets = {sort: frozenset(words) for sort, words in _grouped((row.sort, row.word) for row in small).items()}
        none = frozenset[str]()
        return cls(
            things=frozenset(row.noun for row in things if not row.sort),
            sorts={row.noun: row.sort for row in things if row.sort},
            before=_patterns((row.makes, row.word) for row in parts if row.beside == "before"),
            after=_patterns((row.makes, row.word) for row in parts if row.beside == "after"),
            updates=_patterns((row.behind, row.word) for row in updates),
            definite=sets.get("definite", none),
            contrast=sets.get("contrast", none),
            place=sets.get("place", none),
            only=sets.get("only", none),
            crowd=_any(sets.get("crowd", none)),
            of_whole=re.compile(rf"(?<!\s)\s+of\s+(?:{_any(sets.get('whole', none)).pattern}\s+){{1,2}}"),
            givers=Givers(folder.rows("givers.csv", Giver), folder.rows("mute.csv", Mute), sets.get("total", none)),
        )


K = TypeVar("K", bound=str)


def _grouped(words: Iterable[tuple[K, str]]) -> dict[K, list[str]]:
    """The words by what they do."""
    found: dict[K, list[str]] = {}
    for key, word in words:
        found.setdefault(key, []).append(word)
    return found


def _patterns(words: Iterable[tuple[K, str]]) -> dict[K, re.Pattern[str]]:
    """For all that words do, the pattern of those that do it."""
    return {key: _any(found) for key, found in _grouped(words).items()}


def _any(words: Iterable[str]) -> re.Pattern[str]:
    """One of the words, the longest first."""
    spaced = (re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"\b(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)
