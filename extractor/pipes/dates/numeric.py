"""Days in figures, "2007-07-10T14:35:00+05:00", "10/07/2007": dateparser reads them, and nothing else is given to it.

It knows the orders and zones of the world, but takes "we" for Wednesday and counts from the day of running where it is
let. So it gets a span of figures, `languages=["en"]`, and a base and a zone that are always the same.
"""

import re
from datetime import datetime
from functools import lru_cache

from extractor.pipes.dates.story import Value

BASE = datetime(2000, 1, 1)
HAS_TIME = re.compile(r"T(\d\d:?\d\d)")


def read(text: str, *, day_first: bool) -> Value | None:
    """The day, or the time, of a written date in figures; None where the calendar has no such day."""
    found = parsed(text, "YMD" if text[:4].isdigit() else "DMY" if day_first or _is_day(text) else "MDY")
    if found is None:
        return None
    if HAS_TIME.search(text):
        return Value("TIME", found.strftime("%Y-%m-%dT%H:%M").zfill(16), "text")
    return Value("DATE", found.date().isoformat(), "text")


def _is_day(text: str) -> bool:
    """Whether the first number can be no month."""
    first = re.match(r"\d{1,2}", text)
    return first is not None and int(first.group()) > 12


@lru_cache(maxsize=4096)
def parsed(text: str, order: str) -> datetime | None:
    """What dateparser makes of a span of figures."""
    import dateparser  # noqa: PLC0415 - 0.2 seconds that most articles need not spend

    found: datetime | None = dateparser.parse(
        text,
        languages=["en"],
        settings={
            "RELATIVE_BASE": BASE,
            "DATE_ORDER": order,
            "TIMEZONE": "UTC",
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
            "STRICT_PARSING": True,
        },
    )
    return found
