"""The tables of the component: what names an incident, what opens another one, and what each circumstance weighs."""

from collections.abc import Iterable
from typing import ClassVar, Literal, NamedTuple

import numpy
from spacy.strings import get_string_id

from extractor import tables
from extractor.vocabulary import CasualtyRole, EventKind

Choice = Literal["toll", "place", "day"]
Weights = dict[str, float]


class Kind(tables.Row, frozen=True, kw_only=True):
    """A word for an incident, by lemma; `weight` is how surely it tells the kind."""

    KEYS: ClassVar[tuple[str, ...]] = ("lemma", "tag")

    lemma: str
    tag: Literal["noun", "verb"]
    kind: EventKind
    weight: float = 1.0


class Small(tables.Row, frozen=True, kw_only=True):
    """A small word. `another` opens an incident beside the main one ("a separate shooting"); `at`, before a place, says
    that something happened there, `of` that somebody comes from there; `total`, before a count, sums up ("in all").
    """

    KEYS: ClassVar[tuple[str, ...]] = ("word", "sort")

    word: str
    sort: Literal["another", "at", "of", "total"]


class Headline(tables.Row, frozen=True, kw_only=True):
    """A word of headlines that counts people behind a number ("2 dead") or before one ("kills 2")."""

    KEYS: ClassVar[tuple[str, ...]] = ("word", "number")

    word: str
    number: Literal["before", "after"]
    role: CasualtyRole


class Number(tables.Row, frozen=True, kw_only=True):
    """A word of headlines that is a number of people: "two", "man"."""

    word: str
    value: int


class Weight(tables.Row, frozen=True, kw_only=True):
    """What a circumstance weighs in a choice, as the logarithm of odds: learned by `learn.py`, or set by hand where the
    reports that it learns from do not show it.
    """

    KEYS: ClassVar[tuple[str, ...]] = ("choice", "circumstance")

    choice: Choice
    circumstance: str
    weight: float
    origin: Literal["learned", "set"] = "learned"


class Words(NamedTuple):
    """The look-ups: kinds by lemma and tag, the keys of all their lemmas as a `Doc` has them, small words by sort,
    headline words, weights by choice.
    """

    nouns: dict[str, Kind]
    verbs: dict[str, Kind]
    lemmas: numpy.ndarray
    small: dict[str, frozenset[str]]
    headlines: dict[tuple[str, str], CasualtyRole]
    numbers: dict[str, int]
    weights: dict[Choice, Weights]

    @classmethod
    def of(cls, folder: tables.Folder) -> "Words":
        """The look-ups of a folder of tables; raises TableError where a row is wrong."""
        kinds = folder.rows("kinds.csv", Kind)
        small: dict[str, set[str]] = {"another": set(), "at": set(), "of": set(), "total": set()}
        for one in folder.rows("small_words.csv", Small):
            small[one.sort].add(one.word)
        weights: dict[Choice, Weights] = {"toll": {}, "place": {}, "day": {}}
        for row in folder.rows("weights.csv", Weight):
            weights[row.choice][row.circumstance] = row.weight
        return cls(
            nouns={row.lemma: row for row in kinds if row.tag == "noun"},
            verbs={row.lemma: row for row in kinds if row.tag == "verb"},
            lemmas=numpy.array(sorted(_hashes(row.lemma for row in kinds)), dtype="uint64"),
            small={sort: frozenset(words) for sort, words in small.items()},
            headlines={(row.word, row.number): row.role for row in folder.rows("headlines.csv", Headline)},
            numbers={row.word: row.value for row in folder.rows("numbers.csv", Number)},
            weights=weights,
        )


def _hashes(lemmas: Iterable[str]) -> set[int]:
    """The keys of the lemmas in spaCy's store of strings, in small letters and as names and headlines write them."""
    return {get_string_id(form) for lemma in lemmas for form in (lemma, lemma.capitalize(), lemma.upper())}
