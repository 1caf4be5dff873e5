"""What the pieces of a head's line are: a paper, an author, a day, a slug."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractor.normalization.days import WrittenDay, written_days
from extractor.normalization.looks import ISSUE, NAMED, is_publisher
from extractor.normalization.units import Unit
from extractor.normalization.words import Words

PARTS = re.compile(r"(?<!\s)\s+[-–—|•·:/]+\s+|(?<!\s)\s*[|•·\n]\s*|(?<!\s)\s{3,}")
EDGES = " \t\r\n-–—|•·,;:()[]/"
LABEL_EDGES = EDGES + "."
NUMBERED = r"(?:page|p\.?|section|edition|vol\.?|volume|no\.?|issue|number)"
EDITION = re.compile(rf"{NUMBERED}?\s*[A-Z]?\d{{0,4}}", re.IGNORECASE)
FIGURED = re.compile(r"[A-Z]\w{1,10}(?:\s\w{1,4})?:\s[\d/:.-]{2,20}")
"""A field of figures in a release's head: "Time: 14:20", "Case No: 14522/2017"."""
HANDLE = re.compile(r"[^\W\d_][^@]{1,50}?\s\(?@\w{2,30}\)?")
"""Who tweets, a person or an office, before the day: "Harbour Office @harbour"."""
SENT_FROM = re.compile(
    r",?\s{1,9}(?:in|at)\s{1,9}[^\W\d_a-z][^\W\d_]{1,30}(?:\s[^\W\d_a-z][^\W\d_]{1,30}){0,2}(?=\Z|\s(?:and|&)\s)"
)
"""Where an author is, behind the name: "Tom Dale in Cairo and Bo Ray at Edgeley Park"."""


class Part(NamedTuple):
    """A piece of a line of the head, and what it is: publisher, day, author, slug; None where that is not known."""

    text: str
    kind: str | None


def parts(text: str, days: list[WrittenDay], words: Words) -> list[Part]:
    """The line's pieces, days taken out first, so that "10-07-2007" is not parted at its dashes."""
    for day in reversed(days):
        text = text[: day.start] + " | \0 | " + text[day.end :]
    pieces = [piece.strip(EDGES).lstrip(". ") for piece in PARTS.split(words.clock.sub(" | ", text) if days else text)]
    return [_part(piece, words, dated=bool(days)) for piece in pieces if piece]


def _part(piece: str, words: Words, *, dated: bool) -> Part:
    if not piece.strip(LABEL_EDGES + "\0"):
        return Part("", "day")
    if _is_beside_day(piece, words, dated=dated):
        return Part(piece, "day")
    author = words.labels["author"].match(piece)
    if author and NAMED.match(piece, author.end() + 1):
        return Part(authors(piece[author.end() :], words), "author")
    if dated and _is_job_or_handle(piece, words):
        return Part(piece, "role")
    if is_publisher(piece, words) and not is_label(piece, "slug", words):
        return Part(piece.rstrip("."), "publisher")
    slug = is_label(piece, "slug", words) or (piece.isupper() and len(piece) < 60)
    return Part(piece, "slug" if _is_issue(piece, dated=dated) or (dated and slug) else None)


def _is_job_or_handle(piece: str, words: Words) -> bool:
    """ "Staff Writer", "Harbour Office @harbouroffice"."""
    return HANDLE.fullmatch(piece) is not None or is_label(piece, "role", words)


def _is_issue(piece: str, *, dated: bool) -> bool:
    """ "Vol. 12, No. 3"; beside a day also "Page 7", or a number alone."""
    return ISSUE.fullmatch(piece) is not None or (dated and EDITION.fullmatch(piece) is not None)


def _is_beside_day(piece: str, words: Words, *, dated: bool) -> bool:
    """Whether a piece belongs to a day: "published on", "at", a weekday that stands apart from it."""
    lower = piece.lower()
    return lower in words.said.beside_days or (dated and lower in words.weekdays) or is_label(piece, "day", words)


LONGEST_DAY = 100
"""Characters of a line that is nothing but a day with its label."""


def late_day(units: Sequence[Unit], words: Words, *, day_first: bool) -> tuple[Unit, list[WrittenDay]] | None:
    """The first line that is nothing but the day: "JUDGMENT DELIVERED ON 12 MARCH 2018"."""
    for unit in units:
        if len(unit.text) >= LONGEST_DAY:
            continue
        days = [day for day in written_days(unit.text, words, day_first=day_first) if day.year is not None]
        if days and all(part.kind == "day" for part in parts(unit.text, days, words)):
            return unit, days
    return None


def first_of(found: list[Part], kind: str) -> str | None:
    """The first piece of a kind."""
    return next((part.text for part in found if part.kind == kind), None)


def is_label(piece: str, kind: str, words: Words) -> bool:
    """Whether a piece is a phrase of the table's kind, and nothing else."""
    found = words.labels[kind].match(piece)
    return found is not None and found.end() >= len(re.sub(r"\s{1,9}(?:on|at)\Z", "", piece.rstrip(LABEL_EDGES)))


def is_role(piece: str, words: Words) -> bool:
    """ "Staff Writer", "Harbour Courier staff"."""
    said = piece.split()
    return any(is_label(" ".join(said[at:]), "role", words) for at in range(min(len(said), 5)))


def _is_job(part: str, words: Words, *, first: bool) -> bool:
    """ "Science Correspondent" behind a comma; in front of it also a name may end so: "Ann Lee Sports Writer"."""
    return is_label(part, "role", words) if first else is_role(part, words)


def authors(text: str, words: Words) -> str:
    """The names without jobs, mail and paper."""
    for piece in re.split(r"\s{0,9}[|•·\n(]\s*|\s{1,9}[-–—]{1,9}\s+|,\s{0,9}(?=[^\s,]{1,80}@)", text.strip(EDGES)):
        kept = [part for at, part in enumerate(piece.split(",")) if not _is_job(part.strip(), words, first=at == 0)]
        kept = [part for part in kept if not is_publisher(part.strip(), words)]
        if kept and kept[0].strip():
            return SENT_FROM.sub("", re.sub(r"\s{1,9}(?:on|at)\Z", "", ",".join(kept).strip(EDGES)))
    return text.strip(EDGES)
