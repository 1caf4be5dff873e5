"""What `news_figures` promises of any text; what it finds in which sentence is in `tests/sentences/figures.txt`."""

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import Article, tables
from extractor.annotations import FIGURES
from extractor.errors import TableError
from extractor.pipes.figures.frames import Role
from tests import cost
from tests.thorough import some


def figures(loaded, text):
    return FIGURES.of(loaded.doc(Article(text=text)))


def test_one_sentence_has_all_its_figures(loaded):
    text = "At least 20 militants and three soldiers died and about 30 were hurt when a $3 million bridge fell."
    found = [(text[f["start"] : f["end"]], f["role"], f["bound"]) for f in figures(loaded, text)]
    assert found == [
        ("At least 20", "killed", ">="),
        ("three", "killed", ">="),
        ("about 30", "wounded", "~"),
        ("$3 million", None, "="),
    ]


def test_integers_are_integers(loaded):
    for figure in figures(loaded, "It sold 20 bells for $3.5 million, $4.0 and 1.5 million yen."):
        assert type(figure["value"]) is int


def test_an_age_knows_its_person(loaded):
    found = figures(loaded, "The smith, Nestor Benitez, 38, lives in Asuncion.")
    assert [(f["kind"], f["value"], f["person"]) for f in found] == [("age", 38, 0)]


ALPHABET = "0123456789.,-/: $%£€½a'\n\t()killedmnofhurt"


@given(text=st.text(alphabet=st.sampled_from(ALPHABET), max_size=120))
def test_figures_stand_in_the_text_and_values_in_their_range(loaded, text):
    for figure in figures(loaded, text):
        assert 0 <= figure["start"] < figure["end"] <= len(text)
        assert figure["bound"] in ("=", "~", ">", ">=", "<", "<=")
        if figure["value"] is None:
            assert figure["low"] <= figure["high"]
        elif figure["low"] is not None:
            assert figure["low"] <= figure["value"] <= figure["high"]
        assert max(abs(figure["value"] or 0), abs(figure["high"] or 0)) < 2**63


@given(text=st.text(max_size=200))
def test_nothing_raises(loaded, text):
    figures(loaded, text)


@given(value=st.integers(min_value=2, max_value=10**9))
def test_what_we_print_is_read_as_the_same_value(loaded, value):
    assert figures(loaded, f"It cost ${value:,} to mend.")[0]["value"] == value


@given(low=st.integers(min_value=2, max_value=10**6), more=st.integers(min_value=1, max_value=10**6))
def test_a_range_is_read_as_its_two_ends(loaded, low, more):
    found = figures(loaded, f"It cost between ${low:,} and ${low + more:,} to mend.")
    assert [(figure["low"], figure["high"]) for figure in found] == [(low, low + more)]


@given(value=st.decimals(min_value=1, max_value=999, places=1), scale=st.sampled_from(["million", "billion"]))
def test_a_scaled_value_is_read_as_the_same(loaded, value, scale):
    found = figures(loaded, f"It cost ${value} {scale} to mend.")
    assert [figure["value"] for figure in found] == [value * {"million": 10**6, "billion": 10**9}[scale]]


SOUPS = [
    "0 000 ",
    "+1 22 ",
    "1.234,",
    "10' ",
    "both of them ",
    "of them ",
    "ages 1, ",
    "1-",
    "$1 ",
    "5% ",
    "1,",
    "between 1 and ",
    "at least ",
    "1 to ",
    "1/2 ",
    "km/",
    "one in ",
]


@pytest.mark.slow
@pytest.mark.parametrize("soup", some(SOUPS, of=3))
def test_soup_costs_one_pass(loaded, soup):
    """Four times the text costs about four times the time, not sixteen times."""
    pipe = loaded.nlp.get_pipe("news_figures")
    few, many = (cost.seconds(pipe, partial(loaded.doc, Article(text=soup * times)), tries=2) for times in (100, 400))
    assert many < 8 * few + 0.1


@pytest.mark.parametrize("role", ["killed", "missing", "infected"])
def test_a_row_asks_the_article_for_no_other_role_than_its_own(tmp_path: Path, role: str) -> None:
    (tmp_path / "figures").mkdir()
    row = f'hospitalize,object,,{role},patients,"[Four](role={role}) clerks were hospitalized."\n'
    (tmp_path / "figures" / "roles.csv").write_text("lemma,frame,near,role,settled,example\n" + row, encoding="utf-8")
    folder = tables.folder("figures", rules=str(tmp_path))
    message = rf'rules/figures/roles\.csv:2: settled "patients" asks .* wounded; leave it empty for {role}'
    with pytest.raises(TableError, match=message):
        folder.rows("roles.csv", Role)
