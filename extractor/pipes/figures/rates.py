"""Reads the rate behind a measure: "12 cents a share", "40 km/h", "2.4 billion gallons of jet fuel a year"."""

import re
from collections.abc import Iterable

from extractor import tables
from extractor.pipes.figures.measure import Measure
from extractor.syntax.lists import Lists


class Per(tables.Row, frozen=True):
    """What a rate is counted by: "a share", "/h", "per annum"."""

    word: str
    unit: str


RATES = ("money", "percent", "mass", "volume", "count", "length", "energy", "data", "other", "rate", "area")
SPEEDS = frozenset({"hour", "second", "minute"})
FLOWS = frozenset({"money", "volume", "mass", "energy", "data"})


PRICED = re.compile(r"(?<!s)(?:\s?[.,;:)]|\s?\Z|\sand\b)")
"""Behind what a price is for: "$1.85 a dose."; its plural is none."""


class Rates:
    """The table by word."""

    def __init__(self, rows: Iterable[Per], lists: Lists) -> None:
        self._word = lists.pattern(
            r"(\s?/\s?|\s?[\s-]\s?(?:per|an?|each|every)\s?[\s-]\s?)"
            r"(?!(?:{ages and times})[\s-](?:{behind an earlier time})\b)"
            r"((?:cubic\s|square\s)?[^\W\d_]+[²³23]?)(?![^\W_])",
            re.IGNORECASE,
        )
        self._bare = lists.pattern(r"\s(?:per|an?|every)\s({bare rates})\b(?!-)", re.IGNORECASE)
        self._far = lists.pattern(
            r"\sof\s(?:[a-z-]{2,20}\s){1,3}(?:an?|per|each|every)\s({far rates})\b"
            r"|\s\([^()\n]{2,24}\)\s(?:an?|per|each)\s([a-z]{3,9})\b"
        )
        self._per = {row.word: row.unit for row in rows}

    def bare(self, text: str, bare: Measure) -> Measure:
        """ "an average of 20 per week", "three a day" of what is told before."""
        match = self._bare.match(text, bare.end) if bare.number == "cardinal" else None
        by = self._per.get(match[1].lower()) if match else None
        if match is None or by is None:
            return bare
        return bare._replace(end=match.end(), kind="rate", unit=f"per {by}", unit_text=match.group().strip())

    def rated(self, text: str, found: Measure) -> Measure:
        """The measure with " a share", " per day" or "/h" taken in."""
        match = self._word.match(text, found.end) if found.kind in RATES else None
        if found.number == "vague":
            return found
        if match is None:
            return self._behind(text, found)
        by = self._counted_by(text, found, match)
        if by is None:
            return found
        speed = found.kind == "length" and by in SPEEDS
        unit_text = text[found.last : match.end()].strip(" -\n") if found.start == found.first else None
        return found._replace(
            end=match.end(),
            kind="speed" if speed else "rate",
            unit=f"{found.unit} per {by}",
            unit_text=unit_text or f"{found.unit_text} {match.group().strip()}",
        )

    def _counted_by(self, text: str, found: Measure, match: re.Match[str]) -> str | None:
        """What the rate is by: a word of the table, what stands behind "per", or what a price is for."""
        joint, word = match[1].strip(" -\n").lower(), match[2].lower()
        if joint == "/" and text[match.end() : match.end() + 1] == "/":
            return None
        priced = found.kind == "money" and joint in ("a", "an") and PRICED.match(text, match.end()) is not None
        each = found.kind != "count" and (joint == "per" or priced)
        return self._by(word) or (word if each else None)

    def _by(self, word: str) -> str | None:
        power, _, single = word.rpartition(" ")
        if power and single in self._per:
            return f"{power} {self._per[single]}"
        return self._per.get(word) or self._per.get(word.removesuffix("s"))

    def _behind(self, text: str, found: Measure) -> Measure:
        """ "2.4 billion gallons of jet fuel a year", "C$6 (US$4.46) per share": the rate is behind what is between."""
        match = self._far.match(text, found.end) if found.kind in FLOWS and found.unit else None
        by = self._per.get((match[1] or match[2]).lower()) if match else None
        return found._replace(kind="rate", unit=f"{found.unit} per {by}") if by else found
