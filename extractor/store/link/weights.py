"""What a circumstance weighs, as rows that a person can read: logarithms of odds that add up."""

import csv
import math
from functools import cache
from typing import ClassVar, NamedTuple

from extractor import locate, tables
from extractor.errors import TableError


class Weight(NamedTuple):
    """A row of a table of circumstances."""

    circumstance: str
    weight: float
    example: str


@cache
def weights(name: str) -> dict[str, float]:
    """The weights of `models/links/<name>.csv`; raises TableError for a row that has none."""
    return {row.circumstance: row.weight for row in rows(name)}


def rows(name: str) -> list[Weight]:
    """The rows of a table of circumstances."""
    path = locate.models() / "links" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        found = list(csv.DictReader(stream))
    try:
        return [Weight(row["circumstance"], float(row["weight"]), row["example"]) for row in found]
    except (KeyError, ValueError) as error:
        raise TableError(f"{path}: {error}; a row is circumstance, weight, example") from error


@cache
def families() -> dict[str, str]:
    """The family of callings that a word of a role is of, by `models/links/roles.csv`."""
    path = locate.models() / "links" / "roles.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        return {row["word"]: row["family"] for row in csv.DictReader(stream)}


def probability(total: float) -> float:
    """The probability that a sum of weights stands for, in three digits, the same on every machine."""
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 3)


class SportWord(tables.Row, frozen=True, kw_only=True):
    """A row of `sports.csv` of the names."""

    KEYS: ClassVar[tuple[str, ...]] = ("word", "part")

    word: str
    part: str
    sport: str = ""


@cache
def sports() -> dict[str, str]:
    """The sport that a word is of, by `sports.csv` of the names."""
    rows = tables.folder("names").rows("sports.csv", SportWord)
    return {row.word: row.sport for row in rows if row.sport}


@cache
def teams() -> dict[tuple[str, str], str]:
    """{(what a team is called, its sport): its full name}, by `models/links/teams.csv`."""
    path = locate.models() / "links" / "teams.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        return {(row["called"].lower(), row["sport"]): row["name"] for row in csv.DictReader(stream)}
