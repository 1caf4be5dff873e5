"""Stretches of time: "two and a half hours", "the first nine months", "a year and a day"."""

import re
from functools import lru_cache
from typing import NamedTuple

from extractor.pipes.dates.grammar import Found
from extractor.pipes.dates.lexer import Lexeme
from extractor.pipes.dates.story import Story, Value

YEARS = {"E": 10, "C": 100}
PARTS_OF = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S")}
"""How halves are told: "two and a half years" is P2Y6M."""


DECIMAL = re.compile(r"\d{1,18}(?:\.\d{1,18})?")
"""A number that a stretch of time can have: beyond, its digits are no count but noise."""


def amount(number: Lexeme | None) -> float | None:
    """The number of a count; None for "few" and "several", and where the digits are no number."""
    if number is None or number.code in ("a", "another"):
        return 1.0
    if DECIMAL.fullmatch(number.value) is None:
        return None  # "several", "1.000.000"
    return float(number.value)


def duration(count: float | None, unit: str) -> str:
    """The TIMEX value: P3D, PT2H30M, P20Y (two decades), PXW (weeks), P9M (three quarters)."""
    if count is None:
        return f"PTX{unit[1]}" if unit in ("TH", "TM", "TS") else f"PX{unit[:1]}"
    if unit in YEARS:
        count, unit = count * YEARS[unit], "Y"
    elif unit == "Q":
        count, unit = count * 3, "M"
    elif unit == "F":
        count, unit = count * 2, "W"
    elif unit.startswith("P"):
        count, unit = count * float(unit[1:-1]), unit[-1]
    head, letter = ("PT", unit[1]) if unit in ("TH", "TM", "TS") else ("P", unit)
    whole, rest = int(count), count - int(count)
    if rest and unit in PARTS_OF and whole:
        size, smaller = PARTS_OF[unit]
        return f"{head}{whole}{letter}{round(rest * size)}{smaller}"
    if rest and unit in PARTS_OF:
        size, smaller = PARTS_OF[unit]
        return f"{head}{round(rest * size)}{smaller}"
    return f"{head}{whole if not rest else round(count, 3)}{letter}"


def lasting(found: Found, story: Story) -> Value | None:
    """ "the past two months", "nearly four years", "a three-year period"."""
    unit = found.parts["u"].value
    if "n2" in found.parts and "r" in found.parts:
        return Value("DURATION", duration(None, unit), "text")
    if unit == "WE" and found.parts["u"].code == "unit" and "r" not in found.parts:
        return None  # "two weekend shootings"
    before = story.text[max(0, found.start - 12) : found.start].lower()
    if unit == "TS" and found.parts.get("n", found.parts["u"]).code == "a":
        return None
    if before.rstrip().endswith(("$", "no.")):
        return None
    shown = story.text[found.start : found.end].lower()
    if shown == "one day" and story.direction(found.start) > 0:
        return Value("DATE", "FUTURE_REF", "text")
    start = None
    if shown.startswith("over ") and ("r" in found.parts or found.parts["n"].code == "few"):
        start = found.start + 5  # "over the past week" is no "more than"
    return Value("DURATION", duration(amount(found.parts.get("n")), unit), "text", start=start)


def ranged(found: Found, story: Story) -> Value | None:
    """ "two to three weeks": the lower end, as annotators of TimeML do."""
    return lasting(found, story)


FINER = ["C", "E", "Y", "Q", "M", "F", "W", "D", "TH", "TM", "TS"]


def compound(found: Found, _story: Story) -> Value | None:
    """ "two years and three months", "five hours, 20 minutes", "4hr 32min 11sec"."""
    part = found.parts
    first, second = part["u"], part["u2"]
    one, other = amount(part["n"]), amount(part["n2"])
    finer = first.value in FINER and second.value in FINER and FINER.index(first.value) < FINER.index(second.value)
    if not finer or one is None or other is None or not (one.is_integer() and other.is_integer()):
        return Value("DURATION", duration(one, first.value), "text", end=first.end)
    large, small = duration(one, first.value), duration(other, second.value)
    joined = large + (small[2:] if large.startswith("PT") else small[1:])
    if "u3" in part:
        last = _after_finer(joined, second.value, part["u3"].value, amount(part["n3"]))
        return Value("DURATION", last or joined, "text", end=None if last else second.end)
    return Value("DURATION", joined, "text")


def _after_finer(joined: str, unit: str, finer: str, count: float | None) -> str | None:
    """A stretch of two units with a third, where that is finer still."""
    if finer not in FINER or FINER.index(unit) >= FINER.index(finer) or count is None or not count.is_integer():
        return None
    small = duration(count, finer)
    return joined + (small[2:] if "T" in joined else small[1:])


