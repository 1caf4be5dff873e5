"""The entries of a store as `Member`s, article by article: what is said of each, and who and what is beside it."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from extractor.store.link import organizations, people, places
from extractor.store.link.members import LATE, Member, Where
from extractor.store.link.names import folded, parsed
from extractor.store.link.weights import sports

TABLES = {"person": "people", "organization": "organizations", "place": "places"}
BLOCKS = {"person": people.block_of, "organization": organizations.block_of, "place": places.block_of}


class Article(NamedTuple):
    """What linking takes of an article: its entries of each kind."""

    key: str
    entries: dict[str, list[Member]]


def article(connection: sqlite3.Connection, key: str) -> Article | None:
    """The entries of an article; None where the store has it no more."""
    row = connection.execute("SELECT published, publisher, title, text FROM articles WHERE id = ?", (key,)).fetchone()
    if row is None:
        return None
    published, publisher, title, text = row
    where = Where(key, published or LATE, publisher or "")
    rows = {kind: _rows(connection, table, key) for kind, table in TABLES.items()}
    company = _company(rows) | ({f"sport:{sport}"} if (sport := _sport(f"{title or ''} {text or ''}")) else set())
    mentions = _forms(connection, key)
    entries = {kind: [_member(kind, each, where, company, mentions) for each in rows[kind]] for kind in TABLES}
    return Article(key, entries)


def members(connection: sqlite3.Connection, kind: str, ids: list[str]) -> Iterator[Member]:
    """The entries with these ids, in their order; each article is looked at once."""
    held: tuple[str, dict[str, Member]] = ("", {})
    for ident in sorted(ids):
        key = ident.partition(":")[0]
        if held[0] != key:
            found = article(connection, key)
            held = (key, {each.id: each for each in found.entries[kind]} if found else {})
        if ident in held[1]:
            yield held[1][ident]


def _rows(connection: sqlite3.Connection, table: str, key: str) -> list[dict[str, Any]]:
    query = connection.execute(f"SELECT * FROM {table} WHERE article = ? ORDER BY id", (key,))
    names = [column[0] for column in query.description]
    return [dict(zip(names, row, strict=True)) for row in query]


def _company(rows: dict[str, list[dict[str, Any]]]) -> set[str]:
    """The people with full names, the organizations, and the places below countries of an article."""
    found = {f"person:{folded(row['name'])}" for row in rows["person"] if " " in row["name"]}
    found |= {f"organization:{organizations.key(row['name'])}" for row in rows["organization"]}
    small = (row for row in rows["place"] if row["kind"] not in {"country", "continent", "region"})
    return found | {f"place:{row['geonames_id'] or folded(row['name'])}" for row in small}


def _forms(connection: sqlite3.Connection, key: str) -> dict[str, tuple[str, ...]]:
    """How each entry is written, by its id."""
    found: dict[str, set[str]] = {}
    for kind in TABLES:
        query = f"SELECT {kind}, text FROM {kind}_mentions WHERE {kind} >= ? AND {kind} < ? AND type = 'name'"
        for ident, text in connection.execute(query, (f"{key}:", f"{key};")):
            found.setdefault(ident, set()).add(text)
    return {ident: tuple(sorted(forms)) for ident, forms in found.items()}


def _member(
    kind: str, row: dict[str, Any], where: Where, company: set[str], forms: dict[str, tuple[str, ...]]
) -> Member:
    titles, roles = json.loads(row.get("titles") or "[]"), json.loads(row.get("roles") or "[]")
    own = {f"person:{folded(row['name'])}", f"organization:{organizations.key(row['name'])}"}
    if kind == "place":
        titles = []
        roles = [f"country:{row['country']}"] if row["country"] else []
        roles += [f"geonames:{row['geonames_id']}"] if row["geonames_id"] else []
    elif kind == "organization":
        titles = [row["kind"]] if row["kind"] else []
    written = {row["name"], *forms.get(row["id"], ()), *([row["acronym"]] if row.get("acronym") else [])}
    return Member(
        id=row["id"],
        where=where,
        text=row["name"],
        name=parsed(row["name"], tuple(titles)) if kind == "person" else parsed(row["name"]),
        titles=frozenset(titles),
        roles=frozenset(roles),
        company=frozenset(company - own),
        forms=tuple(sorted(written)),
        mentions=row["mentions"] or 1,
    )


def _sport(text: str) -> str:
    """The sport that an article is about: the one whose words it has most, two at least."""
    known = sports()
    counted = Counter(known[word.strip(".,:;")] for word in folded(text[:3000]).split() if word.strip(".,:;") in known)
    found = counted.most_common(2)
    return found[0][0] if found and found[0][1] > 1 and (len(found) == 1 or found[0][1] > found[1][1]) else ""
