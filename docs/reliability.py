"""The tables of how far confidences can be relied on, and their curve, from `benchmarks/reliability.csv`."""

import csv
from collections.abc import Iterator
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "benchmarks" / "reliability.csv"
SIDE, EDGE = 320, 40
COLORS = ("#4e79a7", "#f28e2b", "#59a14f", "#e15759", "#76b7b2", "#9c755f", "#b07aa1")


def _rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def page() -> Iterator[str]:
    """The section of the page of accuracy."""
    yield "## Confidence\n"
    yield (
        "An item's `confidence` is the frequency with which items like it are wholly right, `confidences` those of the "
        "choices inside it. They are learned from articles annotated by hand and tested on articles that were left out "
        "(five folds). The error is the expected calibration error, the mean distance between what was said and what "
        "was right over ten bins; by chance is the error that so few items would have if every confidence were exactly "
        "true; caught is the share of the wrong ones that are among the least sure fifth. `whole` "
        "and `tests/gold` are articles annotated whole; the others have one list each, with conventions of their own "
        "which a confidence does not know (a date of `dates` is right only with the very value that its annotators "
        "chose).\n"
    )
    yield "![What was said against what was right, by list](reliability.svg)\n"
    yield "| list | choice | texts | items | said | right | error | by chance | caught |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for key, rows in _grouped().items():
        items = sum(int(row["items"]) for row in rows)
        said, right = (sum(float(row[name]) * int(row["items"]) for row in rows) / items for name in ("said", "right"))
        measures = (f"{said:.2f}", f"{right:.2f}", *(rows[0][name] for name in ("error", "chance", "caught")))
        yield f"| {' | '.join((*key, str(items), *measures))} |"


def _grouped() -> dict[tuple[str, str, str], list[dict[str, str]]]:
    found: dict[tuple[str, str, str], list[dict[str, str]]] = {}
    for row in _rows():
        found.setdefault((row["list"], row["choice"], row["corpus"]), []).append(row)
    return found


def curve() -> str:
    """The reliability curve of the items of each list, over all texts, as SVG: on the diagonal all is as said."""
    lines = []
    for number, name in enumerate(dict.fromkeys(row["list"] for row in _rows() if row["list"] != "all")):
        bins: dict[str, list[tuple[float, float, int]]] = {}
        for row in _rows():
            if row["list"] == name and row["choice"] == "item":
                bins.setdefault(row["from"], []).append((float(row["said"]), float(row["right"]), int(row["items"])))
        points = []
        for _, each in sorted(bins.items()):
            items = sum(count for *_, count in each)
            if items >= 20:
                said, right = (sum(one[at] * one[2] for one in each) / items for at in (0, 1))
                points.append(f"{EDGE + SIDE * said:.0f},{EDGE + SIDE * (1 - right):.0f}")
        color = COLORS[number % len(COLORS)]
        lines.append(f'<polyline fill="none" stroke="{color}" stroke-width="2" points="{" ".join(points)}"/>')
        lines.append(f'<text x="{EDGE + SIDE + 12}" y="{EDGE + 16 + 18 * number}" fill="{color}">{name}</text>')
    frame = f'<rect x="{EDGE}" y="{EDGE}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#888"/>'
    even = f'<path d="M{EDGE} {EDGE + SIDE}L{EDGE + SIDE} {EDGE}" stroke="#bbb" stroke-dasharray="4"/>'
    below = f'<text x="{EDGE + SIDE / 2:.0f}" y="{2 * EDGE + SIDE - 12}" text-anchor="middle">said</text>'
    beside = f'<text x="8" y="{EDGE + SIDE / 2:.0f}">right</text>'
    size = f'width="{SIDE + 3 * EDGE + 20}" height="{SIDE + 2 * EDGE}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="13">'
    return "\n".join(
        [head, '<rect width="100%" height="100%" fill="#fff"/>', frame, even, below, beside, *lines, "</svg>", ""]
    )
