"""Small sets of words that several modules ask for, read from one table."""

from collections.abc import Iterable
from typing import Literal

from extractor import tables
from extractor.syntax.lists import either

Kind = Literal[
    "generic", "change", "spend", "singular", "reported", "thing", "skipped", "aside", "participle", "cause", "scored",
    "scoring", "kin", "both", "manifold", "partial", "gauge", "odds", "life", "total", "except", "alive", "gunfire",
    "fund", "prefix", "unreal", "those", "disease", "moved", "shifted", "retell", "remaining", "child", "ago", "past",
    "give", "extreme",
]  # fmt: skip


class Entry(tables.Row, frozen=True):
    """A word of a kind; `forms` is what the kind says of it, such as the lemma of a participle."""

    KEYS = ("word", "kind")

    word: str
    kind: Kind
    forms: tuple[str, ...] = ()


class Lexicon:
    """The table, by kind."""

    def __init__(self, rows: Iterable[Entry]) -> None:
        self._kinds: dict[str, dict[str, tuple[str, ...]]] = {}
        for row in rows:
            self._kinds.setdefault(row.kind, {})[row.word] = row.forms

    def words(self, kind: Kind) -> frozenset[str]:
        """The words of a kind."""
        return frozenset(self._kinds.get(kind, ()))

    def forms(self, kind: Kind) -> dict[str, str]:
        """The words of a kind with their first form."""
        return {word: forms[0] for word, forms in self._kinds.get(kind, {}).items() if forms}

    def lists(self, kind: Kind) -> dict[str, tuple[str, ...]]:
        """The words of a kind with all their forms."""
        return dict(self._kinds.get(kind, {}))

    def pattern(self, kind: Kind) -> str:
        """The words of a kind as alternatives of a pattern, the longest first; one that never matches for none."""
        return either(self._kinds.get(kind, ())) or r"(?!)"
