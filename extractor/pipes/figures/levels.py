"""The unit that one level of a change has and the other leaves out: "from 290 kroner to 255"."""

import re
from collections.abc import Sequence

from extractor.annotations import FigureFound
from extractor.pipes.figures.elision import BY, PLAIN
from extractor.pipes.figures.measure import Measure
from extractor.pipes.figures.place import Sentence

TO = re.compile(r"\b(?:to|from)\s(?:about\s|around\s|just\s|some\s|only\s|over\s|nearly\s|almost\s)?\Z", re.IGNORECASE)
LOOKBACK = 4
REACH = 80
"""Characters between a level with a unit and the one that leaves it out."""
NO_DISTANCE = frozenset({"percentage", "percentage point", "basis point"})
FROM = ("from ", "From ")


def levels(text: str, told: Sequence[FigureFound], figure: FigureFound) -> None:
    """Gives the first level of a change what the second counts: "grew from 1,200 to 2,400 weavers"."""
    if not told or figure["kind"] != "count" or figure["noun"] is None or told[-1]["unit"] is not None:
        return
    first = told[-1]
    joined = text[first["end"] : figure["start"]] == " to " and text.endswith(FROM, 0, first["start"])
    if joined and first["kind"] in ("count", "other") and first["sentence"] == figure["sentence"]:
        first["kind"], first["unit"], first["unit_text"] = "count", figure["unit"], figure["unit_text"]
        first["noun"] = figure["noun"]


def unit(text: str, told: Sequence[FigureFound], measure: Measure, sentence: Sentence) -> Measure | None:
    """A bare number with the unit of a level before it: "from 21 mpg to 23", "climbed 0.1% to 1,333.18" of points."""
    if not text[measure.first].isdigit() or measure.scale not in (1, 100):
        return None
    to = TO.search(text, max(0, measure.start - 20), measure.start)
    for figure in reversed(told[-LOOKBACK:]):
        if figure["sentence"] != sentence.stretch:
            return None
        if figure["unit"] is None or figure["kind"] in PLAIN:
            continue
        near = measure.start - figure["end"] <= REACH
        if figure["unit"] in NO_DISTANCE:
            by = figure["trend"] and near and BY.search(text, max(0, measure.start - 16), measure.start)
            if by:
                return measure._replace(kind=figure["kind"], unit=figure["unit"], rule=figure["rule"])
        elif to and (near or figure["unit"] == "point"):
            return measure._replace(kind=figure["kind"], unit=figure["unit"], rule=figure["rule"])
    return None
