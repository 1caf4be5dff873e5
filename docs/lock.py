"""Pins all dependencies, with the hashes of their files, for every system and Python 3.11 to 3.14, by uv.

    python docs/lock.py

`requirements.lock` is all that any extra needs, the others are parts of it: what a plain installation runs and is built
with, and what the tests need. Versions stay as they are where they still fit; the bill of materials is made anew.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    "requirements.lock": (
        ["--all-extras"],
        "Every package of an installation with all extras, pinned, with hashes, for Python 3.11 to 3.14: "
        "pip install --require-hashes -r FILE.",
    ),
    "requirements-run.lock": ([], "What the program needs to run and to be built, as requirements.lock has it."),
    "requirements-test.lock": (
        ["--extra", "test", "--extra", "html", "--extra", "parquet"],
        "What the tests need, as requirements.lock has it.",
    ),
}
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
    return 0


if __name__ == "__main__":
    sys.exit(main())
