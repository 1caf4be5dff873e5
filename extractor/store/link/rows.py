"""An entity as the rows of a store."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from extractor.article import digest
from extractor.store.link.members import LATE, Cluster, Member

Held = Mapping[str, tuple[str | None, float | None, str | None]]
"""For members what their rows say already: the entity, the score, the rule."""


def put(connection: sqlite3.Connection, kind: str, block: str, cluster: Cluster, held: Held | None = None) -> str:
    """Writes an entity, which has its id from its earliest member, and those of its members that change."""
    known = held or {}
    members = sorted(cluster.members, key=lambda member: member.order)
    entity = f"{kind}-{digest(members[0].id)[:16]}"
    row = (entity, kind, block, *_told(members, kind))
    connection.execute("INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    said = ((member.id, (entity, *cluster.why.get(member.id, (1.0, "same name")))) for member in members)
    connection.executemany(
        "UPDATE entity_members SET entity = ?, score = ?, rule = ? WHERE member = ?",
        [(*row, ident) for ident, row in said if known.get(ident) != row],
    )
    return entity


def _told(members: Sequence[Member], kind: str) -> tuple[str | int | None, ...]:
    """Name, forms, titles and roles, the number of articles, the first and the last day."""
    days = [member.where.day for member in members if member.where.day != LATE]
    titles = (title for member in members for title in member.titles if kind == "person")
    roles = (role for member in members for role in member.roles if kind == "person")
    return (
        _name(members),
        _list(form for member in members for form in (member.text, *member.forms)),
        _list(titles),
        _list(roles),
        len({member.where.article for member in members}),
        min(days, default=None),
        max(days, default=None),
    )


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
