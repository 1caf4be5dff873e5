"""The articles that confidences are learned from, as cases, and the texts of ours that show each circumstance."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import judge
import msgspec

from extractor import Article, load, saved
from extractor.confidence.confidence import circumstances
from extractor.record import Record
from tests import examples, test_sentences
from tests import gold as own

OWN = "tests/gold"
WHOLE = {"whole"}
"""The folders whose articles are annotated whole."""
LONGEST = 600
"""Characters of a text that shows a circumstance."""
Known = tuple[str, str, Record, dict[str, Any]]
"""Corpus, text, record and gold of an article."""


class Case(NamedTuple):
    """An item of a corpus: its article, its circumstances, and what is right of it."""

    corpus: str
    article: str
    known: tuple[str, ...]
    right: dict[str, bool]


def ours() -> Iterator[Known]:
    """Our own articles."""
    extractor = load()
    for one in own.articles():
        article = Article(text=one.text, id=one.name, published=one.published, title=one.title)
        yield OWN, one.text, extractor.record(article), judge.plain(one.items)


def others(folder: Path, records: Path | None) -> Iterator[Known]:
    """The articles of a folder."""
    docs = list(_lines(folder / "docs.jsonl"))
    gold = {row["id"]: row for row in _lines(folder / "gold.jsonl")}
    kept = records / f"{folder.name}.jsonl" if records else None
    made = saved.load(kept) if kept is not None and kept.is_file() else _made(docs)
    found = {record.id: record for record in made}
    for doc in docs:
        if doc["id"] in gold and doc["id"] in found:
            yield folder.name, doc["text"], found[doc["id"]], judge.with_event(gold[doc["id"]])


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def _made(docs: list[dict[str, Any]]) -> Iterator[Record]:
    extractor = load()
    for doc in docs:
        known = {name: doc[name] for name in ("id", "text", "title", "published", "publisher") if doc.get(name)}
        yield extractor.record(msgspec.convert(known, Article))


def cases(corpora: Iterable[Known]) -> dict[str, list[Case]]:
    """The cases of each list."""
    found: dict[str, list[Case]] = defaultdict(list)
    for corpus, text, record, gold in corpora:
        known = {id(item): tuple(names) for _, item, names in circumstances(record, text)}
        for name in judge.LISTED:
            if name not in gold:
                continue
            items = getattr(record, name)
            plain = msgspec.to_builtins(items)
            at = {id(one): item for one, item in zip(plain, items, strict=True)}
            if name == "events":
                plain = judge.main_ones(plain, record)
            for item, right in judge.judged(name, plain, gold[name], text):
                found[name].append(Case(corpus, record.id, known[id(at[id(item)])], right))
    return found


def shown(table: Path, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """For each wanted list and circumstance a text of ours that shows it: the one of the table if it still does, else
    the shortest of the tests' sentences and the paragraphs of our articles."""
    kept: dict[tuple[str, str], str] = {}
    if table.exists():
        with table.open(encoding="utf-8", newline="") as stream:
            kept = {(row["list"], row["circumstance"]): row["example"] for row in csv.DictReader(stream)}
    extractor = load()
    found: dict[tuple[str, str], str] = {}
    told: dict[tuple[str, str], str] = {}
    for text in [*dict.fromkeys(kept.values()), *sorted(_pool(), key=lambda one: (len(one), one))]:
        if text not in kept.values() and wanted <= found.keys():
            break
        plain = text.replace(test_sentences.BREAK, "\n")
        for name, _, names in circumstances(extractor.record(Article(text=plain)), plain):
            for each in names:
                if kept.get((name, each)) == text:
                    told[name, each] = text
                found.setdefault((name, each), text)
    return found | told


def _pool() -> set[str]:
    """Texts of ours, in one line each."""
    told = test_sentences.sentences().items()
    marked = [(name.partition(":")[0], line) for name, lines in told for _, line in lines]
    texts = [examples.parse(line, component).text for component, line in marked]
    for article in own.articles():
        parts = article.text.split("\n\n")
        texts += [*parts, *map("\n\n".join, pairwise(parts))]
    return {text.strip().replace("\n", test_sentences.BREAK) for text in texts if len(text) <= LONGEST and text.strip()}
