"""Which of its candidates each name means: one sense per article, unless the text says otherwise beside the name.

A candidate's score adds what is known before reading (kind, inhabitants), what stands beside the name, and the votes of
the article's other places; a few rounds let the names that are sure settle those that are not.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from extractor.pipes.places.beside import Beside, contains
from extractor.pipes.places.gazetteer import Entry
from extractor.pipes.places.spots import Spot
from extractor.pipes.places.votes import Ballot
from extractor.record import PlaceKind

ROUNDS = 3
FAMOUS = 500_000
"""Inhabitants of a town that papers everywhere name without saying where it is: Boston in an article from Ibadan."""


class Weights(NamedTuple):
    """What each kind of evidence counts, in powers of ten of inhabitants."""

    kinds: dict[PlaceKind, float]
    sizes: dict[PlaceKind, float]
    short_county: float = -1.4
    seat: float = -1.0
    capital: float = 1.4
    alternate: float = -3.0
    said: float = 2.0
    beside: float = 5.0
    country: float = 1.5
    division: float = 2.0
    ground: float = 1.3
    sharpness: float = 1.4
    home: float = 2.0
    organization: float = 0.6
    hint: float = 3.0
    origin: float = 1.0
    most: float = 10.0
    alias: float = 1.5
    famous: float = 0.8
    nowhere: float = 2.0


WEIGHTS = Weights(
    kinds={
        "continent": 9.0, "country": 8.5, "region": 7.2, "admin1": 1.0, "natural": 7.2, "facility": 6.5,
        "other": 5.0, "admin2": 2.8, "city": 0.0,
    },
    sizes={"admin1": 0.9, "city": 1.0, "admin2": 0.7},
)  # fmt: skip


class Named(NamedTuple):
    """A spot with its candidates and the places that stand beside it, by index: what holds it, what it holds."""

    spot: Spot
    name: str
    candidates: tuple[Entry, ...]


def resolve(
    named: Sequence[Named], text: str, outside: "Outside", beside: Beside, weights: Weights | None = None
) -> list[Entry | None]:
    """For each name its place, or None where the map has none; `outside` votes."""
    weights = weights or WEIGHTS
    links = _links(named, text, beside)
    cases = _cases(named, links)
    scores = {key: _priors(named[spots[0]], weights) for key, spots in cases.items()}
    for key, spots in cases.items():
        for index in spots:
            _add_beside(scores[key], named, index, links.get(index, ()), weights)
    final = _settled(cases, named, scores, outside, weights)
    return _by_spot(named, cases, final)


def _priors(one: Named, weights: Weights) -> list[float]:
    """A division called like a town in it (Alexandria, Buenos Aires, Madrid) is not meant unless it is said."""
    towns = {
        (entry.country, entry.admin1_code) for entry in one.candidates if entry.kind == "city" and entry.via == "name"
    }
    return [
        prior(entry, one.spot.kind, weights)
        + (
            weights.seat
            if entry.kind in ("admin1", "admin2")
            and entry.via != "alias"
            and (entry.country, entry.admin1_code) in towns
            else 0.0
        )
        for entry in one.candidates
    ]


def prior(entry: Entry, said: PlaceKind | None, weights: Weights) -> float:
    """What speaks for a place before the article does: its kind, its inhabitants, and a type word beside the name."""
    score = weights.kinds[entry.kind]
    if entry.kind in ("city", "admin1", "admin2"):
        score += weights.sizes[entry.kind] * math.log10(entry.population + 100)
    if entry.kind == "admin2" and said is None and not _is_plain(entry):
        score += weights.short_county
    if entry.kind == "city" and entry.via == "name" and entry.population >= FAMOUS:
        score += weights.famous
    if entry.capital:
        score += weights.capital
    if entry.via == "alternate":
        score += weights.alternate
    if entry.via == "alias":
        score += weights.alias
    return score + (weights.said if said == entry.kind else 0.0)


def _is_plain(entry: Entry) -> bool:
    """Whether a second-order division goes by this name alone: "Benton County" and Devon, not "Benton"."""
    return entry.via == "name" and (
        entry.country == "GB" or entry.name.rpartition(" ")[2] in ("County", "Parish", "Borough")
    )


class Outside(NamedTuple):
    """Votes of what is no place in the text: of the paper and of organizations, and of one country's words."""

    homes: Sequence[Entry]
    organizations: Sequence[Entry]
    hints: Sequence[Entry]
    origins: Sequence[Entry] = ()


Links = dict[int, list[tuple[int, bool]]]
Key = tuple[str, PlaceKind | None, int]


