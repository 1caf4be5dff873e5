"""What the pieces of a head's line are: a paper, an author, a day, a slug."""

import re
from typing import NamedTuple

from extractor.normalization.days import WrittenDay
from extractor.normalization.looks import NAMED, is_publisher
from extractor.normalization.words import Words

PARTS = re.compile(r"(?<!\s)\s+[-–—|•·:/]+\s+|(?<!\s)\s*[|•·\n]\s*")
EDGES = " \t\r\n-–—|•·,;:()[]/"
LABEL_EDGES = EDGES + "."
EDITION = re.compile(r"(?:page|p\.?|section|edition|vol\.?|no\.?|issue)?\s*[A-Z]?\d{0,4}", re.IGNORECASE)


class Part(NamedTuple):
    """A piece of a line of the head, and what it is: publisher, day, author, slug; None where that is not known."""

    text: str
    kind: str | None


def parts(text: str, days: list[WrittenDay], words: Words) -> list[Part]:
    """The line's pieces, days taken out first, so that "10-07-2007" is not parted at its dashes."""
    for day in reversed(days):
        text = text[: day.start] + " | \0 | " + text[day.end :]
    pieces = [piece.strip(EDGES) for piece in PARTS.split(words.clock.sub(" | ", text) if days else text)]
    return [_part(piece, words, dated=bool(days)) for piece in pieces if piece]


def _part(piece: str, words: Words, *, dated: bool) -> Part:
    if not piece.strip(LABEL_EDGES + "\0"):
        return Part("", "day")
    lower = piece.lower()
    if lower in words.said.beside_days or (dated and lower in words.weekdays) or is_label(piece, "day", words):
        return Part(piece, "day")
    author = words.labels["author"].match(piece)
    if author and NAMED.match(piece, author.end() + 1):
        return Part(authors(piece[author.end() :], words), "author")
    if is_publisher(piece, words) and not is_label(piece, "slug", words):
        return Part(piece, "publisher")
    slug = is_label(piece, "slug", words) or (piece.isupper() and len(piece) < 60)
    return Part(piece, "slug" if dated and (slug or EDITION.fullmatch(piece)) else None)


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


def authors(text: str, words: Words) -> str:
    """The names without jobs, mail and paper."""
    for piece in re.split(r"\s{0,9}[|•·\n(]\s*|\s{1,9}[-–—]{1,9}\s+|,\s{0,9}(?=[^\s,]{1,80}@)", text.strip(EDGES)):
        kept = [part for part in piece.split(",") if not is_label(part.strip(), "role", words)]
        kept = [part for part in kept if not is_publisher(part.strip(), words)]
        if kept and kept[0].strip():
            return re.sub(r"\s{1,9}(?:on|at)\Z", "", ",".join(kept).strip(EDGES))
    return text.strip(EDGES)
