"""Ages that the text spells out: "34-year-old", "aged 34", "turned 30", "the age of 5 years"."""

import re

from extractor.pipes.figures.measure import Measure
from extractor.syntax.lists import Lists

OLDEST = 125


class Aging:
    """The words of ages, as patterns."""

    def __init__(self, lists: Lists) -> None:
        self._old = lists.pattern(
            r"[\s-]{1,3}(?P<unit>{old})s?[\s-]{1,3}(?:olds?\b|of age\b)|(?:\s|-)?y[/.]?o\b", re.IGNORECASE
        )
        self._aged = lists.pattern(
            r"\b(?:{aged}|(?<!of\s)(?<!the\s)dead at)\s(?:of\s|only\s|just\s|about\s)?\Z", re.IGNORECASE
        )
        self._ages = re.compile(
            r"\b(?:aged|ages)\s(?:between\s)?(?:[0-9]{1,3}(?:\sto\s|-|,?\sand\s|,\s)){1,8}\Z", re.IGNORECASE
        )
        """Before the later ages of a list: "two men, ages 28 and 22, were wounded"."""
        self._end = lists.pattern(r"\W*\Z|\s?[\n,.;:)?!–—-]|\s(?:{behind a bare age})\b")

    def old(self, text: str, bare: Measure) -> Measure | None:
        """The age that a number says with "year-old" behind it."""
        age = self._old.match(text, bare.end)
        if age is None:
            return None
        unit = "year" if not age["unit"] or age["unit"] == "yr" else age["unit"].lower()
        return bare._replace(end=age.end(), kind="age", unit=unit, unit_text=age.group().strip(" -\n"))

    def by_age(self, text: str, found: Measure) -> Measure:
        """ "aged 34", "turned 30,", "the age of 5 years"; but "turned 30 acres" of nothing is no age."""
        bare = found.unit is None and found.kind == "count" and found.number == "cardinal"
        if not (bare or found.unit == "year") or not 0 < (found.value or 0) < OLDEST:
            return found
        if found.unit is None and self._ages.search(text, max(0, found.start - 48), found.start):
            return found._replace(kind="age", unit="year")
        aged = self._aged.search(text, max(0, found.start - 24), found.start)
        if aged is None or (found.unit is None and not self._end.match(text, found.end)):
            return found
        if found.unit and not aged.group().lower().startswith(("age", "aged")):
            return found
        return found._replace(kind="age", unit="year")
