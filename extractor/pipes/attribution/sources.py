"""Who gives a figure: the speaker of the innermost quote that it stands in."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from extractor.annotations import FigureFound, QuoteFound, Stretch

NESTED = 12
"""How many spans back a figure's quote is looked for: reports are nested two or three deep."""


class Given(NamedTuple):
    """The index of the quote, and the stretch of its speaker."""

    quote: int | None
    source: Stretch | None


def sources(figures: Sequence[FigureFound], quotes: Sequence[QuoteFound]) -> list[Given]:
    """Who gives each figure, in the order of the figures; nothing for what the paper says itself."""
    spans = sorted((span["start"], span["end"], index) for index, quote in enumerate(quotes) for span in quote["spans"])
    starts = [start for start, _, _ in spans]
    found = []
    for figure in figures:
        at = bisect_right(starts, figure["start"])
        holding = [span for span in spans[max(0, at - NESTED) : at] if figure["end"] <= span[1]]
        if not holding:
            found.append(Given(None, None))
            continue
        quote = min(holding, key=lambda span: (span[1] - span[0], span[2]))[2]
        found.append(Given(quote, _speaker(quotes, quote)))
    return found


def _speaker(quotes: Sequence[QuoteFound], quote: int) -> Stretch | None:
    """The speaker's stretch, for a quote that goes on from another the other's."""
    at: int | None = quote
    for _ in range(NESTED):
        if at is None or not 0 <= at < len(quotes):
            return None
        speaker = quotes[at]["speaker"]
        if speaker is not None:
            return {"start": speaker["start"], "end": speaker["end"]}
        at = quotes[at].get("inherits")
    return None
