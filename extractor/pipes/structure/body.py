"""The layout of the running text: section heads, captions, lists, transcripts."""

import re
from collections import Counter
from typing import NamedTuple

from extractor.annotations import Region
from extractor.normalization.furniture import CREDITED, LONGEST_CAPTION, is_caption
from extractor.normalization.units import Unit

BULLET = re.compile(r"(?:[-–—*•·▪◦‣●]|\d{1,2}[.)]|[a-z]\))\s")
TURN = re.compile(r"(?P<who>Q|A|[^\W\d_a-z][^\W\d_a-z.'’ -]{1,40}|[^\W\d_][\w.'’-]*(?:[ ][^\W\d_][\w.'’-]*){0,4}):\s")
LONGEST_HEADING = 9
"""Words of a section head."""


STAMP = re.compile(
    r"(?:\d{1,2}[.:]\d{2}(?:\s?(?:[ap]\.?m\.?|hrs))?|\d{1,2}\s?[ap]\.?m\.?)(?:\s?(?:[A-Z]{1,2}[SDM]T|GMT|UTC|ET|PT|CT))?"
    r"|\d{1,2}\s?(?:min|minute|hour|h|m)s?\s+ago",
    re.IGNORECASE,
)
"""The stamp of an entry: "17.40", "15:12 GMT", "3 hours ago"."""
FEWEST_STAMPS = 2
"""Paragraphs that open with a stamp, in a live blog or a timeline."""


def stamp(unit: Unit) -> int | None:
    """The length of the stamp that a paragraph opens with, None where it opens with none."""
    found = STAMP.match(unit.text)
    behind = unit.text[found.end() : found.end() + 3].lstrip(" :-–—|•") if found else ""
    opens = found is not None and (not behind or behind[0].isupper() or behind[0] in "\"“‘'")
    return found.end() if found is not None and opens else None


def stamps(units: list[Unit]) -> list[Region]:
    """The stamps of entries, as heads of those: "17.40 Death toll rises to 94" has one figure, and no score."""
    found: list[Region] = []
    for unit in units:
        length = stamp(unit)
        if length is not None:
            end = unit.start + length
            found.append({"start": unit.start, "end": end, "kind": "header", "rule": "structure:stamp"})
    return found if len(found) >= FEWEST_STAMPS else []


def layout(units: list[Unit], furniture: dict[int, int], labels: frozenset[str]) -> list[Region]:
    """The regions of paragraphs that are no running text.

    `furniture` maps a paragraph's start to where it begins; `labels` are words in capitals that do not speak.
    """
    named = (match.group("who") for unit in units if (match := TURN.match(unit.text)))
    speakers = Counter(name for name in named if name.lower() not in labels)
    found: list[Region] = []
    for index, unit in enumerate(units):
        if furniture.get(unit.start, unit.end) <= unit.start:
            continue
        end = furniture.get(unit.start, unit.end)
        place = Place(units, index, speakers, end < unit.end)
        kind = next((kind for kind, fits in KINDS if fits(place)), None)
        if kind is not None:
            text = unit.text[: end - unit.start].rstrip()
            found.append(
                {"start": unit.start, "end": unit.start + len(text), "kind": kind, "rule": f"structure:{kind}"}
            )
    return found


class Place(NamedTuple):
    """A paragraph among the others, how often each name speaks, and whether it ends in a credit."""

    units: list[Unit]
    at: int
    speakers: Counter[str]
    credited: bool

    @property
    def unit(self) -> Unit:
        """The paragraph."""
        return self.units[self.at]


def _is_caption(place: Place) -> bool:
    """Text under a picture: it says where to look, or ends in its photographer."""
    unit = place.unit
    return is_caption(unit) or (place.credited and len(unit.words) < LONGEST_CAPTION and _ends_credited(unit))


def _is_turn(place: Place) -> bool:
    """A speaker's turn in a talk that is printed as one: "Q: ", "KROGH: "."""
    turn = TURN.match(place.unit.text)
    who = turn.group("who") if turn else ""
    turns = place.speakers[who]
    return turns > 1 or (turns > 0 and (who in ("Q", "A") or who.isupper()))


def _is_item(place: Place) -> bool:
    """An item of a list, beside others or behind a bullet that is no dash."""
    near = (place.at - 1, place.at + 1)
    beside = [place.units[index].text for index in near if 0 <= index < len(place.units)]
    text = place.unit.text
    return BULLET.match(text) is not None and (text[0] in "•·▪◦‣●" or any(BULLET.match(each) for each in beside))


def _ends_credited(unit: Unit) -> bool:
    """Whether the credit is the last thing: a paragraph with an aside in its middle is running text."""
    return unit.text.rstrip(".").endswith((")", "]")) or CREDITED.search(unit.text) is not None


def _is_heading(place: Place) -> bool:
    """A short line without a stop that stands above a paragraph."""
    units, index, unit = place.units, place.at, place.unit
    below = units[index + 1] if index + 1 < len(units) else None
    short = len(unit.words) <= LONGEST_HEADING and not unit.stopped and unit.text[-1] not in ",;:"
    opens = unit.text[0].isupper() or unit.text[0].isdigit() or unit.text[0] in "‘“\"'"
    return short and opens and unit.gap and below is not None and len(below.text) > len(unit.text)


KINDS = (("caption", _is_caption), ("transcript", _is_turn), ("list", _is_item), ("heading", _is_heading))
"""What a paragraph may be besides running text; the first that fits."""
