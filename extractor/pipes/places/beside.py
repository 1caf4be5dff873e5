"""What stands between two names of places: "Paris, Texas", "Richland, in Benton County", "the Texas town of Paris"."""

import re
from collections.abc import Iterable
from typing import Literal

from extractor.pipes.places.gazetteer import Entry
from extractor.pipes.places.votes import distance

FARTHEST = 48
"""Characters between a name and the one that says where it is."""
OWNING = re.compile(r"\A['’]s?[ ](?:[a-z-]+[ ]){0,3}\Z")
CLOSE_KM = 60.0
WIDE_KM = 150.0
"""From the middle of a region of one country, such as Yorkshire, to its towns."""


class Beside:
    """The patterns of what joins two names, compiled once from the words of `relations.csv`."""

    def __init__(self, directions: Iterable[str], towns: Iterable[str], areas: Iterable[str]) -> None:
        direction, town, area = _either(directions), _either(towns), _either(areas)
        self._inside = re.compile(
            rf"\A(?:,[ ]|[ ]?\(|,?[ ]in[ ]|,[ ]an?[ ](?:[a-z-]+[ ]){{0,3}}{town}[ ](?:in|of)[ ]"
            rf"|[ ](?:{town}|area)[ ]in[ ]|[ ](?!{town}[ ]))(?:in[ ])?(?:the[ ])?(?:{direction}[ ])?"
            rf"(?:(?:{town}|{area})(?:[ ]of)?[ ](?:the[ ])?)?(?:the[ ])?\Z"
        )
        self._holding = re.compile(
            rf"\A(?:['’]s?)?[ ](?:[a-z-]+[ ]){{0,3}}(?:{town}|{area})(?:[ ]of)?,?[ ](?:the[ ])?\Z"
        )

    def relation(self, gap: str) -> Literal["inside", "holding"] | None:
        """Whether the first of two names may lie in the second ("inside"), or hold it; `gap` stands between them."""
        if len(gap) > FARTHEST or "\n" in gap:
            return None
        if self._inside.match(gap):
            return "inside"
        return "holding" if self._holding.match(gap) or OWNING.match(gap) else None


def _either(words: Iterable[str]) -> str:
    """A group of the words, the longest first; "north-west" is written so too."""
    words = set(words)
    forms = words | {re.sub(r"\A(north|south)(?=east|west)", r"\1-", word) for word in words}
    return f"(?:{'|'.join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))})"


def contains(larger: Entry, smaller: Entry) -> bool:
    """Whether one place lies in the other, as far as codes and distances say."""
    if larger.kind == "country":
        return smaller.kind != "country" and larger.country == smaller.country
    if larger.kind == "admin1":
        same = larger.country == smaller.country and larger.admin1_code == smaller.admin1_code
        return same and smaller.kind not in ("country", "admin1")
    if larger.kind == "admin2":
        same = larger.country == smaller.country and larger.admin1_code == smaller.admin1_code
        return (
            same and larger.admin2_code == smaller.admin2_code and smaller.kind not in ("country", "admin1", "admin2")
        )
    if larger.kind == "region" and larger.country is not None:
        return smaller.kind in ("city", "admin2") and distance(larger, smaller) < WIDE_KM
    if larger.kind == "city":
        return smaller.kind in ("city", "other", "facility") and distance(larger, smaller) < CLOSE_KM
    return False
