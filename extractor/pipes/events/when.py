"""When it happened: every day of the article is weighed by where it stands and how long before the paper it is."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from extractor.pipes.events.setting import Sentence, Setting

LEAD = 3
CLOSE = 12
"""Tokens between a day and an incident word beside it."""
CONSIDERED = 40
"""Days that are weighed, the first of the article."""


class Candidate(NamedTuple):
    """A day (ISO), the date (by index) that names it first, and what speaks for it."""

    day: str
    date: int
    circumstances: tuple[str, ...]


def candidates(setting: Setting) -> list[Candidate]:
    """The days of the running text, each with its circumstances."""
    named: dict[str, list[tuple[int, Sentence]]] = {}
    for sentence in setting.sentences:
        for number in sentence.dates if sentence.order >= 0 else ():
            day = day_of(setting, number)
            if day is not None:
                named.setdefault(day, []).append((number, sentence))
    return [
        Candidate(day, _teller(found), tuple(_circumstances(setting, day, rank, found)))
        for rank, (day, found) in enumerate(list(named.items())[:CONSIDERED])
    ]


def day_of(setting: Setting, number: int) -> str | None:
    """The ISO day that a date means, None for a month, a year, an hour that is no one's."""
    found = setting.dates[number]
    earliest, latest = found["earliest"], found["latest"]
    if found["type"] not in ("DATE", "TIME") or earliest is None or latest is None or earliest[:10] != latest[:10]:
        return None
    return earliest[:10]


def _teller(found: list[tuple[int, Sentence]]) -> int:
    """The date that the event's is: the first in a sentence that tells of it, else the first."""
    return next((number for number, sentence in found if sentence.tells), found[0][0])


class Named(NamedTuple):
    """A day with the dates and sentences that name it."""

    setting: Setting
    day: str
    found: list[tuple[int, Sentence]]

    @property
    def telling(self) -> list[Sentence]:
        """The sentences that tell of an incident and name any day."""
        return [sentence for sentence in self.setting.sentences if sentence.tells and _days(self.setting, sentence)]


def _circumstances(setting: Setting, day: str, rank: int, found: list[tuple[int, Sentence]]) -> Iterator[str]:
    yield from _from_the_paper(setting, day)
    yield ("first named", "second named", "third named")[rank] if rank < 3 else "named later"
    yield "named once" if len(found) == 1 else "named twice" if len(found) == 2 else "named often"
    named = Named(setting, day, found)
    yield from (name for name, holds in NAMED if holds(named))


def _in_the_first_that_tells(named: Named) -> bool:
    return bool(named.telling) and named.day in _days(named.setting, named.telling[0])


def _in_another_that_tells(named: Named) -> bool:
    telling = named.telling
    return any(sentence.tells for _, sentence in named.found if not telling or sentence != telling[0])


def _beside_the_toll(named: Named) -> bool:
    return any(sentence.named and sentence.counts for _, sentence in named.found)


def _in_the_lead(named: Named) -> bool:
    return any(sentence.order < LEAD for _, sentence in named.found)


def _a_time_of_day(named: Named) -> bool:
    return any(named.setting.dates[number]["type"] == "TIME" for number, _ in named.found)


def _close_to_a_word(named: Named) -> bool:
    return any(_close(named.setting, number, sentence) for number, sentence in named.found)


def _in_the_clause_of_a_count(named: Named) -> bool:
    given = named.setting.attributions
    counts = {given[count].get("date") for _, sentence in named.found for count in sentence.counts}
    return any(number in counts for number, _ in named.found)


NAMED: tuple[tuple[str, Callable[[Named], bool]], ...] = (
    ("in the first that tells", _in_the_first_that_tells),
    ("in another that tells", _in_another_that_tells),
    ("beside the toll", _beside_the_toll),
    ("in the lead", _in_the_lead),
    ("a time of day", _a_time_of_day),
    ("close to an incident word", _close_to_a_word),
    ("in the clause of a count", _in_the_clause_of_a_count),
)
"""What may be true of the sentences that name a day."""


def _days(setting: Setting, sentence: Sentence) -> set[str]:
    return {day for number in sentence.dates if (day := day_of(setting, number))}


def _close(setting: Setting, number: int, sentence: Sentence) -> bool:
    at = setting.layout.at(setting.dates[number]["start"]).i
    return any(abs(named.at - at) <= CLOSE for named in sentence.named)


def _from_the_paper(setting: Setting, day: str) -> Iterator[str]:
    """How long before the day from which the article counts; nothing where that is not known."""
    anchor = setting.frame["anchor"]["date"]
    if anchor is None:
        return
    try:
        back = (date.fromisoformat(anchor) - date.fromisoformat(day)).days
    except ValueError:
        return
    if back < 0:
        yield "after the paper"
    elif back < 2:
        yield ("the day of the paper", "the day before")[back]
    elif back < 7:
        yield "within a week"
    else:
        yield "within two months" if back < 60 else "long before"
