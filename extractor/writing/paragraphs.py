"""The paragraphs of a text as it is laid out: set off by blank lines, one a line, or hard-wrapped at some column."""

import re
from collections.abc import Iterator

WRAPPED = range(45, 101)
"""Lengths of the lines of hard-wrapped text."""
SPACES = " \t\r\f\v\xa0"
_BLANK = re.compile(r"\n[ \t\r\f\v\xa0]*(?=\n)")
_LINE = re.compile(r"[^\n]+")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The offsets of each paragraph, without white space around it; lines of hard-wrapped text are of one paragraph."""
    at = 0
    for gap in [*(match.start() for match in _BLANK.finditer(text)), len(text)]:
        lines = [found for line in _LINE.finditer(text, at, gap) if (found := _stripped(text, *line.span()))]
        at = gap
        if len(lines) > 1 and all(end - start in WRAPPED for start, end in lines[:-1]):
            yield lines[0][0], lines[-1][1]
        else:
            yield from lines


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without white space at its ends; None where there is nothing else."""
    found = text[start:end]
    left, right = len(found) - len(found.lstrip(SPACES)), len(found.rstrip(SPACES))
    return (start + left, start + right) if left < right else None
