"""Quarters, halves and fiscal years, and what is compared with them: "the year-earlier period", "a year ago".

Where a company reports, "a year earlier" is the same quarter of the year before; the quarter told last says which.
"""

import re

from extractor.pipes.dates import calendar
from extractor.pipes.dates.counted import ago, shift
from extractor.pipes.dates.grammar import Found
from extractor.pipes.dates.relative import month
from extractor.pipes.dates.story import Story, Value

FAR = 4000
"""Characters through which a report's period carries."""
PERIOD = re.compile(r"(\d{4})-([QH])(\d)\Z")


PLAYED = 300
"""Characters around a quarter or half within which a game is told by its words."""


def _is_played(found: Found, story: Story) -> bool:
    """Whether a quarter or half is one of a game: "scored a touchdown in the third quarter"."""
    if not {"y", "r", "back"}.isdisjoint(found.parts):
        return False
    around = story.text[max(0, found.start - PLAYED) : found.end + PLAYED].lower()
    return any(f" {word}" in around for word in story.context["game"])


def quarter(found: Found, story: Story) -> Value | None:
    """ "the third quarter", "third-quarter 1989", "next year's first quarter", "Q2 2008"; a game's is none."""
    part = found.parts
    number = int(float(part["o"].value))
    if not 1 <= number <= 4 or _is_played(found, story):
        return None
    if "y" in part:
        return Value("DATE", calendar.quarter_value(int(part["y"].value), number), "text")
    if story.anchor is None:
        return Value("DATE", f"XXXX-Q{number}", "text")
    year = story.anchor.year
    if "back" in part:
        year = _year_of_quarter(story, found.start, number) - 1
    elif "r" in part:
        year += int(part["r"].value)
    else:
        year = _year_of_quarter(story, found.start, number)
    return Value("DATE", calendar.quarter_value(year, number))


def _year_of_quarter(story: Story, start: int, number: int) -> int:
    """The quarter that has begun last, unless the verb looks ahead to it."""
    if story.anchor is None:
        return 2000
    year, now = story.anchor.year, calendar.quarter_of(story.anchor)
    if number > now:
        return year if story.direction(start) > 0 or (number == now + 1 and story.direction(start) == 0) else year - 1
    if number < now and story.direction(start) > 0 and now - number >= 2:
        return year + 1
    return year


def quarters(found: Found, _story: Story) -> Value | None:
    """ "the first two quarters of 1990" is a half."""
    count, first = int(float(found.parts["n"].value)), found.parts["o"]
    late = first.code == "last" or first.value not in ("1", "")
    if count == 2:
        return Value("DATE", f"{int(found.parts['y'].value):04d}-H{2 if late else 1}", "text")
    return Value("DURATION", f"P{3 * count}M", "text")


def half(found: Found, story: Story) -> Value | None:
    """ "the first half of 1989", "the last half of the year"."""
    part = found.parts
    number = 2 if part["o"].code in ("last", "latest") else int(float(part["o"].value))
    if number not in (1, 2) or _is_played(found, story):
        return None
    if "u" in part and part["u"].value != "Y":
        return None
    if "y" in part:
        return Value("DATE", f"{int(part['y'].value):04d}-H{number}", "text")
    if story.anchor is None:
        return Value("DATE", f"XXXX-H{number}", "text")
    year = story.anchor.year + (int(part["r"].value) if "r" in part else 0)
    if "r" not in part and number == 2 and story.anchor.month <= 6 and story.direction(found.start) < 0:
        year -= 1
    return Value("DATE", f"{year:04d}-H{number}")


def half_month(found: Found, story: Story) -> Value | None:
    """ "the second half of July": the month, and which end of it."""
    part = found.parts
    number = 2 if part["o"].code in ("last", "latest") else int(float(part["o"].value))
    if number not in (1, 2):
        return None
    kept = {name: lexeme for name, lexeme in part.items() if name != "o"}
    value = month(found._replace(parts=kept), story)
    return value._replace(mod="START" if number == 1 else "END") if value else None


ENDED = re.compile(
    r"\s(?:that\s)?(?:ended|ending|ends)\s(?:on\s)?(?:\d{1,2}\s)?[^\W\d_]{3,9}\.?\s(?:\d{1,2},?\s)?([12]\d{3})\b",
    re.IGNORECASE,
)
"""Behind a fiscal year that its last day names: "the fiscal year ended December 31, 2019"."""


