"""The choice between candidates: each has circumstances, each circumstance a weight, the highest sum wins."""

import math
from collections.abc import Sequence
from typing import NamedTuple, Protocol, TypeVar

from extractor.pipes.events.words import Weights


class Weighed(Protocol):
    """A candidate of any choice."""

    @property
    def circumstances(self) -> tuple[str, ...]:
        """What speaks for it and against it."""
        ...


W = TypeVar("W", bound=Weighed)


class Scored(NamedTuple):
    """A candidate's number and the sum of its weights."""

    number: int
    score: float


def best(candidates: Sequence[W], weights: Weights) -> W | None:
    """The candidate with the highest sum, the first of several; None where there is none."""
    return candidates[ranked(candidates, weights)[0].number] if candidates else None


def ranked(candidates: Sequence[Weighed], weights: Weights) -> list[Scored]:
    """The candidates by their sums, the best first; the order of the circumstances does not count."""
    scored = (
        Scored(number, math.fsum(weights.get(name, 0.0) for name in candidate.circumstances))
        for number, candidate in enumerate(candidates)
    )
    return sorted(scored, key=lambda one: (-one.score, one.number))
