"""The frame of an article: what its head, its foot and its caller say, and the day that it counts from."""

import datetime
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from extractor.annotations import AnchorDay, Caller, Frame, Region, Stretch, is_normalized, text_of
from extractor.normalization import blocks
from extractor.normalization.days import WrittenDay, date_of, day_of_name, days_first, written_days
from extractor.normalization.furniture import Bit
from extractor.normalization.units import Unit
from extractor.normalization.words import Words
from extractor.pipes.structure import body
from extractor.pipes.structure.findings import Head, Page
from extractor.pipes.structure.head import Reader
from extractor.pipes.structure.headlines import is_glued, is_person, is_place, is_present
from extractor.pipes.structure.lines import EDGES
from extractor.vocabulary import AnchorOrigin

COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))[\s©(c)]{0,6}(?P<year>(?:19|20)\d{2})(?:\s*[-–]\s*\d{4})?,?\s+(?:by\s+)?(?P<holder>[^\W\d_][^.,\n(]{2,60})?",
    re.IGNORECASE,
)
LONGEST_CREDIT = 200
"""Characters of a line in which the desk names its agency."""
NO_DAY = "no publication date was given or found: relative dates have no value (--published gives one)"
NO_YEAR = "the dateline's day has no year: relative dates have no value (--published gives the whole date)"


class Notice(NamedTuple):
    """A copyright notice: its year, and who holds it."""

    year: int
    holder: str | None


def frame(doc: Doc, units: list[Unit], known: Caller, words: Words, *, day_first: bool) -> Frame:
    """The frame of a `Doc`; what the caller knows beats what the text says."""
    text = text_of(doc)
    bits = [[] for _ in units] if is_normalized(doc) else blocks.furniture(units, words)
    told = days_first(text)
    page = _page(doc, units, bits, known)
    head = Reader(units, page, words, day_first=day_first if told is None else told).read()
    found = _regions(units, bits)
    notice = _notice([*known.get("asides", ()), *(text[one["start"] : one["end"]] for one in found)])
    mailed = _mailed(known.get("asides", ()), words)
    published, origin, warnings = _published(head, notice, mailed, known)
    anchor = _anchor(published, origin, known)
    if text.strip() and anchor["date"] is None:
        warnings.append(NO_YEAR if head.dateline and head.dateline[1].day else NO_DAY)
    return {
        "publisher": known["publisher"] or head.publisher or (notice.holder if notice else None),
        "title": known["title"] or head.title,
        "byline": head.byline,
        "agency": _agency(head, known.get("asides", ()), words),
        "published": published,
        "dateline": _place(head),
        "anchor": anchor,
        "day_first": told,
        "regions": _laid_out(units, bits, head, found, words),
        "warnings": warnings,
    }


def _page(doc: Doc, units: list[Unit], bits: Sequence[Sequence[Bit]], known: Caller) -> Page:
    """What is known of the paragraphs before the head is read."""
    return Page(
        [blocks.is_all(unit, taken) for unit, taken in zip(units, bits, strict=True)],
        lambda unit: is_present(doc, unit) or _is_titled(unit, known),
        lambda unit: is_place(doc, unit),
        lambda unit: is_glued(doc, unit) or _is_titled(unit, known),
        lambda unit: is_person(doc, unit),
    )


def _laid_out(
    units: list[Unit], bits: Sequence[Sequence[Bit]], head: Head, found: list[Region], words: Words
) -> list[Region]:
    """All regions in order: furniture, the head's lines, stamps of a live page, and paragraphs that are no text."""
    headed = [region for region in head.regions if not _overlap(region, found)]
    stamped = [one for one in body.stamps(units) if not _overlap(one, [*headed, *found])]
    begun = {unit.start for unit in units[: head.body]} | {region["start"] for region in (*headed, *stamped)}
    firsts = {unit.start: unit.start + taken[0].start for unit, taken in zip(units, bits, strict=True) if taken}
    laid = [region for region in body.layout(units, firsts, words.no_place) if region["start"] not in begun]
    return sorted([*headed, *found, *laid, *stamped], key=lambda region: region["start"])


def _published(
    head: Head, notice: Notice | None, mailed: datetime.date | None, known: Caller
) -> tuple[str | None, AnchorOrigin, list[str]]:
    """The ISO day that the article is of, where that is from, and warnings about it; the caller's beats the text's."""
    return (known["published"], "caller", []) if known["published"] else _written(head, notice, mailed)


MAILED = re.compile(r"(?:date|sent):\s", re.IGNORECASE)
"""The fields of a mail's head that have its day."""


