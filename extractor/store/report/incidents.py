"""What happened: incidents with their tolls, one incident's claims over time, and counts that contradict one
another."""

import sqlite3
from collections.abc import Iterator

from extractor.errors import InputError
from extractor.store.link.decisions import current
from extractor.store.report.table import Asked, Row, Table


def events(connection: sqlite3.Connection, asked: Asked) -> Table:
    """All incidents in the order of days, with the toll that most reports give; JSON Lines has all tolls and
    articles."""
    columns = {
        "id": "word", "kind": "word", "day": "date", "day_high": "date", "place": "text", "lat": "real", "lon": "real",
        "killed": "real", "wounded": "real", "articles": "integer", "disputed": "integer",
    }  # fmt: skip
    return Table("Events", columns, _events(connection, asked))  # type: ignore[arg-type]


def _events(connection: sqlite3.Connection, asked: Asked) -> Iterator[Row]:
    where, values = asked.articles()
    query = f"""SELECT i.id, i.kind, i.day_low, i.day_high, i.day_precision, i.place, i.lat, i.lon, i.place_precision,
        count(DISTINCT a.id) AS articles,
        (SELECT count(*) FROM contradictions c WHERE c.incident = i.id AND c.kind = 'disputed')
        FROM incidents i JOIN incident_articles m ON m.incident = i.id JOIN articles a ON a.id = m.article
        WHERE {where} GROUP BY i.id HAVING articles >= ? ORDER BY i.day_low IS NULL, i.day_low, i.id"""
    for row in connection.execute(query, (*values, asked.min_articles)).fetchall():
        tolls = _tolls(connection, row[0])
        best = {role: toll["best"] for role, toll in tolls.items()}
        yield {
            "id": row[0], "kind": row[1], "day": row[2], "day_high": row[3], "day_precision": row[4], "place": row[5],
            "lat": row[6], "lon": row[7], "place_precision": row[8], "killed": best.get("killed"),
            "wounded": best.get("wounded", best.get("shot")), "articles": row[9], "disputed": row[10], "tolls": tolls,
            "members": _members(connection, row[0]),
        }  # fmt: skip


def _tolls(connection: sqlite3.Connection, incident: str) -> dict[str, Row]:
    query = "SELECT role, low, best, high, sources FROM incident_tolls WHERE incident = ? ORDER BY role"
    names = ("low", "best", "high", "sources")
    return {row[0]: dict(zip(names, row[1:], strict=True)) for row in connection.execute(query, (incident,))}


def _members(connection: sqlite3.Connection, incident: str) -> list[Row]:
    query = """SELECT a.name, a.id, m.main, m.score, m.rule FROM incident_articles m JOIN articles a ON a.id = m.article
        WHERE m.incident = ? ORDER BY a.published IS NULL, a.published, a.id, m.report"""
    return [
        {"article": name, "key": key, "main": bool(main), "score": score, "rule": rule}
        for name, key, main, score, rule in connection.execute(query, (incident,))
    ]


def event(connection: sqlite3.Connection, asked: Asked) -> Table:
    """The claims on one incident's toll in the order of days, disputed ones first."""
    if not asked.name:
        raise InputError("which event? name its id, as in extract report STORE event incident-3f2a9c0d1b7e4a58")
    incident = current(connection, asked.name)
    row = connection.execute("SELECT kind, day_low, place FROM incidents WHERE id = ?", (incident,)).fetchone()
    if row is None:
        raise InputError(f'there is no event "{asked.name}"; extract report STORE events lists them')
    columns = {
        "disputed": "boolean", "role": "word", "bound": "word", "value": "real", "low": "real", "high": "real",
        "according_to": "text", "publisher": "text", "published": "date", "title": "text", "article": "text",
        "contradicts": "words", "figure": "word",
    }  # fmt: skip

    def rows() -> Iterator[Row]:
        query = """SELECT t.id, t.role, t.bound, t.value, t.low, t.high, coalesce(e.name, t.source_text), t.publisher,
            t.published, a.title, a.name, t.figure FROM toll_claims t JOIN articles a ON a.id = t.article
            LEFT JOIN entities e ON e.id = t.source_entity WHERE t.incident = ?"""
        found = []
        for ident, *cells, figure in connection.execute(query, (incident,)).fetchall():
            against = connection.execute(
                "SELECT kind, CASE WHEN a = ? THEN b ELSE a END FROM contradictions WHERE a = ? OR b = ? ORDER BY 2",
                (ident, ident, ident),
            ).fetchall()
            disputed = any(kind == "disputed" for kind, _ in against)
            others = [f"{kind} {other}" for kind, other in against]
            found.append(dict(zip(columns, (disputed, *cells, others, figure), strict=True)))
        yield from sorted(found, key=lambda row: (not row["disputed"], row["role"], row["published"] or "9999"))

    named = ", ".join(part for part in (row[0] or "incident", row[2], row[1]) if part)
    return Table(f"{incident}: {named}", columns, rows())  # type: ignore[arg-type]
