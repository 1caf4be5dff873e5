#!/usr/bin/env python3
"""Learn `weights.csv` from articles that were annotated by hand, and say how far the confidences can be relied on.

    python models/en/confidence/learn.py [DATA ...] [--records DIR] [--write]

The sixty articles of `tests/gold` are always read. DATA are folders with docs.jsonl ({"id", "text", "published"}) and
gold.jsonl (lists of the record by their offsets, see `judge.py`); DIR/NAME.jsonl has the records of DATA/NAME, so that
they need not be made anew. A folder that annotates all lists is of the articles that a confidence is meant for; what
another one's conventions add to an item's chance, or take from it, is a weight of its own in the fit, and not kept.

Each list and choice is a logistic regression on the named circumstances with a ridge, by Newton's method: the weight of
the rare is held near nought. What weighs little, or is shown by no text of ours, is left out. Reliability is measured
on articles that were left out (five folds by article) and written to `benchmarks/reliability.csv`. The same data give
the same rows.
"""

import argparse
import csv
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent.parent
sys.path[:0] = [str(HERE), str(ROOT)]

from cases import OWN, WHOLE, Case, cases, others, ours, shown  # noqa: E402

from extractor.confidence.confidence import CHOICES  # noqa: E402
from extractor.confidence.weights import ALWAYS, frequency  # noqa: E402
from extractor.record import LISTS  # noqa: E402

FOLDS = 5
RARE = 8
"""Items that have a circumstance, at least."""
LIGHT = 0.1
"""A weight nearer to nought is left out."""
RIDGE = 4.0
CORPUS = "corpus "
Array = np.ndarray[Any, np.dtype[np.float64]]
Tested = tuple[Case, float, bool]
"""An item, the chance that it had while its article was left out, and whether it is right."""


def fit(matrix: Array, right: Array, ridge: Array) -> Array:
    """The weights of a logistic regression with a ridge."""
    weights = np.zeros(matrix.shape[1])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-np.clip(matrix @ weights, -30, 30)))
        slope = matrix.T @ (right - chance) - ridge * weights
        bend = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        weights += step
        if np.abs(step).max() < 1e-7:
            break
    return weights


class Learned(NamedTuple):
    """The weights of a choice, and its items as they were tested."""

    weights: dict[str, float]
    tested: list[Tested]


def learned(found: Sequence[Case], choice: str, known: set[str]) -> Learned:
    """Learns a choice of a list from its items, by the circumstances that are `known` to be shown."""
    told = [case for case in found if choice in case.right]
    uses = Counter(name for case in told for name in set(case.known))
    names = [ALWAYS, *sorted(name for name, count in uses.items() if RARE <= count < len(told) and name in known)]
    dummies = sorted({case.corpus for case in told} - {OWN, *WHOLE})
    columns = [*names, *(CORPUS + each for each in dummies)]
    matrix = _matrix(told, columns)
    right = np.array([case.right[choice] for case in told], dtype=float)
    ridge = np.array([0.01 if name == ALWAYS or name.startswith(CORPUS) else RIDGE for name in columns])
    tested = list(_tested(told, matrix, right, ridge, len(names)))
    weights = fit(matrix, right, ridge)
    kept = [at for at, name in enumerate(columns) if ridge[at] < RIDGE or abs(weights[at]) >= LIGHT]
    again = fit(matrix[:, kept], right, ridge[kept])
    made = {columns[at]: float(weight) for at, weight in zip(kept, again, strict=True)}
    return Learned({name: weight for name, weight in made.items() if not name.startswith(CORPUS)}, tested)


def _matrix(told: Sequence[Case], columns: Sequence[str]) -> Array:
    places = {name: at for at, name in enumerate(columns)}
    matrix = np.zeros((len(told), len(columns)))
    for line, case in enumerate(told):
        for name in (*case.known, CORPUS + case.corpus):
            if name in places:
                matrix[line, places[name]] = 1.0
    return matrix


