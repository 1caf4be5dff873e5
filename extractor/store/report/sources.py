"""Who is quoted, copies, what changed, and what to check first."""

import json
import sqlite3
from collections.abc import Iterator

from extractor.store.report.table import Asked, Row, Table


def sources(connection: sqlite3.Connection, asked: Asked) -> Table:
    """Quotes and words by who speaks, kind, publisher and month; the share that is direct, denials and claims."""
    columns = {
        "speaker": "text", "kind": "word", "publisher": "text", "month": "word", "quotes": "integer",
        "words": "integer", "articles": "integer", "direct": "real", "denials": "integer", "claims": "integer",
        "entity": "word",
    }  # fmt: skip
    where, values = asked.articles()

    def rows() -> Iterator[Row]:
        query = f"""SELECT coalesce(e.name, min(q.speaker_group)) AS speaker,
            CASE WHEN e.kind IS NOT NULL THEN e.kind ELSE coalesce(q.speaker_kind, 'unnamed') END AS kind, a.publisher,
            substr(a.published, 1, 7) AS month, count(*) AS quotes,
            sum(length(trim(q.text)) - length(replace(trim(q.text), ' ', '')) + 1), count(DISTINCT a.id) AS articles,
            round(avg(q.kind <> 'indirect'), 3), sum(coalesce(q.stance = 'denies', 0)),
            sum(coalesce(q.stance = 'claims', 0)), e.id
            FROM quotes q JOIN articles a ON a.id = q.article
            LEFT JOIN entity_members m ON m.member = coalesce(q.speaker_person, q.speaker_organization)
            LEFT JOIN entities e ON e.id = m.entity
            WHERE q.speaker_group IS NOT NULL AND {where}
            GROUP BY coalesce(e.id, lower(q.speaker_group)), a.publisher, month
            HAVING articles >= ? ORDER BY quotes DESC, speaker, a.publisher, month"""
        for row in connection.execute(query, (*values, asked.min_articles)):
            yield dict(zip(columns, row, strict=True))

    return Table("Sources", columns, rows())  # type: ignore[arg-type]


def copies(connection: sqlite3.Connection, asked: Asked) -> Table:
    """Articles with the same text, nearly the same, or one that holds the other."""
    columns = {
        "kind": "word", "similarity": "real", "published": "date", "publisher": "text", "title": "text",
        "other_published": "date", "other_publisher": "text", "other_title": "text", "article": "text", "other": "text",
    }  # fmt: skip
    where, values = asked.articles()

    def rows() -> Iterator[Row]:
        query = f"""SELECT c.kind, c.similarity, a.published, a.publisher, a.title, b.published, b.publisher, b.title,
            a.name, b.name FROM article_copies c JOIN articles a ON a.id = c.article JOIN articles b ON b.id = c.other
            WHERE {where} ORDER BY c.similarity DESC, a.published, a.id, b.id"""
        for row in connection.execute(query, values):
            yield dict(zip(columns, row, strict=True))

    return Table("Copies", columns, rows())  # type: ignore[arg-type]


def changes(connection: sqlite3.Connection, asked: Asked) -> Table:
    """What one of two versions of a text says and the other does not: quotes and counts, pair by pair."""
    columns = {
        "article": "text", "other": "text", "similarity": "real", "list": "word", "only_in": "text", "says": "text",
    }  # fmt: skip
    where, values = asked.articles()

    def rows() -> Iterator[Row]:
        query = f"""SELECT a.id, a.name, b.id, b.name, c.similarity FROM article_copies c
            JOIN articles a ON a.id = c.article JOIN articles b ON b.id = c.other
            WHERE c.kind = 'near' AND {where} ORDER BY a.published, a.id, b.id"""
        for key, name, other, other_name, similarity in connection.execute(query, values).fetchall():
            for table, says in (("quotes", "text"), ("figures", "text || ' ' || coalesce(noun, '')")):
                one, two = (
                    [
                        row[0]
                        for row in connection.execute(
                            f"SELECT {says} FROM {table} WHERE article = ? ORDER BY start", (each,)
                        )
                    ]
                    for each in (key, other)
                )
                for side, here, there in ((name, one, two), (other_name, two, one)):
                    for each in dict.fromkeys(here):
                        if each not in there:
                            yield dict(zip(columns, (name, other_name, similarity, table, side, each), strict=True))

    return Table("Changes", columns, rows())  # type: ignore[arg-type]


ITEMS = {
    "person": ("people", "i.name"),
    "organization": ("organizations", "i.name"),
    "place": ("places", "i.name || coalesce(', ' || i.country, '')"),
    "figure": ("figures", "i.text || coalesce(' ' || i.noun, '')"),
    "quote": ("quotes", "coalesce(i.speaker_text || ': ', '') || i.text"),
    "date": ("dates", "i.text || coalesce(' = ' || i.value, '')"),
}
"""The table of each kind of item, and what of it is told."""
SURE = 0.6
"""An item that is right less often is told."""


def check(connection: sqlite3.Connection, asked: Asked) -> Table:
    """What a person should look at first: disputed counts, items and links that are less sure, articles that failed or
    have warnings."""
    columns = {"doubt": "real", "what": "word", "says": "text", "article": "text", "id": "word"}
    where, values = asked.articles()

    def rows() -> Iterator[Row]:
        found: list[tuple[float, str, str, str, str]] = []
        query = f"""SELECT c.kind, t.role, t.value, u.value, coalesce(t.source_text, t.publisher, ''),
            coalesce(u.source_text, u.publisher, ''), a.name, c.incident FROM contradictions c
            JOIN toll_claims t ON t.id = c.a JOIN toll_claims u ON u.id = c.b JOIN articles a ON a.id = u.article
            WHERE {where}"""
        for kind, role, one, two, source, other, name, ident in connection.execute(query, values):
            doubt = {"disputed": 0.9, "revised": 0.5}.get(kind, 0.4)
            found.append((doubt, kind, f"{role}: {_n(one)} ({source}) and {_n(two)} ({other})", name, ident))
        query = f"""SELECT m.score, e.name, p.name, m.rule, a.name, m.member FROM entity_members m
            JOIN entities e ON e.id = m.entity JOIN people p ON p.id = m.member JOIN articles a ON a.id = m.article
            WHERE m.score < 0.9 AND m.kind = 'person' AND {where}"""
        for score, entity, person, rule, name, ident in connection.execute(query, values):
            found.append((1 - score, "link", f"{person} is {entity} ({rule})", name, ident))
        for what, (table, says) in ITEMS.items():
            query = f"""SELECT i.confidence, {says}, a.name, i.id FROM {table} i JOIN articles a ON a.id = i.article
                WHERE i.confidence < {SURE} AND {where}"""
            for sure, words, name, ident in connection.execute(query, values):
                found.append((1 - sure, what, words, name, ident))
        query = f"SELECT a.error, a.warnings, a.name, a.id FROM articles a WHERE {where}"
        for error, warnings, name, ident in connection.execute(query, values):
            if error:
                found.append((1.0, "failed", error, name, ident))
            found += [(0.3, "warning", each, name, ident) for each in json.loads(warnings or "[]")]
        for row in sorted(found, key=lambda row: (-row[0], row[1:])):
            yield dict(zip(columns, (round(row[0], 3), *row[1:]), strict=True))

    return Table("To check", columns, rows())  # type: ignore[arg-type]


def _n(value: float | None) -> str:
    return "?" if value is None else f"{value:g}"
