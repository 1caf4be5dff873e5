"""The sentences of `tests/sentences/`, one file a component: what each marks is what the component finds.

One example a line, in the markup of `tests/examples.py`. A line that begins with `# ` names the phenomenon of those
below it, `⏎` stands for a line break. A line of `speakers.txt` marks the content of quotes with any fields of the quote
and of its speaker, `[“It rained,”](speaker.name=Ann Lee, speaker.kind=person) she said.`
"""

import functools
from pathlib import Path

import pytest

from extractor.pipeline import Extractor
from tests import examples

FOLDER = Path(__file__).resolve().parent / "sentences"
BREAK = "⏎"


@functools.cache
def sentences() -> dict[str, list[tuple[str, str]]]:
    """{component:line of the heading: (component:line, example) of each line below it}."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path in sorted(FOLDER.glob("*.txt")):
        heading = 1
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith("# "):
                heading = number
            elif line.strip():
                example = (f"{path.stem}:{number}", line.replace(BREAK, "\n"))
                found.setdefault(f"{path.stem}:{heading}", []).append(example)
    return found


@pytest.mark.sentences
@pytest.mark.parametrize("phenomenon", sentences())
def test_sentences(loaded: Extractor, phenomenon: str) -> None:
    examples.check_rows(loaded, phenomenon.partition(":")[0], sentences()[phenomenon])


def test_every_file_is_about_something_that_can_be_checked() -> None:
    assert {name.partition(":")[0] for name in sentences()} <= examples.COMPONENTS
