"""The registry of reports: adding one takes a function that gives a `Table`, and a line here."""

import sqlite3
from collections.abc import Callable, Mapping
from types import MappingProxyType

from extractor.errors import InputError
from extractor.store.report import entities, incidents, sources
from extractor.store.report.table import Asked, Table

WHAT: Mapping[str, Callable[[sqlite3.Connection, Asked], Table]] = MappingProxyType(
    {
        "entities": entities.entities,
        "people": entities.people,
        "person": entities.person,
        "sources": sources.sources,
        "events": incidents.events,
        "event": incidents.event,
        "copies": sources.copies,
        "changes": sources.changes,
        "check": sources.check,
    }
)


def check(connection: sqlite3.Connection, what: str) -> None:
    """Raises InputError where a report needs links that are not made."""
    linked = connection.execute("SELECT count(*) FROM unlinked").fetchone()[0]
    if linked and what not in {"copies", "changes"}:
        raise InputError(f"{linked} articles of the store are not linked yet; run extract link on it first")


def report(connection: sqlite3.Connection, what: str, asked: Asked) -> Table:
    """A report on a linked store; raises InputError for a store that is not linked, or a name that is not in it."""
    check(connection, what)
    return WHAT[what](connection, asked)
