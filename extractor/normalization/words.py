"""What normalization knows of a language: rows of `models/<language>/structure/`, read once."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from extractor import tables
from extractor.normalization.characters import Characters, characters


class Character(tables.Row, frozen=True, kw_only=True):
    """A character, or two, that stand for others: as they are written (`U+00AD`, or themselves), what they are read as
    (nothing where the cell is empty), and what they are called in the plural."""

    character: str
    read: Literal["", "space", "-", '"', "“"] = ""
    name: str


class Hyphen(tables.Row, frozen=True, kw_only=True):
    """A word that leaves the hyphen before it hanging: "two- and three-year terms"."""

    word: str


class Known(NamedTuple):
    """The tables, and whether a word in small letters is in the dictionary of the base model."""

    characters: Characters
    suspending: frozenset[str]
    is_word: Callable[[str], bool]


def read(folder: tables.Folder, is_word: Callable[[str], bool]) -> Known:
    """The tables of a folder; raises TableError."""
    odd = {
        _character(row.character): (" " if row.read == "space" else row.read, row.name)
        for row in folder.rows("characters.csv", Character)
    }
    return Known(
        characters=characters(odd),
        suspending=frozenset(row.word for row in folder.rows("hyphens.csv", Hyphen)),
        is_word=is_word,
    )


def _character(written: str) -> str:
    return chr(int(written[2:], 16)) if written.startswith("U+") else written
