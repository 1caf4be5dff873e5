"""What each kind of evidence counts in the choice between places of one name, read from `weights.csv`.

All are in powers of ten of inhabitants: a town ten times as large as another has one more to begin with.
"""

from collections.abc import Iterable
from typing import ClassVar, Literal, NamedTuple

from extractor import tables
from extractor.errors import TableError


class Weight(tables.Row, frozen=True, kw_only=True):
    """A weight. `group`: of a kind of places, of a kind's inhabitants, or of evidence in the text."""

    KEYS: ClassVar[tuple[str, ...]] = ("group", "name")

    group: Literal["kind", "size", "evidence"]
    name: str
    value: float
    meaning: str


class Weights(NamedTuple):
    """The weights by name: `kinds` of a place, `sizes` of ten times its inhabitants, the rest as the table says."""

    kinds: dict[str, float]
    sizes: dict[str, float]
    short_county: float
    seat: float
    capital: float
    alternate: float
    alias: float
    famous: float
    said: float
    holder: float
    held: float
    listed: float
    caller: float
    country: float
    division: float
    county: float
    near: float
    ground: float
    stranger: float
    most: float
    nowhere: float
    sharpness: float
    home: float
    organization: float
    office: float
    hint: float
    origin: float


def weights(rows: Iterable[Weight]) -> Weights:
    """The weights of the table's rows; raises TableError for a name that is not weighed or one that is missing."""
    groups: dict[str, dict[str, float]] = {"kind": {}, "size": {}, "evidence": {}}
    for row in rows:
        groups[row.group][row.name] = row.value
    wanted = set(Weights._fields) - {"kinds", "sizes"}
    for name in sorted(wanted ^ set(groups["evidence"])):
        fault = "is missing" if name in wanted else "is no evidence that is weighed"
        raise TableError(f"places/weights.csv: {name} {fault}; use {', '.join(sorted(wanted))}")
    return Weights(kinds=groups["kind"], sizes=groups["size"], **groups["evidence"])
