"""Lines that sign an article without the word "by": a name under the title, over a job or a day."""

import re
from collections.abc import Callable, Sequence

from extractor.normalization.days import written_days
from extractor.normalization.looks import NAMED, is_publisher, is_titled
from extractor.normalization.units import Unit
from extractor.normalization.words import Words
from extractor.pipes.structure.lines import authors, is_role

BESIDE_NAME = re.compile(r"\s{1,9}(?:@\w{1,30}|in\s+[^\W\d_a-z][^,]{1,40})\Z")
"""What stands behind a name on the line of a byline: a handle, a place."""


MAIL = re.compile(r"\S{1,80}@\S{1,80}")


def authored(unit: Unit, words: Words) -> str | None:
    """ "By Anna Krogh in Bergen"; "By Friday the ferry will be raised." is a sentence."""
    line = unit.text.split("\n")[0]
    author = words.labels["author"].match(line)
    behind = line[author.end() :].lstrip(" :") if author else ""
    if not behind[:1].isupper() or not NAMED.match(behind) or (unit.stopped and len(unit.words) > 9):
        return None
    return authors(behind, words)


def employed(units: Sequence[Unit], index: int, words: Words, *, titled: bool) -> str | None:
    """ "Anna Krogh, krogh@courier.example", "Anna Krogh, Staff Writer"; under a title also a name over the day."""
    text = units[index].text
    signed = words.labels["author"].match(text)
    text = text[signed.end() :].lstrip(" :") if signed else text
    pieces = [piece for piece in map(str.strip, re.split(r"[,|\n]", text)) if piece]
    if not pieces or NAMED.fullmatch(pieces[0]) is None:
        return None
    job = len(pieces) > 1 and (MAIL.search(pieces[1]) is not None or is_role(pieces[1], words))
    return pieces[0] if job or (titled and signs_day(units, index, words)) else None


def is_bare(units: Sequence[Unit], index: int, words: Words, person: Callable[[Unit], bool]) -> bool:
    """A name alone: "Anna Krogh", "Anna Krogh in Bergen", "ANNA KROGH" over "AP Sports Writer"."""
    unit, below = units[index], units[index + 1 : index + 2]
    name = BESIDE_NAME.sub("", unit.text)
    if not below or not 2 <= len(name.split()) <= 4 or not is_titled(name, words) or NAMED.fullmatch(name) is None:
        return False
    called = person(Unit(unit.start, unit.start + len(name), name, unit.gap)) or is_role(below[0].text, words)
    called = called or (name != unit.text and _is_day(below[0], words))
    return called and not is_publisher(name, words)


def is_small(unit: Unit) -> bool:
    """ "by anna krogh"."""
    return 3 <= len(unit.words) <= 5 and unit.text.islower() and not unit.stopped


def signs_day(units: Sequence[Unit], index: int, words: Words) -> bool:
    """Whether a name alone stands over the day: "ANNA KROGH" over "JUL 10, 2007"."""
    unit, below = units[index], units[index + 1 : index + 2]
    if not below or not 2 <= len(unit.words) <= 4 or not is_titled(unit.text, words):
        return False
    return (
        _is_day(below[0], words)
        and all(word[0].isupper() for word in unit.words)
        and not is_publisher(unit.text, words)
    )


def _is_day(unit: Unit, words: Words) -> bool:
    """Whether a line is a day with its year."""
    days = written_days(unit.text[:60], words, day_first=True)
    return bool(days) and days[0].year is not None and len(unit.text) < 80


def begins(unit: Unit, words: Words) -> bool:
    """Whether a line begins like a byline or a day."""
    day = written_days(unit.text[:60], words, day_first=True)
    return words.labels["author"].match(unit.text) is not None or bool(day)
