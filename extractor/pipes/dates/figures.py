"""Hours as they are written, "10:35", "9.15", "0730", "6" with "p.m.", as TIMEX3 writes them."""

import re

HOURS = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?|(\d\d)(\d\d)")
LATE = ("p", "AF", "EV", "NI")
"""Parts of the day behind noon; the night ends at five."""


def hour(shown: str, part: str = "") -> str | None:
    """ "17:00" of "5" with "p", or with a part of the day ("EV"); None where the figures are no time of day."""
    match = HOURS.fullmatch(shown)
    if match is None:
        return None
    hours, minutes = int(match[1] or match[3]), int(match[2] or match[4] or 0)
    if not _is_time(hours, minutes, part):
        return None
    if part in LATE and hours < 12 and not (part == "NI" and hours < 5):
        hours += 12
    elif hours == 12 and part in ("a", "NI"):
        hours = 0
    return f"{hours:02d}:{minutes:02d}"


def _is_time(hours: int, minutes: int, part: str) -> bool:
    """Whether a day has such an hour; with a half of the day told, its hours are twelve."""
    return minutes < 60 and (hours < 24 or (hours == 24 and not minutes)) and (hours <= 12 or not part)
