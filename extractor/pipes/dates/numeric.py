"""Days in figures, "2007-07-10T14:35:00+05:00", "10/07/2007": dateparser reads them, and nothing else is given to it.

It knows the orders and zones of the world, but takes "we" for Wednesday and counts from the day of running where it is
let. So it gets a span of figures, `languages=["en"]`, and a base and a zone that are always the same.
"""

import re
from datetime import datetime
from functools import lru_cache

from extractor.pipes.dates.story import Value

BASE = datetime(2000, 1, 1)
FIGURES = re.compile(r"\d+")
HAS_TIME = re.compile(r"T(\d\d:?\d\d)")


def read(text: str, *, day_first: bool) -> Value | None:
    """The day, or the time, of a written date in figures; None where the calendar has no such day."""
    text = _plain(text)
    found = parsed(text, "YMD" if text[:4].isdigit() else "DMY" if _leads(text, day_first=day_first) else "MDY")
    if found is None:
        return None
    if HAS_TIME.search(text):
        return Value("TIME", found.strftime("%Y-%m-%dT%H:%M").zfill(16), "text")
    return Value("DATE", found.date().isoformat(), "text")


def _plain(text: str) -> str:
    """ "2018/03/18", "20180318" and "10-1-2018" with the marks that are usual in their order."""
    if text.isdigit():
        return f"{text[:4]}-{text[4:6]}-{text[6:]}"
    if HAS_TIME.search(text):
        return text
    return re.sub("[/.]", "-", text) if text[:4].isdigit() else text.replace("-", "/")


def _leads(text: str, *, day_first: bool) -> bool:
    """Whether the day stands before the month: a number that can be no month decides, else what the article does."""
    first, second = (int(number) for number in FIGURES.findall(text)[:2])
    return first > 12 or (day_first and second <= 12)


def _formats(text: str, order: str) -> list[str]:
    """How a day in figures is written; dateparser builds its tables of zones and words only where it is not told."""
    if text[:4].isdigit():
        return ["%Y-%m-%d"]
    mark = "/" if "/" in text else "."
    day = mark.join(f"%{letter.lower()}" for letter in order[:2])
    return [f"{day}{mark}%Y", f"{day}{mark}%y"]


@lru_cache(maxsize=4096)
def parsed(text: str, order: str) -> datetime | None:
    """What dateparser makes of a span of figures."""
    import dateparser  # noqa: PLC0415 - 0.1 seconds that most articles need not spend

    timed = HAS_TIME.search(text) is not None
    found: datetime | None = dateparser.parse(
        text,
        date_formats=None if timed else _formats(text, order),
        languages=["en"],
        settings={
            "RELATIVE_BASE": BASE,
            "DATE_ORDER": order,
            "TIMEZONE": "UTC",
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"] if timed else ["custom-formats"],
            "STRICT_PARSING": True,
        },
    )
    return found