def _links(named: Sequence[Named], text: str, beside: Beside) -> Links:
    """{index: [(index of a neighbour that may hold it or be held, whether the neighbour is the holder)]}."""
    links: Links = defaultdict(list)
    for index in range(len(named) - 1):
        here, after = named[index], named[index + 1]
        found = beside.relation(text[here.spot.end : after.spot.start])
        if found is None:
            continue
        inside = found == "inside"
        smaller, larger = (here, after) if inside else (after, here)
        if text[here.spot.end : after.spot.start] == ", " and _listed(here, after):
            continue
        if any(contains(big, small) for big in larger.candidates for small in smaller.candidates):
            links[index].append((index + 1, inside))
            links[index + 1].append((index, not inside))
    return links


def _listed(here: Named, after: Named) -> bool:
    """Whether a comma between two names only lists them: "Niger, Nigeria", but "Washington, Pa."."""
    if after.name.endswith(".") or after.name.isupper():
        return False
    plain = [entry for entry in here.candidates if entry.via != "alternate"]
    return any(
        other.kind == entry.kind and (entry.kind == "country" or entry.country == other.country)
        for entry in after.candidates
        if entry.kind in ("country", "admin1") and entry.via != "alternate"
        for other in plain
    )


def _cases(named: Sequence[Named], links: Links) -> dict[Key, list[int]]:
    """Names that are decided together: the same name, but one with its own holder beside it stands for itself."""
    cases: dict[Key, list[int]] = defaultdict(list)
    for index, one in enumerate(named):
        if not one.candidates:
            continue
        held = [other for other, holder in links.get(index, ()) if holder]
        told = hash((named[held[0]].name.casefold(),)) if held else 0
        cases[(one.name.casefold(), one.spot.kind, told)].append(index)
    return cases


def _add_beside(
    scores: list[float], named: Sequence[Named], index: int, links: Sequence[tuple[int, bool]], weights: Weights
) -> None:
    """Count the neighbour that holds a candidate, or lies in it, once for the name."""
    for other, holder in links:
        for at, entry in enumerate(named[index].candidates):
            fits = any(contains(near, entry) if holder else contains(entry, near) for near in named[other].candidates)
            if fits:
                scores[at] += weights.beside if holder else weights.beside / 2


def _settled(
    cases: dict[Key, list[int]],
    named: Sequence[Named],
    scores: dict[Key, list[float]],
    outside: Outside,
    weights: Weights,
) -> dict[Key, Entry]:
    """The best candidate of each case after the rounds of votes."""
    current = scores
    for _ in range(ROUNDS):
        total = Ballot()
        total.cast(outside.homes, [1.0] * len(outside.homes), weights.home)
        total.cast(outside.organizations, [1.0] * len(outside.organizations), weights.organization)
        origins = set(outside.origins)
        total.cast(origins, [1.0] * len(origins), weights.origin)
        total.cast(outside.hints, [1.0] * len(outside.hints), weights.hint)
        owns: dict[str, Ballot] = defaultdict(Ballot)
        for key, spots in cases.items():
            entries = named[spots[0]].candidates
            shares = shares_of(current[key], weights.sharpness)
            size = math.sqrt(len(spots))
            total.cast(entries, shares, size)
            owns[key[0]].cast(entries, shares, size)
        current = {
            key: [
                base + (_voted(total.heard(entry, owns[key[0]]), weights) if entry.country else weights.nowhere)
                for base, entry in zip(scores[key], named[spots[0]].candidates, strict=True)
            ]
            for key, spots in cases.items()
        }
    return {
        key: max(zip(current[key], named[spots[0]].candidates, strict=True), key=lambda pair: pair[0])[1]
        for key, spots in cases.items()
    }


def _voted(heard: tuple[float, float, float], weights: Weights) -> float:
    country, division, ground = heard
    votes = weights.country * math.log1p(country) + weights.division * math.log1p(division)
    return min(votes + weights.ground * math.log1p(ground), weights.most)


def shares_of(scores: Sequence[float], sharpness: float) -> list[float]:
    """The scores as shares of one vote."""
    top = max(scores)
    powers = [math.exp(sharpness * (score - top)) for score in scores]
    whole = sum(powers)
    return [power / whole for power in powers]


def _by_spot(named: Sequence[Named], cases: dict[Key, list[int]], final: dict[Key, Entry]) -> list[Entry | None]:
    """The sense of every spot; a bare name has the sense last told of it, else the one told first."""
    senses: list[Entry | None] = [None] * len(named)
    told: dict[str, list[tuple[int, Entry]]] = defaultdict(list)
    for key, spots in cases.items():
        for index in spots:
            senses[index] = final[key]
            if key[2]:
                told[key[0]].append((index, final[key]))
    for key, spots in cases.items():
        others = sorted(told.get(key[0], ()), key=lambda one: one[0])
        if key[2] or not others:
            continue
        for index in spots:
            if key[1] is None or key[1] == others[0][1].kind:
                before = [entry for at, entry in others if at < index]
                senses[index] = before[-1] if before else others[0][1]
    return senses
