"""The grammar of date expressions: finds which sequences of lexemes are one, by the rules of `rules.py`."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extractor.pipes.dates.lexer import CHARS, OTHER, Lexed, Lexeme
from extractor.pipes.dates.rules import CORE, RULES, Form

PIECE = re.compile(r"(?P<names>[a-z|]+)(?:=(?P<group>\w+))?(?P<often>\?)?\Z")
RUN = re.compile(f"[^{OTHER}]+")
IN_RUN = re.compile(
    f"[{''.join(CHARS[code] for code in CORE)}]|{CHARS['the']}{CHARS['ord']}|{CHARS['int']}{CHARS['slash']}"
    f"|{CHARS['mil']}[{CHARS['hyphen']}{CHARS['dash']}]|[{CHARS['from']}{CHARS['between']}][{CHARS['int']}{CHARS['mil']}]"
)
"""A run is worth reading that has a core word, "the 20th", "10/1", "0730-0930", "between 7 and 9"."""


class Found(NamedTuple):
    """A sequence that the grammar knows: the rule's name, its stretch, and the named lexemes."""

    name: Form
    start: int
    end: int
    parts: dict[str, Lexeme]
    first: int
    last: int


class Known(NamedTuple):
    """A sequence as it stands in a string of codes: named places, the first and the last of them."""

    name: Form
    parts: tuple[tuple[str, int], ...]
    first: int
    last: int


SHORT, KEPT = 24, 10_000
"""So long are the strings of codes whose sequence is remembered, and so many are kept, some 2 MB: "the unit" and "last
month" recur in every article, and a thousand strings are seven in ten of what news has."""


class Grammar:
    """The rules as one compiled expression over codes."""

    def __init__(self) -> None:
        self._names = [name for name, _ in RULES]
        self._groups: list[list[str]] = []
        self._pattern = re.compile("|".join(self._compiled(index, rule) for index, (_, rule) in enumerate(RULES)))
        self._remembered = lru_cache(maxsize=KEPT)(self._searched)

    def _compiled(self, index: int, rule: str) -> str:
        names: list[str] = []
        pieces = [self._piece(piece, index, names) for piece in rule.split()]
        self._groups.append(names)
        return f"(?P<R{index}>{''.join(pieces)})"

    @staticmethod
    def _piece(piece: str, index: int, names: list[str]) -> str:
        match = PIECE.match(piece)
        if piece in ("(?=", "(?!"):
            return piece
        if match is None or piece == "|":
            return piece.replace("(", "(?:")
        body = f"[{''.join(CHARS[name] for name in match['names'].split('|'))}]"
        if match["group"]:
            body = f"(?P<G{index}_{len(names)}>{body})"
            names.append(match["group"])
        return body + (match["often"] or "")

    def runs(self, lexed: Lexed) -> Iterator[tuple[int, int]]:
        """The stretches of lexemes in which a date can be: those known, with one that measures or names a time.

        Most runs are "of the" and "in a", and the grammar need not try its rules on them.
        """
        return (run.span() for run in RUN.finditer(lexed.codes) if IN_RUN.search(run.group()))

    def find(self, lexed: Lexed, at: int, end: int) -> Found | None:
        """The first sequence between two lexemes that the grammar knows."""
        if end - at > SHORT:
            known, at = self._searched(lexed.codes, at, end), 0
        else:
            known = self._remembered(lexed.codes[at:end])
        if known is None:
            return None
        parts = {group: lexed.lexemes[at + place] for group, place in known.parts}
        first, last = at + known.first, at + known.last
        return Found(known.name, lexed.lexemes[first].start, lexed.lexemes[last].end, parts, first, last)

    def _searched(self, codes: str, at: int = 0, end: int = SHORT) -> "Known | None":
        """The first sequence between two places of a string of codes."""
        match = self._pattern.search(codes, at, end)
        if match is None:
            return None
        index = int((match.lastgroup or "R0")[1:])
        groups = ((group, match.start(f"G{index}_{number}")) for number, group in enumerate(self._groups[index]))
        parts = tuple((group, place) for group, place in groups if place >= 0)
        return Known(self._names[index], parts, match.start(), match.end() - 1)
