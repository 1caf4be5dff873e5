"""Names in headlines, where every word has a capital: "Ruth Calder Slams Harbour Plan" names whom the text names."""

from collections.abc import Sequence

from extractor.annotations import PARAGRAPHS, Region, Stretch, within
from extractor.pipes.names.page import Candidate, Page, folded, text_of

FEWEST = 3
"""Tokens of a name that may have taken in a verb."""


def shortened(page: Page, found: Sequence[Candidate], headlines: Sequence[Region]) -> list[Candidate]:
    """The candidates, those of headlines cut to a full name that the running text has and that they begin with."""
    lines: list[Region | Stretch] = [*headlines]
    first = PARAGRAPHS.of(page.doc)[:1]
    if first and not headlines and page.text[: first[0]["end"]].rstrip()[-1:].isalnum():
        lines = [*first]
    if not lines:
        return list(found)
    inside = [within(lines, page.doc[candidate.start].idx) for candidate in found]
    known = {
        folded(text_of(page, candidate.start, candidate.end))
        for candidate, here in zip(found, inside, strict=True)
        if not here and candidate.end - candidate.start > 1
    }
    return [_cut(page, one, known) if here else one for one, here in zip(found, inside, strict=True)]


def _cut(page: Page, candidate: Candidate, known: set[str]) -> Candidate:
    start, end = candidate.start, candidate.end
    if end - start < FEWEST or folded(text_of(page, start, end)) in known:
        return candidate
    for stop in range(end - 1, start + 1, -1):
        if folded(text_of(page, start, stop)) in known:
            return candidate._replace(end=stop)
    return candidate
