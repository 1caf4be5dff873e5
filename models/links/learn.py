#!/usr/bin/env python3
"""Learn what circumstances weigh in whether two reports are of one incident, and write `incidents.csv`.

    python models/links/learn.py STORE GOLD [--write]

STORE is a database of reports, GOLD JSON Lines, {"id", "event"} a report: the incident that it is of, by whatever name.
Fitted is a logistic regression on the pairs that linking looks at, held by a ridge to the column `prior`, which says
what one would think before seeing any (a few hundred reports have hardly a pair of two towns and one day), by Newton's
method: the same on every machine. Names of incidents are used for nothing but whether two are the same.
"""

import argparse
import csv
import json
import sqlite3
from pathlib import Path

import numpy as np

from extractor.store.link.incidents import _order, candidates, circumstances
from extractor.store.link.reports import rare, reports

HERE = Path(__file__).resolve().parent
RIDGE = 3.0


def main() -> None:
    """Fits and prints; with `--write` keeps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store")
    parser.add_argument("gold")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    with Path(asked.gold).open(encoding="utf-8") as stream:
        gold = {row["id"]: row["event"] for row in map(json.loads, stream)}
    connection = sqlite3.connect(asked.store)
    names = dict(connection.execute("SELECT id, name FROM articles"))
    found = list(reports(connection))
    main_ones = sorted((report for report in found if report.main), key=_order)
    counts = rare(found)
    path = HERE / "incidents.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    places = {row["circumstance"]: place for place, row in enumerate(rows)}
    pairs = [(main_ones[one], main_ones[other]) for one, other in candidates(main_ones, counts)]
    matrix, same = np.zeros((len(pairs), len(rows))), np.zeros(len(pairs))
    for line, (one, other) in enumerate(pairs):
        for name in circumstances(one, other, counts):
            matrix[line, places[name]] = 1.0
        same[line] = gold[names[one.article]] == gold[names[other.article]]
    fitted = fit(matrix, same, np.array([float(row["prior"]) for row in rows]))
    for row, weight, times in zip(rows, fitted, matrix.sum(axis=0), strict=True):
        row["weight"] = f"{weight:.2f}"
        print(f"{row['circumstance']:28} {weight:6.2f} {int(times):6}")
    right = ((matrix @ fitted > 0) == (same > 0.5)).mean()
    print(f"{len(pairs)} pairs, {int(same.sum())} the same, {100 * right:.1f}% right")
    if asked.write:
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, ["circumstance", "weight", "prior", "example"], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def fit(matrix: np.ndarray, same: np.ndarray, prior: np.ndarray) -> np.ndarray:
    """The weights of a logistic regression with a ridge around what was thought before."""
    weights = prior.copy()
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(matrix @ weights, -30, 30)))
        slope = matrix.T @ (same - chance) - RIDGE * (weights - prior)
        bend = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + RIDGE * np.eye(matrix.shape[1])
        step = np.linalg.solve(bend, slope)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return weights


if __name__ == "__main__":
    main()
