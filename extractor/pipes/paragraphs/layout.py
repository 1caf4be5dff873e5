"""Finds paragraphs in plain text, whether they are set off by blank lines, one a line, or hard-wrapped.

A line break is soft where the next word would not have fitted on its line: the typist's editor broke it. All others
end a paragraph, so that "Staff writer" and a heading on a line of its own stay alone.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
WIDTHS = range(40, 101)
"""Columns to which mail programs, wires and typists wrap: below are lists and verse, above one paragraph a line."""


class Line(NamedTuple):
    """A line that is not blank, without white space at its ends."""

    start: int
    end: int
    blank_before: bool


def lines(text: str) -> Iterator[Line]:
    """The lines that hold something, and whether a blank line stands before each."""
    previous_end = 0
    for match in LINE.finditer(text):
        content = match.group()
        stripped = content.strip()
        if not stripped:
            continue
        start = match.start() + len(content) - len(content.lstrip())
        breaks = BREAK.findall(text, previous_end, start)
        yield Line(start, start + len(stripped), len(breaks) > 1)
        previous_end = start + len(stripped)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Half-open character offsets of the paragraphs, in order and disjoint, without white space at their ends."""
    found: list[tuple[int, int]] = []
    block: list[Line] = []
    for line in lines(text):
        if line.blank_before and block:
            found.extend(_unwrap(text, block))
            block = []
        block.append(line)
    return found + _unwrap(text, block)


def _unwrap(text: str, block: list[Line]) -> list[tuple[int, int]]:
    """The paragraphs of lines that no blank line separates."""
    width = max((line.end - line.start for line in block), default=0)
    found: list[tuple[int, int]] = []
    for before, line in zip([None, *block], block, strict=False):
        if before is not None and width in WIDTHS and _is_full(text, before, line, width):
            found[-1] = (found[-1][0], line.end)
        else:
            found.append((line.start, line.end))
    return found


def _is_full(text: str, before: Line, line: Line, width: int) -> bool:
    """Whether the first word of `line` would not have fitted behind `before`."""
    first_word = text[line.start : line.end].split(maxsplit=1)[0]
    return before.end - before.start + 1 + len(first_word) > width
