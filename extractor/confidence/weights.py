"""What a circumstance weighs in the confidence of an item or of a choice inside it, as rows."""

import math
from collections.abc import Mapping
from typing import Literal

from extractor.errors import TableError
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


def frequency(odds: float) -> float:
    """The logistic function, never certain, with two digits: the articles that it is learned from tell no more."""
    return min(0.99, max(0.01, round(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), 2)))


def read(
    folder: Folder, choices: Mapping[ListName, tuple[Choice, ...]]
) -> dict[ListName, dict[str, tuple[float, ...]]]:
    """For each list and circumstance its weights in the choices, in their order; 0 where it has none."""
    found: dict[ListName, dict[str, list[float]]] = {name: {} for name in choices}
    for row in folder.rows("weights.csv", Weight):
        own = choices[row.list]
        if row.choice not in own:
            raise TableError(f'{row.rule}: {row.list} have no choice "{row.choice}"; use {", ".join(own)}')
        found[row.list].setdefault(row.circumstance, [0.0] * len(own))[own.index(row.choice)] = row.weight
    return {name: {each: tuple(weights) for each, weights in rows.items()} for name, rows in found.items()}
