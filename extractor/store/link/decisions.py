"""What a person decided, which wins over everything for ever: two are the same, two are not, one is called so.

A decision names entries of records by their ids ("3f2a9c0d1b7e4a58:person-1") or entities by theirs; an entity stands
for its earliest entry, so that a decision holds when links are made anew.
"""

import csv
import sqlite3
from pathlib import Path

from extractor.errors import InputError
from extractor.store.link import load
from extractor.store.link.members import Cluster
from extractor.store.link.rows import put
from extractor.writing.database import Database

KINDS = ("same", "different", "name")
COLUMNS = ("decision", "one", "other")


def decide(database: Database, path: Path) -> int:
    """Keeps the decisions of a file; how many there are. Raises InputError, with the line, for what is none."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            found = list(csv.DictReader(stream))
    except OSError as error:
        raise InputError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}") from error
    with database.transaction():
        for number, row in enumerate(found, start=2):
            if any(row.get(column) is None for column in COLUMNS):
                raise InputError(f"{path}:{number}: the columns are {', '.join(COLUMNS)}, and note where there is one")
            _keep(database.connection, row, f"{path}:{number}")
    return len(found)


def _keep(connection: sqlite3.Connection, row: dict[str, str], where: str) -> None:
    if row["decision"] not in KINDS:
        raise InputError(f'{where}: decision "{row["decision"]}"; use {", ".join(KINDS)}')
    one = _entry(connection, row["one"], where)
    other = row["other"] if row["decision"] == "name" else _entry(connection, row["other"], where)
    if (
        row["decision"] != "name"
        and one.partition(":")[2].partition("-")[0] != other.partition(":")[2].partition("-")[0]
    ):
        raise InputError(f"{where}: a {one.partition(':')[2]} and a {other.partition(':')[2]} are of two kinds")
    if row["decision"] in {"same", "different"}:  # the later of two decisions counts
        contrary = "different" if row["decision"] == "same" else "same"
        for pair in ((one, other), (other, one)):
            connection.execute("DELETE FROM decisions WHERE decision = ? AND one = ? AND other = ?", (contrary, *pair))
    else:
        connection.execute("DELETE FROM decisions WHERE decision = 'name' AND one = ?", (one,))
    cells = (row["decision"], one, other, row.get("note"))
    connection.execute("INSERT OR REPLACE INTO decisions VALUES (?, ?, ?, ?)", cells)
    connection.execute(
        "INSERT OR IGNORE INTO unlinked SELECT article FROM entity_members WHERE member IN (?, ?)", (one, other)
    )


def _entry(connection: sqlite3.Connection, name: str, where: str) -> str:
    """The entry that a decision names: its own id, or the earliest entry of an entity."""
    if ":" in name:
        known = connection.execute("SELECT 1 FROM entity_members WHERE member = ?", (name,)).fetchone()
    else:
        entity = current(connection, name)
        query = """SELECT m.member FROM entity_members m JOIN articles a ON a.id = m.article WHERE m.entity = ?
            ORDER BY coalesce(a.published, '9999-12-31'), m.article, m.member LIMIT 1"""
        known = connection.execute(query, (entity,)).fetchone()
        name = known[0] if known else name
    if not known:
        raise InputError(f'{where}: there is no "{name}" in the store; extract report STORE entities lists the ids')
    return name


def current(connection: sqlite3.Connection, entity: str) -> str:
    """The id of today of an entity that had another once."""
    for _ in range(100):
        row = connection.execute("SELECT entity FROM entity_forwards WHERE old = ?", (entity,)).fetchone()
        if row is None or connection.execute("SELECT 1 FROM entities WHERE id = ?", (entity,)).fetchone():
            return entity
        entity = row[0]
    return entity


def widen(connection: sqlite3.Connection) -> None:
    """Blocks that a decision ties to an unsettled one are unsettled too."""
    connection.execute(
        """INSERT OR IGNORE INTO unsettled SELECT m.kind, m.block FROM decisions d
        JOIN entity_members m ON m.member IN (d.one, d.other)
        WHERE d.decision <> 'name' AND EXISTS (SELECT 1 FROM unsettled u JOIN entity_members o ON o.kind = u.kind AND
            o.block = u.block WHERE o.member IN (d.one, d.other))"""
    )


def apply(connection: sqlite3.Connection) -> None:
    """Applies all decisions to the entities: first what is the same, then what is not, then the names."""
    query = "SELECT decision, one, other FROM decisions ORDER BY decision = 'name', decision = 'different', one, other"
    for decision, one, other in connection.execute(query).fetchall():
        first, second = _entity(connection, one), _entity(connection, other)
        if decision == "name" and first:
            connection.execute("UPDATE entities SET name = ? WHERE id = ?", (other, first))
        elif decision == "same" and first and second and first != second:
            _join(connection, first, second)
        elif decision == "different" and first and first == second:
            _part(connection, first, one, other)


def _entity(connection: sqlite3.Connection, member: str) -> str | None:
    row = connection.execute("SELECT entity FROM entity_members WHERE member = ?", (member,)).fetchone()
    return row[0] if row else None


def _held(connection: sqlite3.Connection, entity: str) -> tuple[str, str, Cluster]:
    """Kind, block and members of an entity."""
    kind, block = connection.execute("SELECT kind, block FROM entities WHERE id = ?", (entity,)).fetchone()
    rows = connection.execute("SELECT member, score, rule FROM entity_members WHERE entity = ?", (entity,)).fetchall()
    members = list(load.members(connection, [row[0] for row in rows]))
    return kind, block, Cluster(members, {row[0]: (row[1], row[2]) for row in rows})


def _join(connection: sqlite3.Connection, first: str, second: str) -> None:
    kind, block, one = _held(connection, first)
    _, _, other = _held(connection, second)
    why = one.why | {member.id: (1.0, "decided: same") for member in other.members}
    connection.executemany("DELETE FROM entities WHERE id = ?", [(first,), (second,)])
    made = put(connection, kind, block, Cluster([*one.members, *other.members], why))
    gone = [(old, made) for old in (first, second) if old != made]
    connection.executemany("INSERT OR REPLACE INTO entity_forwards VALUES (?, ?)", gone)


def _part(connection: sqlite3.Connection, entity: str, one: str, other: str) -> None:
    """Parts an entity in two: every member goes to the one of the two that it shares more company with."""
    kind, block, held = _held(connection, entity)
    known = {member.id: member for member in held.members}
    seeds = (known[one], known[other])
    sides: tuple[list[str], list[str]] = ([], [])
    for member in held.members:
        near = [len(member.company & seed.company) + 2 * (member.name == seed.name) for seed in seeds]
        second = member.id == other or (member.id != one and near[1] > near[0])
        sides[second].append(member.id)
    connection.execute("DELETE FROM entities WHERE id = ?", (entity,))
    apart = dict.fromkeys(sides[1], (1.0, "decided: different"))
    for side in sides:
        put(connection, kind, block, Cluster([known[ident] for ident in side], held.why | apart))
