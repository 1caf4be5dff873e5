"""Learns the weights of `weights.csv` from reports whose place, day and numbers of killed and wounded are known.

    python models/en/events/learn.py DOCS.jsonl GOLD.jsonl [--half even|odd] [--write]

DOCS has `{"id", "text", "published", "title"}` a line,
GOLD `{"id", "event", "day", "lat", "lon", "killed", "wounded"}`: the incident that a report is about, its day (ISO) and
coordinates, and the numbers that are right (lists; left out where none is known). With `--half` only the reports of
incidents with an even, or odd, number are learned from and the others are scored, so that no incident is in both.
Without `--write` the table stays as it is.

Each of the three choices (toll, place, day) is a conditional logit: of the candidates of one report the one with the
highest sum of weights wins, and the weights are those under which the right ones are likeliest, with a Gaussian prior.
Only circumstances that were met in at least LEAST reports are kept, rounded to a tenth, so that a row means something.
Rows whose `origin` is "set" keep their weight: they are of what such reports hardly ever show.
"""

import argparse
import csv
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import numpy

import extractor
from extractor import Article, tables
from extractor.annotations import PlaceFound
from extractor.pipes.events import gather, when, where
from extractor.pipes.events.counting import Scene, counts_of
from extractor.pipes.events.headline import counts as headline_counts
from extractor.pipes.events.setting import Setting
from extractor.pipes.events.tolls import totals
from extractor.pipes.events.words import Choice, Weight, Weights, Words

PRIOR = 1.0
STEPS = 400
RATE = 0.05
LEAST = 5
SMALLEST = 0.2
"""Weights nearer to zero are left out of the table."""
NEAR = 25.0
"""Kilometres within which a place is right."""
TABLE = Path(__file__).with_name("weights.csv")
CHOICES: tuple[Choice, ...] = ("toll", "place", "day")


class Question(NamedTuple):
    """The candidates of one choice in one report, each with its circumstances, and which of them are right."""

    candidates: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


class Report(NamedTuple):
    """A report as read, and what is known of it."""

    setting: Setting
    title: str
    known: dict[str, Any]


def read(docs: Path, known: dict[str, dict[str, Any]], words: Words) -> list[Report]:
    """The reports, annotated."""
    loaded, found = extractor.load(), []
    for line in docs.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        published = date.fromisoformat(row["published"][:10]) if row.get("published") else None
        article = Article(text=row["text"], published=published, title=row.get("title"))
        found.append(Report(Setting.of(loaded.doc(article), words), row.get("title") or "", known[row["id"]]))
    return found


def places(report: Report, words: Words) -> Question:
    """Where it was, of the places of the article."""
    candidates = where.candidates(report.setting, words)
    at: Any = {"lat": report.known["lat"], "lon": report.known["lon"]}
    right = [_near(report.setting.places[one.place], at) for one in candidates]
    return Question(tuple(one.circumstances for one in candidates), tuple(right))


def days(report: Report, words: Words) -> Question:  # noqa: ARG001 - one shape for all choices
    """When it was, of the days of the article; the next day is right, for what began in the night."""
    candidates = when.candidates(report.setting)
    right = [_days_off(one.day, report.known["day"]) <= 1 for one in candidates]
    return Question(tuple(one.circumstances for one in candidates), tuple(right))


def tolls(report: Report, words: Words, scene: Scene, role: str) -> Question:
    """How many there were in one role, of the tolls that the article allows."""
    counted = [*headline_counts(report.title, words), *counts_of(report.setting, scene, words)]
    candidates = totals(role, counted)  # type: ignore[arg-type]
    right = [one.said[0] in report.known[role] for one in candidates]
    return Question(tuple(one.circumstances for one in candidates), tuple(right))


def _near(place: PlaceFound, at: PlaceFound) -> bool:
    return where.distance(place, at) <= NEAR


def _days_off(one: str, other: str) -> int:
    return abs(date.fromisoformat(one).toordinal() - date.fromisoformat(other).toordinal())


