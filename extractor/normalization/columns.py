"""Columns side by side, as the text of a printed page has them: they are read across, which nothing mends."""

import re
from collections import Counter
from collections.abc import Sequence

from extractor.normalization.lines import Line

READ_ACROSS = (
    "the text has columns side by side, which were read across: quotes and sentences are broken; give one column below"
    " the other"
)
GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
FEWEST_LINES, FEWEST_WORDS = 6, 3
"""Lines that a column begins on at the same place, and words of a line on either side of the gap."""


def side_by_side(text: str, lines: Sequence[Line]) -> bool:
    """Whether running text stands to the left and to the right of the same gap on many lines."""
    if "   " not in text:
        return False
    places: Counter[int] = Counter()
    for line in lines:
        gap = GAP.search(line.text)
        if gap and all(
            len(side.split()) >= FEWEST_WORDS for side in (line.text[: gap.start()], line.text[gap.end() :])
        ):
            places[line.indent + gap.end()] += 1
    return any(count >= FEWEST_LINES for count in places.values())
