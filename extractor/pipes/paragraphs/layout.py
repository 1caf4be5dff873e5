"""Finds paragraphs in plain text, whether they are set off by blank lines, one a line, or hard-wrapped.

What the extractor gives to the components was normalized before: there each line is a paragraph. The text of a `Doc`
that came straight from spaCy may be wrapped.
"""

from extractor.normalization.lines import lines
from extractor.normalization.wrapping import soft_breaks


def paragraphs(text: str, *, wrapped: bool = True) -> list[tuple[int, int]]:
    """Half-open character offsets of the paragraphs, in order and disjoint, without white space at their ends; each
    line is one where the text is not `wrapped`."""
    found: list[tuple[int, int]] = []
    split = lines(text)
    soft = soft_breaks(split) if wrapped else [False] * len(split)
    for line, goes_on in zip(split, soft, strict=True):
        if goes_on:
            found[-1] = (found[-1][0], line.end)
        else:
            found.append((line.start, line.end))
    return found
