"""A user's `--rules`: a copy of our own rows changes nothing, because no component asks where a row came from."""

import json
import re
import shutil
from pathlib import Path

import msgspec
import pytest

import extractor
from extractor import Article, locate
from tests import gold, golden
from tests.thorough import only_slow

COPIED = re.compile(r'"rules/')
"""The name of a row that the user's folder has in the place of ours."""
COMPONENTS = sorted(path.name for path in locate.language().iterdir() if path.is_dir())
TABLES = [f"{name}/{path.name}" for name in COMPONENTS for path in sorted((locate.language() / name).glob("*.csv"))]


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    """The pipeline with every row of every table once more, as a user's."""
    rules = tmp_path_factory.mktemp("rules")
    for component in COMPONENTS:
        (rules / component).mkdir()
        for table in (locate.language() / component).glob("*.csv"):
            shutil.copy(table, rules / component / table.name)
    return extractor.load(rules=rules)


def plain(loaded, article: Article) -> str:
    record = msgspec.to_builtins(loaded.record(article))
    del record["extractor"]
    return COPIED.sub('"', json.dumps(record))


@pytest.mark.parametrize("sample", golden.SAMPLES, ids=lambda path: Path(path).stem)
def test_a_copy_of_every_row_changes_no_sample(loaded, copied, sample):
    article = golden.article(sample)
    assert plain(copied, article) == plain(loaded, article)


def test_a_copy_of_every_row_changes_no_article_of_the_gold(loaded, copied):
    for one in gold.articles():
        article = Article(text=one.text, published=one.published)
        assert plain(copied, article) == plain(loaded, article), one.name


@only_slow
@pytest.mark.parametrize("table", TABLES)
def test_a_copy_of_a_tables_rows_changes_no_article_of_the_gold(loaded, tmp_path, table):
    path = tmp_path / table
    path.parent.mkdir()
    shutil.copy(locate.language() / table, path)
    alone = extractor.load(rules=tmp_path)
    for one in gold.articles():
        article = Article(text=one.text, published=one.published)
        assert plain(alone, article) == plain(loaded, article), one.name


@pytest.mark.parametrize(
    "text",
    [
        "Kabul rejected the plan on Monday. Trains to Kabul were late.",
        "Six people were shot, two fatally. Four were wounded.",
        "The trucks left Highway 61 for the north.",
    ],
)
def test_what_once_asked_for_a_row_by_its_name(loaded, copied, text):
    assert plain(copied, Article(text=text)) == plain(loaded, Article(text=text))
