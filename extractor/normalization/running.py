"""What a page of print repeats: the running head, the running foot, the number of the page."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extractor.normalization.lines import Line

PAGE = re.compile(
    r"(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[-–—]?\s*\d{1,3}\s*[-–—]?|\d{1,3}\s*(?:of|/)\s*\d{1,3}",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"\bpage\s+\d{1,4}\s*(?:(?:of|/)\s*\d{1,4})?\Z|\A\d{1,3}\s\s|\s\s\d{1,3}\Z", re.IGNORECASE)
DIGITS = re.compile(r"\d+")
LONGEST = 100
"""Characters of a running head."""
APART = 6
"""Lines between two running heads at least: a page has more."""


def running(lines: Sequence[Line]) -> list[bool]:
    """For each line, whether it is a running head or foot, or a page's number between pages."""
    if len(lines) < 2 * APART:
        return [False] * len(lines)
    keys = [_key(line) for line in lines]
    repeated = _repeated(keys, lines)
    found = _widened([key in repeated for key in keys], keys) if repeated else [False] * len(lines)
    for at, line in enumerate(lines):
        if PAGE.fullmatch(line.text) and ("page" in line.text.lower() or _is_numbering(lines, found, at)):
            found[at] = True
    return found


def _widened(found: list[bool], keys: Sequence[str]) -> list[bool]:
    """With the lines that come again beside a running head each time: a head of two lines has its number on one."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        places[key].append(at)
    again = {key for key, at in places.items() if key and len(at) > 1 and all(_beside(found, one) for one in at)}
    return [one or key in again for one, key in zip(found, keys, strict=True)]


def _is_numbering(lines: Sequence[Line], found: Sequence[bool], at: int) -> bool:
    """Whether a number alone is a page's: beside a running head, at a page's edge, or below the last page."""
    return _beside(found, at) or _is_edge(lines, at) or (at + 1 == len(lines) and any(found))


def _repeated(keys: Sequence[str], lines: Sequence[Line]) -> set[str]:
    """What the pages of a print repeat, as `_key` has it."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        places[key].append(at)
    return {key for key, at in places.items() if key and len(at) > 1 and _is_apart(at) and _is_paged(key, at, lines)}


def _key(line: Line) -> str:
    """What is alike in running heads of all pages: the words, without numbers and columns of blanks."""
    if line.length > LONGEST or line.length < 4:
        return ""
    return " ".join(DIGITS.sub("#", line.text).split())


def _is_apart(places: Sequence[int]) -> bool:
    return all(later - earlier >= APART for earlier, later in pairwise(places))


def _is_paged(key: str, places: Sequence[int], lines: Sequence[Line]) -> bool:
    """Whether a line that comes again has a page's number, stands at a page's edge, or says the same at its top."""
    if any(NUMBERED.search(lines[at].text) for at in places):
        return True
    edges = sum(_is_edge(lines, at) for at in places)
    return edges * 2 >= len(places) and not key.endswith((".", "?", "!", "”", '"'))


def _is_edge(lines: Sequence[Line], at: int) -> bool:
    """Whether a page begins or ends at the line, or one line further."""
    return lines[at].page or any(lines[i].page for i in (at - 1, at + 1, at + 2) if 0 <= i < len(lines))


def _beside(found: Sequence[bool], at: int) -> bool:
    return any(found[i] for i in (at - 1, at + 1) if 0 <= i < len(found))
