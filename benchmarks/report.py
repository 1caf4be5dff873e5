"""How the benchmarks are shown, kept and compared: one table with ratios, the machine's description, JSON."""

import json
import os
import platform
import statistics
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np  # noqa: F401, its library is asked for
from threadpoolctl import threadpool_info

ROOT = Path(__file__).resolve().parent.parent
CHOICES = ("OPENBLAS_CORETYPE", "OPENBLAS_NUM_THREADS")
Row = dict[str, Any]
"""A line of the table: `unit`; `before` and `after` (bare and ours, or one process and two), medians; `ratio`, the
median of the ratios pair by pair, with `least` and `greatest`; `bound`, what the ratio must reach: ">= 1.25"."""


def row(unit: str, before: Sequence[float], after: Sequence[float], *, bound: str = "", inverse: bool = False) -> Row:
    """The line of paired measurements; the ratio is after to before, or before to after where `inverse`."""
    pairs = zip(before, after, strict=True)
    ratios = [old / new if inverse else new / old for old, new in pairs]
    return {
        "unit": unit,
        "before": statistics.median(before),
        "after": statistics.median(after),
        "ratio": statistics.median(ratios),
        "least": min(ratios),
        "greatest": max(ratios),
        "bound": bound,
    }


def single(unit: str, values: Sequence[float], *, bound: str = "") -> Row:
    """The line of a measurement that has nothing to be compared with; the bound is one of its own value."""
    return {
        "unit": unit,
        "after": statistics.median(values),
        "least": min(values),
        "greatest": max(values),
        "bound": bound,
    }


def share(unit: str, after: float, ratios: Sequence[float], *, bound: str = "") -> Row:
    """The line of a part of a whole: its own value, and its share."""
    return {**single(unit, ratios, bound=bound), "after": after, "ratio": statistics.median(ratios)}


def machine() -> dict[str, str]:
    """What the figures were measured on; no host name and no path."""
    model = next((line.partition(":")[2].strip() for line in _cpuinfo() if line.startswith("model name")), "")
    return {
        "processor": model or platform.processor() or platform.machine(),
        "cores": str(os.cpu_count()),
        "load": " ".join(f"{value:.1f}" for value in os.getloadavg()),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        **{name: metadata.version(name) for name in ("spacy", "thinc", "numpy", "newsextract")},
        "matrices": _kernels(),
        "commit": _commit(),
    }


def _kernels() -> str:
    """The library that multiplies NumPy's matrices, its kernel and threads, and what chose them."""
    found = {
        f"{pool['internal_api']} {pool.get('architecture', '')} x{pool['num_threads']}" for pool in threadpool_info()
    }
    chosen = [f"{name}={os.environ[name]}" for name in CHOICES if name in os.environ]
    return ", ".join([*sorted(found), *chosen])


def _cpuinfo() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


def _commit() -> str:
    asked = ["git", "-C", str(ROOT), "describe", "--always", "--dirty"]
    try:
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return "unknown"
    return done.stdout.strip() or "unknown"


def lines(rows: Mapping[str, Row], old: Mapping[str, Row] | None = None) -> Iterator[str]:
    """The table, with the values of an older run beside it where they are given."""
    head = f"{'measured':34}{'unit':>16}{'bare, one':>12}{'ours, two':>12}{'ratio':>8}{'least':>8}{'most':>8}  wanted"
    yield head + ("      before  change" if old is not None else "")
    for name, each in rows.items():
        numbers = "".join(
            f"{each[key]:{width}{form}}" if each.get(key) is not None else " " * width
            for key, width, form in (("before", 12, ",.2f"), ("after", 12, ",.2f"), ("ratio", 8, ".3f"))
        )
        spread = f"{each['least']:8.3f}{each['greatest']:8.3f}"
        change = _change(each, (old or {}).get(name))
        yield f"{name:34}{each['unit']:>16}{numbers}{spread}  {each['bound']:8}{change}".rstrip()


def _change(new: Row, old: Row | None) -> str:
    """What an older run had, by the ratio where there is one, and by how many percent it has changed."""
    if old is None:
        return ""
    key = "ratio" if "ratio" in new and "ratio" in old else "after"
    within = old["least"] <= new[key] <= old["greatest"] or new["least"] <= old[key] <= new["greatest"]
    return f"{old[key]:8.3f} {100 * (new[key] / old[key] - 1):+6.1f}%{' (within the spread)' if within else ''}"


def read(path: Path) -> dict[str, Any]:
    """The report of an older run."""
    report: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return report
