"""What stands between two names of places: "Paris, Texas", "Richland, in Benton County", "the Texas town of Paris"."""

import re
from typing import Literal

from extractor.pipes.places.gazetteer import Entry
from extractor.pipes.places.votes import distance

FARTHEST = 48
"""Characters between a name and the one that says where it is."""
DIRECTION = (
    r"(?:(?:(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?|central|upper|lower|rural|nearby|neighbou?ring)[ ])?"
)
TOWN = r"(?:city|town|village|suburb|community|port|resort)"
AREA = (
    r"(?:capital|state|province|region|district|county|republic|municipality"
    r"|island|department|governorate|prefecture)"
)
INSIDE = re.compile(
    rf"\A(?:,[ ]|[ ]?\(|,?[ ]in[ ]|,[ ]an?[ ](?:[a-z-]+[ ]){{0,3}}{TOWN}[ ](?:in|of)[ ]|[ ](?:{TOWN}|area)[ ]in[ ]|[ ])"
    rf"(?:in[ ])?(?:the[ ])?{DIRECTION}(?:(?:{TOWN}|{AREA})(?:[ ]of)?[ ](?:the[ ])?)?(?:the[ ])?\Z"
)
HOLDING = re.compile(rf"\A(?:['’]s?)?[ ](?:[a-z-]+[ ]){{0,3}}(?:{TOWN}|{AREA})(?:[ ]of)?,?[ ](?:the[ ])?\Z")
OWNING = re.compile(r"\A['’]s?[ ](?:[a-z-]+[ ]){0,3}\Z")
CLOSE_KM = 60.0


def relation(gap: str) -> Literal["inside", "holding"] | None:
    """Whether the first of two names may lie in the second ("inside"), or hold it; `gap` is what stands between."""
    if len(gap) > FARTHEST or "\n" in gap:
        return None
    if INSIDE.match(gap):
        return "inside"
    return "holding" if HOLDING.match(gap) or OWNING.match(gap) else None


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
    if larger.kind == "city":
        return smaller.kind in ("city", "other", "facility") and distance(larger, smaller) < CLOSE_KM
    return False
