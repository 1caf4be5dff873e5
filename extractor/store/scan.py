"""What must be read again: files that a store does not know as they are now, and of these the articles that changed.

Size and time come first: a file with those that the store has costs a stat. One with others is hashed, since copying
and restoring change times. What it holds is read then, and an article that is as it was is left alone.
"""

import hashlib
import os
import sqlite3
import stat
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from extractor import reading
from extractor.article import Article, Unreadable, digest
from extractor.batch import content
from extractor.errors import InputError
from extractor.reading import STDIN, Source
from extractor.reading.sources import reading_error
from extractor.store.manifest import File, Manifest
from extractor.store.plan import Plan
from extractor.writing.keys import NOWHERE, key

FRESH = 2_000_000_000
"""Nanoseconds: a file that was written less long ago may be written again within the same tick of its clock."""
BLOCK = 1 << 20

What = Literal["made", "kept", "bad", "end", "same", "skipped"]


class Event(NamedTuple):
    """What was found, in order: an article to be made (`made`), one that stays (`kept`), one that cannot be read
    (`bad`), the end of a file that was read, a file that is as it was (`same`), one that holds no text (`skipped`)."""

    what: What
    source: str
    id: str = ""
    article: str = ""
    content: str = ""
    unread: Unreadable | None = None
    file: File | None = None


@dataclass(slots=True)
class Scan:
    """A walk over all inputs: `articles` gives what must be made, `events` tells of everything, in order.

    `articles` may be read by another thread than `events`. After it `seen` and `closed` say which files there are, and
    which folders could not be looked into.
    """

    plan: Plan
    manifest: Manifest
    seen: sqlite3.Connection
    events: deque[Event] = field(default_factory=deque)
    closed: list[str] = field(default_factory=list)
    omit: frozenset[Path] = frozenset()
    twice: Callable[[str], None] = lambda _warning: None

    def articles(self) -> Iterator[Article]:
        """The articles to make, lazily."""
        plan = self.plan
        self.seen.execute("CREATE TABLE IF NOT EXISTS seen (source TEXT PRIMARY KEY) WITHOUT ROWID")
        for source in reading.expand(plan.inputs, globs=plan.globs, omit=self.omit):
            name = (source.source if isinstance(source, Unreadable) else source.given) or STDIN
            if self.seen.execute("INSERT OR IGNORE INTO seen VALUES (?)", (name,)).rowcount == 0:
                continue
            if isinstance(source, Unreadable):
                self.closed.append(name)
                self.events.append(Event("bad", name, source.id, key(source.source, source.id), unread=source))
                self.events.append(Event("end", name, file=File(name, None, None, None, "retry", plan.made_by)))
            else:
                yield from self._source(source, name)

    def was_seen(self, source: str) -> bool:
        """Whether the walk met a file."""
        return self.seen.execute("SELECT 1 FROM seen WHERE source = ?", (source,)).fetchone() is not None

    def _source(self, source: Source, name: str) -> Iterator[Article]:
        known = self.manifest.file(name)
        there = None if name == STDIN else _stat(source.path)
        if known and there and self._is_same(known, there):
            self.events.append(Event("same", name))
            return
        try:
            sha256 = None if name == STDIN else hashed(source.path)
        except OSError as error:
            unread = Unreadable(id=source.id, source=source.given, error=InputError(reading_error(source.name, error)))
            self.events.append(Event("bad", name, source.id, key(source.given, source.id), unread=unread))
            self.events.append(Event("end", name, file=File(name, None, None, None, "retry", self.plan.made_by)))
            return
        if reading.is_passed_over(source, form=self.plan.form):
            self.events.append(Event("skipped", name, file=self._file(source, name, there, sha256)))
            return
        if known and sha256 and self._is_touched(known, sha256):
            self.events.append(Event("same", name, file=self._file(source, name, there, sha256, known)))
            return
        yield from self._read(source, name)
        self.events.append(Event("end", name, file=self._file(source, name, there, sha256)))

    def _read(self, source: Source, name: str) -> Iterator[Article]:
        """The articles of a file that are not as they were."""
        numbers: dict[str, int] = {}
        found = reading.articles(source, form=self.plan.form, defaults=self.plan.defaults, twice=self.twice)
        for each in found:
            text = digest(each.text) if isinstance(each, Article) and each.id == NOWHERE else None
            known = key(each.source, each.id, sha256=text)
            numbers[known] = numbers.get(known, 0) + 1
            ident = known if numbers[known] == 1 else key(each.source, each.id, sha256=text, number=numbers[known])
            if isinstance(each, Unreadable):
                self.events.append(Event("bad", name, each.id, ident, unread=each))
                continue
            what = content(each)
            entry = self.manifest.entry(name, ident)
            good = entry is not None and entry.sha256 == what and entry.state != "failed"
            if good and entry is not None and self.plan.is_current(entry.made_by):
                self.events.append(Event("kept", name, each.id, ident, what))
            else:
                self.events.append(Event("made", name, each.id, ident, what))
                yield each

    def _is_same(self, known: File, there: tuple[int, int]) -> bool:
        settled = known.state in {"done", "skipped"} and known.mtime is not None
        return settled and (known.size, known.mtime) == there and self.plan.is_current(known.made_by)

    def _is_touched(self, known: File, sha256: str) -> bool:
        return known.state == "done" and known.sha256 == sha256 and self.plan.is_current(known.made_by)

    def _file(
        self,
        source: Source,
        name: str,
        there: tuple[int, int] | None,
        sha256: str | None,
        known: File | None = None,
    ) -> File:
        """The file as it was read; without time and hash where it was written meanwhile, so that it is read again."""
        size, mtime = there or (None, None)
        if there is None or _stat(source.path) != there:
            sha256 = mtime = None
        elif mtime is not None and mtime > time.time_ns() - FRESH:
            mtime = None
        state, made_by = (known.state, known.made_by) if known else ("done", self.plan.made_by)
        return File(name, size, mtime, sha256, state, made_by)


def hashed(path: str) -> str:
    """The SHA-256 of a file's bytes; raises OSError."""
    total = hashlib.sha256()
    with open(path, "rb") as stream:  # noqa: PTH123, the path may be no valid Unicode
        while block := stream.read(BLOCK):
            total.update(block)
    return total.hexdigest()


def _stat(path: str) -> tuple[int, int] | None:
    """Size and time of an ordinary file."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None