def fiscal(found: Found, story: Story) -> Value | None:
    """ "fiscal 1989", "the current fiscal year"."""
    part = found.parts
    if "y" in part:
        return Value("DATE", calendar.year_value(int(part["y"].value)), "text")
    ended = ENDED.match(story.text, found.end)
    if ended is not None:
        return Value("DATE", calendar.year_value(int(ended[1])), "text")
    if story.anchor is None:
        return Value("DATE", None)
    which = part["r"].code if "r" in part else ""
    offset = {"last": -1, "previous": -1, "next": 1, "latest": -1}.get(which, 0)
    return Value("DATE", calendar.year_value(story.anchor.year + offset))


def reported(found: Found, story: Story) -> Value | None:
    """ "the quarter", "the latest period", "the year-ago quarter", "the corresponding period last year"."""
    part = found.parts
    current = _period(story, found.start)
    if _is_no_period(found, story):
        return None
    # "in the first nine months net was $3 million; in the 1988 period": nine months have no value, their year has
    whole = story.quarter is not None and story.measured > story.quarter[0]
    if "y" in part:
        return Value("DATE", part["y"].value + ("" if whole else (current or "")[4:]), "text")
    if current is None:
        return Value("DATE", None)
    if "back" in part:
        before = _years(_base_period(story, current), -1)
        return Value("DATE", before[:4] if before and whole else before, "story")
    return _beside(found, story, current)


def _is_no_period(found: Found, story: Story) -> bool:
    """ "month-earlier"; "the quarter-to-quarter comparison"; "over the same period" is that of the sentence before."""
    back = found.parts.get("back")
    if back is not None and back.code == "unit" and back.value != "Y":
        return True
    shown = story.text[found.start : found.end].lower()
    return story.text.startswith("-to-", found.end) or (story.quarter is None and shown.endswith("same period"))


def _beside(found: Found, story: Story, current: str) -> Value:
    """ "last quarter", "last year's quarter", "this quarter"; "the quarter" is the one told of."""
    which = found.parts["r"].code if "r" in found.parts else ""
    words = story.text[found.start : found.end].lower()
    if which in ("last", "previous") and ("period" in words or "year" in words):
        return Value("DATE", _years(current, -1), "story")
    steps = {"last": -1, "previous": -1, "next": 1, "following": 1, "this": 0, "current": 0}
    if which in steps:
        return Value("DATE", _step(story, steps[which]))
    return Value("DATE", current, "story")


def _step(story: Story, offset: int) -> str | None:
    if story.anchor is None:
        return None
    return calendar.quarter_value(story.anchor.year, calendar.quarter_of(story.anchor) + offset)


def _period(story: Story, start: int) -> str | None:
    """The period told last; the quarter before the anchor's, which companies report."""
    if story.quarter is not None and start - story.quarter[0] <= FAR:
        return story.quarter[1]
    return _step(story, -1)


def _base_period(story: Story, current: str) -> str:
    """The period reported now: one told of the year before is what it is compared with already."""
    match = PERIOD.match(current)
    if match and story.anchor and int(match.group(1)) < story.anchor.year - 1 + (story.anchor.month > 3):
        return _years(current, 1) or current
    return current


def _years(value: str, offset: int) -> str | None:
    year = int(value[:4]) + offset
    return f"{year:04d}{value[4:]}" if 0 < year < 10000 else None


def a_year_ago(found: Found, story: Story) -> Value | None:
    """ "a year ago": in a report its period of last year, else the year."""
    part = found.parts
    if part["u"].value == "Y" and "n" in part and part["n"].code == "a" and part["way"].code == "ago":
        compared = _compared(found, story)
        if compared is not None:
            return compared
    return ago(found, story)


def a_year_earlier(found: Found, story: Story) -> Value | None:
    """ "a year earlier", "a year later": the same period, month or year told last, moved by a year."""
    part = found.parts
    if part["u"].value == "Y" and "n" in part and part["n"].code == "a" and part["way"].code in ("earlier", "before"):
        compared = _compared(found, story)
        if compared is not None:
            return compared
    return shift(found, story)


def _compared(found: Found, story: Story) -> Value | None:
    if story.quarter is None or found.start - story.quarter[0] > FAR or story.measured > story.quarter[0]:
        return None
    return Value("DATE", _years(_base_period(story, story.quarter[1]), -1), "story")
