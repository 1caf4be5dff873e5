"""The sentences of `tests/sentences/`, one file a component: what each marks is what the component finds.

One example a line, in the markup of `tests/examples.py`. A line that begins with `# ` names the phenomenon of those
below it, `⏎` stands for a line break. A line of `speakers.txt` marks the content of quotes with any fields of the quote
and of its speaker, `[“It rained,”](speaker.name=Ann Lee, speaker.kind=person) she said.`
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.pipeline import Extractor
from tests import examples

FOLDER = Path(__file__).resolve().parent / "sentences"
BREAK = "⏎"


def sentences() -> Iterator[tuple[str, str, str]]:
    """(component, place, example) of every line."""
    for path in sorted(FOLDER.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.strip() and not line.startswith("# "):
                yield path.stem, f"{path.stem}:{number}", line.replace(BREAK, "\n")


@pytest.mark.sentences
@pytest.mark.parametrize(("component", "marked"), [pytest.param(one, line, id=at) for one, at, line in sentences()])
def test_sentence(loaded: Extractor, component: str, marked: str) -> None:
    examples.check(loaded, component, marked)


def test_every_file_is_about_something_that_can_be_checked() -> None:
    assert {component for component, _, _ in sentences()} <= examples.COMPONENTS
