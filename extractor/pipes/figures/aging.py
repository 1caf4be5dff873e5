"""Ages that the text spells out: "34-year-old", "aged 34", "turned 30", "the age of 5 years"."""

import re

from extractor.pipes.figures.measure import Measure

OLD = re.compile(
    r"[\s-]{1,3}(?P<unit>year|month|week|day|yr)s?[\s-]{1,3}(?:olds?\b|of age\b)|(?:\s|-)?y[/.]?o\b", re.IGNORECASE
)
AGED = re.compile(
    r"\b(?:aged|ages?|age of|turned|turning|turns|dies at|died at|(?<!of\s)(?<!the\s)dead at)\s"
    r"(?:of\s|only\s|just\s|about\s)?\Z",
    re.IGNORECASE,
)
AGES = re.compile(r"\b(?:aged|ages)\s(?:between\s)?(?:[0-9]{1,3}(?:\sto\s|-|,?\sand\s|,\s)){1,8}\Z", re.IGNORECASE)
"""Before the later ages of a list: "two men, ages 28 and 22, were wounded"."""
AGED_END = re.compile(
    r"\W*\Z|\s?[\n,.;:)?!–—-]|\s(?:and|or|to|in|on|with|when|who|at|last|this|was|is|from|by|but|years)\b"
)
OLDEST = 125


def old(text: str, bare: Measure) -> Measure | None:
    """The age that a number says with "year-old" behind it."""
    age = OLD.match(text, bare.end)
    if age is None:
        return None
    unit = "year" if not age["unit"] or age["unit"] == "yr" else age["unit"].lower()
    return bare._replace(end=age.end(), kind="age", unit=unit, unit_text=age.group().strip(" -\n"))


def by_age(text: str, found: Measure) -> Measure:
    """ "aged 34", "turned 30,", "the age of 5 years"; but "turned 30 acres" of nothing is no age."""
    bare = found.unit is None and found.kind == "count" and found.number == "cardinal"
    if not (bare or found.unit == "year") or not 0 < (found.value or 0) < OLDEST:
        return found
    if found.unit is None and AGES.search(text, max(0, found.start - 48), found.start):
        return found._replace(kind="age", unit="year")
    aged = AGED.search(text, max(0, found.start - 24), found.start)
    if aged is None or (found.unit is None and not AGED_END.match(text, found.end)):
        return found
    if found.unit and not aged.group().lower().startswith(("age", "aged")):
        return found
    return found._replace(kind="age", unit="year")
