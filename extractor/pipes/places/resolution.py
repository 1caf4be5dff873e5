"""Which of its candidates each name means: one sense per article, unless the text says otherwise beside the name.

A candidate's score adds what is known before reading (kind, inhabitants), what stands beside the name, and the votes of
the article's other places; a few rounds let the names that are sure settle those that are not.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Sequence
from operator import add
from typing import NamedTuple

from extractor.pipes.places.beside import Beside, contains
from extractor.pipes.places.gazetteer import Entry
from extractor.pipes.places.listed import lists, told_by_lists
from extractor.pipes.places.named import Named
from extractor.pipes.places.priors import is_famous, is_great, is_small, priors
from extractor.pipes.places.votes import Ballot, Marks, cast, heard, marks_of, weighed
from extractor.pipes.places.weights import Weights
from extractor.vocabulary import PlaceKind

ROUNDS = 3
SETTLED = 0.02
"""A share that changed by less than this is as it was: no further round is needed."""


class Outside(NamedTuple):
    """Votes of what is no place in the text: of the paper and of organizations, and of one country's words.

    `offices` are the counties in the names of organizations, each as the places that it may be. `countries` are those
    that the caller says a doubtful name is in.
    """

    homes: Sequence[Entry] = ()
    organizations: Sequence[Entry] = ()
    offices: Sequence[tuple[Entry, ...]] = ()
    hints: Sequence[Entry] = ()
    origins: Collection[Entry] = ()
    countries: Collection[str] = ()


class Key(NamedTuple):
    """What is decided together: a name, the kind that is said of it, and the holder named beside it."""

    name: str
    said: PlaceKind | None
    holder: str


class Case(NamedTuple):
    """The spots of one key, by index, and each candidate's score in its parts."""

    spots: list[int]
    entries: tuple[Entry, ...]
    prior: list[float]
    beside: list[float]
    caller: list[float]
    votes: list[float]

    def totals(self) -> list[float]:
        """One score a candidate."""
        return [sum(parts) for parts in zip(self.prior, self.beside, self.caller, self.votes, strict=True)]


Links = dict[int, list[tuple[int, bool]]]


class Resolved(NamedTuple):
    """For each name its place, or None where the map has none, and what was weighed."""

    senses: list[Entry | None]
    cases: dict[Key, Case]


def resolve(named: Sequence[Named], text: str, outside: Outside, beside: Beside, weights: Weights) -> Resolved:
    """The places of the names; `outside` votes."""
    links = _links(named, text, beside)
    cases = _cases(named, links, outside, weights)
    listed = told_by_lists(named, lists(named, text))
    for case in cases.values():
        for index in case.spots:
            _add_beside(case.beside, named, index, links.get(index, ()), weights)
        if len(case.entries) > 1:
            _add_listed(case, listed, weights)
    _vote(cases, outside, weights)
    return Resolved(_by_spot(named, cases, _chosen(cases)), cases)


def _links(named: Sequence[Named], text: str, beside: Beside) -> Links:
    """{index: [(index of a neighbour that may hold it or be held, whether the neighbour is the holder)]}."""
    links: Links = defaultdict(list)
    for index in range(len(named) - 1):
        here, after = named[index], named[index + 1]
        gap = text[here.spot.end : after.spot.start]
        found = beside.relation(gap)
        if found is None or (gap in (", ", ", the ") and _listed(here, after)):
            continue
        inside = found == "inside"
        smaller, larger = (here, after) if inside else (after, here)
        if any(contains(big, small) for big in larger.candidates for small in smaller.candidates):
            links[index].append((index + 1, inside))
            links[index + 1].append((index, not inside))
    return links


def _listed(here: Named, after: Named) -> bool:
    """Whether a comma between two names only lists them: "Niger, Nigeria", but not "Washington, Pa."."""
    if after.name.endswith(".") or after.name.isupper() or after.name == here.name:
        return False
    plain = [entry for entry in here.candidates if entry.via != "alternate"]
    return any(
        other.kind == entry.kind and (entry.kind == "country" or entry.country == other.country)
        for entry in after.candidates
        if entry.kind in ("country", "admin1") and entry.via != "alternate"
        for other in plain
    )


def _cases(named: Sequence[Named], links: Links, outside: Outside, weights: Weights) -> dict[Key, Case]:
    """Names that are decided together: the same name, but one with its own holder beside it stands for itself."""
    cases: dict[Key, Case] = {}
    for index, one in enumerate(named):
        if not one.candidates:
            continue
        held = [other for other, holder in links.get(index, ()) if holder]
        key = Key(one.name.casefold(), one.spot.kind, named[held[0]].name.casefold() if held else "")
        if key not in cases:
            nothing = [0.0] * len(one.candidates)
            prior = priors(one.candidates, one.spot.kind, weights, speaks=one.spot.speaks)
            asked = outside.countries if not held else ()
            caller = [weights.caller if entry.country in asked else 0.0 for entry in one.candidates]
            cases[key] = Case([], one.candidates, prior, nothing, caller, [0.0] * len(one.candidates))
        cases[key].spots.append(index)
    return cases


