"""What an actor of the cluster does: it loads the pipeline once and makes shard after shard, whole or not at all.

It reads its articles and writes its records itself. The pipeline runs in a fork of the actor: an article that kills the
process (for want of memory, by a fault in a compiled library) costs itself, as it does in a run on one machine, and
neither the actor nor, over and over, the shard.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec

from extractor import writing
from extractor.article import Article, Unreadable
from extractor.batch import Extractor, Outcome, Workers, isolated
from extractor.cluster import storage, table
from extractor.cluster.plan import Shard
from extractor.errors import ClusterError
from extractor.reading import Defaults, articles, format_of, is_passed_over
from extractor.record import Provenance, Record

IN_MEMORY = 64_000_000
"""Bytes of a shard that are kept in memory before it is written; larger ones wait on the disk."""
TOLD = 20
"""Failures of a shard that are told one by one; all of them stand in the output."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Loads the pipeline, on whatever machine it is called. `rules` are the user's tables by name: they travel."""

    model: str | None = None
    rules: Mapping[str, bytes] | None = None
    timeout: float | None = None

    @classmethod
    def of(cls, model: str | None, rules: Path | None, timeout: float | None = None) -> "Pipeline":
        """The pipeline with the tables of a folder of this machine."""
        found = [path for path in rules.rglob("*") if path.is_file()] if rules else []
        held = {path.relative_to(rules).as_posix(): path.read_bytes() for path in found} if rules else None
        return cls(model, held, timeout)

    def __call__(self) -> Extractor:
        """The loaded pipeline; raises ModelError or TableError."""
        bound = {} if self.timeout is None else {"timeout": self.timeout}
        load = partial(import_module("extractor.pipeline").load, **bound)
        loaded: Extractor
        if self.rules is None:
            loaded = load(model=self.model)
            return loaded
        with tempfile.TemporaryDirectory() as folder:
            for name, content in self.rules.items():
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            loaded = load(model=self.model, rules=Path(folder))
        return loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be made of every shard. `format` is the name of the shards' format, `folder` where they go."""

    folder: str
    format: str
    view: writing.View
    load: Callable[[], Extractor]
    provenance: Provenance
    defaults: Defaults
    form: str = "auto"
    with_text: bool = False
    strict: bool = False

    @property
    def key(self) -> object:
        """All of it that has a say in the records, as plain data."""
        shown = (sorted(self.view.only), self.view.fields, self.format, self.with_text)
        read = (str(self.defaults.published), self.defaults.encoding, self.defaults.text, self.defaults.id, self.form)
        return [shown, read, self.provenance]


class Done(msgspec.Struct):
    """What came of a shard: numbers of articles, and the messages of the first failures."""

    shard: str
    articles: int = 0
    failed: int = 0
    skipped: int = 0
    found: int = 0
    words: int = 0
    messages: list[str] = []


class Maker:
    """The actor; Ray Data calls it with a batch of shards."""

    def __init__(self, task: Task) -> None:
        self._task, self._extractor = task, task.load()
        made = self._extractor.provenance
        if made != task.provenance:
            raise ClusterError(f"a worker has other versions ({made}) than this machine ({task.provenance})")
        self._workers = Workers(self._extractor, jobs=1, load=task.load)
        self._workers.__enter__()

    def __call__(self, batch: Mapping[str, Any]) -> dict[str, list[bytes]]:
        """What came of each shard."""
        found = [self._made(msgspec.json.decode(content, type=Shard)) for content in batch["shard"]]
        return {"done": [msgspec.json.encode(done) for done in found]}

    def _made(self, shard: Shard) -> Done:
        work = _Work(shard, self._task)
        outcomes = isolated(work.articles(), self._extractor, self._workers, with_text=self._task.with_text)
        with tempfile.SpooledTemporaryFile(IN_MEMORY) as content:
            _writer(self._task)(work.watched(outcomes), content, self._task.view)
            storage.put(content, self._task.folder, shard.name)  # type: ignore[arg-type]
        return work.done


def _writer(task: Task) -> Callable[..., None]:
    whole = task.format == "parquet" and len(task.view.only) > 1
    return table.write if whole else writing.FORMATS[task.format].write


@dataclass(slots=True)
class _Work:
    """A shard in the making."""

    shard: Shard
    task: Task
    done: Done = field(init=False)

    def __post_init__(self) -> None:
        self.done = Done(self.shard.name)

    def articles(self) -> Iterator[Article | Unreadable]:
        """The shard's articles in order."""
        for piece in self.shard.pieces:
            whole = format_of(storage.source(piece.file), self.task.form).binary
            source = storage.source(piece.file, piece.part, whole=whole)
            if is_passed_over(source, form=self.task.form):
                self.done.skipped += 1
            else:
                yield from articles(source, form=self.task.form, defaults=self.task.defaults)

    def watched(self, outcomes: Iterator[Outcome]) -> Iterator[Record]:
        """The records as they pass, counted."""
        done = self.done
        for article, record, _ in outcomes:
            bad = record.error is not None or (self.task.strict and bool(record.warnings))
            done.articles += 1
            done.failed += bad
            done.words += article.text.count(" ") + 1 if isinstance(article, Article) else 0
            done.found += sum(len(getattr(record, name)) for name in self.task.view.only)
            if bad and len(done.messages) < TOLD:
                done.messages.append(_failure(record))
            yield record


def _failure(record: Record) -> str:
    message = record.error.message if record.error else "; ".join(record.warnings)
    name = record.source or record.id
    return message if message.startswith(name) else f"{name} ({record.id}): {message}"
