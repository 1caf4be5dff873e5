"""The journal of a run: what is done already, kept beside the output until that is whole, so that `--resume` can go on.

A record is found by a digest of all that has a say in it: the article as read, what the caller says of it, and the
versions of program, model and tables. What was made otherwise is never found, and made again. Failures are not kept.
The journal is an SQLite file: a process killed at any moment leaves it whole, and it needs no memory for its index.
"""

import errno
import hashlib
import os
import sqlite3
from pathlib import Path
from types import TracebackType

import msgspec

from extractor.article import Article
from extractor.errors import OutputError
from extractor.record import Provenance

SUFFIX = ".extract-journal"
SUM = 16
"""Bytes of the digest that stands before each record."""


def path_of(output: Path) -> Path:
    """Where the journal of a run that writes to `output` is: hidden, in the same folder."""
    return output.with_name(f".{output.name}{SUFFIX}")


class Journal:
    """The journal of the runs that write to one output; a context that closes it. One run at a time has it.

    `found` is the number of records that it had, `fresh` says that there was no output when the first run began.
    """

    def __init__(self, output: Path, *, explain: bool = False) -> None:
        """Opens or begins it, for records with or without candidates; raises OutputError where it cannot be written or
        another run has it."""
        self._output, self._explain = output, explain
        self.path = path_of(output)
        try:
            self._database = self._opened()
            self.fresh = bool(self._database.execute("SELECT max(fresh) FROM run").fetchone()[0])
            self.found = int(self._database.execute("SELECT count(*) FROM done").fetchone()[0])
        except sqlite3.DatabaseError as error:
            if "locked" in str(error):
                raise OutputError(f"another run is writing {output} just now") from error
            raise self._useless(error) from error

    def _opened(self) -> sqlite3.Connection:
        self._private()
        database = sqlite3.connect(self.path, isolation_level=None, timeout=0.2)
        try:
            database.execute("PRAGMA locking_mode = EXCLUSIVE")
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = NORMAL")
            database.execute("CREATE TABLE IF NOT EXISTS done (key BLOB PRIMARY KEY, record BLOB) WITHOUT ROWID")
            database.execute("BEGIN IMMEDIATE")
            database.execute("CREATE TABLE IF NOT EXISTS run (fresh INTEGER)")
            database.execute(
                "INSERT INTO run SELECT ? WHERE NOT EXISTS (SELECT 1 FROM run)", (not self._output.exists(),)
            )
            database.execute("COMMIT")
        except sqlite3.DatabaseError:
            database.close()
            raise
        return database

    def _private(self) -> None:
        """Makes the file for its owner alone, as it holds the articles; raises OutputError for a link in its place."""
        try:
            opened = os.open(self.path, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), 0o600)
        except OSError as error:
            reason = "it is a link" if error.errno == errno.ELOOP else (error.strerror or str(error)).lower()
            raise OutputError(f"{self.path}, the journal of the run, cannot be used: {reason}") from error
        os.close(opened)

    def __enter__(self) -> "Journal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None and self.empty():
            self.remove()
        self._database.close()

    def get(self, article: Article, made: Provenance) -> bytes | None:
        """The packed record of an article, made by the same program, model and tables; None where there is none, or it
        is damaged. Raises OutputError where the whole journal is."""
        asked = "SELECT record FROM done WHERE key = ?"
        try:
            row = self._database.execute(asked, (self._key(article, made),)).fetchone()
        except sqlite3.DatabaseError as error:
            raise self._useless(error) from error
        return None if row is None or not isinstance(row[0], bytes) else _whole(row[0])

    def put(self, article: Article, made: Provenance, record: bytes) -> None:
        """Keeps a packed record; it is there even if the process is killed right after. Raises
        OutputError where there is no room for it."""
        kept = (self._key(article, made), _sum(record) + record)
        try:
            self._database.execute("INSERT OR REPLACE INTO done VALUES (?, ?)", kept)
        except sqlite3.Error as error:  # the disk is full, or the file may not grow
            if "malformed" in str(error):
                raise self._useless(error) from error
            raise OutputError(
                f"{self.path}, the journal of the run, cannot be written: {error}; with room for it, the same command "
                "with --resume goes on from there"
            ) from error

    def _useless(self, error: Exception) -> OutputError:
        damaged = f"{self.path}, the journal of an interrupted run, cannot be used: {error}"
        return OutputError(f"{damaged}; without that file the run begins anew")

    def _key(self, article: Article, made: Provenance) -> bytes:
        return key(article, made, explain=self._explain)

    def forget(self) -> None:
        """Begins anew."""
        self._database.execute("DELETE FROM done")
        self._database.execute("UPDATE run SET fresh = ?", (not self._output.exists(),))
        self.found, self.fresh = 0, not self._output.exists()

    def empty(self) -> bool:
        """Whether nothing is kept; what is damaged may hold something."""
        try:
            return self._database.execute("SELECT 1 FROM done LIMIT 1").fetchone() is None
        except sqlite3.DatabaseError:
            return False

    def remove(self) -> None:
        """Closes the journal and takes it away: the output is whole."""
        self._database.close()
        self.path.unlink(missing_ok=True)


def _sum(record: bytes) -> bytes:
    return hashlib.blake2b(record, digest_size=SUM).digest()


def _whole(kept: bytes) -> bytes | None:
    """The record behind its digest; None where the two do not agree: a damaged disk is no reason to print nonsense."""
    found, record = kept[:SUM], kept[SUM:]
    return record if found == _sum(record) else None


def key(article: Article, made: Provenance, *, explain: bool) -> bytes:
    """The digest by which a record is found."""
    parts = msgspec.msgpack.encode([*(_plain(value) for value in _fields(article)), made, explain])
    return hashlib.blake2b(parts, digest_size=16).digest()


def content(article: Article) -> str:
    """A digest of all that an article is, in hexadecimal digits: its text and what the caller says of it."""
    parts = msgspec.msgpack.encode([_plain(value) for value in _fields(article)])
    return hashlib.blake2b(parts, digest_size=16).hexdigest()


def _fields(article: Article) -> tuple[object, ...]:
    return (
        article.text,
        article.id,
        article.source,
        article.published and article.published.isoformat(),
        article.title,
        article.publisher,
        article.byline,
        list(article.countries),
        list(article.warnings),
    )


def _plain(value: object) -> object:
    return value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
