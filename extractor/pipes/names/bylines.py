"""Names in bylines: those that the frame read there, whatever their case; the base model sees no sentence there."""

import re
from collections.abc import Iterator

from extractor.annotations import FRAME, regions_of
from extractor.pipes.names.page import Candidate, Page, is_name_word

JOINTS = re.compile(r"[,;&]|\band\b|\bAND\b")


def bylines(page: Page) -> Iterator[Candidate]:
    """A candidate for each author that the frame's byline names."""
    written = FRAME.of(page.doc)["byline"]
    for region in regions_of(page.doc, "byline") if written else ():
        for author in map(str.strip, JOINTS.split(written or "")):
            start = page.text.find(author, region["start"], region["end"]) if author else -1
            span = page.doc.char_span(start, start + len(author)) if start >= 0 else None
            if (
                span is not None
                and len(span) > 1
                and all(
                    is_name_word(t) or not t.isalpha() or t in page.lexicon.particles
                    for t in page.texts[span.start : span.end]
                )
            ):
                yield Candidate(span.start, span.end, "PERSON", found="byline")


def is_job(page: Page, candidate: Candidate) -> bool:
    """Whether it is what an author does, "Science Correspondent", "AP Sports Writer", and no name."""
    if candidate.found or page.texts[candidate.end - 1].lower() not in page.lexicon.nouns:
        return False
    at = page.starts[candidate.start]
    return any(region["start"] <= at < region["end"] for region in regions_of(page.doc, "byline"))
