"""The articles of `tests/gold/`, scored list by list: no measure falls below its floor.

python -m tests.test_gold [--raise]     print every miss and every score; raise the floors to today's scores
"""

import json
import sys
from typing import Any

import msgspec
import pytest

import extractor
from extractor import Article
from extractor.pipeline import Extractor
from tests import gold

FLOORS = gold.FOLDER / "floors.json"
SLACK = 1.0
"""Points (percent) by which a score may fall without notice: about one item of most measures."""


def scored(loaded: Extractor) -> tuple[dict[str, float], list[str]]:
    """The score of each measure in percent, and what was wrong."""
    tally, wrong = gold.Tally({}), []
    for one in gold.articles():
        record = loaded.record(Article(text=one.text, id=one.name, published=one.published, title=one.title))
        plain: dict[str, Any] = msgspec.to_builtins(record)
        wrong += gold.score(one, plain, tally)
    return tally.percent(), wrong


@pytest.fixture(scope="module")
def scores(loaded):
    return scored(loaded)


@pytest.mark.parametrize(("measure", "least"), json.loads(FLOORS.read_text(encoding="utf-8")).items())
def test_no_score_is_below_its_floor(scores, measure, least):
    percent, wrong = scores
    assert percent[measure] >= least, "\n".join(line for line in wrong if measure.split()[0] in line)


def test_words_that_are_not_in_the_text_are_refused(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text('text = "One boat."\n[[figures]]\nat = "two"\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.toml: 'two' stands 0 times in the text, not 1"):
        gold.compiled(path)


def test_a_wrong_record_loses_points():
    article = gold.Gold("a", "One boat.", None, None, {name: [] for name in gold.LISTS})
    article.items["figures"].append(gold.Item([(0, 3)], {"value": 2}))
    tally = gold.Tally({})
    found = {"start": 0, "end": 3, "value": 1}
    record = {name: [] for name in gold.LISTS} | {"figures": [found]}
    assert list(gold.score(article, record, tally)) == ["a figures: x One: value 2, got 1"]
    assert tally.percent() == {"figures precision": 100.0, "figures recall": 100.0, "figures value": 0.0}


def main() -> None:
    """Print, and raise the floors where that is asked for."""
    percent, wrong = scored(extractor.load())
    lines = [*wrong, *(f"{name:28} {value:6.1f}" for name, value in percent.items())]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    if "--raise" in sys.argv:
        floors = {name: round(max(0.0, value - SLACK), 1) for name, value in percent.items()}
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
