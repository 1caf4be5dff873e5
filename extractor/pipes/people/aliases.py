"""Two names that the text itself calls one person's: "Sela Marsh (born Ruth Okafor)", "better known as", "pen name of".

Nothing else joins names without a word in common. The second name stands right behind the expression, and between the
first name and the expression there is only what belongs to it: "Smith shot a man known as Carlos" joins nobody.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractor.pipes.people.gathered import NameAt
from extractor.syntax.lists import Lists
from extractor.tables import Row

FARTHEST = 240
"""Characters between the two names: dates and the sounds of the first stand there in brackets."""
BEFORE = (
    r"\s{0,9}(?:\([^()]{0,160}\)\s{0,9})?(?:\[[^\]]{0,9}\]\s{0,9}){0,3}"
    r"(?:[,–—(-]\s{0,9}(?:who\s+)?|\((?:[^()]{0,120}[;,]\s{0,9}))?"
    r"(?:(?:{become})\s+)?(?:(?:{whose})\s+)?(?:(?:\w{2,12}ly|{how})\s+){0,2}"
)
"""What belongs to the expression before it; the lists are those of `phrases.csv`."""
BEHIND = r"\s*(?:the\s+)?[\"“‘'(]?\s*"
COMMAS = frozenset({", ", ",” ", "”, ", '," ', '", '})
"""What stands between two names of which the first is the other's nickname."""
BEFORE_ONE = 40
"""Characters before a name in which an expression that opens its sentence is looked for."""
DESCRIBED = r"(?:\s+[\w-]+){0,3}"
"""Behind "of" there may be a description: "the pen name of the Dutch author Petra Halloran"."""


class Alias(Row, frozen=True, kw_only=True):
    """An expression between two names of one person."""

    expression: str


def pattern(rows: Iterable[Alias], lists: Lists) -> re.Pattern[str]:
    """What the whole text between two names of one person looks like."""
    plain: list[str] = []
    of: list[str] = []
    for row in rows:
        words = r"\s+".join(re.escape(word) for word in row.expression.split())
        (of if row.expression.endswith(" of") else plain).append(words)
    choices = "|".join(sorted(plain, key=len, reverse=True))
    described = "|".join(sorted(of, key=len, reverse=True))
    return lists.pattern(BEFORE + rf"(?:(?:{choices})|(?:{described}){DESCRIBED}){BEHIND}", re.IGNORECASE)


def leading(rows: Iterable[Alias]) -> re.Pattern[str]:
    """What stands before two names where the expression opens the sentence: "Known as Jay-Jay, Karl Marsh"."""
    words = sorted((row.expression for row in rows if not row.expression.endswith(" of")), key=len, reverse=True)
    choices = "|".join(r"\s+".join(map(re.escape, expression.split())) for expression in words)
    return re.compile(rf"(?:\A|[.!?\n][\"”’')\s]{{0,9}})(?:{choices})\s+[\"“‘']?\Z", re.IGNORECASE)


def aliases(
    text: str, names: Sequence[NameAt], joined: re.Pattern[str], opening: re.Pattern[str]
) -> list[tuple[int, int]]:
    """The starts of two neighbouring names each that an expression joins, standing between them or before both."""
    return [
        (one.start, other.start)
        for one, other in pairwise(names)
        if (1 < other.start - one.end < FARTHEST and joined.fullmatch(text, one.end, _opening(text, one, other)))
        or (text[one.end : other.start] in COMMAS and opening.search(text[max(0, one.start - BEFORE_ONE) : one.start]))
    ]


def _opening(text: str, one: NameAt, other: NameAt) -> int:
    """Where the second name begins, its titles taken off."""
    start = other.start
    for title in reversed(other.titles):
        before = text[one.end : start].rstrip()
        if before.endswith(title):
            start = one.end + len(before) - len(title)
    return start
