"""Pins all dependencies, with the hashes of their files, for every system and Python 3.11 to 3.14, by uv.

    python docs/lock.py

`requirements.lock` is all that any extra needs, the others are parts of it: what a plain installation runs and is built
with, and what the tests need. Versions stay as they are where they still fit; the bill of materials is made anew.
"""

import csv
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    "requirements.lock": (
        ["--all-extras"],
        "Every package, with all extras, by its hashes, for Python 3.11 to 3.14: pip install --require-hashes -r FILE.",
    ),
    "requirements-run.lock": ([], "What the program needs to run and to be built, as requirements.lock has it."),
    "requirements-test.lock": (
        ["--extra", "test", "--extra", "html", "--extra", "parquet"],
        "What the tests need, as requirements.lock has it.",
    ),
}
BILL = ROOT / "docs" / "sbom.json"
PIN = re.compile(r"(?P<name>[A-Za-z0-9_.-]+)==(?P<version>[^ ;]+)")
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
BUILD = "hatchling>=1.25\neditables\n"
"""What makes the package of a checkout, without pip fetching anything by itself."""


def main() -> int:
    """Writes the locks; the exit code."""
    for name, (extras, told) in LOCKS.items():
        path = ROOT / name
        command = ["uv", "pip", "compile", "pyproject.toml", "-", "--universal", "--python-version", "3.11"]
        command += ["--no-annotate", "--no-header", "--generate-hashes", "-q", *extras, "-o", name]
        subprocess.run(command, input=BUILD, text=True, check=True, cwd=ROOT)
        path.write_text(f"# {told}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    BILL.write_text(printed(bill()), encoding="utf-8")
    return 0


def printed(made: dict[str, Any]) -> str:
    """The bill as JSON, a package a line."""
    head = json.dumps(made | {"components": []}, indent=1).removesuffix("[]\n}")
    return f"{head}[\n" + ",\n".join(map(json.dumps, made["components"])) + "\n]}\n"


def licences() -> dict[str, str]:
    """The licence of each package, as SPDX writes it; a new package needs a row."""
    with (ROOT / "docs" / "licences.csv").open(encoding="utf-8") as stream:
        return {row["package"]: row["licence"] for row in csv.DictReader(stream)}


def pins() -> dict[tuple[str, str], list[str]]:
    """The hashes of every package and version of the lock."""
    found: dict[tuple[str, str], list[str]] = {}
    at: list[str] = []
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines():
        if named := PIN.match(line):
            at = found.setdefault((named["name"], named["version"]), [])
        at += HASH.findall(line)
    return found


def bill() -> dict[str, Any]:
    """The software bill of materials, as CycloneDX 1.5 has it, without a time: the same lock gives the same bytes."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    known = licences()
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": project["name"], "version": project["version"]}},
        "components": [
            {
                "type": "library",
                "name": name,
                "version": version,
                "purl": f"pkg:pypi/{name}@{version}",
                "licenses": [{"expression": known[name]}],
                "hashes": [{"alg": "SHA-256", "content": each} for each in hashes],
            }
            for (name, version), hashes in pins().items()
        ],
    }


if __name__ == "__main__":
    sys.exit(main())
