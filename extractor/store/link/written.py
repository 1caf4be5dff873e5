"""Incidents, their articles, claims and contradictions, as the rows of a store."""

import sqlite3

from extractor.article import digest
from extractor.store.link.claims import contradictions, given
from extractor.store.link.facts import facts
from extractor.store.link.incidents import Incident, incidents
from extractor.store.link.reports import reports

TABLES = ("incidents", "incident_articles", "incident_tolls", "toll_claims", "contradictions")


def write(connection: sqlite3.Connection) -> int:
    """Makes all incidents anew; how many there are. An incident has its id from its earliest report."""
    held = dict(connection.execute("SELECT report, incident FROM incident_articles").fetchall())
    for name in TABLES:
        connection.execute(f"DELETE FROM {name}")
    found = incidents(list(reports(connection)))
    moved: dict[str, str] = {}
    for incident in found:
        ident = f"incident-{digest(incident.reports[0].id)[:16]}"
        _put(connection, ident, incident)
        moved |= {
            old: ident for report in incident.reports if (old := held.get(report.id)) is not None and old != ident
        }
    kept = {row[0] for row in connection.execute("SELECT id FROM incidents")}
    gone = [(old, new) for old, new in sorted(moved.items()) if old not in kept]
    connection.executemany("INSERT OR REPLACE INTO entity_forwards VALUES (?, ?)", gone)
    return len(found)


def _put(connection: sqlite3.Connection, ident: str, incident: Incident) -> None:
    known = facts(incident)
    lat, lon = known.point or (None, None)
    articles = len({report.article for report in incident.reports})
    row = (
        ident, known.kind, known.day_low, known.day_high, known.precision, known.place, lat, lon, known.place_kind,
        articles,
    )  # fmt: skip
    connection.execute("INSERT INTO incidents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    connection.executemany(
        "INSERT INTO incident_articles VALUES (?, ?, ?, ?, ?, ?)",
        [(ident, each.article, each.id, each.main, *incident.why[each.id]) for each in incident.reports],
    )
    connection.executemany(
        "INSERT INTO incident_tolls VALUES (?, ?, ?, ?, ?, ?)", [(ident, *toll) for toll in known.tolls]
    )
    claims = given(incident.reports)
    for each in claims:
        claim, report = each.claim, each.report
        query = "SELECT entity FROM entity_members WHERE member = ?"
        source = connection.execute(query, (claim.entity,)).fetchone() if claim.entity else None
        day = None if report.published.startswith("9999") else report.published
        connection.execute(
            "INSERT INTO toll_claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (each.id, ident, report.article, claim.role, claim.bound, claim.value, claim.low, claim.high,
             source[0] if source else None, claim.source, report.publisher or None, day, claim.figure),
        )  # fmt: skip
    connection.executemany(
        "INSERT INTO contradictions VALUES (?, ?, ?, ?)", [(ident, *pair) for pair in contradictions(claims)]
    )
