"""The rows of the tables of `models/<language>/places/`."""

from typing import ClassVar, Literal

from extractor import tables


class AliasRow(tables.Row, frozen=True, kw_only=True):
    """A further name of a place; `where` says whether it may stand alone ("Fla.") or only after a town ("Ore.")."""

    KEYS: ClassVar[tuple[str, ...]] = ("form", "name", "country", "admin1")

    form: str
    name: str
    country: str = ""
    admin1: str = ""
    kind: str = ""
    cased: Literal["yes", "no"] = "no"
    where: Literal["after", "anywhere"] = "anywhere"


class Region(tables.Row, frozen=True, kw_only=True):
    """A place that the gazetteer's source does not have; degrees of its middle."""

    KEYS: ClassVar[tuple[str, ...]] = ("name", "country")

    name: str
    kind: Literal["region", "natural", "facility", "other"]
    country: str = ""
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None


class Demonym(tables.Row, frozen=True, kw_only=True):
    """An adjective or noun of origin, and its place."""

    form: str
    plural: str = ""
    name: str
    kind: Literal["country", "continent", "admin1", "city", "region", "natural", "other"]
    country: str = ""


class Publisher(tables.Row, frozen=True, kw_only=True):
    """A paper, agency or broadcaster, and the town where it is at home."""

    KEYS: ClassVar[tuple[str, ...]] = ("name", "city")

    name: str
    city: str
    admin1: str = ""
    country: str = ""


class TypeWord(tables.Row, frozen=True, kw_only=True):
    """A word that says what kind of place a name is of.

    `side`: after the name ("Benton County"), before it ("Lake Victoria"), or before it with "of" ("the city of York").
    `span`: whether the word, in capitals, belongs to the name.
    """

    KEYS: ClassVar[tuple[str, ...]] = ("word", "side")

    word: str
    side: Literal["after", "before", "of"]
    kind: Literal["country", "admin1", "admin2", "city", "facility", "natural", "region", "other"]
    span: Literal["yes", "no"] = "no"


class Cue(tables.Row, frozen=True, kw_only=True):
    """A word beside a name that shows it to be a place's: "in" before it, "residents" after it."""

    KEYS: ClassVar[tuple[str, ...]] = ("word", "side")

    word: str
    side: Literal["before", "after"]
    strength: Literal["strong", "weak"]


class Guard(tables.Row, frozen=True, kw_only=True):
    """A word that is on the map and yet no place on the strength of a rule ("in White"); `always` not even if given."""

    word: str
    scope: Literal["rules", "always"]


class Hint(tables.Row, frozen=True, kw_only=True):
    """A word of one country's newspapers, which speaks for its towns: a sheriff's Birmingham is in Alabama."""

    word: str
    country: str


class Relation(tables.Row, frozen=True, kw_only=True):
    """A common word in or beside a name.

    `direction`: before it, and no part of it ("northern Iraq"); `town`, `area`: between it and what holds it ("the
    Texas town of Paris"), an area's behind it too ("Kharkiv oblast"); `short`: the end of a name, standing for `full`;
    `compass`: the beginning of one ("S. Jersey"); `way`: the end of a street's or river's name, which is often left
    out; `office`: what a state has behind its name ("the New York governor"); `upper`: a part of a
    state before it ("upstate New York").
    """

    KEYS: ClassVar[tuple[str, ...]] = ("word", "role")

    word: str
    role: Literal["direction", "town", "area", "short", "compass", "way", "office", "upper"]
    full: str = ""


class Division(tables.Row, frozen=True, kw_only=True):
    """A division, or country, whose name in the name of an organization votes for it ("Indiana State Police")."""

    code: str
    name: str
    lat: float | None = None
    lon: float | None = None
