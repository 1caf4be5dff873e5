"""What linking knows of an incident in an article: its kind, place and days, its toll by source, whom it names."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from extractor.store.link import organizations
from extractor.store.link.members import LATE
from extractor.store.link.names import folded

CASUALTIES = ("killed", "wounded", "shot")
SMALL = frozenset({"city", "facility", "admin2"})
"""Kinds of places that an incident can be found by."""
RARE = 25
"""A name in more articles than this tells no incident from another."""


class Claim(NamedTuple):
    """A count of an event's toll, and who gives it. `entity` is an id in the store, `figure` the figure it is from."""

    role: str
    bound: str
    value: float | None
    low: float | None
    high: float | None
    entity: str | None
    source: str | None
    figure: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """An incident as one article has it; `id` is that of the record's event, or of the article where it has none."""

    id: str
    article: str
    published: str
    publisher: str
    sha256: str
    kind: str | None
    main: bool
    place: str | None
    place_kind: str | None
    point: tuple[float, float] | None
    low: str | None
    high: str | None
    claims: tuple[Claim, ...]
    people: frozenset[str]
    organizations: frozenset[str]
    spots: frozenset[str]

    def value(self, role: str) -> float | None:
        """The first count of a role."""
        return next((claim.value for claim in self.claims if claim.role == role and claim.value is not None), None)


def reports(connection: sqlite3.Connection) -> Iterator[Report]:
    """All incidents of a store's articles, in the order of the articles' keys; an article whose record has no event but
    counts victims has one that is made of its figures and places."""
    for row in connection.execute("SELECT id, published, publisher, sha256 FROM articles ORDER BY id").fetchall():
        key, published, publisher, sha256 = row
        events = _events(connection, key)
        if not events:
            events = _counted(connection, key)
        if not events:
            continue
        people, known, spots = _named(connection, key)
        first = next((each for each in events if each[2]), events[0])
        for each in events:
            ident, kind, _, place, low, high, claims = each
            name, place_kind, point = _placed(connection, place)
            yield Report(
                id=ident, article=key, published=published or LATE, publisher=publisher or "", sha256=sha256 or key,
                kind=kind, main=each is first, place=name, place_kind=place_kind, point=point, low=low, high=high,
                claims=claims, people=people, organizations=known, spots=spots,
            )  # fmt: skip


def rare(found: list[Report]) -> dict[str, int]:
    """How many articles have each name of a person, an organization or a spot."""
    counts: Counter[str] = Counter()
    for report in found:
        if report.main:
            counts.update(report.people | report.organizations | report.spots)
    return counts


def _events(connection: sqlite3.Connection, key: str) -> list[tuple]:  # type: ignore[type-arg]
    query = "SELECT id, kind, main, place, earliest, latest FROM events WHERE article = ? ORDER BY id"
    return [(*row, _tolls(connection, row[0])) for row in connection.execute(query, (key,)).fetchall()]


def _tolls(connection: sqlite3.Connection, event: str) -> tuple[Claim, ...]:
    query = """SELECT role, bound, value, low, high, coalesce(source_person, source_organization), source,
        json_extract(figures, '$[0]') FROM event_tolls WHERE event = ? ORDER BY position"""
    return tuple(Claim(*row) for row in connection.execute(query, (event,)))


def _counted(connection: sqlite3.Connection, key: str) -> list[tuple]:  # type: ignore[type-arg]
    """An event made of the figures of an article that names none."""
    query = """SELECT role, bound, value, low, high, coalesce(attributed_to_person, attributed_to_organization),
        attributed_to, id FROM figures WHERE article = ? AND role IN ('killed', 'wounded', 'shot') AND NOT hypothetical
        ORDER BY start LIMIT 6"""
    claims = tuple(Claim(*row) for row in connection.execute(query, (key,)))
    if not claims:
        return []
    query = """SELECT p.id FROM places p LEFT JOIN articles a ON a.dateline_place = p.id
        WHERE p.article = ? AND p.lat IS NOT NULL AND p.kind IN ('city', 'admin2', 'facility')
        ORDER BY a.id IS NULL, CAST(substr(p.id, 24) AS INTEGER) LIMIT 1"""
    place = connection.execute(query, (key,)).fetchone()
    return [(key, None, 1, place[0] if place else None, None, None, claims)]


def _placed(
    connection: sqlite3.Connection, place: str | None
) -> tuple[str | None, str | None, tuple[float, float] | None]:
    row = connection.execute("SELECT name, kind, lat, lon, within FROM places WHERE id = ?", (place,)).fetchone()
    if row is None:
        return None, None, None
    name, kind, lat, lon, within = row
    if lat is None and within:
        return name, kind, _placed(connection, within)[2]
    return name, kind, (lat, lon) if lat is not None else None


def _named(connection: sqlite3.Connection, key: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The full names of people, the organizations, and the spots without coordinates or with a house's."""
    people = (row[0] for row in connection.execute("SELECT name FROM people WHERE article = ?", (key,)))
    known = (row[0] for row in connection.execute("SELECT name FROM organizations WHERE article = ?", (key,)))
    spots = connection.execute(
        "SELECT name FROM places WHERE article = ? AND (lat IS NULL OR kind = 'facility')", (key,)
    )
    return (
        frozenset(f"person:{folded(name)}" for name in people if " " in name),
        frozenset(f"organization:{organizations.key(name)}" for name in known),
        frozenset(f"spot:{folded(row[0])}" for row in spots),
    )
