"""The words that places are known by, compiled once from the tables of `models/<language>/places/`."""

import re
from collections.abc import Iterable, Mapping
from typing import ClassVar, Literal, NamedTuple

from extractor import tables
from extractor.pipes.places.beside import Beside
from extractor.pipes.places.gazetteer import Alias, Entry, Gazetteer, normalise
from extractor.pipes.places.weights import Weight, Weights, weights
from extractor.vocabulary import PlaceKind


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


class Kinds(NamedTuple):
    """Type words by lower-case form: {word: kind}, for each side; `spans` are those that belong to names."""

    after: Mapping[str, PlaceKind]
    before: Mapping[str, PlaceKind]
    of: Mapping[str, PlaceKind]
    spans: frozenset[str]
    spans_before: frozenset[str]


class Words(NamedTuple):
    """The tables as look-ups, and the map that knows the aliases and regions among them."""

    gazetteer: Gazetteer
    only_after: frozenset[tuple[str, str]]
    by_heart: frozenset[str]
    demonyms: Mapping[str, Demonym]
    origins: Mapping[str, Entry]
    openings: Mapping[str, tuple[str, ...]]
    homes: Mapping[str, Publisher]
    kinds: Kinds
    before: Mapping[str, str]
    after: Mapping[str, str]
    guards: frozenset[str]
    no_names: frozenset[str]
    abbreviations: frozenset[str]
    hints: Mapping[str, Entry]
    divisions: Mapping[str, Entry]
    directions: frozenset[str]
    areas: frozenset[str]
    ways: frozenset[str]
    offices: frozenset[str]
    uppers: frozenset[str]
    spelled: Mapping[str, str]
    compass: Mapping[str, str]
    beside: Beside
    weights: Weights
    rules: Mapping[str, str]


def read(folder: tables.Folder) -> Words:
    """The words of a folder of tables; raises TableError."""
    aliases = folder.rows("aliases.csv", AliasRow)
    regions = folder.rows("regions.csv", Region)
    cues = folder.rows("cues.csv", Cue)
    guards = folder.rows("guards.csv", Guard)
    demonyms = folder.rows("demonyms.csv", Demonym)
    relations = folder.rows("relations.csv", Relation)
    roles = _roles(relations)
    gazetteer = Gazetteer(folder.data("gazetteer.tsv"), aliases=map(_alias, aliases), regions=map(_entry, regions))
    return Words(
        gazetteer=gazetteer,
        only_after=frozenset((row.form, row.name) for row in aliases if row.where == "after"),
        by_heart=_by_heart(aliases, regions, folder.rows("divisions.csv", Division)),
        demonyms={form: row for row in demonyms for form in (row.form, row.plural) if form},
        openings=_openings(form for row in demonyms for form in (row.form, row.plural) if form),
        origins=_origins(demonyms, gazetteer),
        homes={normalise(row.name): row for row in reversed(folder.rows("publishers.csv", Publisher))},
        kinds=_kinds(folder.rows("kinds.csv", TypeWord)),
        before={row.word: row.strength for row in cues if row.side == "before"},
        after={row.word: row.strength for row in cues if row.side == "after"},
        guards=frozenset(row.word for row in guards),
        no_names=frozenset(row.word for row in guards if row.scope == "always"),
        abbreviations=frozenset(row.form for row in aliases if row.form.endswith(".")),
        hints={
            row.word: country
            for row in folder.rows("hints.csv", Hint)
            if (country := gazetteer.division(row.country)) is not None
        },
        divisions=_divisions(folder.rows("divisions.csv", Division), gazetteer),
        directions=roles["direction"],
        areas=roles["area"],
        ways=roles["way"],
        offices=roles["office"],
        uppers=roles["upper"],
        spelled={row.word: row.full for row in relations if row.role == "short"},
        compass={row.word: row.full for row in relations if row.role == "compass"},
        beside=Beside(roles["direction"], roles["town"], roles["area"]),
        weights=weights(folder.rows("weights.csv", Weight)),
        rules={row.form: row.rule for row in aliases} | {row.name: row.rule for row in regions},
    )


def _roles(relations: Iterable[Relation]) -> dict[str, frozenset[str]]:
    """The words of each role."""
    found: dict[str, set[str]] = {role: set() for role in ("direction", "town", "area", "way", "office", "upper")}
    for row in relations:
        found.setdefault(row.role, set()).add(row.word)
    return {role: frozenset(words) for role, words in found.items()}


def folded(shown: str) -> str:
    """A word of the text as the tables have it: in small letters, with one space for any white space within it."""
    return " ".join(shown.lower().split())


def alternatives(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda w: (-len(w), w)))


def led(words: Iterable[str], before: str = r"\w") -> str:
    """A pattern that matches any of the words, the longest first, where no such character stands before it.

    The words that begin alike stand together, and the look back comes behind their first letter: so a search passes
    over all other letters, where it would try each of them if the look back came first.
    """
    firsts: dict[str, list[str]] = {}
    for word in words:
        firsts.setdefault(word[0], []).append(word[1:])
    return (
        "(?:"
        + "|".join(rf"{re.escape(first)}(?<!{before}.)(?:{alternatives(firsts[first])})" for first in sorted(firsts))
        + ")"
    )


def _divisions(rows: Iterable[Division], gazetteer: Gazetteer) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for row in rows:
        entry = gazetteer.division(*row.code.split("."))
        if entry is not None:
            found.setdefault(row.name, entry)
    return found


def _by_heart(aliases: Iterable[AliasRow], regions: Iterable[Region], divisions: Iterable[Division]) -> frozenset[str]:
    """Forms that name a place wherever they stand: of several words, or of nothing else ("Fla.", "USA", "Kansas")."""
    forms = [row.form for row in aliases if row.where == "anywhere"]
    lone = {form for form in forms if form.endswith(".") or (form.isupper() and len(form) > len("US"))}
    forms += [row.name for row in regions]
    forms += [row.name for row in divisions]
    return frozenset(lone | {form for form in forms if {" ", "-"} & set(form) and not form.startswith("the ")})


def _openings(forms: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The forms by their first word, so that a text's words tell which of them to look for."""
    found: dict[str, tuple[str, ...]] = {}
    for form in forms:
        first = re.split(r"[ -]", form)[0]
        found[first] = (*found.get(first, ()), form)
    return found


def _origins(rows: Iterable[Demonym], gazetteer: Gazetteer) -> dict[str, Entry]:
    """The place of each demonym, by its form; the Welsh have theirs as a country of Britain."""
    found: dict[str, Entry] = {}
    for row in rows:
        for entry in gazetteer.lookup(row.name):
            if entry.kind == row.kind and row.country in ("", entry.country):
                found.setdefault(row.form, entry)
    return found


def _alias(row: AliasRow) -> Alias:
    return Alias(row.form, row.name, row.country, row.admin1, row.kind, row.cased == "yes")


def _entry(row: Region) -> Entry:
    return Entry(
        name=row.name, kind=row.kind, country=row.country or None, lat=row.lat, lon=row.lon, geonames_id=row.geonames_id
    )


def _kinds(rows: Iterable[TypeWord]) -> Kinds:
    rows = tuple(rows)
    sides: dict[str, dict[str, PlaceKind]] = {"after": {}, "before": {}, "of": {}}
    for row in rows:
        sides[row.side][row.word] = row.kind
    return Kinds(
        after=sides["after"],
        before=sides["before"],
        of=sides["of"],
        spans=frozenset(row.word for row in rows if row.span == "yes" and row.side == "after"),
        spans_before=frozenset(row.word for row in rows if row.span == "yes" and row.side == "before"),
    )
