#!/usr/bin/env python3
"""Hold the scores: no measure of the evaluation kit may fall below its floor.

    python benchmarks/floors.py KIT [--extract COMMAND] [--raise]

KIT is the folder of the evaluation kit (it is not part of this repository). Floors stand in `floors.json`, each task's
with a digest of its corpus, so that a changed corpus is noticed and a floor cannot slip unseen: lowering one is a line
in a diff. A floor is the score less `SLACK` points. `--raise` writes the scores of this run as new floors where they
are higher. Ends with status 1 where a score is below its floor, a record is missing, an offset is broken, or a figure
shares text with a date that is no stretch of time.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).resolve().with_name("floors.json")
SLACK = 0.3
"""Points (percent) that a score may fall without notice, about one item of the smallest corpora."""


def digest(task: Path) -> str:
    """A digest of a task's texts and gold."""
    total = hashlib.sha256()
    for name in ("docs.jsonl", "gold.jsonl"):
        total.update((task / name).read_bytes())
    return total.hexdigest()[:16]


def measured(kit: Path, command: str, tasks: list[str]) -> dict[str, Any]:
    """The results by task: {"scores": {measure: percent}, "broken_offsets", ...}, and what figures and dates share."""
    with tempfile.TemporaryDirectory() as kept:
        done = subprocess.run(
            [sys.executable, str(kit / "run.py"), *tasks, "--json", "--keep", kept, "--extract", command],
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        results: dict[str, Any] = json.loads(done.stdout)
        for task, result in results.items():
            if "error" not in result:
                with Path(kept, f"{task}.jsonl").open(encoding="utf-8") as lines:
                    result["shared"] = [text for line in lines for text in shared(json.loads(line))]
    return results


def shared(record: dict[str, Any]) -> Iterator[str]:
    """What a figure and a date of a record share; a figure that is a duration and the date that says it are one."""
    for figure in record["figures"]:
        for date in record["dates"]:
            both = figure["kind"] == "duration" and date["type"] == "DURATION"
            if not both and figure["start"] < date["end"] and date["start"] < figure["end"]:
                yield f"{record['id']}: {figure['text']!r} and {date['text']!r}"


def faults(results: dict[str, Any], floors: dict[str, Any], kit: Path) -> list[str]:
    """What is wrong with the results, a line each."""
    found = []
    for task, floor in floors.items():
        result = results.get(task, {"error": "not run"})
        if "error" in result:
            found.append(f"{task}: {result['error']}")
            continue
        if digest(kit / task) != floor["corpus"]:
            found.append(f"{task}: the corpus is not the one that the floors were set on; set them anew with --raise")
        if result["broken_offsets"] or result["records"] != result["documents"]:
            found.append(
                f"{task}: {result['records']} of {result['documents']} records, {result['broken_offsets']} broken"
            )
        found += [f"{task}: a figure is a date as well, {text}" for text in result["shared"]]
        for measure, least in floor["scores"].items():
            score = result["scores"][measure]
            print(f"{task:11} {measure:28} {score:6.1f}   floor {least:6.1f}")
            if score < least:
                found.append(f"{task}: {measure} is {score:.1f}, below its floor of {least:.1f}")
    return found


def raised(results: dict[str, Any], floors: dict[str, Any], kit: Path) -> dict[str, Any]:
    """Floors at this run's scores, nowhere lower than before on the same corpus."""
    made = {}
    for task, result in results.items():
        corpus, before = digest(kit / task), floors.get(task, {})
        old = before.get("scores", {}) if before.get("corpus") == corpus else {}
        scores = {name: max(round(score - SLACK, 1), old.get(name, 0)) for name, score in result["scores"].items()}
        made[task] = {"corpus": corpus, "scores": scores}
    return made


def main() -> int:
    """Measure, compare, and raise the floors where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kit", type=Path, metavar="KIT")
    parser.add_argument("--extract", default="extract", metavar="COMMAND")
    parser.add_argument("--raise", dest="lift", action="store_true")
    args = parser.parse_args()
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    results = measured(args.kit, args.extract, list(floors))
    if args.lift:
        floors = raised(results, floors, args.kit)
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    found = faults(results, floors, args.kit)
    print("\n".join(["", *found]) if found else "every score is at or above its floor")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
