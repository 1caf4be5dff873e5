"""SQLite: one database of many articles, for SQL, Datasette and pandas, added to run by run.

An article is known by its source and id: what the database had of it is replaced, so that an edited article is there
once and the same text in two papers twice. A run is one transaction: what it found is in the database whole, or not at
all. An article that fails keeps the last good record, marked by its `error`.
"""

from collections.abc import Iterable
from pathlib import Path

from extractor.record import Record
from extractor.writing.database.handle import Database
from extractor.writing.flat import keyed
from extractor.writing.view import View

__all__ = ["Database", "write"]


def write(records: Iterable[Record], path: Path, view: View) -> None:
    """Adds all records to the database, which is made where there is none; raises OutputError where the file is no
    database, one of a later version of this program, one that holds other lists, or locked by another program."""
    with Database(path, lists=view.only) as database, database.transaction():
        for key, record in keyed(records):
            database.put(key, record)
