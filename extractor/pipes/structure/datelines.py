"""Datelines: "ISLAMABAD, Pakistan (AP) -", "BEIRUT, March 3 (Agency) —", "LONDON | Tue Jul 10, 2007".

A place in capitals needs a dash after it; a place in small letters needs an agency or a day as well, because "Paris -
the one in Texas - is small" opens a paragraph too.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from extractor.normalization.days import WrittenDay, written_days
from extractor.normalization.words import Words

LONGEST = 120
"""Characters in which a dateline has come to its dash."""
LONGEST_TITLE = 160
STOP = re.compile(r"(?<=[^\s.])\s?[.!?]['\"’”]?\s+(?=[^\W\d_]{2})")
CAPITALS = r"ST\.|FT\.|MT\.|[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ]+(?:['’.-][^\W\d_a-zß-öø-ÿ]+)*"
TITLECASE = re.compile(r"[^\W\d_][\w'’-]*(?:[ ][^\W\d_][\w'’-]*){0,3}")
WIDER = re.compile(
    r",[ ]+(?P<place>(?:[^\W\d_]\w{0,3}\.[ ]?){1,3}"
    r"|[^\W\d_][\w'’-]*\.?(?:[ ](?:[^\W\d_a-z][\w'’-]*|of|the|and)\.?){0,3})"
)
AGENCY = re.compile(r"[.,]?[ ]{0,9}(?:\((?P<agency>[^()\n]{2,45})\)|/(?P<wire>[^/\n]{2,30})/)")
DASH = re.compile(r"[ ]{0,9}(?:--+|[—–―‒−\x97\x96]|[ ]-(?=\s|$|\()|-(?=[ ]|$)|_(?=[ ]|$)|:(?=[ ]{0,9}$))[ ]*")
PLAIN = re.compile(r",[ ](?P<agency>[^\W\d_a-z]\w+(?:[ ][^\W\d_a-z]\w+)?)(?=[ ]*[-–—])(?P<wire>)")
"""An agency without brackets: "TOKYO, July 10, Kyodo - "."""
COLON = re.compile(r":[ ]+(?=[“\"'‘]?[^\W\d_a-z])")
SPACE = re.compile(r"\.?[ ]{1,9}(?=[^\W\d_a-z])")
GLUED = re.compile(r"[ ]{0,9}-(?=[\"“‘']?[^\W\d_a-z])")
"""A dash without a blank behind it: "DURBAN, South Africa (CNN) -The"."""
BAR = re.compile(r"[ ]{0,9}[|•·][ ]*")


@lru_cache(maxsize=4)
def place_of(particles: str) -> re.Pattern[str]:
    """A place in capitals, or several; `particles` are alternatives of small words inside it."""
    return re.compile(
        rf"(?:{CAPITALS})(?:[ ]+(?:{CAPITALS}|CO\.|(?:{particles})\b)){{0,4}}"
        rf"(?:/(?:{CAPITALS})(?:[ ](?:{CAPITALS})){{0,3}}){{0,3}}"
    )


class Dateline(NamedTuple):
    """Offsets into the paragraph: the whole up to the text that follows, and the place alone; the day where given."""

    end: int
    place_end: int
    day: WrittenDay | None
    agency: str | None


def behind_title(text: str, words: Words) -> tuple[int, Dateline] | None:
    """A dateline in capitals behind a headline with a stop ("Ferry sinks. BERGEN - The ..."), and where it begins."""
    for stop in STOP.finditer(text[:LONGEST_TITLE]):
        found = dateline(text[stop.end() : stop.end() + LONGEST], words)
        if found is not None and text[stop.end() : stop.end() + found.place_end].split(",", maxsplit=1)[0].isupper():
            return stop.end(), found
    return None


def dateline(text: str, words: Words) -> Dateline | None:
    """The dateline that a paragraph opens with, or None."""
    return _placeless(text[:LONGEST], words) or _placed(text, words)


def _placed(text: str, words: Words) -> Dateline | None:
    """A dateline that opens with its place."""
    head = text[:LONGEST]
    opening = _opening(head, words)
    if opening is None or _is_masthead(opening, words):
        return None
    dash = _dash(head, opening)
    if dash is None:
        read = Dateline(opening.end, opening.place_end, opening.day, _name(opening.agency))
        return _undashed(text, read, capitals=opening.capitals)
    if not _is_filed(head, opening, dash):
        return None
    at, day, agency = _behind_dash(head, dash, opening.day, opening.agency, words)
    return Dateline(at, opening.place_end, day, _name(agency))


class Opening(NamedTuple):
    """What a paragraph opens with: a place in capitals or not, where it ends with its state, a day, an agency."""

    place: str
    capitals: bool
    place_end: int
    day: WrittenDay | None
    agency: re.Match[str] | None
    end: int


def _opening(head: str, words: Words) -> Opening | None:
    """ "BERGEN, Norway, July 10 (NNA)"; None without a place."""
    capitals = place_of(words.said.particles).match(head)
    place = capitals or TITLECASE.match(head)
    if place is None or _is_label(place.group().lower(), words):
        return None
    if place.group().split()[-1].lower() in words.said.small:
        return None  # "JUDGMENT DELIVERED ON 12 MARCH 2018"
    at = place_end = _wider(head, place.end(), words)
    day, at = _day(head, at, words)
    agency = AGENCY.match(head, at) or (PLAIN.match(head, at) if day else None)
    at = agency.end() if agency else at
    if day is None:
        day, at = _day(head, at, words)
    return Opening(place.group(), capitals is not None, place_end, day, agency, at)


def _is_masthead(opening: Opening, words: Words) -> bool:
    """ "THE HARBOUR COURIER — MARCH 6": a paper's name and no more before the dash."""
    return (
        opening.place.split()[-1].lower() in words.mastheads
        and opening.agency is None
        and opening.end == len(opening.place)
    )