def _tested(told: Sequence[Case], matrix: Array, right: Array, ridge: Array, own: int) -> Iterable[Tested]:
    """Every item by the weights of the folds that its article is not in; the first `own` columns are circumstances."""
    fold = np.array([zlib.crc32(case.article.encode()) % FOLDS for case in told])
    for number in range(FOLDS):
        weights = fit(matrix[fold != number], right[fold != number], ridge)
        sums = matrix[:, :own] @ weights[:own]
        for at in np.flatnonzero(fold == number):
            yield told[at], frequency(float(sums[at])), bool(right[at])


def error(tested: Sequence[Tested]) -> float:
    """The expected calibration error (Naeini et al. 2015) over ten bins of one width."""
    bins: dict[int, list[Tested]] = defaultdict(list)
    for each in tested:
        bins[min(9, int(each[1] * 10))].append(each)
    gaps = (abs(sum(chance - right for _, chance, right in each)) for each in bins.values())
    return sum(gaps) / max(1, len(tested))


def by_chance(tested: Sequence[Tested], draws: int = 200) -> float:
    """The mean `error` of so many items whose confidences are exactly true: what the size of the sample alone gives."""
    chances = np.array([chance for _, chance, _ in tested])
    outcomes = np.random.default_rng(1).random((draws, len(chances))) < chances
    bins = np.minimum(9, (chances * 10).astype(int))
    gaps = [np.abs((outcomes - chances)[:, bins == each].sum(axis=1)).mean() for each in np.unique(bins)]
    return float(sum(gaps)) / max(1, len(tested))


def caught(tested: Sequence[Tested], share: float = 0.2) -> float:
    """Of the wrong ones, how many are among the least sure fifth."""
    ordered = sorted(tested, key=lambda each: each[1])
    least = ordered[: round(share * len(ordered))]
    return sum(not right for *_, right in least) / max(1, sum(not right for *_, right in tested))


def reliability(name: str, choice: str, tested: Sequence[Tested]) -> Iterable[dict[str, object]]:
    """A row for each corpus and bin: how many items, what was said of them, and how many were right."""
    for corpus in sorted({case.corpus for case, *_ in tested}):
        part = [each for each in tested if each[0].corpus == corpus]
        row = {
            "list": name,
            "choice": choice,
            "corpus": corpus,
            "error": f"{error(part):.3f}",
            "chance": f"{by_chance(part):.3f}",
            "caught": f"{caught(part):.2f}",
        }
        for low in range(10):
            inside = [each for each in part if min(9, int(each[1] * 10)) == low]
            if inside:
                said = sum(chance for _, chance, _ in inside) / len(inside)
                right = sum(right for *_, right in inside) / len(inside)
                yield row | {"from": low / 10, "items": len(inside), "said": f"{said:.2f}", "right": f"{right:.2f}"}


def write(path: Path, rows: Sequence[dict[str, object]]) -> None:
    """A table."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def main() -> None:
    """Learns, prints, and with `--write` keeps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="*", type=Path)
    parser.add_argument("--records", type=Path)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    found = cases([*ours(), *(each for folder in asked.data for each in others(folder, asked.records))])
    uses = Counter((name, each) for name, listed in found.items() for case in listed for each in set(case.known))
    examples = shown(HERE / "weights.csv", {key for key, count in uses.items() if count >= RARE})
    weights: list[dict[str, object]] = []
    table: list[dict[str, object]] = []
    everything: list[Tested] = []
    for name in (each for each in LISTS if each in found):
        known = {circumstance for of, circumstance in examples if of == name}
        for choice in CHOICES[name]:
            made = learned(found[name], choice, known)
            row = {"list": name, "choice": choice}
            weights += [
                row | {"circumstance": each, "weight": f"{weight:.2f}", "example": examples[name, each]}
                for each, weight in sorted(made.weights.items())
            ]
            table += reliability(name, choice, made.tested)
            everything += [each for each in made.tested if choice == "item" and each[0].corpus in WHOLE]
    table += reliability("all", "item", everything)
    told = ("list", "choice", "corpus", "error", "chance", "caught")
    for each in {tuple(row[name] for name in told): None for row in table}:
        sys.stdout.write(f"{' '.join(map(str, each))}\n")
    if asked.write:
        write(HERE / "weights.csv", weights)
        write(ROOT / "benchmarks" / "reliability.csv", table)


if __name__ == "__main__":
    main()
