#!/usr/bin/env python3
"""Learn `weights.csv` and `rates.csv` from articles whose quotes were marked by hand.

    python models/en/quotes/learn.py DATA [--parsed FILE.spacy] [--dry-run]

DATA holds docs.jsonl ({"id", "text"} a line) and gold.jsonl ({"id", "quotes": [...]}, a quote with `spans`, `cue` and
`speaker`, each {start, end}). A hundred articles are left out, those whose id has the least digest (SHA-256): nobody
has read them, and scores on them say what unseen news will bring. --parsed keeps the parsed articles, or reads them.

Two choices are learned, each a sum of weights of named circumstances (`options.py`, `grounds.py`): which of its
options is a cue's content (the softmax of the sums over the options; right is what shares most words with the marked
quote), and whether cue, content and speaker are a quote (the logistic function of the sum). `rates.csv` counts how
often a word with a frame reported; for the second choice rates are taken from the other four fifths of the articles.
Both are fitted by Newton's method with a ridge. What weighs little, is rare, or is shown by no sentence of ours is left
out. The same data and the same former table give the same rows.
"""

import argparse
import csv
import hashlib
import json
import math
import re
import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import spacy
from spacy.tokens import Doc, DocBin

from extractor import Article, load
from extractor.normalization.normalized import Normalized
from extractor.pipeline import Extractor
from extractor.pipes.quotes import grounds, words
from extractor.pipes.quotes.page import Page
from extractor.pipes.quotes.pipe import NewsQuotes
from extractor.pipes.quotes.weights import AND, ANY, odds
from tests import examples as sentences

HERE = Path(__file__).resolve().parent
SENTENCES = HERE.parent.parent.parent / "tests" / "sentences" / "quotes.txt"
HELD_OUT = 100
FOLDS = 5
RARE = 25
"""Uses of a circumstance in the articles, at least."""
LIGHT = 0.12
"""A weight nearer to nought is left out."""
RIDGE = 4.0
PAIRS, ROUNDS = 80, 4
"""Pairs of circumstances that are looked for, at most, and in how many rounds."""
LEANS = {"always": 0.35, "a verb of thinking without marks": -0.8}
"""Added to the sums for a report: a lost quote costs as much as a surplus one only where four in ten are lost, but a
wish that nobody uttered costs a reporter more than one that is left out."""
KEPT = 0.5
"""The share of the former weights of content that a learning keeps: on articles left out, the mean of two does best."""
STEPS = 9
"""Of Newton's method."""
ALIKE = 0.5
"""Of their words, that a content and a marked quote must share."""
WORD = re.compile(r"\w+(?:['’]\w+)*")
MARKUP = re.compile(r"[\[\]{}<>]")
Array = np.ndarray[Any, np.dtype[np.float64]]


class Case(NamedTuple):
    """A cue of an article. `shares` say how much each option has in common with the marked quote of the cue.

    `reasons` are the circumstances of the second choice for each option; `is_marked` whether the cue is one in gold.
    """

    article: str
    key: str
    frames: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]
    reasons: tuple[list[str], ...]
    shares: tuple[float, ...]
    is_marked: bool
    speaker_agrees: bool


class Marked(NamedTuple):
    """A quote of gold as sets of words, each known by its place."""

    content: frozenset[int]
    cue: frozenset[int]
    speaker: frozenset[int]


def digest(text: str) -> str:
    """What articles are ordered by."""
    return hashlib.sha256(text.encode()).hexdigest()


