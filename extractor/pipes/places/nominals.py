"""Nationalities and origins: "Pakistani" is a mention of Pakistan, though no name of it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.pipes.places.gazetteer import Entry
from extractor.pipes.places.occurrences import occurrences
from extractor.pipes.places.spots import Spot
from extractor.pipes.places.words import Words
from extractor.syntax.words import runs

LANGUAGE = re.compile(r"(?:\bin|\bspeaks?|\bspoke|\bspeaking|\blearn|\bteach)\s\Z", re.IGNORECASE)


class Nominal(NamedTuple):
    """A word of origin in the text, the place that it belongs to, and its row."""

    start: int
    end: int
    place: Entry
    rule: str


def nominals(text: str, words: Words) -> Iterator[Nominal]:
    """The words of origin in order, in names too: who asks leaves those out. The language ("in French") is none."""
    present = words.openings.keys() & runs(text)
    forms = [form for first in present for form in words.openings[first]]
    for start, end in occurrences(text, forms):
        row = words.demonyms[" ".join(text[start:end].split())]
        followed = text[end : end + 2].strip()[:1].isalpha()
        if not followed and LANGUAGE.search(text, max(0, start - 12), start):
            continue
        place = words.origins.get(row.form)
        if place is not None:
            yield Nominal(start, end, place, row.rule)


def without_origins(spots: Sequence[Spot], origins: Sequence[Nominal]) -> list[Spot]:
    """The spots that are no part of a word of origin: "Sri" of "Sri Lankan" is none."""
    ends = {origin.start: origin.end for origin in origins}
    return [spot for spot in spots if ends.get(spot.start, spot.start) < spot.end]
