"""Tells lines of a head from sentences by their looks: bylines, days, names of papers, title case."""

import re

from extractor.normalization.days import written_days
from extractor.normalization.units import STOPS
from extractor.normalization.words import Words

NAMED = re.compile(r"[^\W\d_][\w.'’“”\"-]*+(?:\s+[^\W\d_][\w.'’“”\"-]*+){0,5}")

ISSUE = re.compile(r"vol(?:\.|ume)?\s*\d{1,4},?\s*(?:no\.?|number|issue)\s*\d{1,5}", re.IGNORECASE)
"""The number of an issue, in the page's running head: "Vol. 12, No. 3"."""


def is_titled(text: str, words: Words) -> bool:
    """Whether all words but the small ones begin with a capital."""
    said = [word.strip("\"'“”‘’().,:;!?&-–—") for word in text.split()]
    telling = [word for word in said if word[:1].isalpha() and word.lower() not in words.said.small]
    return bool(telling) and sum(not word[0].islower() for word in telling) >= 0.85 * len(telling)


def is_telling(line: str, words: Words) -> bool:
    """Whether a short line by itself is a byline, a day or a button, whatever the widths around it say."""
    author = words.labels["author"].match(line) if line[:1].isupper() else None
    if author and line[author.end() :].lstrip(" :")[:1].isupper() and not line.endswith(STOPS):
        return True
    days = written_days(line, words, day_first=True)
    dated = any(day.year is not None for day in days)
    label = words.labels["day"].match(line)
    begins = any(day.start < 12 for day in days)
    return (dated and (begins or label is not None) and not line.endswith(STOPS)) or bool(
        words.phrases["start"].match(line)
    )


def is_publisher(piece: str, words: Words) -> bool:
    """A name in capitals or title case that holds a word of mastheads."""
    paper, _, town = piece.partition(", ")
    piece = paper if town and len(town.split()) <= 2 and is_titled(town, words) else piece  # "The Times, London"
    said = [word.strip(".,'’()").lower() for word in piece.split()]
    named = NAMED.fullmatch(piece) is not None and is_titled(piece, words)
    parts = (part for word in said for part in (word, *word.split("-")))  # "THE STANDARD-HERALD"
    return named and len(said) <= 6 and any(part in words.mastheads for part in parts)
