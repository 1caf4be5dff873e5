"""Long articles: parsed in pieces, cut where a reader would pause, and joined into one `Doc` again.

The base model's memory grows with the text, and spaCy refuses a million characters. The rules read the joined `Doc`, so
one person stays one person from the first page of a report to its last.
"""

import re
from collections.abc import Iterator

BORDERS = (
    re.compile(r"\n[^\S\n]*\n\s*"),
    re.compile(r"[\n\r]\s*"),
    re.compile(r"[.!?][\"'”’)\]]?\s"),
    re.compile(r"\s"),
)
"""Where to cut, best first: a blank line, a line break, the end of a sentence, any white space."""
SEARCHED = 10_000
"""How far back from the limit a border is looked for, in characters."""


def cut(text: str, length: int) -> Iterator[str]:
    """Pieces of at most `length` characters which together are the text."""
    start = 0
    while len(text) - start > length:
        end = _border(text, max(start, start + length - SEARCHED), start + length)
        yield text[start:end]
        start = end
    yield text[start:]


def _border(text: str, low: int, high: int) -> int:
    """The last best border after `low` up to `high`; `high` itself, inside a word, where there is none."""
    for border in BORDERS:
        ends = [match.end() for match in border.finditer(text, low, high)]
        if ends:
            return ends[-1]
    return high
