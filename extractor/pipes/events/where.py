"""Where it happened: every resolved place of the article is weighed by how it is named, the best one wins."""

from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from extractor.annotations import PlaceFound
from extractor.pipes.events.setting import Setting
from extractor.pipes.events.words import Words

EARTH = 6371.0
NEAR = 30.0
"""Kilometres within which one place of the article supports another."""
LEAD = 3
"""Sentences of a lead."""
CONSIDERED = 40
"""Places that are weighed, the first of the article."""


class Candidate(NamedTuple):
    """A place (by index) and what speaks for it."""

    place: int
    circumstances: tuple[str, ...]


def candidates(setting: Setting, words: Words) -> list[Candidate]:
    """The resolved places in the running text, each with its circumstances."""
    resolved = [i for i, place in enumerate(setting.places) if place["lat"] is not None][:CONSIDERED]
    ranks = {place: rank for rank, place in enumerate(_in_order(setting)) if place in resolved}
    return [
        Candidate(place, tuple(_circumstances(setting, words, place, rank, resolved)))
        for rank, place in enumerate(sorted(ranks, key=lambda place: ranks[place]))
    ]


def _in_order(setting: Setting) -> list[int]:
    """The places in the order in which the running text names them, the dateline's first."""
    found: dict[int, None] = {}
    for sentence in setting.sentences:
        if sentence.order >= 0:
            found.update(dict.fromkeys(sentence.places))
    return list(found)


def _circumstances(setting: Setting, words: Words, number: int, rank: int, resolved: list[int]) -> Iterator[str]:
    place = setting.places[number]
    yield f"a {place['kind'] or 'other'}"
    yield ("first named", "second named", "third named")[rank] if rank < 3 else "named later"
    named = [sentence for sentence in setting.sentences if number in sentence.places and sentence.order >= 0]
    count = len(named)
    yield "named once" if count == 1 else "named twice" if count == 2 else "named often"
    yield from _sentences(setting, number)
    yield from _words_before(setting, words, place)
    dateline = setting.frame["dateline"]
    if dateline and any(dateline["start"] <= m["start"] < dateline["end"] for m in place["mentions"]):
        yield "in the dateline"
    counts = {setting.attributions[count].get("place") for one in setting.sentences for count in one.counts}
    if number in counts:
        yield "in the clause of a count"
    others = [setting.places[other] for other in resolved if other != number]
    if any(distance(place, other) <= NEAR for other in others):
        yield "near another"


def _sentences(setting: Setting, number: int) -> Iterator[str]:
    """Which of the sentences that tell of an incident name the place."""
    telling = [sentence for sentence in setting.sentences if sentence.tells and sentence.places]
    if telling and number in telling[0].places:
        yield "in the first that tells"
    if any(number in sentence.places for sentence in telling[1:]):
        yield "in another that tells"
    if any(number in sentence.places for sentence in telling if sentence.named and sentence.counts):
        yield "beside the toll"
    if any(number in sentence.places for sentence in setting.sentences if 0 <= sentence.order < LEAD):
        yield "in the lead"
    if any(number in sentence.places for sentence in setting.sentences if sentence.title):
        yield "in the title"


def _words_before(setting: Setting, words: Words, place: PlaceFound) -> Iterator[str]:
    before = [setting.before(mention["start"]) for mention in place["mentions"][:6]]
    if any(word in words.small["at"] for word in before):
        yield "behind a word of place"
    if before and all(word in words.small["of"] for word in before):
        yield "only an origin"


def distance(one: PlaceFound, other: PlaceFound) -> float:
    """Kilometres between two resolved places; infinite where one has no coordinates."""
    if one["lat"] is None or one["lon"] is None or other["lat"] is None or other["lon"] is None:
        return float("inf")
    lat1, lon1, lat2, lon2 = map(radians, (one["lat"], one["lon"], other["lat"], other["lon"]))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(1.0, half)))
