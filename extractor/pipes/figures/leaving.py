"""The words around what a figure leaves out."""

import re
from typing import NamedTuple

from extractor.syntax.lists import Lists


class Leaving(NamedTuple):
    """The words around what is left out.

    `of_which` before a part of what is told ("Of the 40 hostages, three were freed", "22 bodies, of which 14"),
    `of_whom` and `of_them` behind one, `total` before the sum of the same ("bringing the total to 4,300"), `put`
    before what another source says of the same, `there` before a count of what the sentence before counts ("The town
    has had 81 homicides. A year ago there were 94."), `elsewhere` behind a count in another place, `earlier`
    before the level that a count had ("3,000 people have fled, up from 800 on Monday"), `particles` between a noun and
    how far it moved.
    """

    of_which: re.Pattern[str]
    of_whom: re.Pattern[str]
    of_them: re.Pattern[str]
    total: re.Pattern[str]
    put: re.Pattern[str]
    there: re.Pattern[str]
    elsewhere: re.Pattern[str]
    earlier: re.Pattern[str]
    particles: frozenset[str]

    @classmethod
    def of(cls, lists: Lists) -> "Leaving":
        """The patterns of the lists."""
        of_whom = r"\s(?:more\s)?of\s(?:{of whom})\b"
        some = r"(?:about\s|only\s|just\s|at\sleast\s|some\s)?\Z"
        return cls(
            of_which=lists.pattern(rf"\bof\s(?:(?:{{of whom}}),?|(?:{{the}})\s[^.;,]{{0,40}},)\s{some}", re.IGNORECASE),
            of_whom=lists.pattern(of_whom, re.IGNORECASE),
            of_them=lists.pattern(rf"{of_whom}(?!\s[a-z]+s\b)", re.IGNORECASE),
            total=lists.pattern(
                r"\b(?:{totals raised})\s(?:{whose total})\s(?:[a-z]+\s){0,2}(?:{totals})\s(?:so\sfar\s)?to\s\Z"
            ),
            put=lists.pattern(
                r"\b(?:{put})\s(?:it|the\s(?:number|figure|total))\s(?:(?:much|far)\s)?(?:(?:higher|lower),?\s)?at\s\Z"
            ),
            there=lists.pattern(rf"\bthere\s(?:{{were}})\s{some}", re.IGNORECASE),
            elsewhere=lists.pattern(r"\s(?:more\s|others\s)?(?:{elsewhere})\b"),
            earlier=lists.pattern(
                r"\b(?:{before an earlier level})\s(?:an?\s(?:[a-z]+\s){1,3}of\s)?"
                r"(?:between\s|about\s|just\s|only\s|some\s)?\Z"
            ),
            particles=lists.words("particles"),
        )
