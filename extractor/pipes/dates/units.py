"""What stands beside a unit or a year and makes it something else: "two SEC commissioners", "1950ft"."""

import re

CLOCK = frozenset({"TH", "TM", "TS"})
"""The units of the clock, which in capitals and of three letters may be an abbreviation."""
SPELLED = 4
GLUED = re.compile(r"[^\W\d_]{1,2}\b")


def is_abbreviation(text: str, match: re.Match[str], unit: str) -> bool:
    """Whether a word for a unit is another's abbreviation: "10 SEC" are seconds, "two SEC commissioners" none."""
    if unit not in CLOCK or not match.group().isupper() or len(match.group()) >= SPELLED:
        return False
    return not text[max(0, match.start() - 2) : match.start()].rstrip(" \n-")[-1:].isdigit()


def is_year(text: str, end: int, shown: str) -> bool:
    """Whether four figures can be a year's: those of "1950ft" and "2000m" have a unit."""
    return "1000" <= shown <= "2199" and GLUED.match(text, end) is None
