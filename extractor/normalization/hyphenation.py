"""Words that were parted at the end of a line, and words with a hyphen that happen to be parted there.

"mil-⏎lion" is read as one word, "well-⏎known" keeps its hyphen. An ordered list of steps decides; the first that knows
says so: figures and capitals keep the hyphen, what the text writes elsewhere is followed, then a dictionary is asked
whether the whole or the parts are words.
"""

import re
from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

PARTED = re.compile(r"(?<![^\W_])(?P<left>[^\W_]{1,40}(?:['’.-][^\W_]{1,40}){0,4})(?P<mark>[-‐­¬])\Z")
RIGHT = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?(?:-[^\W_]+){0,4}")
SOFT = "­¬"
"""A soft hyphen, and what programs print for it: they stand for nothing but a parted word."""
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*+")


class Reading(Enum):
    """How a break behind a hyphen is read: as nothing, as the hyphen, as a hyphen and a space ("two-⏎and three")."""

    JOINED = ""
    HYPHEN = "-"
    SUSPENDED = "- "


class Parted(NamedTuple):
    """The word before the hyphen and the one on the next line."""

    left: str
    right: str
    mark: str

    @property
    def head(self) -> str:
        """What stands right before the hyphen: "estab" in "well-estab-⏎lished"."""
        return self.left.rpartition("-")[2]

    @property
    def tail(self) -> str:
        """What stands right behind it."""
        return self.right.partition("-")[0]

    @property
    def whole(self) -> str:
        """Both as one word."""
        return self.head + self.tail


class Sight(NamedTuple):
    """What decides: the words of the text in small letters, whether a word is in the dictionary, words that leave a
    hyphen hanging ("and", "or", "to")."""

    written: frozenset[str]
    is_word: Callable[[str], bool]
    suspending: frozenset[str]


def written(text: str) -> frozenset[str]:
    """The words of a text in small letters, those with hyphens as a whole."""
    return frozenset(WORD.findall(text.lower()))


def parted(line: str, following: str) -> Parted | None:
    """The word that is parted between two lines, None where the first does not end in a hyphen behind a word."""
    left = PARTED.search(line[-60:])
    right = RIGHT.match(following)
    return Parted(left["left"], right.group(), left["mark"]) if left and right else None


def read(word: Parted, sight: Sight) -> Reading:
    """How the break is read."""
    for step in STEPS:
        found = step(word, sight)
        if found is not None:
            return found
    return Reading.JOINED


def _soft(word: Parted, _sight: Sight) -> Reading | None:
    return Reading.JOINED if word.mark in SOFT else None


def _suspended(word: Parted, sight: Sight) -> Reading | None:
    """ "two-⏎and three-year", but "Engl-⏎and"."""
    whole = word.whole.lower()
    one = whole in sight.written or sight.is_word(whole)
    return Reading.SUSPENDED if not one and word.right.lower() in sight.suspending else None


def _figures(word: Parted, _sight: Sight) -> Reading | None:
    """ "12-⏎year-old", "mid-⏎2020"."""
    parts = word.head[-1:] + word.tail[:1]
    return Reading.HYPHEN if any(one.isdigit() for one in parts) else None


def _capital(word: Parted, _sight: Sight) -> Reading | None:
    """ "Jean-⏎Pierre", but "MIL-⏎LION"."""
    return Reading.HYPHEN if word.tail[0].isupper() and not word.head.isupper() else None


def _elsewhere(word: Parted, sight: Sight) -> Reading | None:
    """As the text writes it where it does not part it."""
    if f"{word.left}-{word.right}".lower() in sight.written:
        return Reading.HYPHEN
    return Reading.JOINED if word.whole.lower() in sight.written else None


def _dictionary(word: Parted, sight: Sight) -> Reading | None:
    """ "mil-⏎lion" is a word, "well-⏎known" two."""
    if sight.is_word(f"{word.head}-{word.tail}".lower()):
        return Reading.HYPHEN
    if sight.is_word(word.whole.lower()):
        return Reading.JOINED
    words = len(word.head) > 1 and len(word.tail) > 1
    words = words and sight.is_word(word.head.lower()) and sight.is_word(word.tail.lower())
    return Reading.HYPHEN if words else None


STEPS: tuple[Callable[[Parted, Sight], Reading | None], ...] = (
    _soft, _suspended, _figures, _capital, _elsewhere, _dictionary,
)  # fmt: skip
