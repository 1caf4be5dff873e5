"""The lines of a text: what stands on them, how deep they are indented, whether a blank line stands before."""

import re
from typing import NamedTuple

LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]++")
BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
FORM_FEED = "\x0c"


class Line(NamedTuple):
    """A line that is not blank, without white space at its ends; `indent` is the white space cut off before it,
    `blanks` the number of blank lines before it, `page` whether a new page begins with it."""

    start: int
    end: int
    indent: int
    blanks: int
    page: bool
    text: str

    @property
    def length(self) -> int:
        """Its characters."""
        return self.end - self.start


def lines(text: str) -> list[Line]:
    """The lines that hold something."""
    found: list[Line] = []
    before = 0
    for match in LINE.finditer(text):
        content = match.group()
        stripped = content.strip()
        if not stripped:
            continue
        indent = len(content) - len(content.lstrip())
        between = text[before : match.start()]
        blanks = between.count("\n") - 1 if not between.strip("\n ") else _breaks(between) - 1
        end = match.start() + indent + len(stripped)
        found.append(Line(match.start() + indent, end, indent, max(0, blanks), FORM_FEED in between, stripped))
        before = end
    return found


def _breaks(between: str) -> int:
    return sum(1 for _ in BREAK.finditer(between))
