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
    f"|{CHARS['mil']}[{CHARS['hyphen']}{CHARS['dash']}]|{CHARS['at']}{CHARS['mil']}|[{CHARS['from']}{CHARS['between']}][{CHARS['int']}{CHARS['mil']}]"
)
"""A run is worth reading that has a core word, "the 20th", "10/1", "0730-0930", "at 0730", "between 7 and 9"."""


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
AHEAD = ("(?=", "(?!")


class Grammar:
    """The rules, each an expression over codes that is compiled when it is first tried.

    Of 230 rules five or ten can begin with two given codes; to try all of them at each place, as one expression does,
    took most of the time of reading dates.
    """

    def __init__(self) -> None:
        self._begun: dict[str, list[tuple[int, frozenset[str] | None]]] = {}
        for index, (_, rule) in enumerate(RULES):
            for first, seconds in _openings(rule).items():
                self._begun.setdefault(first, []).append((index, seconds))
        self._compiled: dict[int, tuple[re.Pattern[str], list[str]]] = {}
        self._tried: dict[str, list[tuple[Form, re.Pattern[str], list[str]]]] = {}
        self._remembered = lru_cache(maxsize=KEPT)(self._searched)

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
        """The first sequence between two places of a string of codes: at the first place, by the first rule."""
        end = min(end, len(codes))
        for place in range(at, end):
            pair = codes[place : min(place + 2, end)]
            tried = self._tried.get(pair)
            if tried is None:
                tried = self._tried[pair] = self._beginning(pair)
            for name, pattern, groups in tried:
                match = pattern.match(codes, place, end)
                if match is not None:
                    places = ((group, match.start(number)) for number, group in enumerate(groups, 1))
                    parts = tuple((group, where) for group, where in places if where >= 0)
                    return Known(name, parts, match.start(), match.end() - 1)
        return None

    def _beginning(self, pair: str) -> list[tuple[Form, re.Pattern[str], list[str]]]:
        """The rules that can begin with two codes, or with the last one of a stretch, in their order."""
        begun = self._begun.get(pair[0], ())
        return [
            (RULES[index][0], *self._rule(index)) for index, seconds in begun if seconds is None or pair[1:] in seconds
        ]

    def _rule(self, index: int) -> tuple[re.Pattern[str], list[str]]:
        """A rule's expression and the names of its groups, compiled once."""
        if index not in self._compiled:
            names: list[str] = []
            pieces = "".join(_piece(piece, names) for piece in RULES[index][1].split())
            self._compiled[index] = (re.compile(pieces), names)
        return self._compiled[index]


def _piece(piece: str, names: list[str]) -> str:
    """A piece of a rule as a piece of an expression; the name of its group goes to `names`."""
    match = PIECE.match(piece)
    if piece in AHEAD:
        return piece
    if match is None or piece == "|":
        return piece.replace("(", "(?:")
    body = f"[{_codes(match['names'])}]"
    if match["group"]:
        body = f"({body})"
        names.append(match["group"])
    return body + (match["often"] or "")


@lru_cache(maxsize=512)
def _codes(names: str) -> str:
    """The characters of "int|ord"."""
    return "".join(CHARS[name] for name in names.split("|"))


Begun = frozenset[str]
"""How something can begin: strings of two codes, or of fewer where it ends before."""
EMPTY: Begun = frozenset({""})


def _openings(rule: str) -> dict[str, frozenset[str] | None]:
    """{the code that a rule can begin with: those that can stand behind it}; None where anything can."""
    found: dict[str, set[str]] = {}
    for begun in _alternatives(iter(rule.split())):
        found.setdefault(begun[:1], set()).add(begun[1:])
    return {first: None if "" in seconds else frozenset(seconds) for first, seconds in found.items() if first}


def _alternatives(pieces: Iterator[str]) -> Begun:
    """How the alternatives up to the next closing bracket can begin; an optional group can be nothing as well."""
    found: set[str] = set()
    so_far = EMPTY
    for piece in pieces:
        if piece.startswith(")"):
            return frozenset(found | so_far | (EMPTY if piece == ")?" else frozenset()))
        if piece == "|":
            found |= so_far
            so_far = EMPTY
        elif piece in AHEAD:
            _alternatives(pieces)  # what stands behind a rule's end is not in its sequence
        else:
            so_far = _joined(so_far, _alternatives(pieces) if piece == "(" else _single(piece))
    return frozenset(found | so_far)


def _single(piece: str) -> Begun:
    """How one piece can begin: "a|another=n?" with either, or with nothing."""
    match = PIECE.match(piece)
    if match is None:
        raise ValueError(f"no piece of a rule: {piece}")
    return frozenset(_codes(match["names"])) | (EMPTY if match["often"] else frozenset())


def _joined(first: Begun, second: Begun) -> Begun:
    """How two things one behind the other can begin."""
    short = {begun for begun in first if len(begun) < 2}
    return (first - short) | {(begun + more)[:2] for begun in short for more in second}