def whole(found: Found, _story: Story) -> Value | None:
    """ "daylong", "all week"."""
    return Value("DURATION", found.parts["v"].value, "text")


def half_more(found: Found, _story: Story) -> Value | None:
    """ "a year and a half"."""
    count = amount(found.parts.get("n"))
    return Value("DURATION", duration(None if count is None else count + 0.5, found.parts["u"].value), "text")


def fraction(found: Found, _story: Story) -> Value | None:
    """ "half an hour"."""
    return Value("DURATION", duration(share(found.parts["f"]), found.parts["u"].value), "text")


def share(part: Lexeme) -> float:
    """The share that "half", "a quarter" or a fraction names."""
    return float(part.value) if part.code == "num" else 0.25 if part.code == "qtr" else 0.5


def aging(found: Found, _story: Story) -> Value | None:
    """ "week-old", "decades-long"."""
    unit = found.parts["u"]
    return Value("DURATION", duration(1.0 if unit.code == "unit" else None, unit.value), "text")


CAPITALS = (" SEC", " MIN", " HR")
"""Names that look like shortened units where no number stands before them."""


def a_unit(found: Found, story: Story) -> Value | None:
    """ "a week" lasts one; "twice a week" recurs; in "$40,000 a week" it belongs to the figure."""
    unit = found.parts["u"].value
    if story.text[found.end : found.end + 1] == "-" or is_rate(story, found.start):
        return None  # "a year-earlier loss"
    if story.text[found.start : found.end].endswith(CAPITALS):
        return None  # "an SEC filing"
    often = story.follows(found.start, "before often")
    return Value("SET" if often else "DURATION", duration(1.0, unit), "text")


UNIT = r"(?:[ -](?!(?:in|of|on|for|at|to|by|from)\b)[^\W\d_]+[.%]?)"
"""A word of a measure; "$100 million in interest every quarter" measures the interest."""


class Rates(NamedTuple):
    """What stands before "a week" where a figure holds the rate: in digits or with a scale, in words, before "per"."""

    measured: re.Pattern[str]
    spelled: re.Pattern[str]
    per: re.Pattern[str]


@lru_cache(maxsize=4)
def _rates(scales: frozenset[str], counts: frozenset[str]) -> Rates:
    """The patterns of a language's words for numbers."""
    scale, count = (
        "|".join(sorted(words, key=lambda word: (-len(word), word))) or "(?!)" for words in (scales, counts)
    )
    return Rates(
        re.compile(rf"(?:\d[mbk]?|\b(?:{scale})|%){UNIT}{{0,2}}\s\Z", re.IGNORECASE),
        re.compile(rf"\b(?:{count})(?:{UNIT}(?<=s))?\s\Z", re.IGNORECASE),
        re.compile(rf"\d(?:\s(?:{scale}))?{UNIT}{{0,4}}\s\Z", re.IGNORECASE),  # "9.99 New Zealand dollars per month"
    )


def is_rate(story: Story, start: int) -> bool:
    """Whether a number with its unit stands before "a week" or "per hour": the figure holds the rate."""
    rates = _rates(story.context["scale"], story.context["counts"])
    before = story.text[max(0, start - 40) : start]
    return (
        rates.measured.search(before) is not None
        or rates.spelled.search(before) is not None
        or (story.text.startswith("per", start) and rates.per.search(before) is not None)
    )


LONG = ("Y", "E", "C")
"""Units of which "over the years" tells."""


def bare_units(found: Found, story: Story) -> Value | None:
    """ "for years", "within days", "minutes after the vote": without a number only where a preposition measures."""
    unit = found.parts["u"].value
    words = story.text[max(0, found.start - 20) : found.start].lower().split()
    last = words[-1] if words else ""
    behind = story.text[found.end : found.end + 12].split()
    following = behind[0].lower().strip(".,;") if behind else ""
    article = story.text[found.start : found.start + 4].lower() == "the "
    if following == "of" and last not in ("for", "within", "after"):
        return None
    if article and following not in ("ahead", "before", "after") and not (last == "over" and unit in LONG):
        return None
    if last not in story.context["before units"] and following not in ("after", "before", "later", "earlier", "ahead"):
        return None
    start = found.parts["u"].start if following in ("before", "after") else None
    end = story.text.index(behind[0], found.end) + len("ahead") if following == "ahead" else None
    return Value("DURATION", duration(None, unit), "text", start=start, end=end)
