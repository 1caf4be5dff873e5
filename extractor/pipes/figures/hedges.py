"""Reads how sure a number is: "at least", "about", "or more", and the bound that says."""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from extractor import tables
from extractor.syntax.lists import Lists, either
from extractor.vocabulary import Bound


class Hedge(tables.Row, frozen=True):
    """A hedge and the bound that it sets; `ends`: only where the number ends its phrase ("the toll passes 90")."""

    KEYS = ("phrase", "position")

    phrase: str
    position: Literal["before", "after"]
    bound: Bound
    ends: Literal["", "yes"] = ""


class Hedged(NamedTuple):
    """A number's stretch with its hedges, and the bound; `rule` is None where there is no hedge."""

    start: int
    end: int
    bound: Bound
    rule: str | None


LAST = re.compile(r"(?<![^\W_])([^\W_]+)(?:\s|-)?\Z")
"""The letters and digits that stand right before a number, or before its space or hyphen."""
REACH = 48
"""Characters before a number in which two hedges fit ("well over an estimated", "a maximum of about")."""


class Hedges:
    """The table of hedges as two patterns."""

    def __init__(self, rows: Iterable[Hedge], lists: Lists) -> None:
        rows = tuple(rows)
        between = lists.words("between hedge and number")
        self._ends = lists.pattern(r"\s?(?:[.,;:!?)–—]|\n|\Z)|\s(?:{behind a hedged number})\b")
        self._before = {_key(row.phrase): row for row in rows if row.position == "before"}
        self._after = {_key(row.phrase): row for row in rows if row.position == "after"}
        ends = (LAST.search(phrase) for phrase in (*self._before, *between))
        self._last = frozenset(end[1] for end in ends if end is not None)
        """The words that may stand right before a number with a hedge, in small letters."""
        self._left = re.compile(
            rf"(?:(?<![^\W_])|(?=[<>≤≥~≈]))({either(self._before)})(?:\s|-)?(?:(?:{either(between)})\s)?\Z",
            re.IGNORECASE,
        )
        self._right = re.compile(
            rf"(?:\s|(?=[-+]))({either(self._after)})(?![^\W_])(?<!\splus(?=\s[\d$£€]))", re.IGNORECASE
        )

    def hedged(self, text: str, start: int, end: int, *, before: bool = True) -> Hedged:
        """The stretch with the hedges around it, those before it only where `before` asks for them.

        Of two hedges the one that is not "about" decides.
        """
        bound: Bound = "="
        rule: str | None = None
        for _ in range(2 if before else 0):
            last = LAST.search(text, max(0, start - REACH), start)
            if last is not None and last[1].lower() not in self._last:
                break
            match = self._left.search(text, max(0, start - REACH), start)
            if match is None or not _touches(match.group(), text, start):
                break
            row = self._before[_key(match[1])]
            if row.ends and not self._ends.match(text, end):
                break
            start = match.start(1)
            if bound in ("=", "~"):
                bound, rule = row.bound, row.rule
        match = self._right.match(text, end)
        if match:
            row = self._after[_key(match[1])]
            end = match.end()
            if bound in ("=", "~"):
                bound, rule = row.bound, row.rule
        return Hedged(start, end, bound, rule)


def _key(phrase: str) -> str:
    return " ".join(phrase.lower().split())


def _touches(hedge: str, text: str, start: int) -> bool:
    """Whether a word is set off: in "some20" it is not, "~20" needs no space, a hyphen only "sub-"."""
    last = hedge[-1]
    if last == "-":
        return hedge.lower().startswith("sub")
    return last.isspace() or not last.isalpha() or not text[start : start + 1].isalnum()