def _dash(head: str, opening: Opening) -> re.Match[str] | None:
    """What ends a dateline; a bar only behind capitals, a dash without spaces only behind an agency."""
    dash = DASH.match(head, opening.end) or (BAR.match(head, opening.end) if opening.capitals else None)
    return dash or (GLUED.match(head, opening.end) if opening.agency else None)


def _is_filed(head: str, opening: Opening, dash: re.Match[str]) -> bool:
    """Whether a dash behind a place ends a dateline: "MID-OCEAN" is a word, "Bergen - a city" a name."""
    state = head[len(opening.place) : opening.place_end].endswith(".") and dash.group()[:1].isspace()
    told = opening.capitals or opening.agency is not None or opening.day is not None or state
    hyphen = dash.group().strip() == "-" and dash.end() == dash.start() + 1 and opening.agency is None
    return told and not hyphen


def _placeless(head: str, words: Words) -> Dateline | None:
    """ "July 10 (Reuters) - ": the desk does not say where."""
    days = written_days(head, words, day_first=True)
    if not days or days[0].start != 0:
        return None
    agency = AGENCY.match(head, days[0].end)
    dash = DASH.match(head, agency.end()) if agency else None
    return Dateline(dash.end(), 0, days[0], _name(agency)) if dash else None


def _undashed(text: str, read: Dateline, *, capitals: bool) -> Dateline | None:
    """ "KARACHI, July 10: ", "Bergen, July 10 (IANS) The ferry", or a line that is nothing but the dateline."""
    if capitals and (read.agency or read.day) and read.end == len(text.rstrip()):
        return read
    if read.day is None:
        return None
    end = COLON.match(text, read.end) if capitals else None
    signed = read.agency is not None and read.agency[0].isupper() and text[read.place_end] in ",."
    end = end or (SPACE.match(text, read.end) if signed else None)  # "Died 31 July 2017 (aged 89) Paris" is none
    return read._replace(end=end.end()) if end else None


def _behind_dash(
    head: str, dash: re.Match[str], day: WrittenDay | None, agency: re.Match[str] | None, words: Words
) -> tuple[int, WrittenDay | None, re.Match[str] | None]:
    """Where the text begins: "NEW YORK -(Dow Jones)- ", "BERGEN – July 10, 2007 – " go on behind their first dash."""
    at = dash.end()
    later = AGENCY.match(head, at) if agency is None else None
    closing = DASH.match(head, later.end()) if later else None
    if closing is not None:
        at, agency = closing.end(), later
    days = written_days(head[at:], words, day_first=True) if day is None else []
    if days and days[0].start == 0:
        closing = DASH.match(head, at + days[0].end)
        if closing is not None or "|" in dash.group():
            day, at = days[0], closing.end() if closing else at + days[0].end
    return at, day, agency


def colon_dateline(text: str, words: Words) -> Dateline | None:
    """ "ISLAMABAD: The ...", in capitals; the caller knows whether that is a place, and no speaker."""
    place = place_of(words.said.particles).match(text[:LONGEST])
    if place is None or _is_label(place.group().lower(), words):
        return None
    end = _wider(text[:LONGEST], place.end(), words)
    colon = COLON.match(text, end)
    return Dateline(colon.end(), end, None, None) if colon else None


def _is_label(place: str, words: Words) -> bool:
    """Whether capitals before a dash are an agency, or a word such as BREAKING."""
    return place in words.mastheads or place in words.no_place or place.split(maxsplit=1)[0] in words.no_place


def _wider(head: str, at: int, words: Words) -> int:
    """Where the state or country after the comma ends; a month there is the day's."""
    for _ in range(2):
        wider = WIDER.match(head, at)
        if wider is None:
            return at
        first = re.split(r"[ .]", wider.group("place"))[0].lower()
        if first in words.months or first in words.weekdays:
            return at
        end = at + len(wider.group().rstrip(" -"))
        cut = _before_month(head, at, end, words)
        at = cut
    return at


def _before_month(head: str, start: int, end: int, words: Words) -> int:
    """The end of the place in "Nova Scotia Feb 12"."""
    for word in re.finditer(r"[^\W\d_]+", head[start:end]):
        if word.group().lower() in words.months and head[end : end + 4].strip()[:1].isdigit():
            return start + len(head[start : start + word.start()].rstrip(" ,"))
    return end


def _day(head: str, at: int, words: Words) -> tuple[WrittenDay | None, int]:
    """The day right behind the place or the agency, and where it ends."""
    lead = re.compile(r"[,. ]*(?:on[ ])?").match(head, at)
    begin = lead.end() if lead else at
    days = written_days(head[begin:], words, day_first=True)
    if days and days[0].start == 0:
        return days[0], begin + days[0].end
    weekday = re.compile(r"[^\W\d_]+\.?").match(head, begin)
    if weekday and weekday.group().rstrip(".").lower() in words.weekdays:
        return None, weekday.end()
    return None, at


def _name(agency: re.Match[str] | None) -> str | None:
    return (agency.group("agency") or agency.group("wire")).strip() if agency else None
