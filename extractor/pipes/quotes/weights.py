"""What speaks for and against a report, as rows: weights of named circumstances, and rates of words and their frames.

`models/en/quotes/learn.py` learns both from articles whose quotes were marked by hand; here they are only added up.
"""

import math
from collections.abc import Collection, Iterable
from typing import Literal, NamedTuple

from extractor.tables import Folder, Row

PRIOR = 3.0
"""Uses that a rarer use counts for: a frame seen once says little about its next use."""
UNSEEN = 0.75
"""How often a word reports that the articles do not have: whoever wrote its row knew it for one that does."""
ANY = "*"
"""Stands in `rates.csv` for any word, or for any frame of a word."""
AND = " & "
"""Joins two circumstances that weigh something together, beside what each weighs."""
Pairs = dict[str, list[tuple[str, float]]]


class Weight(Row, frozen=True, kw_only=True):
    """The weight of a circumstance: in the choice where content ends, or in the decision whether a cue reports."""

    KEYS = ("choice", "circumstance")

    choice: Literal["content", "report"]
    circumstance: str
    weight: float


class Rate(Row, frozen=True, kw_only=True):
    """How often a word with a frame was used in the articles, and how often it reported."""

    KEYS = ("lemma", "frame")

    lemma: str
    frame: str
    uses: int
    reports: int


class Weights(NamedTuple):
    """The tables as look-ups. `rates` leads from (lemma, frame) to (uses, reports), pairs from the first of two."""

    content: dict[str, float]
    report: dict[str, float]
    rates: dict[tuple[str, str], tuple[int, int]]
    content_pairs: Pairs
    report_pairs: Pairs


def read(folder: Folder) -> Weights:
    """The look-ups of a folder of tables."""
    rows = folder.rows("weights.csv", Weight)
    content, report = (
        {row.circumstance: row.weight for row in rows if row.choice == choice} for choice in ("content", "report")
    )
    rates = {(row.lemma, row.frame): (row.uses, row.reports) for row in folder.rows("rates.csv", Rate)}
    return Weights(content, report, rates, paired(content), paired(report))


def paired(weights: dict[str, float]) -> Pairs:
    """The weights of two circumstances together, by the first of them."""
    found: Pairs = {}
    for name, weight in weights.items():
        first, _, second = name.partition(AND)
        if second:
            found.setdefault(first, []).append((second, weight))
    return found


def total(weights: dict[str, float], names: Iterable[str]) -> float:
    """The sum of the weights of circumstances; one that has no row weighs nothing."""
    found = 0.0
    for name in names:
        found += weights.get(name, 0.0)
    return found


def together(pairs: Pairs, names: Collection[str]) -> float:
    """The sum of the weights of pairs of circumstances."""
    found = 0.0
    for name in names:
        for other, weight in pairs.get(name, ()):
            found += weight if other in names else 0.0
    return found


def told(weights: dict[str, float], names: Collection[str]) -> dict[str, float]:
    """The weights of circumstances, alone and two together, as `extract trace` prints them."""
    held = set(names)
    return {name: weight for name, weight in weights.items() if set(name.split(AND)) <= held}


def odds(rates: dict[tuple[str, str], tuple[int, int]], lemma: str, frame: str) -> float:
    """The logarithm of the odds that a word with a frame reports.

    A rate leans on that of the word with any frame, and this on that of the frame with any word: PRIOR uses each.
    """
    share = UNSEEN
    for key in ((ANY, frame), (lemma, ANY), (lemma, frame)):
        uses, reports = rates.get(key, (0, 0))
        if key[0] == lemma or uses:
            share = (reports + PRIOR * share) / (uses + PRIOR)
    return math.log(share / (1 - share))
