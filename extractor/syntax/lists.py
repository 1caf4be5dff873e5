"""Lists of small words by name, for patterns: a regex holds the grammar, its words come from the table."""

import re
from collections.abc import Iterable

from extractor import tables

NAME = re.compile(r"\{([a-z][a-z ]*)\}")
"""A list's name in a pattern: `\\s(?:{behind an age})\\b`."""


class Listed(tables.Row, frozen=True):
    """A list: its name, and its words."""

    name: str
    words: tuple[str, ...]


class Lists:
    """The table by name."""

    def __init__(self, rows: Iterable[Listed]) -> None:
        self._words = {row.name: row.words for row in rows}

    def ordered(self, name: str) -> tuple[str, ...]:
        """The words of a list in its order."""
        return self._words[name]

    def words(self, name: str) -> frozenset[str]:
        """The words of a list."""
        return frozenset(self._words[name])

    def pattern(self, grammar: str, flags: int = 0) -> re.Pattern[str]:
        """The grammar with the words of the lists that it names, as alternatives."""
        return re.compile(NAME.sub(lambda name: either(self._words[name[1]]), grammar), flags)


def either(forms: Iterable[str]) -> str:
    """Forms as alternatives of a pattern, the longest first; a space is any space."""
    return "|".join(re.escape(form).replace(r"\ ", r"\s") for form in sorted(forms, key=len, reverse=True))
