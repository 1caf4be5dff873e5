"""A store brought up to date: what is new or changed is made, what failed is marked, what is gone is marked or removed.

One transaction takes a number of articles, each with what the manifest says of it; a process killed at any moment
leaves a store in which every article is whole, and the next run goes on from there.
"""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from typing import Protocol

from extractor.article import Article, Unreadable
from extractor.batch import Outcome, failed
from extractor.errors import InputError, OptionError
from extractor.record import Failure, Provenance, Record
from extractor.store.manifest import ArticleState, Entry, File, FileState, Manifest
from extractor.store.plan import Plan, Scope
from extractor.store.scan import Event, Scan

LASTING = frozenset({InputError.__name__, OptionError.__name__})
"""Failures that the same bytes will meet again; others, such as a want of memory, may pass."""


class Store(Protocol):
    """What an update writes to: a database, or a folder of Parquet files with a small database beside them."""

    connection: sqlite3.Connection
    """Where the manifest is."""
    together: int
    """The articles of one transaction."""

    def reader(self) -> sqlite3.Connection:
        """Another connection to the manifest, which another thread may use."""

    def transaction(self) -> AbstractContextManager[None]:
        """All that is done inside is there at its end, or nothing of it."""

    def put(self, key: str, record: Record) -> None:
        """Puts a record in; a failure marks the last good record, if there is one."""

    def drop(self, key: str) -> None:
        """Takes an article out."""

    def has_good(self, key: str) -> bool:
        """Whether there is a record of the article that did not fail."""


@dataclass(slots=True)
class Summary:
    """What an update did, in articles."""

    new: int = 0
    changed: int = 0
    remade: int = 0
    unchanged: int = 0
    gone: int = 0
    failed: int = 0
    skipped: list[str] = field(default_factory=list)
    begun: float = field(default_factory=time.monotonic)

    def told(self) -> dict[str, float]:
        """The numbers by name, and the seconds that it took."""
        names = ("new", "changed", "remade", "unchanged", "gone", "failed")
        seconds = round(time.monotonic() - self.begun, 2)
        return {**{name: getattr(self, name) for name in names}, "skipped": len(self.skipped), "seconds": seconds}


Made = Callable[[Iterator[Article]], Iterator[Outcome]]
"""How articles become outcomes, in their order."""


def update(  # noqa: PLR0913, what an update is made of
    store: Store,
    plan: Plan,
    made: Made,
    *,
    provenance: Provenance,
    omit: frozenset[Path] = frozenset(),
    tell: Callable[[Event, Record | None], None] = lambda _event, _record: None,
    twice: Callable[[str], None] = lambda _warning: None,
) -> Summary:
    """Brings the store up to date. `made` is called where there is an article to make, so that a pipeline need not be
    loaded for nothing; `tell` hears of everything, in order, `twice` of ids that a source has twice. Raises OutputError
    where the store cannot be written."""
    work = _Update(store, plan, provenance, omit)
    work.scan.twice = twice
    steps = work.steps(made)
    with closing(work.reader), closing(work.scan.seen):
        while several := list(islice(steps, store.together)):
            with store.transaction():
                for event, record in several:
                    work.take(event, record)
                    tell(event, record)
        work.gone()
    return work.summary


