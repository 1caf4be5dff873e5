"""What a circumstance weighs in the confidence of an item or of a choice inside it, as rows."""

import math
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from extractor.tables import Folder, Row
from extractor.vocabulary import ListName

ALWAYS = "always"
"""The circumstance that every item has: how often items of the list are right where nothing more is known."""

Choice = Literal["item", "place", "value", "noun", "role", "source", "speaker"]
"""What may be right or wrong: the item as a whole, or one of the choices inside it."""


class Weight(Row, frozen=True, kw_only=True):
    """The weight of a circumstance, in log odds, in the confidence of a choice of the items of a list."""

    KEYS = ("list", "choice", "circumstance")

    list: ListName
    choice: Choice
    circumstance: str
    weight: float


class Weighed(NamedTuple):
    """The weights of one choice, by circumstance."""

    weights: Mapping[str, float]

    def of(self, circumstances: Iterable[str]) -> float:
        """The frequency, 0 to 1, with two digits: the articles that it is learned from tell no more."""
        weights = self.weights
        return frequency(sum(weights.get(each, 0.0) for each in circumstances))


def frequency(odds: float) -> float:
    """The logistic function, rounded to two digits and kept from certainty."""
    return min(0.99, max(0.01, round(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), 2)))


def read(folder: Folder) -> dict[tuple[ListName, Choice], Weighed]:
    """The weights by list and choice."""
    found: dict[tuple[ListName, Choice], dict[str, float]] = {}
    for row in folder.rows("weights.csv", Weight):
        found.setdefault((row.list, row.choice), {})[row.circumstance] = row.weight
    return {key: Weighed(weights) for key, weights in found.items()}
