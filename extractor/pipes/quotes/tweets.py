"""Reads posts that are printed with their signature: `The bridge is safe. — Ines Vogt (@ivogt) May 4, 2016`."""

import re
from collections.abc import Iterator

from extractor.pipes.quotes.page import Mention, Page, Report, mark_at, token_from, trim

HANDLE = re.compile(r"\(@\w{1,20}\)")
SIGNED = re.compile(r"(?:--?|[–—―])\s?(?P<name>[^\W\d_][^\n@()\"“”–—―]{0,50}\(@\w{1,20}\))(?P<rest>[^\n]{0,40})$")
REACH = 120
DAY = re.compile(r"\s*+(?:(?:[A-Z]\w++\.? \d{1,2}, \d{4}|\d{1,2} [A-Z]\w++ \d{4})\s*+)?")


def find(page: Page) -> Iterator[Report]:
    """The posts: what stands before the signature, in its paragraph or else the one before."""
    if HANDLE.search(page.text) is None:
        return
    for number, (start, end) in enumerate(page.paragraphs):
        handle = HANDLE.search(page.text, max(start, end - REACH), end)
        match = None if handle is None else SIGNED.search(page.text, max(start, handle.start() - REACH // 2), end)
        if match is None or DAY.fullmatch(match["rest"]) is None:
            continue
        span = trim(page, start, match.start())
        if span[0] >= span[1] and number:
            span = trim(page, *page.paragraphs[number - 1])
        if span[0] >= span[1] or mark_at(page, match.start()) is not None:
            continue
        dash = (match.start(), match.start("name"))
        cue = (dash[0], dash[0] + len(page.text[slice(*dash)].rstrip()))
        found = Mention(match.start("name"), match.end("name"), "name")
        at = token_from(page, cue[0])
        yield Report((span,), cue, "-", "states", found, None, "layout:dash", at, (cue[0], found.end), layout="dash")