def fit(questions: Iterable[Question], fixed: Weights | None = None) -> Weights:
    """The weights under which the right candidates are likeliest, by Adam's gradient ascent from zero; those of `fixed`
    stay as they are."""
    fixed = fixed or {}
    asked = [one for one in questions if any(one.right) and len(one.right) > 1]
    met = Counter(name for one in asked for name in {name for names in one.candidates for name in names})
    names = sorted(name for name, count in met.items() if count >= LEAST)
    number = {name: at for at, name in enumerate(names)}
    matrices = []
    for one in asked:
        matrix = numpy.zeros((len(one.candidates), len(names)))
        for row, circumstances in enumerate(one.candidates):
            matrix[row, [number[name] for name in circumstances if name in number]] = 1.0
        matrices.append((matrix, numpy.array(one.right)))
    free = numpy.array([name not in fixed for name in names])
    weights, mean, square = numpy.array([fixed.get(name, 0.0) for name in names]), *numpy.zeros((2, len(names)))
    for step in range(1, STEPS + 1):
        gradient = -PRIOR * weights
        for matrix, right in matrices:
            likely = numpy.exp(matrix @ weights - (matrix @ weights).max())
            gradient += matrix.T @ (likely * right / (likely * right).sum() - likely / likely.sum())
        mean, square = 0.9 * mean + 0.1 * gradient, 0.999 * square + 0.001 * gradient**2
        weights += free * RATE * (mean / (1 - 0.9**step)) / (numpy.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return {name: round(float(weight), 1) + 0.0 for name, weight in zip(names, weights, strict=True)} | fixed


def share(questions: Sequence[Question], weights: Weights) -> float:
    """Percent of the questions of which the best candidate is right."""
    won = 0
    for one in questions:
        sums = [sum(weights.get(name, 0.0) for name in names) for names in one.candidates]
        won += bool(sums) and one.right[sums.index(max(sums))]
    return 100 * won / max(1, len(questions))


def questions(reports: Sequence[Report], words: Words) -> dict[Choice, list[Question]]:
    """What each report asks; the scenes for the tolls are those of the weights in `words`."""
    scenes = [gather.main_scene(report.setting, words) for report in reports]
    return {
        "place": [places(one, words) for one in reports if one.known.get("lat") is not None],
        "day": [days(one, words) for one in reports if one.known["day"][:4].isdigit()],
        "toll": [
            tolls(one, words, scene, role)
            for one, scene in zip(reports, scenes, strict=True)
            for role in ("killed", "wounded")
            if one.known.get(role)
        ],
    }


def write(weights: dict[Choice, Weights]) -> None:
    """The table with the new weights; the examples of the old rows stay, a new circumstance waits for one."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        old = {(row["choice"], row["circumstance"]): row for row in csv.DictReader(lines)}
    with TABLE.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(("choice", "circumstance", "weight", "origin", "example"))
        for choice in CHOICES:
            for name, weight in sorted(weights[choice].items(), key=lambda one: (-one[1], one[0])):
                row = old.get((choice, name), {"origin": "learned", "example": ""})
                if abs(weight) >= SMALLEST or row["origin"] == "set":
                    rows.writerow((choice, name, weight, row["origin"], row["example"]))


def fixed(words: tuple[Weight, ...]) -> dict[Choice, Weights]:
    """The weights that were set by hand, by choice."""
    return {
        choice: {row.circumstance: row.weight for row in words if row.choice == choice and row.origin == "set"}
        for choice in CHOICES
    }


def main() -> None:
    """Learn, score, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("docs", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--half", choices=("even", "odd"))
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    known = {row["id"]: row for row in map(json.loads, args.gold.read_text(encoding="utf-8").splitlines())}
    folder = tables.folder("events")
    words, kept = Words.of(folder), fixed(folder.rows("weights.csv", Weight))
    reports = read(args.docs, known, words)
    mine: Callable[[Report], bool] = lambda report: (  # noqa: E731
        args.half is None or int(report.known["event"]) % 2 == ("even", "odd").index(args.half)
    )
    learned, rest = [one for one in reports if mine(one)], [one for one in reports if not mine(one)]
    weights = {
        choice: fit(asked, kept[choice]) for choice, asked in questions(learned, words).items() if choice != "toll"
    }
    words = words._replace(weights={**weights, "toll": {}})
    weights["toll"] = fit(questions(learned, words)["toll"], kept["toll"])
    for name, part in (("learned", learned), ("unseen", rest)):
        asked = questions(part, words)
        shares = {choice: f"{share(asked[choice], weights[choice]):.1f}" for choice in CHOICES}
        print(name, len(part), "reports", shares)  # noqa: T201 - a script
    digest = hashlib.sha256(args.docs.read_bytes() + args.gold.read_bytes()).hexdigest()
    print("sha256 of DOCS and GOLD", digest[:16])  # noqa: T201
    if args.write:
        write(weights)


if __name__ == "__main__":
    main()
