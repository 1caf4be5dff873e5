"""When it happened: every day of the article is weighed by where it stands and how long before the paper it is."""

from collections.abc import Iterator
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


def _circumstances(setting: Setting, day: str, rank: int, found: list[tuple[int, Sentence]]) -> Iterator[str]:
    yield from _from_the_paper(setting, day)
    yield ("first named", "second named", "third named")[rank] if rank < 3 else "named later"
    yield "named once" if len(found) == 1 else "named twice" if len(found) == 2 else "named often"
    telling = [sentence for sentence in setting.sentences if sentence.tells and _days(setting, sentence)]
    if telling and day in _days(setting, telling[0]):
        yield "in the first that tells"
    if any(sentence.tells for _, sentence in found if not telling or sentence != telling[0]):
        yield "in another that tells"
    if any(sentence.named and sentence.counts for _, sentence in found):
        yield "beside the toll"
    if any(sentence.order < LEAD for _, sentence in found):
        yield "in the lead"
    if any(setting.dates[number]["type"] == "TIME" for number, _ in found):
        yield "a time of day"
    if any(_close(setting, number, sentence) for number, sentence in found):
        yield "close to an incident word"
    counts = {setting.attributions[count].get("date") for _, sentence in found for count in sentence.counts}
    if any(number in counts for number, _ in found):
        yield "in the clause of a count"


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
