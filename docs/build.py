#!/usr/bin/env python3
"""Write the pages of docs/ that are made from the program: the command line, the man page and the record.

    python docs/build.py [FOLDER]

The tests write them to a scratch folder and compare, so that they cannot go stale.
"""

import csv
import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from importlib import import_module
from pathlib import Path
from typing import Any

import components
import reliability

from extractor.cli import manual
from extractor.cli.app import COMMANDS
from extractor.schema import json_schema

HERE = Path(__file__).resolve().parent
MADE = "<!-- Made by docs/build.py from the program; write there, not here. -->\n"


def help_of(name: str) -> str:
    """What `extract --help`, or that of a command, prints on 80 columns."""
    os.environ |= {"COLUMNS": "80", "NO_COLOR": "1"}
    command = import_module(f"extractor.cli.{name or 'app'}").app
    with redirect_stdout(io.StringIO()) as printed:
        command(["--help"], prog_name=f"extract {name}".strip(), standalone_mode=False)
    return printed.getvalue().strip()


def command_line() -> str:
    """The page of the command line: every help text."""
    pages = {"extract": help_of(""), **{f"extract {name}": help_of(name) for name in COMMANDS}}
    blocks = [f"## {name}\n\n```text\n{text}\n```\n" for name, text in pages.items()]
    return "\n".join([MADE, "# The command line\n", *blocks])


def record() -> str:
    """The page of the record: a table of fields for each object, from the JSON Schema."""
    schema = json_schema()
    parts = [MADE, "# The record\n", schema["description"] + "\n", *table(schema)]
    for name, definition in schema["$defs"].items():
        parts += [f"## {name}\n", definition["description"] + "\n", *table(definition)]
    return "\n".join([*parts, *dates()])


SENTENCES = HERE.parent / "tests" / "sentences" / "dates.txt"
MARKED = re.compile(r"\[([^\[\]]+)\]\(([^()]*)\)")
SHOWN = 4
"""Sentences that the table of dates has of each phenomenon."""


def dates() -> Iterator[str]:
    """The table of the forms of dates that are read, from the sentences that the tests run."""
    yield "## Dates that are read\n"
    yield "Counted from Tuesday, July 10, 2007, where a day is needed to count from.\n"
    yield "| form | in a sentence | value |"
    yield "|---|---|---|"
    heading, shown = "", 0
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            heading, shown = line[2:], 0
            continue
        found = MARKED.findall(line)
        if not found or "⏎" in line or shown == SHOWN or ("{" in line and "{published=2007-07-10}" not in line):
            continue
        plain = MARKED.sub(r"**\1**", re.sub(r"^\{[^}]*\} ", "", line)).replace("|", "\\|")
        values = ", ".join(f"`{value}`" for _, fields in found for value in re.findall(r"value=([^,]+)", fields))
        yield f"| {heading if shown == 0 else ''} | {plain} | {values} |"
        shown += 1
    yield ""


def table(definition: dict[str, Any]) -> Iterator[str]:
    """The lines of the table of an object's fields."""
    yield "| field | type | meaning |"
    yield "|---|---|---|"
    for name, field in definition["properties"].items():
        meaning = field.get("description", "").replace("|", "\\|")
        yield f"| `{name}` | {type_of(field)} | {meaning} |"
    yield ""


def type_of(field: dict[str, Any]) -> str:
    """A field's type in words."""
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in field:
        return " or ".join(type_of(part) for part in field["anyOf"])
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return ", ".join("null" if value is None else f"`{value}`" for value in field["enum"])
    if field.get("type") == "array":
        return f"list of {type_of(field['items'])}"
    kinds = field["type"] if isinstance(field["type"], list) else [field["type"]]
    return " or ".join(kinds)


def accuracy() -> str:
    """The page of accuracy: what was scored on texts whose errors nobody had read before."""
    with (HERE.parent / "benchmarks" / "first_contact.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    lines = [
        MADE,
        "# Accuracy\n",
        (
            "A score on texts whose errors one has read says little about tomorrow's news. These are first contacts: "
            "texts that the rules had not been tuned to when they were scored, in percent, unless the note says "
            "otherwise. The floors of our own sixty articles stand in `tests/gold/floors.json`.\n"
        ),
        "| day | component | texts | measure | score | note |",
        "|---|---|---|---|---|---|",
        *(f"| {' | '.join(value.replace('|', '/') for value in row.values())} |" for row in rows),
        "",
        *reliability.page(),
    ]
    return "\n".join(lines) + "\n"


PAGES = {"accuracy.md": accuracy, "command-line.md": command_line, "record.md": record, "extract.1": manual.page}


def build(folder: Path) -> None:
    """Write all pages."""
    for name, page in PAGES.items():
        (folder / name).write_text(page(), encoding="utf-8")
    (folder / "reliability.svg").write_text(reliability.curve(), encoding="utf-8")
    (folder / "components").mkdir(exist_ok=True)
    for name, text in components.pages():
        (folder / "components" / name).write_text(MADE + text, encoding="utf-8")


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
