"""A store as a folder of Parquet files: a folder a table, in it parts of many articles each, for DuckDB, pandas and R.

    news/quotes/part-00000001.parquet, news/figures/part-00000001.parquet, ... and news/_manifest.db

A part is never changed: where an article of it changes, it is written anew without that article. Which parts count
stands in the manifest, so that a process killed between two renames leaves what the next run puts right.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from extractor.errors import OutputError
from extractor.record import Record
from extractor.writing.database.schema import STORE
from extractor.writing.flat import ARTICLE, columns, names, own_columns, rows
from extractor.writing.legible import clean
from extractor.writing.parquet import write_rows

if TYPE_CHECKING:
    from extractor.writing.cells import Cell

MANIFEST = "_manifest.db"
TOGETHER = 2_000
"""Articles of a part."""
MANY = 12
"""Small parts, as short nights make them, that are written anew as one."""
_TABLES = {
    **{name: STORE[name] for name in ("files", "file_articles")},
    "parts": "part INTEGER PRIMARY KEY AUTOINCREMENT",
    "part_articles": "article TEXT PRIMARY KEY, part INTEGER, good INTEGER",
}


class Dataset:
    """The folder; a context that closes it. Errors leave it as OutputError."""

    together = TOGETHER

    def __init__(self, folder: Path) -> None:
        """Opens or makes it, and puts right what a killed run left; raises OutputError where it is another's folder."""
        if find_spec("pyarrow") is None:
            raise OutputError("a folder of Parquet files needs pyarrow: pip install 'newsextract[parquet]'")
        self.folder = folder
        if folder.is_dir() and any(folder.iterdir()) and not (folder / MANIFEST).is_file():
            raise OutputError(f"{folder} is no store of ours; name a new folder, or a database such as news.db")
        with self._told():
            folder.mkdir(exist_ok=True)
            self.connection = sqlite3.connect(folder / MANIFEST, isolation_level=None)
            self.connection.execute("PRAGMA journal_mode = WAL")
            for name, cells in _TABLES.items():
                rest = "" if name == "parts" else " WITHOUT ROWID"
                self.connection.execute(f"CREATE TABLE IF NOT EXISTS {name} ({cells}){rest}")
            self._waiting: dict[str, list[tuple[dict[str, Cell], str]]] = {}
            self._marks: dict[str, tuple[str, str | None]] = {}
            self._gone: set[str] = set()
            self._settle()

    def __enter__(self) -> "Dataset":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()

    def reader(self) -> sqlite3.Connection:
        """Another connection to the manifest, which another thread may use."""
        return sqlite3.connect(self.folder / MANIFEST, isolation_level=None, check_same_thread=False)

    def put(self, key: str, record: Record) -> None:
        """Puts a record in; a failure marks the last good record, if there is one."""
        if record.error is not None and self.has_good(key):
            self._marks[key] = (record.error.type, clean(record.error.message))
            return
        self.drop(key)
        head: dict[str, Cell] = {}
        found: list[tuple[dict[str, Cell], str]] = []
        for name, cells in rows(record, key):
            row = dict(zip(own_columns(name), cells, strict=True))
            if name == "articles":
                head = {
                    "article": key,
                    "article_name": row["name"],
                    **{each: row[each] for each in ARTICLE if each in row},
                }
            found.append((row if name == "articles" else {**head, **row}, name))
        self._waiting[key] = found

    def drop(self, key: str) -> None:
        """Takes an article out."""
        self._waiting.pop(key, None)
        self._marks.pop(key, None)
        self._gone.add(key)

    def has_good(self, key: str) -> bool:
        """Whether there is a record of the article that did not fail."""
        if key in self._waiting:
            return bool(self._waiting[key][0][0]["sha256"])
        row = self.connection.execute("SELECT good FROM part_articles WHERE article = ?", (key,)).fetchone()
        return bool(row and row[0])

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is done inside is there at its end, or nothing of it."""
        with self._told():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._write()
                self.connection.execute("COMMIT")
            except BaseException:
                self._waiting, self._marks, self._gone = {}, {}, set()
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
            self._settle()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise OutputError(f"{self.folder} cannot be written: {str(error).lower()}") from error

    def _write(self) -> None:
        """Writes the parts that come and those that are written anew, under hidden names."""
        touched: dict[int, set[str]] = defaultdict(set)
        for key in {*self._gone, *self._marks}:
            row = self.connection.execute("SELECT part FROM part_articles WHERE article = ?", (key,)).fetchone()
            if row:
                touched[row[0]].add(key)
        for part, keys in sorted(touched.items()):
            self._rewrite([part], keys & self._gone)
        found: dict[str, list[dict[str, Cell]]] = defaultdict(list)
        for row, name in (each for several in self._waiting.values() for each in several):
            found[name].append(row)
        if found:
            part = self._add(found)
            good = [(key, part, bool(several[0][0]["sha256"])) for key, several in self._waiting.items()]
            self.connection.executemany("INSERT OR REPLACE INTO part_articles VALUES (?, ?, ?)", good)
        self._waiting, self._marks, self._gone = {}, {}, set()
        small = self.connection.execute(
            "SELECT part FROM part_articles GROUP BY part HAVING count(*) < ? ORDER BY part", (TOGETHER // 2,)
        ).fetchall()
        if len(small) >= MANY:
            self._rewrite([row[0] for row in small], set())

    def _rewrite(self, old: list[int], gone: set[str]) -> None:
        """Writes parts anew as one, without the articles that are gone, its marks in it."""
        found: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for name, part in ((name, part) for name in names() for part in old):
            path = next(
                (each for each in (self._path(name, part, hidden=True), self._path(name, part)) if each.is_file()), None
            )
            if path:
                own = "id" if name == "articles" else "article"
                held = import_module("pyarrow.parquet").read_table(path, partitioning=None).to_pylist()
                found[name] += [row for row in held if row[own] not in gone]
        for row in found["articles"]:
            if row["id"] in self._marks:
                row["error_type"], row["error"] = self._marks[row["id"]]
        self.connection.executemany("DELETE FROM part_articles WHERE article = ?", [(key,) for key in gone])
        new = self._add(found) if found["articles"] else None
        for part in old:
            self.connection.execute("UPDATE part_articles SET part = ? WHERE part = ?", (new, part))
            self.connection.execute("DELETE FROM parts WHERE part = ?", (part,))

    def _add(self, found: Mapping[str, list[dict[str, Any]]]) -> int:
        """Writes a part; its number, which no part had before."""
        part = self.connection.execute("INSERT INTO parts DEFAULT VALUES").lastrowid
        assert part is not None
        for name, table_rows in found.items():
            if table_rows:
                (self.folder / name).mkdir(exist_ok=True)
                with self._path(name, part, hidden=True).open("wb") as stream:
                    write_rows(table_rows, stream, columns(name))
        return part

    def _path(self, name: str, part: int, *, hidden: bool = False) -> Path:
        return self.folder / name / f"{'.' if hidden else ''}part-{part:08d}.parquet"

    def _settle(self) -> None:
        """Shows the parts that count, and removes all others."""
        live = {row[0] for row in self.connection.execute("SELECT part FROM parts")}
        for name in names():
            for path in sorted((self.folder / name).glob("*part-*.parquet")):
                part = int(path.stem.rpartition("-")[2])
                if part not in live:
                    path.unlink()
                elif path.name.startswith("."):
                    path.rename(self._path(name, part))
