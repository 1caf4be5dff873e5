"""The entries of a store as `Member`s: what is said of each, and who and what is beside it."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from extractor.store.link import organizations, people, places
from extractor.store.link.members import LATE, Member, Where
from extractor.store.link.names import Name, folded, parsed, plain_name
from extractor.store.link.weights import sports

TABLES = {"person": "people", "organization": "organizations", "place": "places"}
BLOCKS = {"person": people.block_of, "organization": organizations.block_of, "place": places.block_of}


class Bare(NamedTuple):
    """An entry without the company of its article."""

    id: str
    text: str
    name: Name
    titles: tuple[str, ...]
    roles: tuple[str, ...]
    forms: tuple[str, ...]
    mentions: int


class Article(NamedTuple):
    """What linking takes of an article: its entries of each kind, and all company that they are in."""

    where: Where
    company: tuple[str, ...]
    entries: dict[str, tuple[Bare, ...]]

    def members(self) -> Iterator[tuple[str, Member]]:
        """All entries with their kinds."""
        for kind, entries in self.entries.items():
            yield from ((kind, _member(bare, self.where, self.company)) for bare in entries)


class Kept(NamedTuple):
    """The same as a store keeps it: each entry by its id, and not read before it is asked for, as an article is looked
    at once for each of its twenty entries."""

    where: Where
    company: tuple[str, ...]
    entries: dict[str, msgspec.Raw]

    def member(self, ident: str) -> Member:
        """An entry with the company that it is in."""
        return _member(_BARE.decode(self.entries[ident]), self.where, self.company)


def _member(bare: Bare, where: Where, company: tuple[str, ...]) -> Member:
    own = {f"person:{folded(bare.text)}", f"organization:{organizations.key(bare.text)}"}
    return Member(
        id=bare.id,
        where=where,
        text=bare.text,
        name=bare.name,
        titles=frozenset(bare.titles),
        roles=frozenset(bare.roles),
        company=frozenset(company) - own,
        forms=bare.forms,
        mentions=bare.mentions,
    )


TOGETHER = 500
"""Entries whose articles are asked for at once."""
_ENCODER, _DECODER, _BARE = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(Kept), msgspec.msgpack.Decoder(Bare)


def look(connection: sqlite3.Connection, key: str) -> Article | None:
    """Takes what linking needs of an article and keeps it, so that no block looks at its rows again; None where the
    store has it no more."""
    found = _article(connection, key)
    if found is None:
        connection.execute("DELETE FROM linked_articles WHERE article = ?", (key,))
    else:
        kept = {bare.id: msgspec.Raw(_ENCODER.encode(bare)) for each in found.entries.values() for bare in each}
        data = _ENCODER.encode(Kept(found.where, found.company, kept))
        connection.execute("INSERT OR REPLACE INTO linked_articles VALUES (?, ?)", (key, data))
    return found


def _article(connection: sqlite3.Connection, key: str) -> Article | None:
    row = connection.execute("SELECT published, publisher, title, text FROM articles WHERE id = ?", (key,)).fetchone()
    if row is None:
        return None
    published, publisher, title, text = row
    rows = {kind: _rows(connection, table, key) for kind, table in TABLES.items()}
    company = _company(rows) | ({f"sport:{sport}"} if (sport := _sport(f"{title or ''} {text or ''}")) else set())
    written = _forms(connection, key)
    entries = {kind: tuple(_bare(kind, each, written) for each in rows[kind]) for kind in TABLES}
    return Article(Where(key, published or LATE, publisher or ""), tuple(sorted(company)), entries)


def members(connection: sqlite3.Connection, ids: Iterable[str]) -> Iterator[Member]:
    """The entries with these ids, in their order; an article is decoded once for all that are asked of it."""
    ordered = sorted(ids)
    query = "SELECT article, data FROM linked_articles WHERE article IN (SELECT value FROM json_each(?))"
    for start in range(0, len(ordered), TOGETHER):
        part = ordered[start : start + TOGETHER]
        keys = json.dumps(sorted({ident.partition(":")[0] for ident in part}))
        found = {key: _DECODER.decode(data) for key, data in connection.execute(query, (keys,))}
        yield from (found[ident.partition(":")[0]].member(ident) for ident in part)


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


def _bare(kind: str, row: dict[str, Any], written: dict[str, tuple[str, ...]]) -> Bare:
    titles, roles = json.loads(row.get("titles") or "[]"), json.loads(row.get("roles") or "[]")
    if kind == "place":
        titles = []
        roles = [f"country:{row['country']}"] if row["country"] else []
        roles += [f"geonames:{row['geonames_id']}"] if row["geonames_id"] else []
    elif kind == "organization":
        titles = [row["kind"]] if row["kind"] else []
    forms = {row["name"], *written.get(row["id"], ()), *([row["acronym"]] if row.get("acronym") else [])}
    return Bare(
        id=row["id"],
        text=row["name"],
        name=parsed(plain_name(row["name"], forms), tuple(titles)) if kind == "person" else parsed(row["name"]),
        titles=tuple(titles),
        roles=tuple(roles),
        forms=tuple(sorted(forms)),
        mentions=row["mentions"] or 1,
    )


def _sport(text: str) -> str:
    """The sport that an article is about: the one whose words it has most, two at least where it has another's too."""
    known = sports()
    counted = Counter(known[word.strip(".,:;")] for word in folded(text[:3000]).split() if word.strip(".,:;") in known)
    found = counted.most_common(2)
    return found[0][0] if found and (len(found) == 1 or found[0][1] > found[1][1]) else ""
