"""The pages of docs/components/: what a component decides, its modules and tables, and a sentence traced through it."""

import ast
import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import extractor
from extractor import Article, locate
from extractor.cli.trace import lines, traced
from extractor.pipeline import Extractor

ROOT = Path(__file__).resolve().parent.parent
SHOWN = {
    "paragraphs": "Bridge reopens in Lagos\n\nLAGOS, Nigeria (NNP) - The old bridge reopened on Monday.",
    "structure": "Bridge reopens in Lagos\n\nLAGOS, Nigeria (NNP) - The old bridge reopened on Monday.",
    "names": "Gen. Ann Lee of the Port Authority of Lagos met Washington on Monday.",
    "people": "Gen. Ann Lee, the harbour master of Lagos, spoke. Lee then left.",
    "organizations": "The Port Authority of Lagos (PAL) was late. PAL blamed the weather.",
    "places": "The ferry left Lagos for Cotonou on Monday.",
    "numbers": "Two dozen boats and twenty-eight thousand crates were lost.",
    "dates": "{published=2014-03-06}The port closed on Monday and will open again on 12 March.",
    "figures": "At least 20 sailors died and prices rose 3.5 percent.",
    "quotes": "“It was late,” said Ann Lee, who runs the port. The council denied that it had known.",
    "reference": "Ann Lee runs the port. “It was late,” she said.",
    "attribution": "At least 20 sailors died, the port said. Rescuers put the number of dead at 24.",
    "events": "A ferry sank off Lagos on Monday. At least 20 people died, the port said.",
}
"""A sentence of our own for each component; a line of `published` before it is the day of the article."""


def pages() -> Iterator[tuple[str, str]]:
    """(name, text) of a page for every component, in the order of the pipeline."""
    loaded = extractor.load()
    for name in (one.removeprefix("news_") for one in locate.settings().order if one != locate.BASE):
        yield f"{name}.md", page(name, loaded)


def page(name: str, loaded: Extractor) -> str:
    """The page of one component."""
    folder = ROOT / "extractor" / "pipes" / name
    modules = [path for path in sorted(folder.glob("*.py")) if path.stem not in {"__init__", "pipe"}]
    parts = [
        f"# {name}\n\n{_says(folder / 'pipe.py')}\n\n## Modules\n",
        "| module | what it is for |",
        "|---|---|",
        *(f"| [{path.stem}](../../extractor/pipes/{name}/{path.name}) | {_says(path)} |" for path in modules),
    ]
    tables = sorted((ROOT / "models" / "en" / name).glob("*.csv"))
    if tables:
        parts += ["\n## Tables\n", "| table | rows | an example |", "|---|---|---|"]
        parts += [f"| [{path.name}](../../models/en/{name}/{path.name}) | {_rows(path)} |" for path in tables]
    parts += _known(name)
    return "\n".join([*parts, "\n## A sentence traced\n", *_example(name, loaded)]) + "\n"


KNOWN = {"structure": "Layouts that it knows"}
"""Components whose sentences are listed, one of each phenomenon, and what stands over the table."""
PRINTED = {"⏎⏎": " ¶ ", "⏎": " / ", "|": "\\|", "<": "&lt;"}
"""What a cell of a table has for what a sentence has."""
MARKED = re.compile(r"\[([^\[\]]+)\]\(kind=([^(),]*)[^()]*\)")


def _known(name: str) -> Iterator[str]:
    """A table of the phenomena of a component's sentences with an example each, from the tests that run them."""
    if name not in KNOWN:
        return
    yield from (f"\n## {KNOWN[name]}\n", "A slash is a line's end, ¶ a blank line.\n")
    yield from ("| what | an example, and what its parts are |", "|---|---|")
    heading = ""
    for line in (ROOT / "tests" / "sentences" / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            heading = line[2:]
        elif heading:
            shown = MARKED.sub(r"**\1** (*\2*)", line)
            for written, printed in PRINTED.items():
                shown = shown.replace(written, printed)
            yield f"| {heading} | {shown} |"
            heading = ""


def _says(path: Path) -> str:
    """The first paragraph of a module's docstring, as a cell."""
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(docstring.split("\n\n", maxsplit=1)[0].split()).replace("|", "\\|").replace("<", "&lt;")


def _rows(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    example = " ".join(rows[0]["example"].split()).replace("|", "\\|") if rows else ""
    return f"{len(rows)} | `{example}`"


def _example(name: str, loaded: Extractor) -> Iterator[str]:
    """The sentence, and what `extract trace` prints of the component."""
    shown, published = SHOWN[name], None
    if shown.startswith("{published="):
        day, _, shown = shown.removeprefix("{published=").partition("}")
        published = date.fromisoformat(day)
    record, notes = loaded.traced(Article(text=shown, published=published))
    told = [entry for entry in traced(record, notes) if entry["component"] == name]
    printed = lines(told, shown, with_code=False) if told else ["(it prints nothing of its own)"]
    yield from (
        "```text",
        shown,
        "",
        *printed,
        "```",
    )
