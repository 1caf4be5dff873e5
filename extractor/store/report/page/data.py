"""What the page of a store holds: five lists, every item with the sentence that it is from."""

import sqlite3
from typing import Any

from extractor.store.report.entities import people
from extractor.store.report.incidents import event, events
from extractor.store.report.sources import sources
from extractor.store.report.table import Asked

LONGEST = 400
"""Characters of a sentence that are shown; of a longer one the beginning."""


def gathered(connection: sqlite3.Connection, asked: Asked) -> dict[str, Any]:
    """All of it, as plain data."""
    return {
        "articles": _articles(connection, asked),
        "events": _events(connection, asked),
        "people": _people(connection, asked),
        "sources": _sources(connection, asked),
        "places": _places(connection, asked),
    }


def _articles(connection: sqlite3.Connection, asked: Asked) -> dict[str, list[Any]]:
    """Title, paper, day, source and error of each article, by its key."""
    where, values = asked.articles()
    query = f"""SELECT a.id, coalesce(a.title, a.name), a.publisher, a.published, a.source, a.error
        FROM articles a WHERE {where} ORDER BY a.published IS NULL, a.published, a.id"""
    return {key: list(cells) for key, *cells in connection.execute(query, values)}


def _events(connection: sqlite3.Connection, asked: Asked) -> list[dict[str, Any]]:
    """Incidents, disputed ones first, then those of most articles; each with its claims over days."""
    found = []
    for row in events(connection, asked).rows:
        narrowed = Asked(name=row["id"], since=asked.since, publishers=asked.publishers)
        claims = []
        for claim in event(connection, narrowed).rows:
            said = {name: value for name, value in claim.items() if value not in (None, [], False)}
            said["sentence"] = _sentence(connection, "figures", claim["figure"])
            claims.append(said)
        kept = ("id", "kind", "day", "place", "lat", "lon", "killed", "wounded", "articles", "disputed")
        told = {name: row[name] for name in kept if row[name] is not None}
        found.append({**told, "claims": claims, "in": [member["key"] for member in row["members"]]})
    return sorted(found, key=lambda each: (-each["disputed"], -each["articles"], each.get("day") or "9", each["id"]))


def _people(connection: sqlite3.Connection, asked: Asked) -> list[dict[str, Any]]:
    found = []
    for row in people(connection, asked).rows:
        query = """SELECT a.id, q.id, q.stance, q.cue, q.text FROM entity_members m JOIN articles a ON a.id = m.article
            JOIN quotes q ON q.speaker_person = m.member WHERE m.entity = ?
            ORDER BY a.published IS NULL, a.published, a.id, q.start"""
        quotes = [
            {"in": key, "stance": stance, "cue": cue, "text": text, "sentence": _sentence(connection, "quotes", ident)}
            for key, ident, stance, cue, text in connection.execute(query, (row["id"],)).fetchall()
        ]
        kept = ("id", "name", "articles", "mentions", "first_day", "last_day")
        described = list(dict.fromkeys([*row["titles"], *row["roles"]]))
        told = {name: row[name] for name in kept if row[name] is not None}
        found.append({**told, "described": described, "quotes": quotes, "in": [each["key"] for each in row["members"]]})
    return found


def _sources(connection: sqlite3.Connection, asked: Asked) -> list[dict[str, Any]]:
    """Speakers over all papers and months."""
    totals: dict[str, dict[str, Any]] = {}
    for row in sources(connection, asked).rows:
        known = totals.setdefault(
            row["entity"] or str(row["speaker"]).lower(),
            {"name": row["speaker"], "kind": row["kind"], "quotes": 0, "words": 0, "denials": 0, "claims": 0, "by": []},
        )
        for name in ("quotes", "words", "denials", "claims"):
            known[name] += row[name] or 0
        known["by"].append([row["publisher"], row["month"], row["quotes"], row["words"]])
    return sorted(totals.values(), key=lambda each: (-each["quotes"], str(each["name"])))


def _places(connection: sqlite3.Connection, asked: Asked) -> list[dict[str, Any]]:
    where, values = asked.articles()
    query = f"""SELECT e.id, e.name, max(p.kind), max(p.country), max(p.admin1), max(p.lat), max(p.lon),
        sum(p.mentions), group_concat(DISTINCT a.id)
        FROM entities e JOIN entity_members m ON m.entity = e.id JOIN places p ON p.id = m.member
        JOIN articles a ON a.id = m.article WHERE e.kind = 'place' AND {where}
        GROUP BY e.id HAVING count(DISTINCT a.id) >= ? ORDER BY count(DISTINCT a.id) DESC, e.name, e.id"""
    names = ("id", "name", "kind", "country", "admin1", "lat", "lon", "mentions")
    return [
        {**{name: value for name, value in zip(names, cells, strict=True) if value is not None}, "in": keys.split(",")}
        for *cells, keys in connection.execute(query, (*values, asked.min_articles))
    ]


def _sentence(connection: sqlite3.Connection, table: str, ident: str | None) -> str:
    """The sentence of an item, empty where the store has no texts."""
    if not ident:
        return ""
    query = f"""SELECT substr(a.text, i.sentence_start + 1, i.sentence_end - i.sentence_start)
        FROM {table} i JOIN articles a ON a.id = i.article WHERE i.id = ?"""
    row = connection.execute(query, (ident,)).fetchone()
    sentence = " ".join(((row[0] if row else None) or "").split())
    return sentence if len(sentence) <= LONGEST else f"{sentence[:LONGEST]}…"
