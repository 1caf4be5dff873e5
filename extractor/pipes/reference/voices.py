"""Who speaks where: the stretches in quotation marks, and the quote that a place in the text belongs to.

"He" inside a quote is hardly ever its speaker, "I" always is; outside marks, "Smith said he would go" is the reverse.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from extractor.annotations import QuoteFound, Stretch

MARKED = re.compile(r"[“\"«„][^“”\"«»„]*[”\"»]?")
NESTED = 12
"""How many spans back a place's quote is looked for: reports are nested two or three deep."""


class Voices(NamedTuple):
    """Stretches in marks with the quote of each, all spans (start, end, quote) in order, and pronouns that speak."""

    marked: list[Stretch]
    quote_of: list[int]
    spans: list[tuple[int, int, int]]
    speaking: dict[int, list[int]]

    def around(self, start: int) -> int | None:
        """The index of the innermost quote that holds the character."""
        at = bisect_right(self.spans, start, key=lambda span: span[0]) - 1
        for begin, end, quote in reversed(self.spans[max(0, at - NESTED + 1) : at + 1]):
            if begin <= start < end:
                return quote
        return None


def voices(text: str, quotes: Sequence[QuoteFound]) -> Voices:
    """Who speaks where in the text."""
    found: list[tuple[int, int, int]] = []
    for index, quote in enumerate(quotes):
        for span in quote["spans"]:
            if quote["kind"] == "direct":
                found.append((span["start"], span["end"], index))
            else:
                marks = MARKED.finditer(text, span["start"], span["end"])
                found += [(match.start(), match.end(), index) for match in marks]
    marked: list[Stretch] = []
    quote_of: list[int] = []
    for start, end, index in sorted(found):
        if not marked or start >= marked[-1]["end"]:
            marked.append({"start": start, "end": end})
            quote_of.append(index)
    speaking: dict[int, list[int]] = {}
    for index, quote in enumerate(quotes):
        if quote["speaker"] is not None:
            speaking.setdefault(quote["speaker"]["start"], []).append(index)
    spans = sorted((span["start"], span["end"], index) for index, quote in enumerate(quotes) for span in quote["spans"])
    return Voices(marked, quote_of, spans, speaking)
