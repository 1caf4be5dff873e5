"""What the component knows of sport: the words by which a page is one of sport, and what teams do, have and meet."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import ClassVar, Literal, NamedTuple

from extractor.tables import Row


class SportWord(Row, frozen=True, kw_only=True):
    """A word of sport.

    sport: of one sport, or of sport alone; contest: of sport more than of all else; has: what a team has, or who it has
    ("Texas's lead", "the England captain"); beat: a verb of which one team is the subject and another the object;
    deed: one of which a team is the subject; against: a preposition before a team;
    over: one before a team behind a contest or its outcome ("a lead over Seattle").
    """

    KEYS: ClassVar[tuple[str, ...]] = ("word", "part")

    word: str
    part: Literal["sport", "contest", "has", "beat", "deed", "against", "over"]
    sport: str = ""


class Sports(NamedTuple):
    """The words by what they tell."""

    sport: frozenset[str]
    contests: frozenset[str]
    belongings: frozenset[str]
    beats: frozenset[str]
    deeds: frozenset[str]
    versus: frozenset[str]
    over: frozenset[str]

    @classmethod
    def of(cls, rows: Iterable[SportWord]) -> "Sports":
        """The words of the rows; what beats another is a deed too."""
        words: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            words[row.part].add(row.word)
        return cls(
            sport=frozenset(words["sport"]),
            contests=frozenset(words["contest"]),
            belongings=frozenset(words["has"]),
            beats=frozenset(words["beat"]),
            deeds=frozenset(words["deed"] | words["beat"]),
            versus=frozenset(words["against"]),
            over=frozenset(words["over"]),
        )


RESULT = re.compile(r"(?<![\w-])\d{1,3}[-–]\d{1,3}(?![\w-])")
"""A result, "2-1", if it is no vote."""
MANY = 3
"""Words of contests that tell as much as one of sport, where a result stands beside them."""


def is_about_sport(text: str, words: frozenset[str], sports: Sports) -> bool:
    """Whether a text with these words, in small letters, is about sport: two words of sport, or one and one of
    contests; by a result too, where a team beats another or contests have several words.
    """
    sure, contests = len(words & sports.sport), len(words & sports.contests)
    if sure > 1 or (sure and contests):
        return True
    told = sure or contests >= MANY or not words.isdisjoint(sports.beats)
    return bool(told) and RESULT.search(text) is not None
