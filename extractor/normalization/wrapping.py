"""Which line breaks an editor, a mail program or a page of print has made, and not the writer.

No width is taken for granted: it is found from the text itself. Where lines are wrapped, most go on in the middle of a
sentence, which small letters at the beginning of the next line tell; and the word that stands there would not have
fitted on the line before. The width for which most of these lines are full is the text's. Of a page in proportional
type the lines are not of one width: there a line is full that is nearly as long as most. Then a break before a capital
is soft after a full line, and ends a paragraph after a short one.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from extractor.normalization.lines import Line

BULLET = re.compile(r"(?:[-–—*•·▪◦‣●]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
STOPPED = re.compile(r"[.!?…:][\"'”’»)\]]*\Z")
LOWER = re.compile(r"[\"'“‘(\[]{0,2}[^\W\d_]")
FEWEST = 2
"""Lines that go on with a small letter, for a text to be taken for wrapped."""
SHARE = 0.2
"""Of all lines that have a line right before them, so many go on with a small letter in wrapped text."""
EXACT = 0.85
"""Of the lines that go on, so many are full at the width of an editor; fewer, and the page is in proportional type."""
NEARLY = 0.8
"""The part of the usual length that a full line of proportional type has at least."""
LONG = 60
"""Characters of a line that no heading has."""
NARROWEST = 16
"""Characters of a line: a list of words has shorter ones."""


class Width(NamedTuple):
    """What full lines are known by: a number of columns that no line exceeds, or a usual length."""

    columns: int
    exact: bool

    def is_full(self, line: Line, word: int) -> bool:
        """Whether a word of so many characters would not have fitted behind the line."""
        if self.exact:
            return line.length <= self.columns < line.length + 1 + word
        return line.length >= NEARLY * self.columns


def soft_breaks(lines: Sequence[Line], telling: Callable[[str], bool] = lambda _line: False) -> list[bool]:
    """For each line, whether the break before it is soft: the line goes on with the one before.

    `telling` says of a short line that it stands for itself (a byline, a day), whatever the widths around it are.
    """
    if len(lines) < 2:
        return [False] * len(lines)
    caseless = _is_caseless(lines)
    spaced = _is_spaced(lines)
    near = [i > 0 and (lines[i].blanks == 0 or (spaced and lines[i].blanks == 1)) for i in range(len(lines))]
    goes_on = [near[i] and _goes_on(lines[i - 1], lines[i], caseless=caseless) for i in range(len(lines))]
    width = _width(lines, near, goes_on)
    indent = _indent(lines, goes_on)
    found = [False] * len(lines)
    for i, (before, line) in enumerate(pairwise(lines), 1):
        if not near[i] or BULLET.match(line.text):
            continue
        if goes_on[i] and not caseless:
            found[i] = before.length >= NARROWEST or (width is not None and width.is_full(before, _first(line)))
        elif width is not None and line.indent <= indent:
            full = width.is_full(before, _first(line)) and not (line.page and STOPPED.search(before.text))
            found[i] = full and not (telling(before.text) or telling(line.text))
    return found


def _goes_on(before: Line, line: Line, *, caseless: bool) -> bool:
    """Whether a line goes on in the middle of a sentence, as its first letter says, or the end of the one before."""
    if STOPPED.search(before.text) or BULLET.match(line.text):
        return False
    if caseless:
        return before.length >= NARROWEST
    return _is_lower(line.text)


def _is_lower(text: str) -> bool:
    first = LOWER.match(text)
    return first is not None and first.group()[-1].islower()


def _is_caseless(lines: Sequence[Line]) -> bool:
    """Whether nearly all lines are in capitals, or none has one: then letters do not tell where a sentence goes on."""
    capitals = sum(line.text.isupper() for line in lines)
    small = sum(line.text.islower() for line in lines)
    return max(capitals, small) > 0.8 * len(lines)


def _is_spaced(lines: Sequence[Line]) -> bool:
    """Whether a blank line stands between any two lines, also those of one sentence."""
    single = [i for i in range(1, len(lines)) if lines[i].blanks == 1]
    if len(single) < 0.8 * len(lines) or len(single) < 4:
        return False
    going = sum(_is_lower(lines[i].text) and not STOPPED.search(lines[i - 1].text) for i in single)
    return going >= 0.4 * len(single)


def _first(line: Line) -> int:
    """The characters of a line's first word."""
    return len(line.text.split(maxsplit=1)[0])


def _width(lines: Sequence[Line], near: Sequence[bool], goes_on: Sequence[bool]) -> Width | None:
    """The width that the text is wrapped at, None where it is not."""
    going = [i for i in range(1, len(lines)) if goes_on[i] and lines[i - 1].length >= NARROWEST]
    few = len(going) < FEWEST or len(going) < SHARE * sum(near)
    if few:
        going = _long(lines, near)
    if not going:
        return None
    changes: dict[int, int] = {}
    for i in going:
        length, word = lines[i - 1].length, _first(lines[i])
        changes[length] = changes.get(length, 0) + 1
        changes[length + word + 1] = changes.get(length + word + 1, 0) - 1
    best = low = high = now = 0
    for at in sorted(changes):
        high = at if now == best else high
        now += changes[at]
        if now > best:
            best, low = now, at
    if best >= (1 if few else EXACT) * len(going):
        return Width(max(line.length for line in lines if low <= line.length < high), exact=True)
    if few:
        return None
    lengths = [lines[i - 1].length for i in going]
    usual = int(median(lengths))
    steady = sum(length >= NEARLY * usual for length in lengths) >= 0.7 * len(lengths)
    return Width(usual, exact=False) if steady else None


def _long(lines: Sequence[Line], near: Sequence[bool]) -> list[int]:
    """Where long lines are followed by others, if one breaks off in a sentence: all must be full at one width, for a
    text of three paragraphs to be wrapped."""
    found = [i for i in range(1, len(lines)) if near[i] and lines[i - 1].length >= LONG]
    broken = any(not STOPPED.search(lines[i - 1].text) for i in found)
    return found if broken and len(found) >= FEWEST else []


def _indent(lines: Sequence[Line], goes_on: Sequence[bool]) -> int:
    """How deep lines that go on are indented at most: a deeper one opens a paragraph."""
    indents = sorted(line.indent for line, going in zip(lines, goes_on, strict=True) if going)
    return indents[len(indents) * 9 // 10] if indents else 0
