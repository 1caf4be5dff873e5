"""The names that the tables list, and the words that decide on capitals: what `casing` knows."""

import csv
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import ClassVar, Literal, NamedTuple, get_args

from extractor import tables

WORD = re.compile(r"(?:[^\W\d_]\.){2,6}|[^\W_]+(?:['’.&][^\W_]+)*")


CaseKind = Literal[
    "ambiguous", "dating", "determiner", "small", "no name", "no first", "place", "modifier", "leading", "trade"
]


class CaseWord(tables.Row, frozen=True, kw_only=True):
    """A word that decides on capitals: a listed name that is a common word as well ("may"), what stands before a month,
    a determiner, a word of any sentence, a word that is no name, or a first name that is a common
    word as well: grace; or a town that the dictionary has as a word: bergen. A modifier stands before the head of an
    organization's name ("Galway circuit court"), a leading one opens it ("the national heart institute"), a trade ends
    the name of a company ("Nordvik lines")."""

    KEYS: ClassVar[tuple[str, ...]] = ("word", "kind")

    word: str
    kind: CaseKind


class Names(NamedTuple):
    """What the tables know: words and phrases in small letters as they are written in running text; first names,
    surnames, titles before names, the heads of names of organizations, and words that decide on capitals by kind."""

    phrases: Mapping[tuple[str, ...], tuple[str, ...]]
    first: frozenset[str]
    surnames: frozenset[str]
    titles: frozenset[str]
    heads: frozenset[str]
    words: Mapping[str, frozenset[str]]


@lru_cache(maxsize=4)
def names(language: str, rules: str | None) -> Names:
    """The names that the tables of other components list."""
    listed = tables.folder("names", language=language, rules=rules)
    own = tables.folder("structure", language=language, rules=rules)
    places = tables.folder("places", language=language, rules=rules)
    words: dict[str, set[str]] = {kind: set() for kind in get_args(CaseKind)}
    for row in own.rows("casing.csv", CaseWord):
        words[row.kind].add(row.word)
    phrases = _phrases(
        [
            *_lines(listed, "places.txt"),
            *_column(places, "demonyms.csv", "form", "plural", "name"),
            *_column(listed, "organizations.csv", "name", "acronym"),
            *_column(own, "calendar.csv", "word"),
            *(word.capitalize() for word in words["place"]),
        ]
    )
    heads = _column(listed, "heads.csv", "word")
    return Names(
        phrases=phrases,
        first=frozenset(line.split("\t")[0].lower() for line in _lines(listed, "given_names.tsv")),
        surnames=frozenset(line.lower() for line in _lines(listed, "surnames.txt")),
        titles=frozenset(title.lower().rstrip(".") for title in _column(listed, "titles.csv", "title")),
        heads=frozenset(head.lower().rstrip(".") for head in heads if head[:1].isupper()),
        words={kind: frozenset(found) for kind, found in words.items()},
    )


def _phrases(listed: Iterable[str]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """{the words of a name in small letters: as they are written}; of two names with the same words the first."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name in listed:
        parts = tuple(match.group() for match in WORD.finditer(name))
        shown = parts if name[:1].isupper() else tuple(part.capitalize() for part in parts)
        if parts and (len(parts) > 1 or len(parts[0]) > 1):
            found.setdefault(tuple(part.lower() for part in parts), shown)
    return found


def _lines(folder: tables.Folder, name: str) -> list[str]:
    return folder.data(name).read_text(encoding="utf-8").splitlines()


def _column(folder: tables.Folder, name: str, *columns: str) -> list[str]:
    """The cells of a table's columns that hold something."""
    with folder.data(name).open(encoding="utf-8", newline="") as stream:
        return [row[column] for row in csv.DictReader(stream) for column in columns if row[column]]
