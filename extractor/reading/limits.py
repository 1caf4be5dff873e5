"""What a reader takes at most: a file of a few kilobytes may unpack to gigabytes, and a pipe may never end.

Each limit is named in the refusal, and `--limit NAME=N` sets it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from types import MappingProxyType

from extractor.errors import InputError, OptionError

UNITS = MappingProxyType({"": 1, "K": 10**3, "M": 10**6, "G": 10**9, "T": 10**12})
WRITTEN = re.compile(r"(?P<name>[a-z]{1,20})=(?P<number>[0-9]{1,15})(?P<unit>[KMGT]?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bytes of an article (a line, a cell of a table), of a file that must be read as a whole (JSON), and of what a
    packed file unpacks to; cells of a row; attributes of an element of a page; seconds that a pipe may say nothing.

    An article of 100 MB is the encyclopedia of Britain twice over; a page has some tens of attributes.
    """

    article: int = 100_000_000
    document: int = 1_000_000_000
    unpacked: int = 100_000_000_000
    cells: int = 100_000
    attributes: int = 2_000
    wait: int = 600

    def larger(self, name: str, *, of: str = "article") -> InputError:
        """The refusal of what has more bytes than it may."""
        most = getattr(self, of)
        return InputError(f"{name} is larger than {said(most)}B, too large for one {of}; --limit {of}=N allows more")


NAMES = tuple(member.name for member in fields(Limits))


def said(number: int) -> str:
    """A number of bytes as a person says it: "100 M"."""
    unit = next((name for name, size in reversed([*UNITS.items()]) if name and number >= size), "")
    size = UNITS[unit]
    return f"{number / size:g} {unit}" if number % size == 0 or not unit else f"{number:,} "


def parsed(values: Sequence[str]) -> Limits:
    """The limits with those that `--limit` names; raises OptionError for what is none."""
    known = Limits()
    for value in (word.strip() for each in values for word in each.split(",")):
        match = WRITTEN.fullmatch(value)
        if match is None or match["name"].lower() not in NAMES:
            raise OptionError(f'--limit has no "{value}"; write NAME=N, as in article=200M, of {", ".join(NAMES)}')
        known = replace(known, **{match["name"].lower(): int(match["number"]) * UNITS[match["unit"].upper()]})
    return known
