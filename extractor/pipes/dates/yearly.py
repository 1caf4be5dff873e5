"""What comes round each year: seasons, holidays, the year's end."""

from datetime import date

from extractor.pipes.dates import calendar
from extractor.pipes.dates.feasts import Span, spans
from extractor.pipes.dates.grammar import Found
from extractor.pipes.dates.relative import year_of_month
from extractor.pipes.dates.story import Story, Value


def season(found: Found, story: Story) -> Value | None:
    """ "last fall", "the summer of 1994", "this winter"; which months it has depends on the hemisphere: no interval."""
    part = found.parts
    letters = part["s"].value
    if "r" not in part and "y" not in part and story.text[found.end : found.end + 4] in (" of ", " in "):
        return None  # "the fall of the city", "the spring in the yard"
    if "y" in part:
        return Value("DATE", f"{int(part['y'].value):04d}-{letters}", "text")
    if story.anchor is None:
        return Value("DATE", f"XXXX-{letters}", "text")
    middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[letters]
    year, which = story.anchor.year, part["r"].code if "r" in part else ""
    if which in ("last", "previous"):
        year -= middle >= story.anchor.month
    elif which in ("next", "following"):
        year += middle <= story.anchor.month
    elif which == "":
        year = year_of_month(story, part["s"].start, middle)
    return Value("DATE", f"{year:04d}-{letters}" if 0 < year < 10000 else None)


SLACK = 7
"""Days: "Easter week began" on Palm Sunday, and the crowd before Christmas Eve was there yesterday."""
WEEKEND = (-3, -4, 3, 2, 1, 0, 0)
"""Days from a holiday to its weekend, Monday's first: that of Labor Day lies before it, that of Thanksgiving behind."""


def holiday(found: Found, story: Story) -> Value | None:
    """ "Thanksgiving Day", "last Christmas", "Easter 2009", "Easter week", "Labor Day weekend", "Ramadan"."""
    part = found.parts
    rule = part["h"].value
    end = part["h"].end if "u" in part and part["u"].start > part["h"].start else None
    if rule[:4].isdigit():
        return Value("DATE", rule, "text", end=end)
    if "y" not in part and story.anchor is None:
        return Value("DATE", _without_year(rule), "text")
    span = _span(found, story, rule)
    base = "text" if "y" in part else "anchor"
    if span is None:
        return Value("DATE", part["y"].value if "y" in part else None, base, end=end)
    week = _week_of(span, part["u"].value) if "u" in part else None
    if week is not None:
        return Value("DATE", week, base)
    start = part["h"].start if "u" in part and end is None else None
    return Value("DATE", "/".join(sorted({day.isoformat() for day in span})), base, start=start, end=end)


def _without_year(rule: str) -> str | None:
    """The value of a holiday of no known year: that of a fixed day alone has one."""
    return f"XXXX-{rule}" if rule[:1].isdigit() and len(rule) == 5 else None


def _week_of(span: Span, unit: str) -> str | None:
    """ "Easter week", "Labor Day weekend"; None for a unit that a holiday does not name."""
    if unit not in ("W", "WE"):
        return None
    first = calendar.shifted(span[0], WEEKEND[span[0].weekday()] if unit == "WE" else 0)
    return f"{calendar.week_value(first)}{'-WE' if unit == 'WE' else ''}"


def _span(found: Found, story: Story, rule: str) -> Span | None:
    """The days of a holiday: of its year, or the nearest on the side that the word before it or the tense says."""
    part = found.parts
    if "y" in part:
        return next(iter(spans(rule, int(part["y"].value), story.feasts)), None)
    anchor = story.anchor or date(2000, 1, 1)
    which = part["r"].code if "r" in part else ""
    side = {"last": -1, "next": 1}.get(which) or story.direction(found.start)
    near = [span for offset in (-1, 0, 1) for span in spans(rule, anchor.year + offset, story.feasts)]

    def cost(span: Span) -> tuple[bool, int]:
        """Whether the tense forbids it, which it can as a holiday comes each year, and how far off it is."""
        ahead, behind = (span[0] - anchor).days, (anchor - span[1]).days
        forbidden = (side < 0 and ahead > SLACK) or (side > 0 and behind > SLACK)
        return forbidden, max(ahead, behind, 0)

    return min(near, key=cost, default=None)


def unit_end(found: Found, story: Story) -> Value | None:
    """ "by end of year", "at end of day"."""
    letter = found.parts["u"].value
    if letter not in ("Y", "M", "W") or story.anchor is None:
        return None
    values = {"Y": story.anchor.strftime("%Y"), "M": story.anchor.strftime("%Y-%m")}
    return Value("DATE", values.get(letter) or calendar.week_value(story.anchor))


def year_end(found: Found, story: Story) -> Value | None:
    """ "year-end", "the year's end"."""
    if found.parts["u"].value != "Y" or found.parts["b"].value not in ("end", "close"):
        return None
    return Value("DATE", f"{story.anchor.year:04d}-12-31" if story.anchor else None)
