"""What `units` and `ranges` hand on: a number with its unit, and the letters that multiply it."""

import re
from typing import NamedTuple

from extractor.syntax.lists import Lists
from extractor.vocabulary import FigureKind

MILLION = {
    "m": 10**6,
    "M": 10**6,
    "b": 10**9,
    "B": 10**9,
    "t": 10**12,
    "T": 10**12,
    "MM": 10**6,
    "K": 10**3,
    "k": 10**3,
}
LETTER = re.compile(r"\s?(MM|[mbtMBTK])(?![^\W_])")
UPPER = re.compile(r"(M|B|T)(?![^\W_])")
DECIMAL_B = re.compile(r"(?<=[0-9]\.[0-9])(?:b|bil)(?![^\W_])")
INITIAL = re.compile(r"\.?\s?[A-Z][a-z'’]")
"""Behind a capital letter that begins a name: "the $12 T. Rowe Price fund", "a $3 M Night Shyamalan film"."""
GREATEST = 2**63
"""A letter never makes a number that no table can hold; only written-out words do ("nine quintillion")."""


class Measure(NamedTuple):
    """A number with its unit. `first` and `last` bound the number alone; `kind` is "count" where no unit is known."""

    start: int
    end: int
    first: int
    last: int
    value: float | int | None
    number: str
    rule: str
    low: float | int | None = None
    high: float | int | None = None
    scale: int = 1
    kind: FigureKind = "count"
    unit: str | None = None
    unit_text: str | None = None


def letter(text: str, bare: Measure) -> re.Match[str] | None:
    """The letter of "$5 m" or "$5B"; none behind "million", none that is the initial of a name."""
    found = LETTER.match(text, bare.end) if bare.scale == 1 else None
    if found is None:
        return None
    spaced = found.start(1) > bare.end
    if spaced and found[1].isupper() and len(found[1]) == 1 and INITIAL.match(text, found.end()):
        return None
    return found if abs(bare.value or 0) * MILLION[found[1]] < GREATEST else None


def times(bare: Measure, factor: int, end: int) -> Measure:
    """The measure multiplied, without the dust of binary fractions: 8.1 times 10**9 is 8100000000."""

    def multiplied(value: float | int | None) -> float | int | None:
        return None if value is None else plain(round(value * factor, 6))

    return bare._replace(
        value=multiplied(bare.value),
        low=multiplied(bare.low),
        high=multiplied(bare.high),
        scale=factor,
        end=end,
        last=end,
    )


def letters(lists: Lists) -> re.Pattern[str]:
    """The small "m" that means millions: "6m viewers", "35m of its lamps", not "35m across"."""
    return lists.pattern(r"m(?=\s(?:of\s(?:{not of millions})\s)?(?:people\b|(?!{not of metres})[a-z]{3,}s\b))")


def scaled(text: str, bare: Measure, small: re.Pattern[str]) -> Measure:
    """ "4.3M sales" and "6m viewers" are millions, "1.8m tall" is metres."""
    if not text[bare.end - 1].isdigit() or bare.scale != 1 or bare.number == "ordinal":
        return bare
    match = UPPER.match(text, bare.end) or small.match(text, bare.end) or DECIMAL_B.match(text, bare.end)
    return times(bare, MILLION[match.group()[0]], match.end()) if match else bare


def plain(value: float) -> float | int:
    """An int where it is one: 20, not 20.0."""
    return int(value) if float(value).is_integer() else value
