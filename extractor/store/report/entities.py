"""Who there is: entities with their members, people with what they are called, one person's quotes in order of day."""

import json
import sqlite3
from collections.abc import Iterator

from extractor.errors import InputError
from extractor.store.link.decisions import current
from extractor.store.link.names import folded
from extractor.store.report.table import Asked, Row, Table


def entities(connection: sqlite3.Connection, asked: Asked) -> Table:
    """All people, organizations and places, those of most articles first; JSON Lines has their members."""
    columns = {
        "id": "word", "kind": "word", "name": "text", "forms": "texts", "titles": "texts", "roles": "texts",
        "articles": "integer", "first_day": "date", "last_day": "date",
    }  # fmt: skip
    return Table("Entities", columns, _entities(connection, asked))  # type: ignore[arg-type]


def _entities(connection: sqlite3.Connection, asked: Asked, kind: str | None = None) -> Iterator[Row]:
    where, values = asked.articles()
    query = f"""SELECT e.id, e.kind, e.name, e.forms, e.titles, e.roles, count(DISTINCT a.id) AS articles,
        min(a.published) AS first_day, max(a.published) AS last_day
        FROM entities e JOIN entity_members m ON m.entity = e.id JOIN articles a ON a.id = m.article
        WHERE {where} {"AND e.kind = ?" if kind else ""}
        GROUP BY e.id HAVING articles >= ? ORDER BY articles DESC, e.kind, e.name, e.id"""
    for row in connection.execute(query, (*values, *([kind] if kind else []), asked.min_articles)).fetchall():
        names = ("id", "kind", "name", "forms", "titles", "roles", "articles", "first_day", "last_day")
        told = dict(zip(names, row, strict=True))
        told |= {name: json.loads(told[name]) for name in ("forms", "titles", "roles")}
        told["members"] = members(connection, str(row[0]))
        yield told


def members(connection: sqlite3.Connection, entity: str) -> list[Row]:
    """The entries of an entity: `article` is the record's id, `key` that of the store."""
    query = """SELECT a.name, a.id, m.member, m.score, m.rule FROM entity_members m JOIN articles a ON a.id = m.article
        WHERE m.entity = ? ORDER BY a.published IS NULL, a.published, a.id, m.member"""
    return [
        {"article": name, "key": key, "entity": member.partition(":")[2], "score": score, "rule": rule}
        for name, key, member, score, rule in connection.execute(query, (entity,))
    ]


def people(connection: sqlite3.Connection, asked: Asked) -> Table:
    """The people, with how often each is mentioned and quoted."""
    columns = {
        "id": "word", "name": "text", "titles": "texts", "roles": "texts", "articles": "integer",
        "mentions": "integer", "quotes": "integer", "first_day": "date", "last_day": "date",
    }  # fmt: skip

    def rows() -> Iterator[Row]:
        for row in _entities(connection, asked, "person"):
            query = """SELECT coalesce(sum(p.mentions), 0), (SELECT count(*) FROM quotes q JOIN entity_members n
                ON n.member = q.speaker_person WHERE n.entity = ?)
                FROM entity_members m JOIN people p ON p.id = m.member WHERE m.entity = ?"""
            mentions, quotes = connection.execute(query, (row["id"], row["id"])).fetchone()
            yield {**row, "mentions": mentions, "quotes": quotes}

    return Table("People", columns, rows())  # type: ignore[arg-type]


def person(connection: sqlite3.Connection, asked: Asked) -> Table:
    """One person's quotes in the order of days, with stance, source line and the roles that the article gives."""
    entity = named(connection, asked.name, "person")
    (name,) = connection.execute("SELECT name FROM entities WHERE id = ?", (entity,)).fetchone()
    columns = {
        "published": "date", "publisher": "text", "title": "text", "roles": "texts", "stance": "word", "cue": "text",
        "quote": "text", "kind": "word", "source": "text", "article": "word", "start": "integer", "end": "integer",
    }  # fmt: skip
    where, values = asked.articles()

    def rows() -> Iterator[Row]:
        query = f"""SELECT a.published, a.publisher, a.title, p.titles, p.roles, q.stance, q.cue, q.text, q.kind,
            a.source, a.name, q.start, q."end" FROM entity_members m JOIN articles a ON a.id = m.article
            JOIN people p ON p.id = m.member LEFT JOIN quotes q ON q.speaker_person = m.member
            WHERE m.entity = ? AND {where} ORDER BY a.published IS NULL, a.published, a.id, q.start"""
        for row in connection.execute(query, (entity, *values)).fetchall():
            published, publisher, title, titles, roles, *rest = row
            told = json.loads(titles or "[]") + json.loads(roles or "[]")
            yield dict(zip(columns, (published, publisher, title, told, *rest), strict=True))

    return Table(f"{name}: what was said, in order of days", columns, rows())  # type: ignore[arg-type]


def named(connection: sqlite3.Connection, name: str | None, kind: str) -> str:
    """The entity of an id or a name, the one of most articles; raises InputError where there is none."""
    if not name:
        raise InputError(f"whose? name one, as in extract report STORE {kind} NAME")
    entity = current(connection, name)
    if connection.execute("SELECT 1 FROM entities WHERE id = ?", (entity,)).fetchone():
        return entity
    rows = connection.execute(
        "SELECT id, name, forms, articles FROM entities WHERE kind = ? ORDER BY articles DESC, id", (kind,)
    )
    wanted = folded(name)
    for ident, full, forms, _ in rows:
        if wanted in {folded(full), *map(folded, json.loads(forms))}:
            return str(ident)
    raise InputError(f'nobody called "{name}" is in the store; extract report STORE entities lists all')
