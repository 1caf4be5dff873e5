"""Where it happened: every resolved place of the article is weighed by how it is named, the best one wins."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from extractor.annotations import PlaceFound
from extractor.annotations.globe import kilometres
from extractor.pipes.events.setting import Sentence, Setting
from extractor.pipes.events.words import Words

NEAR = 30.0
"""Kilometres within which one place of the article supports another."""
LEAD = 3
"""Sentences of a lead."""
MENTIONS = 8
"""Mentions of a place that are looked at, the first ones."""
CLIMB = 6
"""Steps from a place up to the incident word on which it hangs."""
CONSIDERED = 40
"""Places that are weighed, the first of the article."""


class Candidate(NamedTuple):
    """A place (by index) and what speaks for it."""

    place: int
    circumstances: tuple[str, ...]


def candidates(setting: Setting, words: Words) -> list[Candidate]:
    """The resolved places in the running text, each with its circumstances."""
    resolved = [i for i, place in enumerate(setting.places) if place["lat"] is not None][:CONSIDERED]
    around = Around(resolved, _told(setting))
    ranks = {place: rank for rank, place in enumerate(_in_order(setting)) if place in resolved}
    return [
        Candidate(place, tuple(_circumstances(setting, words, around, place, rank)))
        for rank, place in enumerate(sorted(ranks, key=lambda place: ranks[place]))
    ]


class Told(NamedTuple):
    """What the article's own grammar says: the places in the clauses of its counts, those in the phrase of an incident
    word ("the bombing of an embassy in Kenya"), and the countries of these.
    """

    counts: frozenset[int | None]
    own: frozenset[int]
    countries: frozenset[str | None]


class Around(NamedTuple):
    """The resolved places of the article, and what its grammar says of them."""

    resolved: list[int]
    told: Told


def _told(setting: Setting) -> Told:
    counts = {setting.attributions[count].get("place") for one in setting.sentences for count in one.counts}
    named = {one.at for sentence in setting.sentences if sentence.order >= 0 for one in sentence.named}
    dateline = setting.frame["dateline"]
    body = dateline["end"] if dateline else 0
    own = frozenset(
        number
        for number, place in enumerate(setting.places[: 2 * CONSIDERED])
        for mention in place["mentions"][:MENTIONS]
        if mention["start"] >= body and _hangs_on(setting, mention["start"], named)
    )
    countries = frozenset(setting.places[number]["country"] for number in own) - {None}
    return Told(frozenset(counts), own, countries)


def _hangs_on(setting: Setting, start: int, named: set[int]) -> bool:
    """Whether a place hangs on an incident word: "a bombing in Lima", "a bomb exploded near Lima"."""
    token = setting.layout.at(start)
    for _ in range(CLIMB):
        token = token.head
        if token.i in named:
            return True
        if token.pos_ == "VERB" or token.head.i == token.i:
            return False
    return False


def _in_order(setting: Setting) -> list[int]:
    """The places in the order in which the running text names them, the dateline's first."""
    found: dict[int, None] = {}
    for sentence in setting.sentences:
        if sentence.order >= 0:
            found.update(dict.fromkeys(sentence.places))
    return list(found)


class Named(NamedTuple):
    """A place of an article, by index, among its others."""

    setting: Setting
    around: Around
    number: int

    @property
    def place(self) -> PlaceFound:
        """The place."""
        return self.setting.places[self.number]

    @property
    def telling(self) -> list[Sentence]:
        """The sentences that tell of an incident and name any place."""
        return [sentence for sentence in self.setting.sentences if sentence.tells and sentence.places]


def _circumstances(setting: Setting, words: Words, around: Around, number: int, rank: int) -> Iterator[str]:
    place = setting.places[number]
    yield f"a {place['kind'] or 'other'}"
    yield ("first named", "second named", "third named")[rank] if rank < 3 else "named later"
    count = sum(number in sentence.places and sentence.order >= 0 for sentence in setting.sentences)
    yield "named once" if count == 1 else "named twice" if count == 2 else "named often"
    yield from _words_before(setting, words, place)
    named = Named(setting, around, number)
    yield from (name for name, holds in NAMED if holds(named))


def _in_the_first_that_tells(named: Named) -> bool:
    return bool(named.telling) and named.number in named.telling[0].places


def _in_another_that_tells(named: Named) -> bool:
    return any(named.number in sentence.places for sentence in named.telling[1:])


def _beside_the_toll(named: Named) -> bool:
    return any(named.number in each.places for each in named.telling if each.named and each.counts)


def _in_the_lead(named: Named) -> bool:
    return any(named.number in each.places for each in named.setting.sentences if 0 <= each.order < LEAD)


def _in_the_title(named: Named) -> bool:
    return any(named.number in each.places for each in named.setting.sentences if each.title)


def _in_the_dateline(named: Named) -> bool:
    line = named.setting.frame["dateline"]
    return line is not None and any(line["start"] <= m["start"] < line["end"] for m in named.place["mentions"])


def _in_the_clause_of_a_count(named: Named) -> bool:
    return named.number in named.around.told.counts


def _in_the_phrase_of_a_word(named: Named) -> bool:
    return named.number in named.around.told.own


def _in_another_country(named: Named) -> bool:
    countries = named.around.told.countries
    return bool(countries) and named.place["country"] not in countries


def _near_another(named: Named) -> bool:
    others = (named.setting.places[other] for other in named.around.resolved if other != named.number)
    return any(distance(named.place, other) <= NEAR for other in others)


NAMED: tuple[tuple[str, Callable[[Named], bool]], ...] = (
    ("in the first that tells", _in_the_first_that_tells),
    ("in another that tells", _in_another_that_tells),
    ("beside the toll", _beside_the_toll),
    ("in the lead", _in_the_lead),
    ("in the title", _in_the_title),
    ("in the dateline", _in_the_dateline),
    ("in the clause of a count", _in_the_clause_of_a_count),
    ("in the phrase of an incident word", _in_the_phrase_of_a_word),
    ("in another country than the incident", _in_another_country),
    ("near another", _near_another),
)
"""What may be true of how an article names a place."""


def _words_before(setting: Setting, words: Words, place: PlaceFound) -> Iterator[str]:
    before = [setting.before(mention["start"]) for mention in place["mentions"][:6]]
    if any(word in words.small["at"] for word in before):
        yield "behind a word of place"
    if before and all(word in words.small["of"] for word in before):
        yield "only an origin"


def distance(one: PlaceFound, other: PlaceFound) -> float:
    """Kilometres between two resolved places; infinite where one has no coordinates."""
    return kilometres((one["lat"], one["lon"]), (other["lat"], other["lon"]))
