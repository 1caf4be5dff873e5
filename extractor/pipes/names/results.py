"""Rows of results and standings: names with figures between them and nothing else, "Luton 1 Rotherham 0 Millwall 2".

No parser reads them, and the base model sees a few of their names. A row of people with their scores ("275 Robert
Allenby 69 71") is none of these.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.pipes.names.page import Candidate, Page, is_initial, is_name_word

FIGURE = re.compile(r"\d{1,4}(?:[.,:/]\d{1,4})?|\.\d{3}|\d{1,3}-\d{1,3}|[-–—]")
"""A result, a number of games, a share of games won."""
BOWLED = re.compile(r"\d-\d{1,3}-\d")
"""The figures of a bowler: "10-1-50-1"."""
SEPARATORS = frozenset({",", ";", "*"})
BETWEEN = 8
"""Tokens in brackets behind a name or a figure: "(halftime 1-0)"."""
LONGEST = 4
"""Words of a team's name."""
SHORTEST = 3
"""Names of a row."""
PERSONAL = 0.25
"""From this share of names like people's on, a row lists people."""


class Unit(NamedTuple):
    """A name of a row, as a range of tokens, and where its figures end."""

    start: int
    end: int
    stop: int


def of_results(page: Page) -> Iterator[Candidate]:
    """The names of all rows of results."""
    for row in _rows(page):
        personal = sum(_is_personal(page, unit) for unit in row)
        if len(row) >= SHORTEST and personal < PERSONAL * len(row):
            yield from (Candidate(unit.start, unit.end, "", found="row of results") for unit in row)


def _rows(page: Page) -> Iterator[list[Unit]]:
    row: list[Unit] = []
    at, size = 0, len(page.texts)
    while at < size:
        if page.texts[at] in SEPARATORS or page.texts[at].isspace():
            at += 1
        elif (unit := _unit(page, at) if is_name_word(page.texts[at]) else None) is not None:
            row.append(unit)
            at = unit.stop
        else:
            yield row
            row, at = [], _behind_name(page, at)
    yield row


def _behind_name(page: Page, at: int) -> int:
    """Behind a run of words of a name, so that a row begins with a whole one; else behind the token."""
    end = at + 1
    while end < len(page.texts) and is_name_word(page.texts[at]) and is_name_word(page.texts[end]):
        end += 1
    return end


def _unit(page: Page, start: int) -> Unit | None:
    """The name that begins here with the figures behind it; None where there are none."""
    end = _name_end(page, start)
    stop, figures = _bracket_end(page, end), 0
    while stop < len(page.texts):
        if FIGURE.fullmatch(page.texts[stop]):
            figures += page.texts[stop][-1].isdigit()
            stop += 1
        elif figures and (behind := _bracket_end(page, stop)) > stop:
            stop = behind
        else:
            break
    start = _without_heading(page, start, end)
    told = page.text[page.ends[end - 1] : page.ends[stop - 1]]
    return Unit(start, end, stop) if figures and 0 < end - start <= LONGEST and not BOWLED.search(told) else None


def _name_end(page: Page, start: int) -> int:
    """Where the words of the name end: "Queen of the South", "Queen's Park"."""
    at = start + 1
    while at < len(page.texts):
        text = page.texts[at]
        inner = text in page.lexicon.words.small or text == "'s"
        if is_name_word(text) or (inner and at + 1 < len(page.texts) and is_name_word(page.texts[at + 1])):
            at += 1
        else:
            break
    return at


def _bracket_end(page: Page, at: int) -> int:
    """Behind the bracket that opens here; `at` where none does, or it is long."""
    if at < len(page.texts) and page.texts[at] == "(":
        window = page.texts[at : at + BETWEEN]
        return at + window.index(")") + 1 if ")" in window else at
    return at


def _without_heading(page: Page, start: int, end: int) -> int:
    """Where the name begins behind the heading of its row: "National League San Diego 3"."""
    last = start
    for at in range(start, end - 1):
        head = page.lexicon.heads.get(page.texts[at].title())
        if head is not None and head.kind == "organization":
            last = at + 1
    return last


def _is_personal(page: Page, unit: Unit) -> bool:
    """Whether a name is like a person's: "Robert Allenby", "J. Adams"."""
    words = page.texts[unit.start : unit.end]
    many = len(words) > 1 and " ".join(words).lower() not in page.lexicon.places
    return many and (words[0].lower() in page.lexicon.given or is_initial(words[0]))
