"""Why a name is the place it is: its candidates with their scores, for those who ask with `--explain`."""

from collections.abc import Sequence

from extractor.annotations import CandidateFound
from extractor.pipes.places.named import Named
from extractor.pipes.places.resolution import Case, Resolved

SHOWN = 10
"""Candidates of a name that are shown; "Springfield" has seventy."""


def explained(named: Sequence[Named], resolved: Resolved) -> list[list[CandidateFound]]:
    """For each name the best of its candidates; none where the map has none."""
    found: list[list[CandidateFound]] = [[] for _ in named]
    for case in resolved.cases.values():
        best = _best(case)
        for index in case.spots:
            found[index] = best
    return found


def _best(case: Case) -> list[CandidateFound]:
    totals = case.totals()
    order = sorted(range(len(totals)), key=lambda at: -totals[at])[:SHOWN]
    return [
        {
            "name": case.entries[at].name,
            "kind": case.entries[at].kind,
            "country": case.entries[at].country,
            "admin1": case.entries[at].admin1,
            "lat": case.entries[at].lat,
            "lon": case.entries[at].lon,
            "geonames_id": case.entries[at].geonames_id,
            "score": round(totals[at], 2),
            "prior": round(case.prior[at], 2),
            "beside": round(case.beside[at], 2),
            "caller": round(case.caller[at], 2),
            "votes": round(case.votes[at], 2),
        }
        for at in order
    ]
