"""A folder of articles that changes night by night, a pipeline that answers at once, and updates that may be killed."""

import json
import os
import random
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pyarrow.parquet

from extractor.article import Article, digest
from extractor.batch import outcomes
from extractor.reading import Defaults
from extractor.record import Figure, Mention, Person, Provenance, Quote, Record, Sentence, Source, Span, Speaker
from extractor.store import Dataset, Plan, Summary, update
from extractor.store.manifest import TABLES
from extractor.writing.database import Database
from extractor.writing.database.schema import record_tables
from extractor.writing.flat import names

MADE = Provenance(package="p 1", model="m 1", tables="t 1")
PEOPLE = ("Ana Rey", "Bo Lind", "Cy Marsh", "Di Okoro", "Eve Stone")


class Fake:
    """Finds the people of `PEOPLE`, a figure for every number and a quote; counts what it made."""

    def __init__(self, made: Provenance = MADE) -> None:
        self.provenance, self.done = made, 0

    def record(self, article: Article) -> Record:
        self.done += 1
        text, here = article.text, Sentence(start=0, end=len(article.text))
        if "fail" in text:
            raise ValueError("it failed")
        found = [name for name in PEOPLE if name in text]
        people = [
            Person(id=f"person-{number}", name=name, titles=[], roles=[], mentions=[_mention(text, name)], rule="r")
            for number, name in enumerate(found, start=1)
        ]
        spoken = Source(start=0, end=1, text=text[:1], entity="person-1") if people else None
        counts = enumerate(filter(str.isdigit, text.split()), start=1)
        figures = [_figure(number, word, text, spoken) for number, word in counts]
        quotes = []
        if people:
            speaker = Speaker(start=0, end=1, text=text[:1], type="name", entity="person-1", name=found[0])
            spans = [Span(start=0, end=len(text), text=text)]
            quotes = [
                Quote(id="quote-1", kind="direct", text=text, spans=spans, cue=None, speaker=speaker, no_speaker=None,
                      sentence=here, rule="r")
            ]  # fmt: skip
        return Record(
            id=article.id, source=article.source, sha256=digest(text), publisher=article.publisher,
            published=article.published and article.published.isoformat(), extractor=self.provenance,
            people=people, figures=figures, quotes=quotes, warnings=list(article.warnings),
        )  # fmt: skip


def _mention(text: str, name: str) -> Mention:
    start = text.index(name)
    return Mention(start=start, end=start + len(name), text=name, type="name")


def _figure(number: int, word: str, text: str, source: Source | None) -> Figure:
    start = text.index(word)
    return Figure(
        id=f"figure-{number}", start=start, end=start + len(word), text=word, kind="count", value=int(word), low=None,
        high=None, bound="=", trend=None, unit="boat", unit_text="boats", noun="boats", role=None,
        attributed_to=source, person=None, hypothetical=False, same_as=[], conflicts_with=[],
        sentence=Sentence(start=0, end=len(text)), rule="r",
    )  # fmt: skip


class Archive:
    """The folder; every night changes it in ways that are drawn from a seed."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.draw = folder, random.Random(seed)
        folder.mkdir()
        self.number = 0

    def night(self) -> None:
        """New, edited, touched, deleted and renamed files, a wire with copies, broken lines and their mending."""
        for _ in range(self.draw.randint(2, 4)):
            self.write(f"{self.draw.choice(['', 'sub/'])}a{self.number}.txt", self.text())
        files = sorted(self.folder.rglob("*.txt"))
        for path in self.draw.sample(files, min(2, len(files))):
            path.write_text(self.text())
        path = self.draw.choice(files)
        os.utime(path, ns=(1, self.draw.randrange(10**18)))
        doomed, moved = self.draw.sample(files, 2)
        doomed.unlink()
        moved.rename(moved.with_name(f"moved-{self.number}.txt"))
        self.wire(broken=self.draw.random() < 0.3)
        if self.draw.random() < 0.3:
            self.write(f"blob{self.number}.txt", "\0\0\0")

    def end(self) -> None:
        """The last night: nothing is broken that was whole before."""
        self.wire(broken=False)

    def wire(self, *, broken: bool) -> None:
        """A file of JSON Lines that grows and loses a line; two papers print the same."""
        path = self.folder / "wire.jsonl"
        lines = path.read_text().splitlines() if path.exists() else []
        lines = [line for line in lines if line.endswith("}")]
        if len(lines) > 4:
            lines.pop(self.draw.randrange(len(lines)))
        text = self.text()
        for paper in ("Courier", "Post"):
            self.number += 1
            lines.append(json.dumps({"id": f"w{self.number}", "text": text, "publisher": paper}))
        if broken:
            lines[0] = lines[0][:-3]
        path.write_text("".join(f"{line}\n" for line in lines))

    def write(self, name: str, text: str) -> None:
        self.number += 1
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)

    def text(self) -> str:
        words = " ".join(self.draw.choice(["boats", "river", "council", "bridge"]) for _ in range(30))
        return f"{self.draw.choice(PEOPLE)} and {self.draw.choice(PEOPLE)} counted {self.draw.randrange(99)} {words}."


def opened(path: Path) -> Database | Dataset:
    return Database(path) if path.suffix == ".db" else Dataset(path)


def run(path: Path, *inputs: Path | str, extractor: Fake | None = None, **plan) -> Summary:
    """One update by a process that nobody kills."""
    fake = extractor or Fake()
    asked = Plan(**{"inputs": tuple(map(str, inputs)), "made_by": str(fake.provenance), "defaults": Defaults(), **plan})
    with opened(path) as store:
        store.together = 5
        return update(
            store, asked, lambda articles: outcomes(articles, fake, with_text=True), provenance=fake.provenance
        )


def killed(path: Path, *inputs: Path | str, after: int, **plan) -> bool:
    """One update by a fork that is killed after so many calls of functions; whether it came to be."""
    return killed_at(after, lambda: run(path, *inputs, **plan))


def killed_at(after: int, work: Callable[[], object]) -> bool:
    """Work by a fork that is killed after so many calls of functions; whether it came to be."""
    child = os.fork()
    if child == 0:
        left = [after]

        def count(*_: object) -> None:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.setprofile(count)
        try:
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def dump(path: Path, where: Callable[[str], bool] = lambda _name: True) -> dict[str, list[tuple]]:
    """All rows of a store, sorted; of the manifest without times, which a later look may have settled."""
    if path.suffix != ".db":
        return {name: table(path, name) for name in names() if where(name)}
    every = (*record_tables(), *TABLES, "text_signatures", "text_bands", "text_pairs")
    with closing(sqlite3.connect(path, isolation_level=None)) as found:
        assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert found.execute("PRAGMA foreign_key_check").fetchall() == []
        for name in ("articles", "quotes"):
            found.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('integrity-check')")
        return {name: sorted(map(settled(name), found.execute(f"SELECT * FROM {name}")), key=repr) for name in every}


def settled(name: str) -> Callable[[tuple], tuple]:
    return (lambda row: (row[0], row[1], *row[3:])) if name == "files" else tuple


def table(path: Path, name: str) -> list[tuple]:
    rows = [
        tuple(row.values())
        for part in sorted((path / name).glob("[!.]*.parquet"))
        for row in pyarrow.parquet.read_table(part, partitioning=None).to_pylist()
    ]
    return sorted(rows, key=repr)
