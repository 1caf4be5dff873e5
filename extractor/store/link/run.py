"""Links made or brought up to date: the blocks of the articles that have changed since, and no others."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extractor.store.link import decisions, load, organizations, people, places, written
from extractor.store.link.members import Cluster, Member
from extractor.store.link.rows import put
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
    incidents: int = 0


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
    with database.transaction():
        decisions.widen(connection)
    while True:
        blocks = connection.execute("SELECT kind, block FROM unsettled ORDER BY 1, 2 LIMIT ?", (TOGETHER,)).fetchall()
        if not blocks:
            break
        with database.transaction():
            for kind, block in blocks:
                done.entities += _settled(connection, kind, block)
            done.blocks += len(blocks)
    if done.articles or done.blocks:
        with database.transaction():
            decisions.apply(connection)
            done.incidents = written.write(connection)
    return done


def _placed(connection: sqlite3.Connection, key: str) -> None:
    """Puts the entries of an article into their blocks, which are unsettled then, and so are those that it was in."""
    old = connection.execute("SELECT DISTINCT kind, block FROM entity_members WHERE article = ?", (key,)).fetchall()
    connection.execute("DELETE FROM entity_members WHERE article = ?", (key,))
    found = load.look(connection, key)
    touched = set(old)
    rows = [
        (member.id, key, kind, load.BLOCKS[kind](member), None, None, None)
        for kind, member in (found.members() if found else ())
    ]
    touched.update((row[2], row[3]) for row in rows)
    connection.executemany("INSERT INTO entity_members VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    connection.executemany("INSERT OR IGNORE INTO unsettled VALUES (?, ?)", sorted(touched))
    connection.execute("DELETE FROM unlinked WHERE article = ?", (key,))


def _settled(connection: sqlite3.Connection, kind: str, block: str) -> int:
    """Makes the entities of a block anew; how many there are."""
    query = "SELECT member, entity, score, rule FROM entity_members WHERE kind = ? AND block = ?"
    held = {row[0]: row[1:] for row in connection.execute(query, (kind, block))}
    gone = {row[0] for row in connection.execute("SELECT id FROM entities WHERE kind = ? AND block = ?", (kind, block))}
    connection.execute("DELETE FROM entities WHERE kind = ? AND block = ?", (kind, block))
    found = CLUSTERS[kind](list(load.members(connection, held))) if held else []
    moved: dict[str, str] = {}
    for cluster in found:
        entity = put(connection, kind, block, cluster, held)
        gone.discard(entity)
        moved |= {old: entity for member in cluster.members if (old := held[member.id][0]) and old != entity}
    forwards = [(old, moved[old]) for old in sorted(gone) if old in moved]
    connection.executemany("INSERT OR REPLACE INTO entity_forwards VALUES (?, ?)", forwards)
    connection.execute("DELETE FROM unsettled WHERE kind = ? AND block = ?", (kind, block))
    return len(found)