def held_out(ids: Iterable[str]) -> set[str]:
    """The articles that nothing is learned from."""
    return set(sorted(ids, key=digest)[:HELD_OUT])


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def parsed(rows: list[dict[str, Any]], kept: Path | None) -> list[Doc]:
    """The articles with all that stands before `news_quotes` on them."""
    extractor = load()
    if kept is not None and kept.exists():
        return list(DocBin().from_disk(kept).get_docs(extractor.nlp.vocab))
    extractor.rules = extractor.rules[: [name for name, _ in extractor.rules].index("news_quotes")]
    docs = [extractor.doc(Article(text=row["text"])) for row in rows]
    if kept is not None:
        columns = ["ORTH", "LEMMA", "TAG", "POS", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE", "SPACY", "MORPH"]
        DocBin(attrs=columns, docs=docs, store_user_data=True).to_disk(kept)
    return docs


def proposals(component: NewsQuotes, doc: Doc) -> Iterator[tuple[Page, words.Proposal]]:
    """What the cues of an article may report, but for those that layout or marks have settled."""
    page = component.page(doc)
    sure = component.sure(page)
    held = [span for report in sure for span in report.spans]
    for cue in words.cues_of(page, {report.at for report in sure}):
        if not any(start <= cue.start < end for start, end in held):
            proposal = words.propose(page, cue)
            if proposal is not None:
                yield page, proposal


def reasons_of(page: Page, proposal: words.Proposal) -> tuple[list[str], ...]:
    """The circumstances of the second choice, for each option."""
    return tuple(
        grounds.names_of(page, proposal.cue, option, proposal.speaker, by_rule=proposal.rule is not None)
        for option in proposal.options
    )


class Places:
    """The words of an article, each known by its place; gold counts characters of the article, a `Doc` of its reading.

    In a quarter of the articles the two differ: a headline is lowered, a doubled blank is taken out.
    """

    def __init__(self, text: str, read: Normalized) -> None:
        self._starts, self._ends = zip(*(match.span() for match in WORD.finditer(text)), strict=True)
        self._read = read

    def marked(self, spans: Iterable[Sequence[int]]) -> frozenset[int]:
        """The words in stretches of the article."""
        return frozenset(n for s, e in spans for n in range(bisect_right(self._ends, s), bisect_left(self._starts, e)))

    def read(self, spans: Iterable[Sequence[int]]) -> frozenset[int]:
        """The words in stretches of the `Doc`."""
        return self.marked([(self._read.start(start), self._read.end(end)) for start, end in spans])


def cases(
    component: NewsQuotes, doc: Doc, article: str, places: Places, quotes: list[dict[str, Any]]
) -> Iterator[Case]:
    """The cues of an article that stand in no marked quote, with what gold says of them."""
    held = places.read

    def of(mention: dict[str, Any] | None) -> frozenset[int]:
        return places.marked([(mention["start"], mention["end"])]) if mention else frozenset()

    def content(quote: dict[str, Any]) -> frozenset[int]:
        return places.marked([(span["start"], span["end"]) for span in quote["spans"]])

    gold = [Marked(content(quote), of(quote["cue"]), of(quote["speaker"])) for quote in quotes]
    inside = frozenset().union(*(quote.content for quote in gold))
    for page, proposal in proposals(component, doc):
        cue = held([(proposal.cue.start, proposal.cue.end)])
        mine = [quote for quote in gold if quote.cue & cue]
        if cue & inside and not mine:
            continue  # the report inside a report is no quote of its own
        who = proposal.speaker[0]
        said_by = frozenset() if who is None else held([(who.start, who.end)])
        yield Case(
            article,
            grounds.rate_key(proposal.cue),
            tuple(option.frame for option in proposal.options),
            tuple(option.names for option in proposal.options),
            reasons_of(page, proposal),
            tuple(_share(held(option.spans), mine) for option in proposal.options),
            bool(mine),
            any(said_by & quote.speaker if quote.speaker else not said_by for quote in mine),
        )


def _share(content: frozenset[int], quotes: list[Marked]) -> float:
    return max((len(content & one.content) / len(content | one.content) for one in quotes if one.content), default=0.0)


class Design(NamedTuple):
    """Which circumstances each row has, as a table of noughts and ones; `names` are its columns."""

    names: list[str]
    table: Array


class Fitted(NamedTuple):
    """The weights of the first choice; what `share` each option of the table has by them, and ought to have."""

    weights: dict[str, float]
    listed: Design
    share: Array
    right: Array


def design(rows: Sequence[Iterable[str]], allowed: set[str]) -> Design:
    """The table of the circumstances that are allowed and not too rare."""
    often = Counter(name for row in rows for name in set(row) if name in allowed)
    names = sorted(name for name, uses in often.items() if uses >= RARE)
    column = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    for number, row in enumerate(rows):
        table[number, [column[name] for name in set(row) if name in column]] = 1.0
    return Design(names, table)


def choose(found: Sequence[Case], allowed: set[str]) -> Fitted:
    """The weights of the first choice: softmax over the options of each cue."""
    told = [case for case in found if case.is_marked and len(case.names) > 1 and max(case.shares) >= ALIKE]
    listed = design([names for case in told for names in case.names], allowed)
    sizes = [len(case.names) for case in told]
    starts = np.r_[0, np.cumsum(sizes)[:-1]]
    group = np.repeat(np.arange(len(told)), sizes)
    right = np.concatenate([np.array(case.shares) >= max(case.shares) - 0.03 for case in told]).astype(float)
    right /= np.add.reduceat(right, starts)[group]
    table, weights, share = listed.table, np.zeros(len(listed.names)), right
    for _ in range(STEPS):
        sums = table @ weights
        share = np.exp(sums - np.maximum.reduceat(sums, starts)[group])
        share /= np.add.reduceat(share, starts)[group]
        means = np.add.reduceat(table * share[:, None], starts)
        slope = table.T @ (share - right) + RIDGE * weights
        bend = (table * share[:, None]).T @ table - means.T @ means + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return Fitted(dict(zip(listed.names, weights.tolist(), strict=True)), listed, share, right)


def pairs_of(found: Sequence[Case], allowed: set[str], shown: set[str]) -> set[str]:
    """The pairs of circumstances, of those shown, that tell most beyond what each of the two does, round by round.

    What a pair would gain is judged by the slope and the bend that its weight has at nought.
    """
    chosen: set[str] = set()
    for _ in range(ROUNDS):
        fitted = choose([with_pairs(case, chosen) for case in found], allowed | chosen)
        own = [column for column, name in enumerate(fitted.listed.names) if name in allowed]
        table, names = fitted.listed.table[:, own], [fitted.listed.names[column] for column in own]
        slope = table.T @ (table * (fitted.right - fitted.share)[:, None])
        bend = table.T @ (table * (fitted.share * (1 - fitted.share))[:, None])
        gain = np.triu(slope * slope / (bend + 2 * RIDGE), 1)
        gain[table.T @ table < 2 * RARE] = 0.0
        ranked = (divmod(int(at), len(names)) for at in np.argsort(-gain, axis=None))
        pairs = (names[one] + AND + names[other] for one, other in ranked)
        fresh = (pair for pair in pairs if pair in shown and pair not in chosen)
        chosen |= set(islice(fresh, PAIRS // ROUNDS))
    return chosen


def with_pairs(case: Case, pairs: set[str]) -> Case:
    """A case whose options have their pairs of circumstances among their names."""
    seconds: dict[str, list[str]] = {}
    for pair in sorted(pairs):
        first, _, second = pair.partition(AND)
        seconds.setdefault(first, []).append(second)
    return case._replace(
        names=tuple(
            (*names, *(first + AND + other for first in names for other in seconds.get(first, ()) if other in names))
            for names in case.names
        )
    )


def decide(found: Sequence[Case], picked: Sequence[int], allowed: set[str]) -> dict[str, float]:
    """The weights of the second choice: logistic, with the rate among the circumstances."""
    listed = design([case.reasons[at] for case, at in zip(found, picked, strict=True)], allowed)
    table = np.c_[listed.table, rates_without(found, picked)]
    right = np.array([float(is_right(case, at)) for case, at in zip(found, picked, strict=True)])
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-(table @ weights)))
        slope = table.T @ (share - right) + RIDGE / 2 * weights
        bend = (table * (share * (1 - share))[:, None]).T @ table + RIDGE / 2 * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return dict(zip([*listed.names, "rate"], weights.tolist(), strict=True))


def is_right(case: Case, at: int) -> bool:
    """Whether a cue with the option is a quote of gold, speaker included."""
    return case.is_marked and case.speaker_agrees and case.shares[at] >= ALIKE


def counts(found: Sequence[Case], picked: Sequence[int]) -> dict[tuple[str, str], tuple[int, int]]:
    """(uses, reports) by word and frame, by word, and by frame."""
    uses: Counter[tuple[str, str]] = Counter()
    reports: Counter[tuple[str, str]] = Counter()
    for case, at in zip(found, picked, strict=True):
        if not case.article:
            continue  # a sentence of ours
        for key in ((case.key, case.frames[at]), (case.key, ANY), (ANY, case.frames[at])):
            uses[key] += 1
            reports[key] += is_right(case, at)
    return {key: (many, reports[key]) for key, many in uses.items()}


def rates_without(found: Sequence[Case], picked: Sequence[int]) -> Array:
    """For each cue the odds of its word and frame in the other parts of the articles."""
    fold = [int(digest(case.article), 16) % FOLDS for case in found]
    result = np.zeros(len(found))
    for part in range(FOLDS):
        others = [n for n in range(len(found)) if fold[n] != part]
        table = counts([found[n] for n in others], [picked[n] for n in others])
        for n in (n for n in range(len(found)) if fold[n] == part):
            result[n] = odds(table, found[n].key, found[n].frames[picked[n]])
    return result


def pruned(weights: dict[str, float]) -> set[str]:
    """The circumstances that weigh something."""
    return {name for name, weight in weights.items() if abs(weight) >= LIGHT or name in LEANS}


def passing(extractor: Extractor, marked: str) -> bool:
    """Whether a sentence of ours comes out as it is marked."""
    try:
        sentences.check(extractor, "quotes", marked)
    except AssertionError:
        return False
    return True


def quotes_of(marked: str) -> list[dict[str, Any]] | None:
    """The quotes of a sentence of ours as gold has them; None where it has several, whose words it does not tell."""
    parts: dict[str, list[dict[str, Any]]] = {"speaker": [], "cue": [], "content": []}
    for one in sentences.parse(marked, "quotes").expected:
        parts[one.fields["part"]].append({"start": one.start, "end": one.end})
    if len(parts["cue"]) > 1 or len(parts["speaker"]) > 1:
        return None
    if not parts["content"]:
        return []
    return [
        {
            "spans": parts["content"],
            "cue": next(iter(parts["cue"]), None),
            "speaker": next(iter(parts["speaker"]), None),
        }
    ]


class Ours(NamedTuple):
    """What our own sentences give: for each circumstance one that shows it, for each word its own, and their cues."""

    shown: dict[tuple[str, str], str]
    own: dict[str, str]
    found: list[Case]


def examples(component: NewsQuotes) -> Ours:
    """For each circumstance of either choice a sentence of ours that shows it and comes out right; by word its own.

    A circumstance keeps the example that it has, else it gets the shortest of the tables and of the tests. All of them
    are learned from like articles, but for the rates: they show what the news of one year has seldom.
    """
    own: dict[str, str] = {}
    for name, kind in (("verbs.csv", ""), ("nouns.csv", " (noun)")):
        own |= {row["lemma"] + kind: row["example"] for row in table(name)}
    kept = {(row["choice"], row["circumstance"]): row["example"] for row in table("weights.csv")}
    lines_of = SENTENCES.read_text(encoding="utf-8").splitlines()
    pool = {*own.values(), *kept.values(), *(line for line in lines_of if line and line[0] != "#")}
    extractor = load()
    shown: dict[tuple[str, str], str] = {}
    told = [one.replace("⏎", "\n") for one in sorted(pool, key=lambda one: (len(one), one))]
    passed = {one for one in told if passing(extractor, one)}
    found: list[Case] = []
    extractor.rules = extractor.rules[: [name for name, _ in extractor.rules].index("news_quotes")]
    for marked in told:
        text = MARKUP.sub("", marked)
        doc, quotes = extractor.doc(Article(text=text)), quotes_of(marked)
        if quotes is not None:
            found += cases(component, doc, "", Places(text, extractor.normalized(text)), quotes)
        if marked not in passed:
            continue
        for page, proposal in proposals(component, doc):
            for option, reasons in zip(proposal.options, reasons_of(page, proposal), strict=True):
                pairs = [one + AND + other for one, other in combinations(sorted(set(option.names)), 2)]
                for choice, names in (("content", [*option.names, *pairs]), ("report", [*reasons, "rate"])):
                    for name in names:
                        shown.setdefault((choice, name), marked)
    shown |= {key: example for key, example in kept.items() if key in shown and example in passed}
    return Ours(shown, own, found)


def table(name: str) -> list[dict[str, str]]:
    """The rows of a table, none where it is not there yet."""
    path = HERE / name
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines(keepends=True))) if path.exists() else []


