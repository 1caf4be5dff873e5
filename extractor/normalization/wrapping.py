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
    near = _near(lines)
    goes_on = [near[i] and _goes_on(lines[i - 1], lines[i], caseless=caseless) for i in range(len(lines))]
    width = _width(lines, near, goes_on)
    page = Wrapped(width, _indent(lines, goes_on), telling) if width else _opened_deeper(lines, near, telling)
    found = [False] * len(lines)
    for i, (before, line) in enumerate(pairwise(lines), 1):
        if not near[i] or BULLET.match(line.text):
            continue
        if goes_on[i] and not caseless:
            found[i] = before.length >= NARROWEST or page.is_full(before, line)
        else:
            found[i] = page.is_soft(before, line)
    return found


class Wrapped(NamedTuple):
    """How a text is wrapped: its width, None where it is not; how deep its lines are indented at most; and which short
    lines stand for themselves."""

    width: Width | None
    indent: int
    telling: Callable[[str], bool]

    def is_full(self, before: Line, line: Line) -> bool:
        """Whether the next line's first word would not have fitted on a line."""
        return self.width is not None and self.width.is_full(before, _first(line))

    def is_soft(self, before: Line, line: Line) -> bool:
        """Whether a break before a line that may open a sentence is soft."""
        if line.indent > self.indent or not self.is_full(before, line):
            return False
        ends = line.page and STOPPED.search(before.text)
        return not (ends or self.telling(before.text) or self.telling(line.text))


FEWEST_DEEPER = 3
"""Paragraphs that open deeper than they go on, in a text that is laid out so."""


def _opened_deeper(lines: Sequence[Line], near: Sequence[bool], telling: Callable[[str], bool]) -> Wrapped:
    """How a text of short paragraphs is wrapped of which each first line is indented, and no blank line parts them:
    what stands less deep goes on, if the lines above are of about one length."""
    base = min((line.indent for line, is_near in zip(lines, near, strict=True) if is_near), default=0)
    opened = [i for i, line in enumerate(lines) if line.indent > base]
    going = [i for i in range(opened[0] + 1, len(lines)) if near[i] and lines[i].indent == base] if opened else []
    if len(opened) < FEWEST_DEEPER or len({lines[i].indent for i in opened}) > 1 or len(going) < FEWEST:
        return Wrapped(None, base, telling)
    return Wrapped(_proportional([lines[i - 1].length for i in going]), base, telling)


def _near(lines: Sequence[Line]) -> list[bool]:
    """For each line, whether the one before stands right above it, as far as lines of this text stand apart."""
    spaced = _is_spaced(lines)
    return [i > 0 and (line.blanks == 0 or (spaced and line.blanks == 1)) for i, line in enumerate(lines)]


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
    low, high, best = _fullest([(lines[i - 1].length, _first(lines[i])) for i in going])
    if best >= (1 if few else EXACT) * len(going):
        return Width(max(line.length for line in lines if low <= line.length < high), exact=True)
    return None if few else _proportional([lines[i - 1].length for i in going])


def _fullest(lengths: Sequence[tuple[int, int]]) -> tuple[int, int, int]:
    """The widths, from and below, for which most lines are full, and how many those are. A line of a length, with a
    word behind it, is full at any width from its length to where the word would fit."""
    changes: dict[int, int] = {}
    for length, word in lengths:
        changes[length] = changes.get(length, 0) + 1
        changes[length + word + 1] = changes.get(length + word + 1, 0) - 1
    best = low = high = now = 0
    for at in sorted(changes):
        high = at if now == best else high
        now += changes[at]
        if now > best:
            best, low = now, at
    return low, high, best


def _proportional(lengths: Sequence[int]) -> Width | None:
    """The usual length of a page in proportional type; None where lines are of all lengths."""
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
