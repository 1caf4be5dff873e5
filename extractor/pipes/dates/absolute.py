"""Years, decades, centuries and eras: "1998", "2012-13", "the early 1990s", "the 20th century", "44 B.C."."""

import re

from extractor.pipes.dates import calendar
from extractor.pipes.dates.grammar import Found
from extractor.pipes.dates.story import Story, Value

OPENING = tuple("(,[©–—/-")
"""Marks before a year."""
IS_NOW = re.compile(r"(?:\bis|['’]s)\s(?:now\s)?\Z")
SIGNS = tuple("$£€¥#№")
"""Before a number that is no year."""


def year(found: Found, story: Story) -> Value | None:
    """A year, where four figures are one: "in 1998", "the 2003 invasion", not "1800 boats" and "$2000"."""
    lexeme = found.parts["y"]
    number = int(lexeme.value)
    before = story.text[max(0, found.start - 24) : lexeme.start]
    after = story.text[lexeme.end : lexeme.end + 32]
    short = not story.text[lexeme.start].isalnum() and story.text[lexeme.start] in "'’‘"
    if short and story.word_before(lexeme.start) not in story.context["opens a year"]:
        return None  # "'14 people died,' he said"
    if _is_numbered(before, lexeme.start, story) or NO_YEAR.match(after):
        return None
    hedge = found.parts.get("h")
    if OF_NUMBER.search(before) or (hedge is not None and (not hedge.value or number < FIRST)):
        return None  # "461-1776" is a telephone's, "more than 2000" a count; "about 1850" is a year
    if (found.first == found.last or hedge is not None) and not _is_year(number, found, story):
        return None
    return Value("DATE", calendar.year_value(number), "text")


def _is_numbered(before: str, start: int, story: Story) -> bool:
    """Whether money's sign or a word such as "flight" stands before four figures."""
    word = story.word_before(start).rstrip(".")
    return before.rstrip().endswith(SIGNS) or word in story.context["before a number"]


NO_YEAR = re.compile(
    r"\s?(?:%|percent|blocks?\b|GMT|hours|hrs|°|km|kg|mph|/|\.\d|,\d{3}|\+|[-–—]\s?(?:2[2-9]|[3-9]\d)\d\d\b)"
)
"""Behind four figures that are a measure, or the lower end of a range that no year ends: "2000 - 2500 calories"."""
OF_NUMBER = re.compile(r"\d\s?[-–.]\s?\Z")
FIRST = 1500
"""Below, four figures with a hedge are a count: "about 1000 came"."""


COUNTS = re.compile(r"\s(?:to|and|or)\s\d{4}\s[a-z]{2,14}s\b(?!')")
"""Behind the first of two counts: "from 1200 to 2400 workers"; the years of "from 1880 to 1914" count nothing."""


def _is_year(number: int, found: Found, story: Story) -> bool:
    """Whether four figures alone are a year."""
    lexeme = found.parts["y"]
    after = story.text[lexeme.end : lexeme.end + 32]
    if not 1000 <= number <= 2100:
        return False
    word = story.word_before(lexeme.start)
    glued = GLUED.search(story.text[max(0, lexeme.start - 2) : lexeme.start]) is not None
    if COUNTED.match(after) and not (glued or word in story.context["before a plural"]):
        return False
    if 1900 <= number <= 2050:
        return True
    opened = story.text[max(0, lexeme.start - 2) : lexeme.start].rstrip().endswith(OPENING)
    return (opened or word in story.context["opens a year"]) and COUNTS.match(after) is None


COUNTED = re.compile(r"\s(?:[a-z]+[^\Ws]s|people|men|women|children)\b(?!')")
"""Behind four figures that may be a count: "1950 boats"; "the 1950 elections" are of a year."""
GLUED = re.compile(r"[^\W\d_]-\Z")
"""Before a year: "pre-1950 houses"."""


def years(found: Found, story: Story) -> Value | None:
    """ "2012-13", "1939–1945"."""
    first = int(found.parts["y"].value)
    second = found.parts["y2"].value
    last = first // 100 * 100 + int(second) if len(second) == 2 else int(second)
    if last < first and _is_month(found, second, story):
        return Value("DATE", f"{first:04d}-{second}", "text")
    if len(second) == 2 and last > first + 1 and not _is_span(found, story, last):
        return Value("DATE", calendar.year_value(first), "text", end=found.parts["y"].end) if last <= NOW else None
    if last <= first or last - first > 150 or not 1000 <= first <= 2100 or len(second) not in (2, 4):
        return Value("DATE", calendar.year_value(first), "text", end=found.parts["y"].end) if first > 1900 else None
    return Value("DATE", f"{first:04d}/{last:04d}", "text")


def _is_month(found: Found, second: str, story: Story) -> bool:
    """Whether "2015-12" is a month's."""
    whole = found.end - found.start == len("2015-12") and story.text[found.end - 3] == "-"
    return whole and len(second) == 2 and 1 <= int(second) <= 12


NOW = 2025
"""A year behind which a range of years that nothing leads to is a number of another kind: "2015-32"."""


def _is_span(found: Found, story: Story, last: int) -> bool:
    """Whether years that end in two figures are a range: not in the future, or led like one, "from 2020-30"."""
    latest = story.anchor.year if story.anchor else NOW
    return last <= latest or story.word_before(found.start) in story.context["opens a year"]


def decade(found: Found, story: Story) -> Value | None:
    """ "the early 1990s", "the '80s"; "in his 30s" is an age."""
    lexeme = found.parts["dec"]
    digits = "".join(char for char in lexeme.value if char.isdigit())
    if len(digits) == 2:
        owned = story.follows(found.start, "owner", words=2)
        shown = story.text[lexeme.start]
        decades = DECADES.search(story.text[max(0, found.start - 12) : found.start])
        if owned or (not decades and found.first == found.last and shown.isdigit()):
            return None
        digits = (decades[1] if decades else "20" if digits in ("00",) else "19") + digits
    return Value("DATE", digits[:3], "text")


DECADES = re.compile(r"\b(1\d|20)\d0['’]?s (?:and|or|to) (?:the )?\Z")
"""Before "70s" that is a decade and no age: "the 1960s and 70s"."""


def ordinal(found: Found, story: Story) -> Value | None:
    """ "the 20th century" is 19, as its years begin; "the second day" is today where it is said to be."""
    number = int(float(found.parts["o"].value))
    if found.parts["u"].value == "D" and story.text[found.end : found.end + 1] != "-":
        is_now = IS_NOW.search(story.text[max(0, found.start - 12) : found.start])
        day = story.day(found.start) if is_now else None
        return Value("DATE", day.isoformat() if day else None, "story")
    if found.parts["u"].value != "C" or re.match(r" [A-Z][a-z]", story.text[found.end : found.end + 3]):
        return None  # "20th Century Fox" made films
    return Value("DATE", f"{number - 1:02d}", "text") if 1 < number < 30 else None


def era(found: Found, _story: Story) -> Value | None:
    """ "44 B.C.", "A.D. 300", "the first century B.C."; TIMEX3 writes years before Christ with BC."""
    part = found.parts
    before_christ = part["e"].value == "BC"
    if "o" in part and part["e"].value != "AH":
        number = int(float(part["o"].value)) - 1
        return Value("DATE", f"BC{number:02d}" if before_christ else f"{number:02d}", "text") if number >= 0 else None
    shown = part["n"].value if "n" in part else ""
    if part["e"].value == "AH" or not shown.isdigit() or not 1 <= int(shown) <= 9999:
        return None
    return Value("DATE", f"BC{int(shown):04d}" if before_christ else f"{int(shown):04d}", "text")