def _add_beside(
    scores: list[float], named: Sequence[Named], index: int, links: Sequence[tuple[int, bool]], weights: Weights
) -> None:
    """Count the neighbour that holds a candidate, or lies in it."""
    for other, holder in links:
        for at, entry in enumerate(named[index].candidates):
            fits = any(contains(near, entry) if holder else contains(entry, near) for near in named[other].candidates)
            if fits:
                scores[at] += weights.holder if holder else weights.held


def _add_listed(case: Case, listed: dict[int, dict[Entry, float]], weights: Weights) -> None:
    """Count, once for the name, the list of its likes in which it stands."""
    shares = [listed[index] for index in case.spots if index in listed]
    for at, entry in enumerate(case.entries):
        case.beside[at] += weights.listed * max((share.get(entry, 0.0) for share in shares), default=0.0)


def _vote(cases: dict[Key, Case], outside: Outside, weights: Weights) -> None:
    """Let the names vote in rounds, each as sure as it is by then; a name with one candidate needs none."""
    given = _given(outside, weights)
    marks = {key: [marks_of(entry) for entry in case.entries] for key, case in cases.items()}
    before: dict[Key, list[float]] = {}
    for _ in range(ROUNDS):
        shares = {key: shares_of(case.totals(), weights.sharpness) for key, case in cases.items()}
        if before and all(_close(shares[key], before[key]) for key in cases):
            return
        before = shares
        total, owns = dict(given), defaultdict[str, Ballot](dict)
        for key, case in cases.items():
            cast(owns[key.name], marks[key], shares[key], math.sqrt(len(case.spots)))
        for own in owns.values():
            for place, votes in own.items():
                total[place] = total.get(place, 0.0) + votes
        for key, case in cases.items():
            if len(case.entries) > 1:
                _hear(case, marks[key], total, owns[key.name], weights)


def _hear(case: Case, marks: Sequence[Marks], total: Ballot, own: Ballot, weights: Weights) -> None:
    """Give each candidate of a name the votes of the others, a small town beside a famous namesake fewer."""
    famous = any(is_famous(entry) or is_great(entry) for entry in case.entries)
    told = map(add, case.beside, case.caller)
    case.votes[:] = [
        weighed(heard(total, own, mark), weights, small=famous and is_small(entry) and not said)
        if entry.country
        else weights.nowhere
        for entry, mark, said in zip(case.entries, marks, told, strict=True)
    ]


def _given(outside: Outside, weights: Weights) -> Ballot:
    """The votes of what is no place in the text."""
    given: Ballot = {}
    for office in outside.offices:
        cast(given, [marks_of(entry) for entry in office], [1 / len(office)] * len(office), weights.office)
    for entries, weight in (
        (outside.homes, weights.home),
        (outside.organizations, weights.organization),
        (outside.hints, weights.hint),
        (sorted(set(outside.origins), key=str), weights.origin),
    ):
        cast(given, [marks_of(entry) for entry in entries], [1.0] * len(entries), weight)
    return given


def _close(shares: Sequence[float], others: Sequence[float]) -> bool:
    return all(abs(one - other) < SETTLED for one, other in zip(shares, others, strict=True))


def shares_of(scores: Sequence[float], sharpness: float) -> list[float]:
    """The scores as shares of one vote."""
    top = max(scores)
    powers = [math.exp(sharpness * (score - top)) for score in scores]
    whole = sum(powers)
    return [power / whole for power in powers]


def _chosen(cases: dict[Key, Case]) -> dict[Key, Entry]:
    """The best candidate of each case; "the city of Decatur" and "Decatur" are one town."""
    groups: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in cases:
        groups[key.name, key.holder].append(key)
    chosen: dict[Key, Entry] = {}
    for keys in groups.values():
        sums: dict[Entry, float] = defaultdict(float)
        for key in keys:
            for entry, score in zip(cases[key].entries, cases[key].totals(), strict=True):
                sums[entry] += score
        for key in keys:
            case = cases[key]
            best = case.entries[max(range(len(case.entries)), key=case.totals().__getitem__)]
            like = [entry for entry in case.entries if entry.kind == best.kind]
            chosen[key] = max(like, key=sums.__getitem__) if len(keys) > 1 else best
    return chosen


def _by_spot(named: Sequence[Named], cases: dict[Key, Case], final: dict[Key, Entry]) -> list[Entry | None]:
    """The sense of every spot; a bare name has the sense last told of it, else the one told first."""
    senses: list[Entry | None] = [None] * len(named)
    told: dict[str, list[tuple[int, Entry]]] = defaultdict(list)
    for key, case in cases.items():
        for index in case.spots:
            senses[index] = final[key]
            if key.holder:
                told[key.name].append((index, final[key]))
    for key, case in cases.items():
        others = sorted(told.get(key.name, ()), key=lambda one: one[0])
        if key.holder or not others:
            continue
        for index in case.spots:
            if key.said is None or key.said == others[0][1].kind:
                before = [entry for at, entry in others if at < index]
                senses[index] = before[-1] if before else others[0][1]
    return senses