SIGNED = re.compile(r"[A-Z]{2}-[A-Z]{2}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\s+\d{4}\s?[A-Z]{1,4}")
"""An agency's last line: "AP-NY-03-04-14 1712EST"."""
PIVOT = 60
"""Years of two figures from which on they are of the last century."""


def _full(year: int) -> int:
    return year + (1900 if year >= PIVOT else 2000)


def _mailed(asides: Sequence[str], words: Words) -> datetime.date | None:
    """The day that the desk signs with, or that of the mail that the article stands in."""
    fields = ((text, MAILED.match(text)) for text in asides if len(text) < LONGEST_CREDIT)
    signed = (SIGNED.fullmatch(text) for text in asides)
    day = next((date_of(_full(int(one["year"])), int(one["month"]), int(one["day"])) for one in signed if one), None)
    if day is not None:
        return day
    said = (written_days(text[field.end() :], words, day_first=True) for text, field in fields if field)
    return next((day for days in said for one in days if (day := one.in_year(None)) is not None), None)


def _written(
    head: Head, notice: Notice | None, mailed: datetime.date | None
) -> tuple[str | None, AnchorOrigin, list[str]]:
    """The ISO day that the text says it is of, where it says so, and warnings about it."""
    dated = [(found, day) for day in head.days if (found := day.in_year(None)) is not None]
    if dated:
        found, day = min((one for one in dated if _is_near(one[0], dated[0][0])), key=lambda one: one[0])
        return found.isoformat(), "header", _mismatch(day, found)
    filed = head.dateline[1].day if head.dateline else None
    year = notice.year if notice else mailed.year if mailed else None
    found = filed.in_year(year) if filed else None
    if filed is not None and found is not None:
        return found.isoformat(), "dateline", _mismatch(filed, found)
    return (mailed.isoformat(), "header", []) if mailed else (None, "none", [])


LATEST_UPDATE = 60
"""Days after which a page is no more updated: an older day of its head is no day of the page."""


def _is_near(day: datetime.date, first: datetime.date) -> bool:
    """Whether a page may be of a day though it says another first: "Updated: ... | Published: ..."."""
    return 0 <= (first - day).days <= LATEST_UPDATE


def _mismatch(written: WrittenDay, day: datetime.date) -> list[str]:
    if written.weekday is None or written.weekday == day.weekday():
        return []
    return [f"the text's date {day.isoformat()} is not the weekday it says; --published sets the date"]


def _anchor(published: str | None, origin: AnchorOrigin, known: Caller) -> AnchorDay:
    if published is not None:
        return {"date": published, "origin": origin}
    named = day_of_name(known["source"])
    return {"date": named, "origin": "filename"} if named else {"date": None, "origin": "none"}


def _place(head: Head) -> Stretch | None:
    if head.dateline is None or head.dateline[1].place_end == 0:
        return None
    unit, found = head.dateline
    return {"start": unit.start, "end": unit.start + found.place_end}


def _agency(head: Head, asides: Iterable[str], words: Words) -> str | None:
    """The wire service: of the dateline ("BERGEN (AP) -"), else of a byline or of the desk's last line."""
    filed = head.dateline[1].agency if head.dateline else None
    if filed is not None:
        pieces = [piece.strip() for piece in filed.split("/")]
        return next((words.agencies[one.lower()] for one in pieces if one.lower() in words.agencies), filed)
    for text in (*head.signed, *(aside for aside in asides if len(aside) < LONGEST_CREDIT)):
        found = words.credited.search(text)
        if found is not None:
            return words.agencies[" ".join(found.group().lower().split())]
    return None


def _is_titled(unit: Unit, known: Caller) -> bool:
    """Whether a line came in title case, which it is not read in."""
    return unit.start + len(unit.text.rstrip(" .!?")) in known.get("headlines", ())


def _regions(units: list[Unit], bits: Sequence[Sequence[Bit]]) -> list[Region]:
    """The furniture as regions of the text."""
    return [
        {"start": unit.start + bit.start, "end": unit.start + bit.end, "kind": "furniture", "rule": bit.rule}
        for unit, taken in zip(units, bits, strict=True)
        for bit in taken
    ]


def _notice(asides: Iterable[str]) -> Notice | None:
    """The first copyright notice in the furniture, whose year is that of the article."""
    for text in asides:
        match = COPYRIGHT.search(text)
        if match and date_of(int(match.group("year")), 1, 1):
            holder = (match.group("holder") or "").split(" All ")[0].split(" all ")[0].strip(EDGES)
            return Notice(int(match.group("year")), holder or None)
    return None


def _overlap(region: Region, others: list[Region]) -> bool:
    return any(region["start"] < other["end"] and other["start"] < region["end"] for other in others)
