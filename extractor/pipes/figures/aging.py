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
            r"\b(?:aged|ages)\s(?:of\s)?(?:between\s)?(?:[0-9]{1,3}(?:\sto\s|-|,?\sand\s|,\s)){1,8}\Z", re.IGNORECASE
        )
        """Before the later ages of a list: "two men, ages 28 and 22, were wounded"."""
        self._spelled = re.compile(r"\baged\s(?:(?P<range>from\s|between\s)|only\s|just\s|about\s)?\Z", re.IGNORECASE)
        self._ranging = lists.pattern(r"\b(?:{ages ranging})\s(?:from\s|between\s)?\Z", re.IGNORECASE)
        self._old_units = lists.words("old")
        self._end = lists.pattern(r"\W*\Z|\s?[\n,.;:)?!–—-]|\s(?:{behind a bare age})\b")

    def old(self, text: str, bare: Measure) -> Measure | None:
        """The age that a number says with "year-old" behind it."""
        age = self._old.match(text, bare.end)
        if age is None:
            return None
        unit = "year" if not age["unit"] or age["unit"] == "yr" else age["unit"].lower()
        return bare._replace(end=age.end(), kind="age", unit=unit, unit_text=age.group().strip(" -\n"))

    def ranging(self, text: str, found: Measure) -> Measure:
        """The ages of "Four teens ranging in age from 13 to 16"."""
        bare = found.unit is None and found.kind == "count" and found.number == "range"
        if not bare or not 0 < (found.high or 0) < OLDEST:
            return found
        told = self._ranging.search(text, max(0, found.start - 32), found.start)
        return found._replace(kind="age", unit="year") if told else found

    def by_age(self, text: str, found: Measure) -> Measure:
        """ "aged 34", "turned 30,", "the age of 5 years"; but "turned 30 acres" of nothing is no age."""
        bare = found.unit is None and found.kind == "count" and found.number == "cardinal"
        lasting = found.kind == "duration" and found.unit in self._old_units
        if not (bare or lasting) or not 0 < (found.value or 0) < OLDEST:
            return found
        spelled = self._spelled.search(text, max(0, found.start - 24), found.start)
        told = spelled is not None and (lasting or not spelled["range"])  # "A runner aged 61 died", "aged 18 months"
        if told or ((bare or found.unit == "year") and self._is_age(text, found)):
            return found._replace(kind="age", unit=found.unit or "year")
        return found

    def _is_age(self, text: str, found: Measure) -> bool:
        """Whether a bare number or one of years is an age by the word before it and what follows."""
        if found.unit is None and self._ages.search(text, max(0, found.start - 48), found.start):
            return True
        aged = self._aged.search(text, max(0, found.start - 24), found.start)
        if aged is None or (found.unit is None and not self._end.match(text, found.end)):
            return False
        return not found.unit or aged.group().lower().startswith(("age", "aged"))
