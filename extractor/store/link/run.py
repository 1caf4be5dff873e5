"""Links made or brought up to date: the blocks of the articles that have changed since, and no others."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from extractor.article import digest
from extractor.store.link import load, organizations, people, places
from extractor.store.link.members import LATE, Cluster, Member
from extractor.writing.database import Database

TOGETHER = 500
"""Articles or blocks of one transaction."""
CLUSTERS: dict[str, Callable[[Sequence[Member]], list[Cluster]]] = {
    "person": people.clusters,
    "organization": organizations.clusters,
    "place": places.clusters,
}


@dataclass(slots=True)
class Linked:
    """What a run of `link` did."""

    articles: int = 0
    blocks: int = 0
    entities: int = 0


def link(database: Database) -> Linked:
    """Brings the links of a store up to date. Raises OutputError where it cannot be written."""
    done = Linked()
    connection = database.connection
    while True:
        pending = [row[0] for row in connection.execute("SELECT article FROM unlinked ORDER BY 1 LIMIT ?", (TOGETHER,))]
        if not pending:
            break
        with database.transaction():
            for key in pending:
                _placed(connection, key)
            done.articles += len(pending)
    while True:
        blocks = connection.execute("SELECT kind, block FROM unsettled ORDER BY 1, 2 LIMIT ?", (TOGETHER,)).fetchall()
        if not blocks:
            return done
        with database.transaction():
            for kind, block in blocks:
                done.entities += _settled(connection, kind, block)
            done.blocks += len(blocks)


def _placed(connection: sqlite3.Connection, key: str) -> None:
    """Puts the entries of an article into their blocks, which are unsettled then, and so are those that it was in."""
    old = connection.execute("SELECT DISTINCT kind, block FROM entity_members WHERE article = ?", (key,)).fetchall()
    connection.execute("DELETE FROM entity_members WHERE article = ?", (key,))
    found = load.article(connection, key)
    touched = set(old)
    for kind, entries in found.entries.items() if found else ():
        for member in entries:
            block = load.BLOCKS[kind](member)
            touched.add((kind, block))
            row = (member.id, key, kind, block, None, None, None)
            connection.execute("INSERT INTO entity_members VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    connection.executemany("INSERT OR IGNORE INTO unsettled VALUES (?, ?)", sorted(touched))
    connection.execute("DELETE FROM unlinked WHERE article = ?", (key,))


def _settled(connection: sqlite3.Connection, kind: str, block: str) -> int:
    """Makes the entities of a block anew; how many there are."""
    query = "SELECT member, entity FROM entity_members WHERE kind = ? AND block = ?"
    held = dict(connection.execute(query, (kind, block)).fetchall())
    gone = {row[0] for row in connection.execute("SELECT id FROM entities WHERE kind = ? AND block = ?", (kind, block))}
    connection.execute("DELETE FROM entities WHERE kind = ? AND block = ?", (kind, block))
    found = CLUSTERS[kind](list(load.members(connection, kind, list(held)))) if held else []
    moved: dict[str, str] = {}
    for cluster in found:
        entity = _put(connection, kind, block, cluster)
        gone.discard(entity)
        moved |= {old: entity for member in cluster.members if (old := held.get(member.id)) and old != entity}
    forwards = [(old, moved[old]) for old in sorted(gone) if old in moved]
    connection.executemany("INSERT OR REPLACE INTO entity_forwards VALUES (?, ?)", forwards)
    connection.execute("DELETE FROM unsettled WHERE kind = ? AND block = ?", (kind, block))
    return len(found)


def _put(connection: sqlite3.Connection, kind: str, block: str, cluster: Cluster) -> str:
    """Writes an entity, which has its id from its earliest member, and its members."""
    members = sorted(cluster.members, key=lambda member: member.order)
    entity = f"{kind}-{digest(members[0].id)[:16]}"
    days = [member.where.day for member in members if member.where.day != LATE]
    row = (
        entity,
        kind,
        block,
        _name(members),
        _list(form for member in members for form in (member.text, *member.forms)),
        _list(title for member in members for title in member.titles) if kind == "person" else "[]",
        _list(role for member in members for role in member.roles) if kind == "person" else "[]",
        len({member.where.article for member in members}),
        min(days, default=None),
        max(days, default=None),
    )
    connection.execute("INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    connection.executemany(
        "UPDATE entity_members SET entity = ?, score = ?, rule = ? WHERE member = ?",
        [(entity, *cluster.why.get(member.id, (1.0, "same name")), member.id) for member in members],
    )
    return entity


def _name(members: Sequence[Member]) -> str:
    """The name that most articles have of those with the most parts."""
    counts: dict[str, int] = {}
    for member in members:
        counts[member.text] = counts.get(member.text, 0) + 1
    most = max(counts.values())
    return min(
        (name for name in counts if counts[name] * 5 >= most),
        key=lambda name: (-len(name.split()), -counts[name], name),
    )


def _list(values: Iterable[str]) -> str:
    return json.dumps(sorted(set(values)), ensure_ascii=False)