class _Update:
    """An update under way."""

    def __init__(self, store: Store, plan: Plan, provenance: Provenance, omit: frozenset[Path]) -> None:
        self.store, self.plan, self.provenance = store, plan, provenance
        self.summary = Summary()
        self.manifest = Manifest(store.connection)
        seen = sqlite3.connect("", isolation_level=None, check_same_thread=False)  # a file of its own if it grows
        self.reader = store.reader()
        self.scan = Scan(plan, Manifest(self.reader), seen, omit=omit)
        self._scope = Scope(plan)
        self._there: dict[str, set[str]] = {}
        self._bad: dict[str, set[str]] = {}

    def steps(self, made: Made) -> Iterator[tuple[Event, Record | None]]:
        """What the scan finds, in order, with the record of what was made or could not be read."""
        articles = self.scan.articles()
        first = next(articles, None)
        if first is not None:
            for outcome in made(chain([first], articles)):
                yield from self._waiting(outcome.record)
        yield from self._waiting(None)

    def _waiting(self, record: Record | None) -> Iterator[tuple[Event, Record | None]]:
        """The events up to that of an article that was made; all there are where there is none."""
        while self.scan.events:
            event = self.scan.events.popleft()
            if event.what == "made":
                assert record is not None, f"nothing was made of {event.id}"
                yield event, record if self.plan.with_text else replace(record, text=None)
                return
            yield event, self._unread(event.unread)

    def _unread(self, unread: Unreadable | None) -> Record | None:
        return failed(unread, unread.error, self.provenance) if unread is not None else None

    def take(self, event: Event, record: Record | None) -> None:
        """Does what an event asks for."""
        if event.what in {"made", "bad", "kept"}:
            self._there.setdefault(event.source, set()).add(event.article)
        match event.what:
            case "made" if record is not None:
                self._made(event, record)
            case "bad" if record is not None:
                self._failed(event, record)
            case "kept":
                self.summary.unchanged += 1
                known = self.manifest.entry(event.source, event.article)
                self.manifest.put(known._replace(state="done") if known else self._entry(event, "done"))
            case "same":
                done, bad = self.manifest.counts(event.source)
                self.summary.unchanged += done
                self.summary.failed += bad
                if event.file:
                    self.manifest.put_file(event.file)
            case "skipped":
                self.summary.skipped.append(event.source)
                self._end(event.source, _in_state(event.file, "skipped"))
            case "end":
                self._end(event.source, event.file)

    def _made(self, event: Event, record: Record) -> None:
        known = self.manifest.entry(event.source, event.article)
        if record.error is not None or (self.plan.strict and record.warnings):
            record = _as_failed(record)
            self._failed(event, record)
            return
        if known is None or not self.store.has_good(event.article):
            self.summary.new += 1
        elif known.sha256 == event.content:
            self.summary.remade += 1
        else:
            self.summary.changed += 1
        self.store.put(event.article, record)
        self.manifest.put(self._entry(event, "done"))

    def _failed(self, event: Event, record: Record) -> None:
        """A failure: the article keeps its last good record, marked."""
        self.summary.failed += 1
        self.store.put(event.article, record)
        self.manifest.put(self._entry(event, "failed"))
        assert record.error is not None
        self._bad.setdefault(event.source, set()).add(record.error.type)

    def _entry(self, event: Event, state: ArticleState) -> Entry:
        return Entry(event.source, event.article, event.id, event.content, state, self.plan.made_by)

    def _end(self, source: str, file: File | None) -> None:
        """The end of a file: what it held before and holds no more goes, unless the file went bad."""
        there, bad = self._there.pop(source, set()), self._bad.pop(source, set())
        for entry in self.manifest.entries(source):
            if entry.article not in there:
                self._vanished(entry, unsure=bool(bad))
        if file:
            file = _in_state(file, "retry") if bad - LASTING else file
            makers = {entry.made_by for entry in self.manifest.entries(source)} or {file.made_by}
            self.manifest.put_file(file._replace(made_by=min(makers - {self.plan.made_by} or makers)))

    def _vanished(self, entry: Entry, *, unsure: bool) -> None:
        """An article that is there no more; `unsure` where a part of its file cannot be read, which may be it."""
        good = self.store.has_good(entry.article)
        if good and unsure:
            self.manifest.state(entry, "unsure")
        elif good and not self.plan.prune:
            self.summary.gone += 1
            self.manifest.state(entry, "gone")
        else:
            self.summary.gone += good
            self.store.drop(entry.article)
            self.manifest.drop(entry.source, entry.article)

    def gone(self) -> None:
        """Marks or removes the files that would have been met if they were there."""
        lost: Iterable[str] = self._lost()
        while several := list(islice(lost, self.store.together)):
            with self.store.transaction():
                for source in several:
                    self._lose(source)

    def _lost(self) -> Iterator[str]:
        for source in self.manifest.sources():
            if not self.scan.was_seen(source) and self._scope.has(source, self.scan.closed):
                yield source

    def _lose(self, source: str) -> None:
        for entry in self.manifest.entries(source):
            self._vanished(entry, unsure=False)
        known = self.manifest.file(source)
        if self.manifest.entries(source) and known:
            self.manifest.put_file(_in_state(known, "gone"))
        else:
            self.manifest.drop_file(source)


def _in_state(file: File | None, state: FileState) -> File:
    assert file is not None
    return file._replace(state=state)


def _as_failed(record: Record) -> Record:
    """A record with a warning, which is to count as a failure, as one."""
    if record.error is not None:
        return record
    failure = Failure(type=InputError.__name__, message="; ".join(record.warnings))
    return Record(id=record.id, source=record.source, extractor=record.extractor, error=failure)