def weights_in_table(choice: str) -> dict[str, float]:
    """The weights of the table as it is."""
    return {row["circumstance"]: float(row["weight"]) for row in table("weights.csv") if row["choice"] == choice}


def damped(fresh: dict[str, float], former: dict[str, float]) -> dict[str, float]:
    """The weights half of the way from those of the table; all of the way where it has none yet."""
    kept = KEPT if former else 0.0
    mixed = {name: kept * former.get(name, 0.0) + (1 - kept) * fresh.get(name, 0.0) for name in {*former, *fresh}}
    return {name: weight for name, weight in mixed.items() if abs(weight) >= LIGHT / 2}


def write(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(header)
        table.writerows(rows)


def learn(found: Sequence[Case], shown: set[tuple[str, str]]) -> tuple[dict[str, float], dict[str, float], list[int]]:
    """Both tables of weights, and the option chosen for each cue."""
    allowed = {name for choice, name in shown if choice == "content" and AND not in name}
    pairs = pairs_of(found, allowed, {name for choice, name in shown if AND in name})
    found = [with_pairs(case, pairs) for case in found]
    content = choose(found, allowed | pairs).weights
    content = choose(found, pruned(content)).weights
    picked = [best(case, content) for case in found]
    report = decide(found, picked, {name for choice, name in shown if choice == "report"})
    report = decide(found, picked, pruned(report))
    for name, lean in LEANS.items():
        report[name] = report.get(name, 0.0) + lean
    return content, report, picked


def best(case: Case, weights: dict[str, float]) -> int:
    """The option of the greatest sum."""
    sums = [sum(weights.get(name, 0.0) for name in names) for names in case.names]
    return max(range(len(sums)), key=sums.__getitem__)


def told(found: Sequence[Case], content: dict[str, float], report: dict[str, float], picked: Sequence[int]) -> str:
    """What the weights make of the articles they were learned from."""
    rates = rates_without(found, picked)
    sums = [
        report["rate"] * rate + sum(report.get(name, 0.0) for name in case.reasons[at])
        for case, at, rate in zip(found, picked, rates, strict=True)
    ]
    right = [is_right(case, at) for case, at in zip(found, picked, strict=True)]
    marked = [(case, at) for case, at in zip(found, picked, strict=True) if case.is_marked]
    share = sum(case.shares[at] >= ALIKE for case, at in marked) / len(marked)
    most = sum(max(case.shares) >= ALIKE for case, _ in marked) / len(marked)
    taken = [good for good, total in zip(right, sums, strict=True) if total > 0]
    return (
        f"{len(found)} cues, {len(marked)} marked; content right {share:.1%} of at most {most:.1%}; "
        f"taken {len(taken)}: {sum(taken) / len(taken):.1%} right, {sum(taken) / sum(right):.1%} of the right ones; "
        f"{len(content)} and {len(report)} weights"
    )


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--parsed", type=Path)
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--content", action="store_true", help="leave the weights for a report, and the rates")
    args = parser.parse_args()
    rows = lines(args.data / "docs.jsonl")
    gold = {row["id"]: row["quotes"] for row in lines(args.data / "gold.jsonl")}
    left = held_out(row["id"] for row in rows)
    component, extractor = NewsQuotes(spacy.blank("en"), "news_quotes", "en", None), load()
    found = [
        case
        for row, doc in zip(rows, parsed(rows, args.parsed), strict=True)
        if row["id"] not in left
        for case in cases(
            component, doc, row["id"], Places(row["text"], extractor.normalized(row["text"])), gold[row["id"]]
        )
    ]
    shown, own, ours = examples(component)
    content, report, picked = learn([*found, *ours], set(shown))
    picked = picked[: len(found)]
    sys.stderr.write(told(found, content, report, picked) + "\n")
    often = Counter(("content", name) for case in found for names in case.names for name in set(names))
    often.update(("report", name) for case in found for name in {name for names in case.reasons for name in names})
    unshown = sorted(key for key, uses in often.items() if uses >= RARE and key not in shown)
    sys.stderr.write("shown by no sentence: " + "; ".join(" ".join(key) for key in unshown) + "\n")
    if args.dry_run:
        return
    former = {choice: weights_in_table(choice) for choice in ("content", "report")}
    report = former["report"] if args.content else report
    weights = [
        ("content", name, f"{weight:.2f}") for name, weight in sorted(damped(content, former["content"]).items())
    ]
    weights += [("report", name, f"{weight:.2f}") for name, weight in sorted(report.items()) if name != "rate"]
    weights.append(("report", "rate", f"{report['rate']:.2f}"))
    anything = shown["report", "always"]
    write(
        HERE / "weights.csv",
        ("choice", "circumstance", "weight", "example"),
        [(*row, shown.get((row[0], row[1]), anything)) for row in weights],
    )
    if args.content:
        return
    table = counts(found, picked)
    write(
        HERE / "rates.csv",
        ("lemma", "frame", "uses", "reports", "example"),
        [
            (*key, *table[key], own.get(key[0], anything))
            for key in sorted(table)
            if key[0] == ANY or key[1] == ANY or table[key][0] >= math.ceil(FOLDS / 2)
        ],
    )


if __name__ == "__main__":
    main()
