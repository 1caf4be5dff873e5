"""The same article in twelve dresses: the record finds what it finds in the clean one, and says what it set aside."""

from collections.abc import Callable
from functools import cache

import pytest

import extractor
from extractor import Article, Record
from extractor.pipeline import Extractor
from tests.layouts import AROUND, DRESSES, Layout, layouts, told
from tests.thorough import SLOW, some

ASIDE = {
    "web page": {"menu", "cookies", "share", "caption", "advertisement", "related", "newsletter", "comments"},
    "pdf": {"page header"},
    "mail": {"mail header", "signature", "quoted reply"},
    "release": {"contact", "about"},
}
"""The kinds of furniture that the warning of a dress names."""
FLOOR = 0.97
FLOORS = dict.fromkeys(("capitals", "small letters"), FLOOR if SLOW else 0.94)
"""The part of the items that is found at least in a third of the articles, where that is not `FLOOR`."""
ARTICLES = some(layouts(), of=3)
Read = Callable[[str, str], tuple[str, Record]]


@pytest.fixture(scope="module")
def record(loaded: Extractor) -> Read:
    """The text of an article in a dress, and its record."""

    @cache
    def made(dress: str, name: str) -> tuple[str, Record]:
        article = next(one for one in ARTICLES if one.name == name)
        text = DRESSES[dress](article)
        return text, loaded.record(Article(text=text))

    return made


def test_there_are_twenty_articles() -> None:
    assert len(layouts()) == 20


@pytest.mark.slow
@pytest.mark.parametrize("dress", [dress for dress in DRESSES if dress != "clean"])
def test_a_dress_changes_nothing(record: Read, dress: str) -> None:
    found = wanted = 0
    for article in ARTICLES:
        (plain, clean), (text, dressed) = record("clean", article.name), record(dress, article.name)
        expected = told(clean, article, plain)
        found += len(expected & told(dressed, article, text))
        wanted += len(expected)
    assert found >= FLOORS.get(dress, FLOOR) * wanted, f"{dress}: {found} of {wanted}"


@pytest.mark.slow
@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("article", ARTICLES, ids=lambda one: one.name)
def test_the_head_is_read_and_furniture_is_in_no_list(record: Read, dress: str, article: Layout) -> None:
    text, dressed = record(dress, article.name)
    paper = None if dress == "release" else article.publisher
    expected = (article.title, article.byline, article.published.isoformat(), paper)
    head = (dressed.title, dressed.byline, dressed.published, dressed.publisher)
    as_printed = _folded if dress in FLOORS else str
    assert [*map(as_printed, head)] == [*map(as_printed, expected)]
    names = [one.name for one in (*dressed.people, *dressed.organizations, *dressed.places)]
    assert not {name for name in names if any(strange in name for strange in AROUND)}
    wanted = ASIDE.get(dress, set())
    assert wanted <= {one.kind for one in dressed.furniture}
    if wanted:
        (warning,) = [one for one in dressed.warnings if one.startswith("set aside")]
        assert all(kind in warning for kind in wanted)
    else:
        assert dressed.furniture == []
    assert all(0 <= one.start < one.end <= len(text) for one in dressed.furniture)


def _folded(text: str | None) -> str | None:
    return text.lower() if text else text


def test_furniture_is_read_where_it_is_asked_for() -> None:
    text = DRESSES["web page"](ARTICLES[0])
    kept = extractor.load(keep_furniture=True).record(Article(text=text))
    assert any("Gravlund" in person.name for person in kept.people)
    assert {one.kind for one in kept.furniture} >= ASIDE["web page"]
    assert any(one.startswith("furniture was read") for one in kept.warnings)
