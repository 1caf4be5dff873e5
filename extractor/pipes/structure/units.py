"""The paragraphs as the frame is read from them: with their text, and whether a blank line stands before each."""

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Doc

from extractor.annotations import PARAGRAPHS, Stretch, text_of
from extractor.normalization.units import Unit

LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
BULLET = re.compile(r"\s*+(?:[-–—*•·▪◦‣●]|\d{1,2}[.)]|[a-z]\))\s")
SHORT = 72
"""Characters of a line that can stand for itself."""


def units(doc: Doc, telling: Callable[[str], bool]) -> list[Unit]:
    """The paragraphs of a `Doc`; its lines, where `news_paragraphs` did not run.

    A paragraph made of short lines is parted where a line of it is `telling` (a byline, a day) or a list's item:
    "By Anna Krogh" over "Tuesday 11 June 2013" has the widths of wrapped text.
    """
    known: list[Stretch] | None = doc._.get(PARAGRAPHS.name)
    text = text_of(doc)
    if known is None:
        known = [{"start": m.start(), "end": m.end()} for m in LINE.finditer(text) if m.group().strip()]
    found: list[Unit] = []
    end = 0
    for stretch in known:
        between = text[end : stretch["start"]]
        gap = not found or between.replace("\r\n", "\n").count("\n") + between.replace("\r\n", "").count("\r") > 1
        unit = Unit(stretch["start"], stretch["end"], text[stretch["start"] : stretch["end"]], gap)
        found.extend(_parted(unit, telling))
        end = stretch["end"]
    return found


def _parted(unit: Unit, telling: Callable[[str], bool]) -> Iterator[Unit]:
    """The unit, or its lines where they stand for themselves."""
    borders = [(match.start(), match.end()) for match in BREAK.finditer(unit.text)]
    start, line = 0, 0
    for end, after in borders:
        upper = unit.text[line:end]
        following = unit.text[after : after + SHORT + 1]
        lower = BREAK.split(following)[0]
        short = [one.strip() for one in (upper, lower) if len(one) <= SHORT]
        if upper.strip() and lower.strip() and (BULLET.match(lower) or any(telling(one) for one in short)):
            part = unit.text[start:end]
            kept = part.strip()
            first = unit.start + start + len(part) - len(part.lstrip())
            yield Unit(first, first + len(kept), kept, unit.gap and start == 0)
            start = after
        line = after
    rest = unit.text[start:]
    first = unit.start + start + len(rest) - len(rest.lstrip())
    yield Unit(first, unit.end, rest.strip(), unit.gap and start == 0)
