"""How much each circumstance speaks for what a name names: the rows of `weights.csv`, by circumstance.

The arbiter adds them up, so a weight is read against the others: what the base model says of every mention counts one,
a title before the name three and a half, "the ferry" before it seven.
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import ClassVar, Literal

from extractor.errors import TableError
from extractor.tables import Row

Kind = Literal["person", "organization", "place", "none"]
KINDS: tuple[Kind, ...] = ("person", "organization", "place", "none")
Weights = Mapping[str, Mapping[Kind, float]]
"""{circumstance: {kind: weight}}."""


class Weight(Row, frozen=True, kw_only=True):
    """How much a circumstance speaks for a kind of name; negative speaks against it."""

    KEYS: ClassVar[tuple[str, ...]] = ("circumstance", "kind")

    circumstance: str
    kind: Kind
    weight: float


def weights(rows: Iterable[Weight]) -> Weights:
    """The weights by circumstance; raises TableError where one is missing or none of the program's."""
    found: dict[str, dict[Kind, float]] = {}
    for row in rows:
        found.setdefault(row.circumstance, {})[row.kind] = row.weight
    for name in sorted(CIRCUMSTANCES ^ found.keys()):
        fault = "is missing" if name in CIRCUMSTANCES else "is no circumstance that is weighed"
        like = get_close_matches(name, sorted(CIRCUMSTANCES), n=5, cutoff=0.4) or sorted(CIRCUMSTANCES)
        raise TableError(f"names/weights.csv: {name} {fault}; there are, like it: {', '.join(like)}")
    return found


CIRCUMSTANCES = frozenset({
    # the words of the name
    "known organization", "known organization of one word", "seat of power", "known place", "known place of two words",
    "known place of three words", "last word: organization", "last word: place", "last word: none", "last word alone",
    "organization's word inside", "first word: organization", "first word: place", "first word: none", "ampersand",
    "first name and more", "first name alone", "initials", "quarter of a place", "particle inside",
    "initials without stops", "generation", "capitals", "common surname alone", "full name like an organization's",
    "full name like a place's", "full name like no name",
    "known thing", "ends like a street", "surnames alone", "field and land",
    # where it was found
    "surname shared", "byline", "spelled out", "known name", "legal form", "row of results",
    "named after somebody: organization",
    "named after somebody: place", "named after somebody: none",
    # what stands beside it
    "title", "described", "described in passing", "age", "behind the article", "last word behind the article",
    "behind a or an", "before a group's noun", "before a state", "before where", "before a kind of organization",
    "is a kind of place", "behind a kind of place",
    "behind a credit", "behind a ship's noun", "behind a work's noun",
    "before a minister's title", "title of a work", "in a line of capitals", "behind a minister's title",
    "before what politicians have", "title of a law", "behind a street", "opens a paragraph before a dash",
    "people in general",
    "behind a kind of organization", "is a kind of organization", "beside a score",
    "brings out what is made", "behind several of a trade", "behind what markets have", "traded", "behind its staff",
    "behind its people",
    "before an age", "before a brand's noun", "town of several words",
    # what its mentions say together
    "base model: event or work", "where places stand", "site where places stand", "town where places stand",
    "nobody where places stand", "namesake where places stand",
    "place of another land where places stand", "people of that surname",
    "does what people do", "does what either does",
    "surname of the cast", "first name of the cast", "begins a longer name: place",
    "begins a longer name: organization", "begins a firm's name", "ends a longer name",
    "known place with a title now and then",
    "listed with: person", "listed with: organization", "listed with: place",
})  # fmt: skip
