"""The counts of an article's figures, with what keeps each from being the whole of the main event.

A part, the others, another day, another place, another incident: what the choice of the toll weighs.
"""

from datetime import date
from typing import NamedTuple

from extractor.annotations import Attribution, FigureFound
from extractor.pipes.events import where
from extractor.pipes.events.setting import Sentence, Setting
from extractor.pipes.events.tolls import Count
from extractor.pipes.events.words import Words

APART = 2
"""Days between two incidents, at least: what began in the night is told of two days."""
FAR = 40.0
"""Kilometres beyond which a place is another."""
SUMMING = 6
"""Words before a count among which one sums up."""
JOINED = 5
"""Words between two counts that are joined."""


class Scene(NamedTuple):
    """Where (an index) and when (a day, and the index of its date) the main event was."""

    place: int | None
    day: str | None
    date: int | None


def counts_of(setting: Setting, scene: Scene, words: Words) -> list[Count]:
    """The counts of the article's figures, with what keeps each from being the main event's whole."""
    found = []
    overtaken = {given.get("updates") for given in setting.attributions}
    for sentence in setting.sentences:
        aside = _aside(setting, sentence, scene, words) if sentence.counts else ()
        for number in sentence.counts:
            figure, given = setting.figures[number], setting.attributions[number]
            own = _stands(setting, number)
            if figure["role"] is not None:
                found.append(
                    Count(
                        number,
                        figure["role"],
                        figure["value"],
                        figure["low"],
                        figure["high"],
                        figure["bound"],
                        sentence,
                        (*aside, *own, *_told(figure, given), *_worded(setting, sentence, figure, words)),
                        _joined(setting, number),
                        number in overtaken,
                        given.get("part_of"),
                        given["source"]["start"] if given["source"] else None,
                        figure.get("beside", 0),
                    )
                )
    return found


def _told(figure: FigureFound, given: Attribution) -> tuple[str, ...]:
    """Whether somebody gives the count, and whether others share its role."""
    named = (("given by another", given["source"] is not None), ("beside others", bool(figure.get("beside"))))
    return tuple(name for name, holds in named if holds)


def _worded(setting: Setting, sentence: Sentence, figure: FigureFound, words: Words) -> tuple[str, ...]:
    """Whether the words before a count in its sentence sum up: "In all, nine people were shot"."""
    layout = setting.layout
    first, last = layout.first_from(sentence.start), layout.first_from(figure["start"])
    before = f" {' '.join(word.lower_ for word in layout.doc[max(first, last - SUMMING) : last])} "
    return ("sums up",) if any(f" {phrase} " in before for phrase in words.small["total"]) else ()


def _joined(setting: Setting, number: int) -> bool:
    """Whether a figure goes on from the one before it: "two men and three women"; at most JOINED words between."""
    if not number:
        return False
    before, layout = setting.figures[number - 1], setting.layout
    between = layout.doc[layout.first_from(before["end"]) : layout.first_from(setting.figures[number]["start"])]
    return len(between) <= JOINED and not any(word.pos_ in ("VERB", "AUX") for word in between)


def _stands(setting: Setting, number: int) -> tuple[str, ...]:
    given = setting.attributions[number]
    stands = {"part": ("a part",), "rest": ("the others",), "each": ("one of several",)}
    return stands.get(given.get("stands") or "", ()) or (("a part",) if given.get("part_of") is not None else ())


def _aside(setting: Setting, sentence: Sentence, scene: Scene, words: Words) -> tuple[str, ...]:
    found = []
    if sentence.order < 0:
        found.append("in the furniture")
    if other_day(setting, sentence, scene.day):
        found.append("another day")
    if over_long(setting, sentence):
        found.append("over a longer time")
    if _elsewhere(setting, sentence, scene.place):
        found.append("another place")
    if _another(setting, sentence, words):
        found.append("another incident")
    if any(setting.layout.doc[named.at].tag_ == "NNS" for named in sentence.named):
        found.append("several incidents")
    return tuple(found)


def other_day(setting: Setting, sentence: Sentence, day: str | None) -> bool:
    """Whether a sentence has dates and none of them holds the day, or lies close to it."""
    if day is None:
        return False
    spans = [
        (found["earliest"][:10], found["latest"][:10])
        for found in (setting.dates[number] for number in sentence.dates)
        if found["type"] in ("DATE", "TIME") and found["earliest"] and found["latest"]
    ]
    return bool(spans) and all(_days_off(day, first, last) > APART for first, last in spans)


def over_long(setting: Setting, sentence: Sentence) -> bool:
    """Whether all dates of a sentence are stretches of several days: "126 people have been killed this year"."""
    spans = [
        (found["earliest"][:10], found["latest"][:10])
        for found in (setting.dates[number] for number in sentence.dates)
        if found["earliest"] and found["latest"]
    ]
    return bool(spans) and all(_days_off(last, first, first) > 0 for first, last in spans)


def _days_off(day: str, first: str, last: str) -> int:
    """Days between a day and a stretch of days; none within it."""
    at, begin, end = (date.fromisoformat(one).toordinal() for one in (day, first, last))
    return max(begin - at, at - end, 0)


def _elsewhere(setting: Setting, sentence: Sentence, place: int | None) -> bool:
    """Whether a sentence names towns and all of them are far from the place."""
    if place is None:
        return False
    towns = [
        setting.places[number]
        for number in sentence.places
        if setting.places[number]["kind"] in ("city", "admin2", "facility")
        and setting.places[number]["lat"] is not None
    ]
    return bool(towns) and all(where.distance(town, setting.places[place]) > FAR for town in towns)


def _another(setting: Setting, sentence: Sentence, words: Words) -> bool:
    """Whether an incident word has "another" or "separate" before it."""
    doc = setting.layout.doc
    return any(
        word.lower_ in words.small["another"]
        for named in sentence.named
        for word in doc[max(0, named.at - 2) : named.at]
    )
