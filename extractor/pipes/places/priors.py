"""What speaks for a place before the article's other places do: its kind, its inhabitants, how it is called."""

import math
from collections.abc import Sequence

from extractor.pipes.places.gazetteer import Entry
from extractor.pipes.places.weights import Weights
from extractor.vocabulary import PlaceKind

FAMOUS = 500_000
"""Inhabitants of a town that papers everywhere name without saying where it is, as Karachi or Boston."""
SMALL = 100_000
FEDERAL = frozenset({"US", "CA", "AU", "DE", "IN"})
"""Countries whose states papers elsewhere name alone."""
UNKNOWN = 100
"""Inhabitants that are added to all, so that a hamlet of which nobody has counted them has a logarithm."""


def priors(entries: Sequence[Entry], said: PlaceKind | None, weights: Weights, *, speaks: bool = False) -> list[float]:
    """One score an entry. A division called like a town in it (Alexandria, Madrid) is not meant unless it is said.

    What `speaks` for a government is a country or its capital, as Washington is.
    """
    towns = {(entry.country, entry.admin1_code) for entry in entries if entry.kind == "city" and entry.via == "name"}
    return [
        prior(entry, said, weights)
        + (weights.said if speaks and (entry.capital or entry.kind == "country") else 0.0)
        + (
            weights.seat
            if entry.kind in ("admin1", "admin2")
            and entry.via != "alias"
            and (entry.country, entry.admin1_code) in towns
            else 0.0
        )
        for entry in entries
    ]


def prior(entry: Entry, said: PlaceKind | None, weights: Weights) -> float:
    """The score of one entry; `said` is the kind that a word beside the name says."""
    score = weights.kinds[entry.kind]
    if entry.kind in weights.sizes:
        score += weights.sizes[entry.kind] * math.log10(entry.population + UNKNOWN)
    if entry.kind == "admin2" and said is None and not _is_plain(entry):
        score += weights.short_county
    if is_famous(entry):
        score += weights.famous
    if entry.capital:
        score += weights.capital
    if entry.via == "alternate":
        score += weights.alternate
    if entry.via == "alias":
        score += weights.alias
    return score + (weights.said if said == entry.kind else 0.0)


def is_famous(entry: Entry) -> bool:
    """Whether papers everywhere name the town without saying where it is."""
    return entry.kind == "city" and entry.via == "name" and entry.population >= FAMOUS


def is_great(entry: Entry) -> bool:
    """Whether papers everywhere mean it by its usual name: a country, a region, a capital, a large state."""
    if entry.via == "alternate":
        return False
    great = entry.kind in ("country", "continent", "region") or (entry.capital and entry.population >= SMALL)
    return great or (entry.kind == "admin1" and entry.country in FEDERAL and entry.population >= FAMOUS)


def is_small(entry: Entry) -> bool:
    """Whether the town is known in its own country only, if that, or is called so rarely."""
    return entry.kind == "city" and (entry.population < SMALL or entry.via == "alternate")


def _is_plain(entry: Entry) -> bool:
    """Whether a second-order division goes by this name alone: "Benton County" and Devon, not "Benton"."""
    return entry.via == "name" and (
        entry.country == "GB" or entry.name.rpartition(" ")[2] in ("County", "Parish", "Borough")
    )
