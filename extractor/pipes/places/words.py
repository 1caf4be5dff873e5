"""The words that places are known by, compiled once from the tables of `models/<language>/places/`."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from extractor import tables
from extractor.pipes.places.beside import Beside
from extractor.pipes.places.gazetteer import Alias, Entry, Gazetteer, normalise
from extractor.pipes.places.rows import (
    AliasRow,
    Cue,
    Demonym,
    Division,
    Guard,
    Hint,
    Publisher,
    Region,
    Relation,
    TypeWord,
)
from extractor.pipes.places.weights import Weight, Weights, weights
from extractor.syntax.lists import Listed, Lists
from extractor.vocabulary import PlaceKind


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
    lists: Lists
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
        demonyms=(origin := _forms(demonyms)),
        openings=_openings(origin),
        origins=_origins(demonyms, gazetteer),
        homes={normalise(row.name): row for row in reversed(folder.rows("publishers.csv", Publisher))},
        kinds=_kinds(folder.rows("kinds.csv", TypeWord)),
        before=_strengths(cues, "before"),
        after=_strengths(cues, "after"),
        guards=frozenset(row.word for row in guards),
        no_names=frozenset(row.word for row in guards if row.scope == "always"),
        abbreviations=frozenset(row.form for row in aliases if row.form.endswith(".")),
        hints=_hints(folder.rows("hints.csv", Hint), gazetteer),
        divisions=_divisions(folder.rows("divisions.csv", Division), gazetteer),
        directions=roles["direction"],
        areas=roles["area"],
        ways=roles["way"],
        offices=roles["office"],
        uppers=roles["upper"],
        spelled=_full(relations, "short"),
        compass=_full(relations, "compass"),
        beside=Beside(roles["direction"], roles["town"], roles["area"]),
        lists=Lists(folder.rows("phrases.csv", Listed)),
        weights=weights(folder.rows("weights.csv", Weight)),
        rules={row.form: row.rule for row in aliases} | {row.name: row.rule for row in regions},
    )


def _forms(demonyms: Iterable[Demonym]) -> dict[str, Demonym]:
    """The demonyms by their forms, singular and plural."""
    return {form: row for row in demonyms for form in (row.form, row.plural) if form}


def _strengths(cues: Iterable[Cue], side: Literal["before", "after"]) -> dict[str, str]:
    return {row.word: row.strength for row in cues if row.side == side}


def _full(relations: Iterable[Relation], role: Literal["short", "compass"]) -> dict[str, str]:
    return {row.word: row.full for row in relations if row.role == role}


def _hints(rows: Iterable[Hint], gazetteer: Gazetteer) -> dict[str, Entry]:
    """The country of each hint, those of countries that the map lacks left out."""
    countries = ((row.word, gazetteer.division(row.country)) for row in rows)
    return {word: country for word, country in countries if country is not None}


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
