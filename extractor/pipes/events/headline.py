"""The counts of the caller's title, which is not part of the text: "Two dead, five hurt in mall shooting".

Headlines are too short to parse: a number and the word behind it, or before it, decide.
"""

import re
from collections.abc import Iterator

from extractor.pipes.events.tolls import Count
from extractor.pipes.events.words import Words
from extractor.vocabulary import CasualtyRole

WORD = re.compile(r"\d+(?:,\d{3})*+|[^\W\d_]+")
BETWEEN = 3
"""Words between a number and what it counts: "two more people dead"."""
LONGEST = 40
"""Words of a title that are read."""


def counts(title: str, words: Words) -> Iterator[Count]:
    """The counts of a title, in order."""
    found = [match.group().lower() for match in WORD.finditer(title)][:LONGEST]
    for at, word in enumerate(found):
        value = int(word.replace(",", "")) if word[0].isdigit() else words.numbers.get(word)
        role = None if value is None else _role(found, at, words)
        if role is not None:
            yield Count(None, role, value, None, None, "=", None)


def _role(found: list[str], at: int, words: Words) -> CasualtyRole | None:
    """By the nearest word behind the number up to the next number, else by the one before it."""
    for place in range(at + 1, min(len(found), at + 2 + BETWEEN)):
        if found[place] in words.numbers or found[place][0].isdigit():
            break
        for phrase in (" ".join(found[place : place + 2]), found[place]):  # "two shot dead" before "two shot"
            if (phrase, "before") in words.headlines:
                return words.headlines[phrase, "before"]
    return words.headlines.get((found[at - 1], "after")) if at else None
